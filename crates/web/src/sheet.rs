//! Lists to take away, for the spreadsheets in which an office goes on working: CSV in two
//! encodings, and xlsx.

mod cp932;
mod csv;
mod list;
mod xlsx;

use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use chrono::{NaiveDate, NaiveDateTime};
use kernel::Fault;

pub use list::{Column, List};

/// A list with a line of headings.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// The file's name without its ending, in ASCII: `bookings-2026-12-08`.
    pub name: String,
    /// What stands above each column.
    pub headings: Vec<String>,
    /// The lines, each as wide as the headings.
    pub rows: Vec<Vec<Cell>>,
}

/// What stands in one place of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Words, and figures that are names: a telephone number keeps its 0, a number of thirteen
    /// digits all of them.
    Text(String),
    /// A number to reckon with.
    Number(i64),
    /// A day.
    Date(NaiveDate),
    /// A time on a day, as clocks in Tokyo show it.
    Time(NaiveDateTime),
}

/// How a list is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// CSV in UTF-8, with the mark by which Excel knows it.
    Csv,
    /// CSV in Windows-31J, for older programs; what it cannot write becomes 〓.
    Cp932,
    /// A workbook of Excel.
    Xlsx,
}

impl Form {
    /// Reads `csv`, `cp932` or `xlsx`.
    pub fn parse(code: &str) -> Option<Self> {
        match code {
            "csv" => Some(Self::Csv),
            "cp932" => Some(Self::Cp932),
            "xlsx" => Some(Self::Xlsx),
            _ => None,
        }
    }

    const fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Cp932 => "text/csv; charset=Shift_JIS",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }

    const fn ending(self) -> &'static str {
        match self {
            Self::Csv | Self::Cp932 => "csv",
            Self::Xlsx => "xlsx",
        }
    }
}

impl Sheet {
    /// The list as a file that the browser saves.
    pub fn file(&self, form: Form) -> Result<Response, Fault> {
        let bytes = match form {
            Form::Csv => csv::written(self)?.into_bytes(),
            Form::Cp932 => cp932::encoded(&csv::written(self)?),
            Form::Xlsx => xlsx::written(self)?,
        };
        let saved = format!("attachment; filename=\"{}.{}\"", self.name, form.ending());
        let saved = HeaderValue::try_from(saved)
            .map_err(|source| Fault::broken("naming a file", source))?;
        let mut response = bytes.into_response();
        let headers = response.headers_mut();
        let media_type = HeaderValue::from_static(form.media_type());
        headers.insert(header::CONTENT_TYPE, media_type);
        headers.insert(header::CONTENT_DISPOSITION, saved);
        Ok(response)
    }
}
