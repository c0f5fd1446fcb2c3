//! 相談の実績: figures of consultations on a page and as files, and the consultations behind them.

mod facts;
mod period;
mod rows;

use axum::response::Response;
use kernel::{Instant, transact};
use serde_json::{Value, json};
use web::{
    Error, Page, Routes, Typed,
    sheet::{Column, Form, List},
};

use self::{facts::Names, period::Period};
use crate::{
    read,
    rules::{self, Seeing, Sums},
    service,
};

/// One of the tables.
const FIGURES: List = List {
    name: "consultation-figures",
    taken: None,
    columns: &[
        Column::Text("cases-figures-by", "/name"),
        Column::Number("cases-figures-count", "/count"),
        Column::Number("cases-figures-persons", "/persons"),
    ],
};

/// The routes of figures.
pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/cases/figures", all)
        .get("/cases/figures/rows", rows::rows)
}

/// How whoever asks sees figures.
fn seeing(page: &Page) -> Result<Seeing, Error> {
    rules::may_see_figures(&page.person()?.actor).ok_or_else(Error::forbidden)
}

/// `GET /cases/figures?month=2026-12&year=2026&by=&as=`: the manager and coordinators see figures as
/// they are, the ward those of a whole fiscal year that is over, without small ones.
async fn all(page: Page, typed: Typed) -> Result<Response, Error> {
    let seeing = seeing(&page)?;
    let whole = seeing == Seeing::Whole;
    let page = page.nav(if whole { "cases" } else { "case-figures" });
    let today = page.app.clock.now().date();
    let period = Period::asked(seeing, today, &typed)?;
    let (sums, made_at) = sums(&page, seeing, period).await?;
    let names = Names::read(&page).await?;
    let tables = facts::tables(&page, &sums, &names)?;
    if let Some(form) = Form::asked(&typed)? {
        return take(&page, form, &typed, period, &tables).await;
    }
    let facts = json!({
        "period": period.facts(seeing, today),
        "tables": tables,
        "absent": sums.absent,
        "waits": facts::waits(&sums.waits),
        "followed_up": sums.followed_up,
        "whole": whole,
        "made_at": made_at.map(Instant::rfc3339),
    });
    page.show("consultations/figures.html", &facts)
}

/// The figures of a time as they are, or as the ward sees them and since when.
async fn sums(
    page: &Page,
    seeing: Seeing,
    period: Period,
) -> Result<(Sums, Option<Instant>), Error> {
    let today = page.app.clock.now().date();
    match (seeing, period) {
        (Seeing::Guarded, Period::Year(year)) => {
            let made = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
                service::figures_for_ward(work, year).await
            });
            let (sums, made_at) = made.await?;
            Ok((sums, Some(made_at)))
        }
        (Seeing::Guarded, Period::Month(_)) => Err(Error::forbidden()),
        (Seeing::Whole, period) => {
            let facts = read::figure_facts(page.app.db.reader(), &period.days(), today).await?;
            Ok((facts.sums(), None))
        }
    }
}

/// One of the tables as a file, with its last line.
async fn take(
    page: &Page,
    form: Form,
    typed: &Typed,
    period: Period,
    tables: &[Value],
) -> Result<Response, Error> {
    let by = typed.text("by");
    let mut tables = tables.iter();
    let table = tables.find(|table| table["by"] == by);
    let table = table.ok_or_else(Error::not_found)?;
    let hidden = page.worded("cases-figures-hidden")?;
    let told = |row: &Value| {
        let mut row = row.clone();
        for measure in ["count", "persons"] {
            if row[measure].is_null() {
                row[measure] = json!(hidden);
            }
        }
        row
    };
    let rows = table["rows"].as_array().map_or(&[][..], Vec::as_slice);
    let rows: Vec<Value> = rows.iter().chain([&table["all"]]).map(told).collect();
    page.file(form, &FIGURES, &format!("{by}-{}", period.code()), &rows)
        .await
}
