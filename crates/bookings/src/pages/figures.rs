//! Figures of use, month by month, on a page and as files.

use axum::response::Response;
use chrono::{Datelike, Months, NaiveDate};
use kernel::{Fault, Span};
use serde_json::{Value, json};
use web::{
    Error, Page, Typed,
    sheet::{Column, Form, List},
};

use crate::{
    read::{self, Catalogue, Figures, Month},
    rules::time_of_day,
};

/// The spaces with what they were used, by the centre too.
const SPACES: List = List {
    name: "figures",
    taken: None,
    columns: &[
        Column::Text("bookings-label-place", "/name"),
        Column::Number("bookings-figure-bookings", "/figures/bookings"),
        Column::Number("bookings-figure-minutes", "/figures/minutes"),
        Column::Number("bookings-figure-rate", "/rate"),
        Column::Number("bookings-figure-people", "/figures/people"),
        Column::Number("bookings-figure-absent", "/figures/absent"),
        Column::Number("bookings-figure-cancelled", "/figures/cancelled"),
        Column::Number("bookings-figure-own", "/figures/own"),
        Column::Number("bookings-figure-own-minutes", "/figures/own_minutes"),
    ],
};

/// The same bookings by whoever came, and when.
const USES: List = List {
    name: "figures",
    taken: None,
    columns: &[
        Column::Text("bookings-figures-by", "/name"),
        Column::Number("bookings-figure-bookings", "/figures/bookings"),
        Column::Number("bookings-figure-minutes", "/figures/minutes"),
        Column::Number("bookings-figure-people", "/figures/people"),
        Column::Number("bookings-figure-absent", "/figures/absent"),
        Column::Number("bookings-figure-cancelled", "/figures/cancelled"),
    ],
};

/// `GET /counter/figures?month=2026-12&by=&as=`: staff, and the ward, which sees sums and no names.
pub(super) async fn month(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("figures");
    super::rules::reader(&page)?;
    let now = page.app.clock.now();
    let month = asked(now.date(), typed.text("month"))?;
    let catalogue = Catalogue::current(&page.app).await?;
    let figures = read::figures(page.app.db.reader(), &catalogue, month, now).await?;
    let tables = tables(&page, &figures)?;
    if let Some(form) = Form::asked(&typed)? {
        return take(&page, form, &typed, month, &tables).await;
    }
    let facts = json!({
        "month": name(month),
        "first": month,
        "previous": month.checked_sub_months(Months::new(1)).map(name),
        "next": month.checked_add_months(Months::new(1)).map(name),
        "tables": tables,
        "names": page.staff().is_ok(),
    });
    page.show("bookings/figures.html", &facts)
}

/// One of the tables as a file, with its last line.
async fn take(
    page: &Page,
    form: Form,
    typed: &Typed,
    month: NaiveDate,
    tables: &[Value],
) -> Result<Response, Error> {
    let by = match typed.text("by") {
        "" => "space",
        by => by,
    };
    let mut tables = tables.iter();
    let table = tables.find(|table| table["by"] == by);
    let table = table.ok_or_else(Error::not_found)?;
    let mut rows = table["rows"].as_array().cloned().unwrap_or_default();
    rows.push(table["all"].clone());
    if by == "space" {
        page.file(form, &SPACES, &name(month), &rows).await
    } else {
        let of = format!("{by}-{}", name(month));
        page.file(form, &USES, &of, &rows).await
    }
}

/// The tables of the page: by space, by each side of the category, and by band where there are any.
fn tables(page: &Page, month: &Month) -> Result<Vec<Value>, Fault> {
    let places = month.places.iter();
    let places = places.map(|(place, figures)| row(place.name(page.lang), figures));
    let sides = [
        ("locality", &month.localities),
        ("party", &month.parties),
        ("stage", &month.stages),
    ];
    let mut tables = vec![("space", places.collect())];
    for (side, uses) in sides {
        let named = uses.iter().map(|(code, figures)| {
            let said = page.worded(&format!("bookings-rule-{side}-{code}"))?;
            Ok::<_, Fault>(row(&said, figures))
        });
        tables.push((side, named.collect::<Result<Vec<_>, _>>()?));
    }
    let outside = page.worded("bookings-figures-no-band")?;
    let band = |(opens, closes)| format!("{}〜{}", time_of_day(opens), time_of_day(closes));
    let bands = month.bands.iter();
    let bands = bands.map(|(times, figures)| {
        let named = times.map(band);
        row(named.as_ref().unwrap_or(&outside), figures)
    });
    tables.push(("band", bands.collect()));
    let all = row(&page.worded("bookings-figures-all")?, &month.all);
    let told = |(by, rows): (&str, Vec<Value>)| {
        (!rows.is_empty()).then(|| json!({ "by": by, "rows": rows, "all": all }))
    };
    Ok(tables.into_iter().filter_map(told).collect())
}

fn row(name: &str, figures: &Figures) -> Value {
    json!({ "name": name, "figures": figures, "rate": figures.rate() })
}

/// A month that was asked for, as the stretch of time it is.
pub(super) fn month_of(today: NaiveDate, typed: &str) -> Option<Span> {
    read_month(today, typed).map(read::span_of)
}

/// The month asked for, or this one.
pub(super) fn asked(today: NaiveDate, typed: &str) -> Result<NaiveDate, Error> {
    match typed {
        "" => Ok(first(today)),
        month => read_month(today, month).ok_or_else(Error::not_found),
    }
}

/// `2026-12`, if it is within reach.
fn read_month(today: NaiveDate, typed: &str) -> Option<NaiveDate> {
    super::date_near(today, &format!("{typed}-01")).filter(|date| date.day() == 1)
}

fn first(date: NaiveDate) -> NaiveDate {
    date.with_day(1).unwrap_or(date)
}

pub(super) fn name(month: NaiveDate) -> String {
    month.format("%Y-%m").to_string()
}
