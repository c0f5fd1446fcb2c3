//! The rows of a page as a file, column by column.

use axum::response::Response;
use kernel::{Fault, Instant, events::Event, transact};
use serde_json::Value;

use super::{Cell, Form, Sheet};
use crate::{Error, Page, Typed};

/// A list that can be taken away.
#[derive(Clone, Copy, Debug)]
pub struct List {
    /// How the file is called; what it is of follows: `bookings` of `2026-12-08`.
    pub name: &'static str,
    /// What is remembered when it is taken, with who took how many lines; none for a list in which
    /// nobody is named.
    pub taken: Option<&'static str>,
    /// Its columns, in their order.
    pub columns: &'static [Column],
}

/// What stands above a column, as a text key, and where the facts of a row have it: a JSON pointer.
#[derive(Clone, Copy, Debug)]
pub enum Column {
    /// Words, and figures that are names; several with 、 between them.
    Text(&'static str, &'static str),
    /// A number to reckon with; words where none is told.
    Number(&'static str, &'static str),
    /// A day.
    Date(&'static str, &'static str),
    /// A time on a day.
    Time(&'static str, &'static str),
    /// A code, put into words by the text key that begins so.
    Said(&'static str, &'static str, &'static str),
}

impl Form {
    /// The form of file that `as` asks for; none when the page itself is wanted.
    pub fn asked(typed: &Typed) -> Result<Option<Self>, Error> {
        match typed.text("as") {
            "" => Ok(None),
            code => Self::parse(code).map(Some).ok_or_else(Error::not_found),
        }
    }
}

impl Page {
    /// Gives a list away as a file, and remembers who took it when people are named in it. `of` is
    /// the day or the month it is of.
    pub async fn file(
        &self,
        form: Form,
        list: &List,
        of: &str,
        rows: &[Value],
    ) -> Result<Response, Error> {
        self.given(form, list, self.sheet(list, of, rows)?).await
    }

    /// The same of today with further columns that only this list has: what stands above each. A row has
    /// their words in `more`.
    pub async fn file_with(
        &self,
        form: Form,
        list: &List,
        more: &[String],
        rows: &[Value],
    ) -> Result<Response, Error> {
        let today = self.app.clock.now().date().to_string();
        let mut sheet = self.sheet(list, &today, rows)?;
        sheet.headings.extend(more.iter().cloned());
        for (cells, row) in sheet.rows.iter_mut().zip(rows) {
            let word =
                |at: usize| words(row.pointer(&format!("/more/{at}")).unwrap_or(&Value::Null));
            cells.extend((0..more.len()).map(|at| Cell::Text(word(at))));
        }
        self.given(form, list, sheet).await
    }

    /// The file, once it is remembered who took it.
    async fn given(&self, form: Form, list: &List, sheet: Sheet) -> Result<Response, Error> {
        let file = sheet.file(form)?;
        if let Some(taken) = list.taken {
            let person = self.person()?.person;
            transact(&self.app.db, self.actor(), &self.app.clock, async |work| {
                work.record(Event::new(taken, person).with("rows", sheet.rows.len()));
                Ok::<_, Fault>(())
            })
            .await?;
        }
        Ok(file)
    }

    /// The same of a list as it is on this day.
    pub async fn file_of_today(
        &self,
        form: Form,
        list: &List,
        rows: &[Value],
    ) -> Result<Response, Error> {
        let today = self.app.clock.now().date().to_string();
        self.file(form, list, &today, rows).await
    }

    fn sheet(&self, list: &List, of: &str, rows: &[Value]) -> Result<Sheet, Fault> {
        let columns = || list.columns.iter();
        let headings = columns().map(|column| self.worded(column.heading()));
        let row = |row: &Value| columns().map(|column| self.cell(*column, row)).collect();
        Ok(Sheet {
            name: format!("{}-{of}", list.name),
            headings: headings.collect::<Result<_, _>>()?,
            rows: rows.iter().map(row).collect::<Result<_, _>>()?,
        })
    }

    fn cell(&self, column: Column, row: &Value) -> Result<Cell, Fault> {
        let at = |pointer| row.pointer(pointer).unwrap_or(&Value::Null);
        let empty = || Cell::Text(String::new());
        Ok(match column {
            Column::Text(_, pointer) => Cell::Text(words(at(pointer))),
            Column::Number(_, pointer) => {
                let number = at(pointer).as_i64();
                number.map_or_else(|| Cell::Text(words(at(pointer))), Cell::Number)
            }
            Column::Date(_, pointer) => {
                let day = at(pointer).as_str().and_then(|day| day.parse().ok());
                // 合計 stands among the days.
                day.map_or_else(|| Cell::Text(words(at(pointer))), Cell::Date)
            }
            Column::Time(_, pointer) => {
                let time = at(pointer).as_str().and_then(Instant::parse);
                time.map_or_else(empty, |at| Cell::Time(at.in_tokyo().naive_local()))
            }
            Column::Said(_, pointer, prefix) => match words(at(pointer)).as_str() {
                "" => empty(),
                code => Cell::Text(self.worded(&format!("{prefix}{code}"))?),
            },
        })
    }

    /// Words of the language of the page, as a file has them.
    pub fn worded(&self, key: &str) -> Result<String, Fault> {
        let said = self.app.views.text(self.lang, key, &Value::Null);
        said.map_err(|failed| Fault::broken("wording a list", failed))
    }
}

impl Column {
    const fn heading(&self) -> &'static str {
        match self {
            Self::Text(heading, _)
            | Self::Number(heading, _)
            | Self::Date(heading, _)
            | Self::Time(heading, _)
            | Self::Said(heading, _, _) => heading,
        }
    }
}

fn words(value: &Value) -> String {
    match value {
        Value::Null | Value::Bool(false) => String::new(),
        Value::Bool(true) => "○".to_owned(),
        Value::String(text) => text.clone(),
        Value::Array(all) => all.iter().map(words).collect::<Vec<_>>().join("、"),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_a_page_shows_is_put_into_words() {
        for (value, expected) in [
            (json!("03-0000-0000"), "03-0000-0000"),
            (json!(null), ""),
            (json!(true), "○"),
            (json!(false), ""),
            (json!(["会議室A", "会議室B"]), "会議室A、会議室B"),
            (json!(3), "3"),
        ] {
            assert_eq!(words(&value), expected, "{value}");
        }
    }
}
