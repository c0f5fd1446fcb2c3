//! The register of certificates, and the yearly figures of the plan with the rows behind each.

use axum::response::Response;
use japan::fiscal::FiscalYear;
use serde_json::{Value, json};
use web::{
    Error, Page, Routes, Typed,
    sheet::{Column, Form, List},
};

use super::{facts, only};
use crate::{
    read::{self, Figure, Figures, Registered},
    rules::may_look,
};

/// The register as a file.
const REGISTER: List = List {
    name: "certificates",
    taken: Some("certificate.register_taken"),
    columns: &[
        Column::Text("founders-label-number", "/number"),
        Column::Date("founders-label-issued", "/issued_on"),
        Column::Date("founders-label-valid-until", "/valid_until"),
        Column::Text("founders-label-holder", "/holder"),
        Column::Text("founders-label-name", "/name"),
        Column::Text("founders-label-head-office", "/head_office"),
        Column::Number("founders-label-copies", "/copies"),
        Column::Said("founders-label-validity", "/validity", "founders-validity-"),
        Column::Date("founders-label-revoked", "/revoked_on"),
        Column::Text("founders-label-revoked-why", "/revoked_why"),
        Column::Date("founders-label-founded", "/founded_on"),
    ],
};

/// The rows behind a figure as a file.
const ROWS: List = List {
    name: "founder-figures",
    taken: Some("founder.figures_taken"),
    columns: &[
        Column::Said("founders-label-figure", "/of", "founders-figure-"),
        Column::Date("founders-label-when", "/day"),
        Column::Text("founders-label-holder", "/name"),
        Column::Text("founders-label-number", "/number"),
    ],
};

/// Which figures there are.
const FIGURES: [&str; 4] = ["supported", "completed", "certificates", "founded"];

/// The routes of the register and the figures.
pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/counter/founders/register", register)
        .get("/counter/founders/figures", figures)
}

/// `GET /counter/founders/register?year=&as=`
async fn register(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("founders");
    only(&page, may_look)?;
    let year = FiscalYear::parse(typed.text("year"));
    let found = read::register(page.app.db.reader(), year).await?;
    let line = |one: &Registered| {
        let mut fact = facts::certificate(&page, &one.row);
        fact["id"] = json!(one.row.application_id);
        fact["name"] = json!(one.name);
        fact["head_office"] = json!(one.head_office);
        fact
    };
    let rows: Vec<Value> = found.iter().map(line).collect();
    if let Some(form) = Form::asked(&typed)? {
        return page.file_of_today(form, &REGISTER, &rows).await;
    }
    let facts = json!({ "certificates": rows, "years": years(&page) });
    page.form("founders/register.html", &facts, &typed)
}

/// This fiscal year and those before it.
fn years(page: &Page) -> Vec<Value> {
    let now = FiscalYear::of(page.app.clock.now().date());
    let mut year = now;
    let mut found = Vec::new();
    for _ in 0..5 {
        found.push(json!({ "value": year.year().to_string(), "label": year.name() }));
        year = year.previous();
    }
    found
}

/// `GET /counter/founders/figures?year=&of=&as=`
async fn figures(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("founders");
    only(&page, may_look)?;
    let today = page.app.clock.now().date();
    let year = FiscalYear::parse(typed.text("year")).unwrap_or_else(|| FiscalYear::of(today));
    let db = page.app.db.reader();
    let (plan, laws) = (read::plan(db).await?, read::laws(db).await?);
    let found = read::figures(db, (&plan, &laws), year, today).await?;
    let of = FIGURES.into_iter().find(|of| *of == typed.text("of"));
    if let Some(form) = Form::asked(&typed)? {
        let own = FIGURES.iter().filter(|one| of.is_none_or(|of| of == **one));
        let own: Vec<Value> = own.flat_map(|of| rows(&found, of)).collect();
        return page.file(form, &ROWS, &year.year().to_string(), &own).await;
    }
    let filled = Typed::default().or("year", &year.year().to_string());
    let figure = |of: &&str| json!({ "code": of, "count": behind(&found, of).len() });
    let facts = json!({
        "year": year.name(),
        "years": years(&page),
        "figures": FIGURES.iter().map(figure).collect::<Vec<_>>(),
        "revoked": found.revoked,
        "of": of,
        "rows": of.map(|of| rows(&found, of)).unwrap_or_default(),
    });
    page.form("founders/figures.html", &facts, &filled)
}

fn behind<'f>(found: &'f Figures, of: &str) -> &'f [Figure] {
    match of {
        "supported" => &found.supported,
        "completed" => &found.completed,
        "certificates" => &found.certificates,
        _ => &found.founded,
    }
}

fn rows(found: &Figures, of: &str) -> Vec<Value> {
    let rows = behind(found, of).iter();
    let row = |one: &Figure| json!({ "of": of, "day": one.day.to_string(), "name": one.name, "number": one.number });
    rows.map(row).collect()
}
