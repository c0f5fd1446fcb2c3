//! Figures of use, month by month, on a page and as a file.

use axum::response::Response;
use chrono::{Datelike, Months, NaiveDate};
use kernel::{Fault, Span};
use serde_json::{Value, json};
use web::{
    Error, Page, Typed,
    sheet::{Cell, Form, Sheet},
};

use crate::read::{self, Catalogue, Figures, Place};

/// The headings of the file, as text keys.
const HEADINGS: [&str; 9] = [
    "bookings-label-place",
    "bookings-figure-bookings",
    "bookings-figure-minutes",
    "bookings-figure-rate",
    "bookings-figure-people",
    "bookings-figure-absent",
    "bookings-figure-cancelled",
    "bookings-figure-own",
    "bookings-figure-own-minutes",
];

/// `GET /counter/figures?month=2026-12&as=`: staff, and the ward, which sees sums and no names.
pub(super) async fn month(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("figures");
    if !page.person()?.actor.roles.is_ward() {
        page.staff()?;
    }
    let now = page.app.clock.now();
    let month = asked(now.date(), typed.text("month"))?;
    let catalogue = Catalogue::current(&page.app).await?;
    let (rows, all) = read::figures(page.app.db.reader(), &catalogue, month, now).await?;
    if !typed.text("as").is_empty() {
        let form = Form::parse(typed.text("as")).ok_or_else(Error::not_found)?;
        return Ok(sheet(&page, month, &rows)?.file(form)?);
    }
    let row = |(place, figures): &(&Place, Figures)| json!({ "name": place.name(page.lang), "figures": figures, "rate": figures.rate() });
    let facts = json!({
        "month": name(month),
        "first": month,
        "previous": month.checked_sub_months(Months::new(1)).map(name),
        "next": month.checked_add_months(Months::new(1)).map(name),
        "rows": rows.iter().map(row).collect::<Vec<_>>(),
        "all": all,
        "rate": all.rate(),
        "names": page.staff().is_ok(),
    });
    page.show("bookings/figures.html", &facts)
}

fn sheet(page: &Page, month: NaiveDate, rows: &[(&Place, Figures)]) -> Result<Sheet, Fault> {
    let headings = HEADINGS.iter().map(|key| {
        let said = page.app.views.text(page.lang, key, &Value::Null);
        said.map_err(|failed| Fault::broken("wording figures", failed))
    });
    let row = |(place, figures): &(&Place, Figures)| {
        vec![
            Cell::Text(place.name(page.lang).to_owned()),
            Cell::Number(figures.bookings),
            Cell::Number(figures.minutes),
            figures
                .rate()
                .map_or(Cell::Text(String::new()), Cell::Number),
            Cell::Number(figures.people),
            Cell::Number(figures.absent),
            Cell::Number(figures.cancelled),
            Cell::Number(figures.own),
            Cell::Number(figures.own_minutes),
        ]
    };
    Ok(Sheet {
        name: format!("figures-{}", name(month)),
        headings: headings.collect::<Result<_, _>>()?,
        rows: rows.iter().map(row).collect(),
    })
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
