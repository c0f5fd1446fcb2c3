//! A plan as files and on paper.

use axum::response::Response;
use serde_json::{Value, json};
use web::{
    Error, Id, Page, Typed,
    sheet::{Cell, Form, Sheet},
};

use super::{super::reader, facts, found, policy_fields, said};
use crate::{
    entity::{PlanId, ProgrammeId},
    read::{
        contents,
        plans::{Plan, Version, known},
        review::Comment,
    },
    rules::{
        programme::{Known, Programme},
        table,
        whole::Content,
    },
};

/// `GET /plans/{id}/print?version=`: the plan with its approval, as sheets of A4.
pub(in super::super) async fn paper(
    page: Page,
    Id(id): Id<PlanId>,
    typed: Typed,
) -> Result<Response, Error> {
    reader(&page)?;
    let plan = found(&page, id).await?;
    let version = plan
        .version(typed.number("version"))
        .ok_or_else(Error::not_found)?;
    let db = page.app.db.reader();
    let content = contents::content(db, version.row.id).await?;
    let mut facts = sheets(
        &plan,
        version,
        &content,
        &policy_fields(&page, &plan).await?,
    );
    let said = said::said(&page, &plan, version).await?;
    facts["steps"] = json!(said.steps(version));
    facts["approval"] = json!(version.approval);
    facts["standing"] = said.conditions(&plan, version);
    facts["conditions"] = conditions(&content, said.of(version));
    page.show("plans/plan_paper.html", &facts)
}

/// On which conditions it is approved, each with the programme that it is about.
fn conditions<'s>(content: &Content, said: impl Iterator<Item = &'s Comment>) -> Value {
    let condition = |one: &Comment| {
        let of = |(id, _): &&(ProgrammeId, Programme)| Some(*id) == one.programme;
        let about = content.programmes.iter().find(of).map(|(_, about)| about);
        json!({
            "number": about.map(|about| about.number),
            "name": about.map(|about| &about.name),
            "body": one.body,
        })
    };
    let conditions = said.filter(|one| one.is_condition);
    conditions.map(condition).collect()
}

/// The plan, its tree with everything each programme says, and its budget.
pub(super) fn sheets(
    plan: &Plan,
    version: &Version,
    content: &Content,
    policies: &std::collections::HashMap<crate::entity::PolicyId, String>,
) -> Value {
    let rows = content.programmes.iter();
    let rows = rows.map(|(id, one)| (one, facts::programme(*id, one, policies)));
    json!({
        "plan": facts::plan(plan),
        "version": facts::version(version),
        "goals": facts::tree(rows),
        "count": content.programmes.len(),
        "budget": facts::budget(content),
    })
}

/// The programmes of a version as a file, in the format in which they are entered.
pub(super) async fn file(
    page: &Page,
    form: Form,
    plan: &Plan,
    version: &Version,
) -> Result<Response, Error> {
    let db = page.app.db.reader();
    let known = known(db, &page.actor(), plan).await?;
    let content = contents::content(db, version.row.id).await?;
    sheet(plan, version, &content, &known, form)
}

/// The same for whoever asks, with what may be named to them.
pub(super) fn sheet(
    plan: &Plan,
    version: &Version,
    content: &Content,
    known: &Known,
    form: Form,
) -> Result<Response, Error> {
    let lines = content
        .programmes
        .iter()
        .flat_map(|(_, one)| table::lines(one, known));
    let sheet = Sheet {
        name: format!(
            "plan-{}-{}-{}",
            plan.row.kind.code(),
            plan.row.first_year,
            version.row.number
        ),
        headings: table::COLUMNS
            .iter()
            .map(|column| (*column).to_owned())
            .collect(),
        rows: lines
            .map(|line| line.into_iter().map(cell).collect())
            .collect(),
    };
    Ok(sheet.file(form)?)
}

/// Numbers to reckon with stay numbers.
fn cell(text: String) -> Cell {
    let number = text.replace(',', "").parse();
    number.map_or(Cell::Text(text), Cell::Number)
}
