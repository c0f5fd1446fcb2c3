//! 窓口 › セミナー › 実績: figures of a month or a fiscal year, and what is behind them.

mod period;
mod rows;

use std::collections::BTreeMap;

use axum::response::Response;
use kernel::Fault;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};
use surveys::read::answers_of;
use web::{
    Error, Page, Routes, Typed,
    sheet::{Column, Form, List},
};

use self::period::Period;
use crate::{
    entity::SeminarId,
    read,
    rules::{Asked, By, Held, Sum, may_count, may_keep, sum, sums, tally},
    service::SUBJECT,
};

/// From so many answers on the ward is told what they come to: fewer tell of single people.
const FEW: i64 = 5;

/// One of the tables as a file.
const FIGURES: List = List {
    name: "seminar-figures",
    taken: None,
    columns: &[
        Column::Text("seminars-figures-by", "/name"),
        Column::Number("seminars-figures-seminars", "/seminars"),
        Column::Number("seminars-figures-lessons", "/lessons"),
        Column::Number("seminars-figures-places", "/places"),
        Column::Number("seminars-figures-applications", "/applications"),
        Column::Number("seminars-figures-count", "/count"),
        Column::Number("seminars-figures-persons", "/persons"),
        Column::Number("seminars-figures-new", "/new"),
        Column::Number("seminars-figures-repeat", "/repeat"),
        Column::Number("seminars-figures-rate", "/rate"),
    ],
};

/// The routes of figures.
pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/counter/seminars/figures", all)
        .get("/counter/seminars/figures/rows", rows::rows)
}

/// `GET /counter/seminars/figures?month=2026-12&year=2026&by=&as=`
async fn all(page: Page, typed: Typed) -> Result<Response, Error> {
    let keeps = counts(&page)?;
    let page = page.nav(if keeps { "seminars" } else { "seminar-figures" });
    let now = page.app.clock.now();
    let period = Period::asked(&typed, now.date())?;
    let (held, applied) = read::held(page.app.db.reader(), period.span(), now).await?;
    let tables = tables(&page, &held, &applied)?;
    if let Some(form) = Form::asked(&typed)? {
        let mut tables = tables.iter();
        let table = tables.find(|table| table["by"] == typed.text("by"));
        let rows = table.ok_or_else(Error::not_found)?["rows"].as_array();
        let rows = rows.map_or(&[][..], Vec::as_slice);
        return page.file(form, &FIGURES, &period.code(), rows).await;
    }
    let facts = json!({
        "period": period.facts(now.date()),
        "all": told(&sum(held.iter(), &applied)),
        "tables": tables,
        "certificates": read::certificates_issued(page.app.db.reader(), period.span()).await?,
        "satisfaction": match least(keeps, period) {
            Some(least) => satisfaction(&page, &held, least).await?,
            None => Vec::new(),
        },
        "keeps": keeps,
    });
    page.show("seminars/figures.html", &facts)
}

/// From how many answers on a reader is told what they come to; none when they are told of none. The
/// ward learns of whole years only: a year less its months would tell of few.
const fn least(keeps: bool, period: Period) -> Option<i64> {
    match (keeps, period) {
        (true, _) => Some(1),
        (false, Period::Year(..)) => Some(FEW),
        (false, Period::Month(..)) => None,
    }
}

/// Lets pass whoever sees how many came; says whether they also see who.
fn counts(page: &Page) -> Result<bool, Error> {
    let actor = &page.person()?.actor;
    if may_count(actor) {
        Ok(may_keep(actor))
    } else {
        Err(Error::forbidden())
    }
}

/// Every table, each with its values in words.
fn tables(
    page: &Page,
    held: &[Held],
    applied: &BTreeMap<SeminarId, i64>,
) -> Result<Vec<Value>, Fault> {
    let mut tables = Vec::new();
    for by in By::ALL {
        let mut rows = Vec::new();
        for (value, sum) in sums(held, *by, applied) {
            let mut row = told(&sum);
            row["name"] = json!(named(page, *by, &value, held)?);
            row["is"] = json!(utf8_percent_encode(&value, NON_ALPHANUMERIC).to_string());
            rows.push(row);
        }
        tables.push(json!({ "by": by.code(), "rows": rows }));
    }
    Ok(tables)
}

/// A value in words.
fn named(page: &Page, by: By, value: &str, held: &[Held]) -> Result<String, Fault> {
    match by {
        By::Audience => page.worded(&format!("seminars-audience-{value}")),
        By::Programme => Ok(value.to_owned()),
        By::Seminar => {
            let mut own = held.iter();
            let own = own.find(|one| one.seminar.to_string() == value);
            Ok(own.map(|one| one.title.clone()).unwrap_or_default())
        }
    }
}

fn told(sum: &Sum) -> Value {
    json!({
        "seminars": sum.seminars,
        "lessons": sum.lessons,
        "places": sum.places,
        "applications": sum.applications,
        "expected": sum.expected,
        "count": sum.count,
        "persons": sum.persons,
        "new": sum.new,
        "repeat": sum.repeat,
        "rate": sum.rate(),
    })
}

/// The questions that are answered on a scale, with their means over all these seminars, where there are
/// so many answers.
async fn satisfaction(page: &Page, held: &[Held], least: i64) -> Result<Vec<Value>, Error> {
    let mut seminars: Vec<_> = held.iter().map(|one| one.seminar).collect();
    seminars.sort_unstable();
    seminars.dedup();
    let mut answers = Vec::new();
    for id in seminars {
        answers.extend(answers_of(page.app.db.reader(), SUBJECT, id.0).await?);
    }
    let said = answers.iter().flat_map(|one| &one.answers);
    let asked = tally(said).into_iter();
    let mean = |one: Asked| {
        let mean = format!("{:.1}", one.mean?);
        let count: i64 = one.counts.iter().map(|(_, count)| count).sum();
        let told = json!({ "question": one.question, "mean": mean, "count": count });
        (count >= least).then_some(told)
    };
    Ok(asked.filter_map(mean).collect())
}
