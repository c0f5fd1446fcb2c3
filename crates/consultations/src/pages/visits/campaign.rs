//! One campaign: its targets, how far it has come, and the same as a file.

use axum::response::Response;
use serde_json::{Value, json};
use web::{
    Error, Id, Page, Typed,
    sheet::{Column, Form, List},
};

use super::{facts, runner};
use crate::{
    entity::{VisitCampaignId, visit_target::State},
    read::{self, Target},
    rules::Coverage,
};

pub(super) const ONE: &str = "consultations/visit_campaign.html";

/// The list as a file.
const TARGETS: List = List {
    name: "visits",
    taken: Some("visits.list_taken"),
    columns: &[
        Column::Number("visits-label-position", "/position"),
        Column::Text("visits-label-company", "/company"),
        Column::Text("visits-label-address", "/address"),
        Column::Text("visits-label-telephone", "/telephone"),
        Column::Text("visits-label-assignee", "/assignee"),
        Column::Said("visits-label-state", "/state", "visits-state-"),
        Column::Date("visits-label-next", "/next_on"),
        Column::Text("visits-label-note", "/note"),
    ],
};

/// `GET /visits/{id}?state=&whose=&as=`
pub(super) async fn one(
    page: Page,
    Id(id): Id<VisitCampaignId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("visits");
    let facts = given(&page, id, &typed).await?;
    if let Some(form) = Form::asked(&typed)? {
        let today = page.app.clock.now().date();
        let rows = facts["targets"].as_array().map_or(&[][..], Vec::as_slice);
        return page.file(form, &TARGETS, &today.to_string(), rows).await;
    }
    page.form(ONE, &facts, &typed)
}

/// What the page is given: the targets that are asked for, and how far all of them have come.
pub(super) async fn given(page: &Page, id: VisitCampaignId, typed: &Typed) -> Result<Value, Error> {
    runner(page)?;
    let (db, today) = (page.app.db.reader(), page.app.clock.now().date());
    let mut campaigns = read::campaigns(db).await?.into_iter();
    let campaign = campaigns.find(|one| one.row.id == id);
    let campaign = campaign.ok_or_else(Error::not_found)?;
    let all = read::targets_of(db, id).await?;
    let (state, whose) = (State::parse(typed.text("state")), typed.text("whose"));
    let wanted = |one: &&Target| {
        let own = whose_of(one);
        state.is_none_or(|state| one.row.state == state) && (whose.is_empty() || own == whose)
    };
    let people = read::visitors(db).await?;
    let option =
        |(person, name): &(_, String)| json!({ "value": format!("{person}"), "label": name });
    Ok(json!({
        "campaign": facts::campaign(&campaign, today),
        "targets": all.iter().filter(wanted).map(|one| facts::listed(one, today)).collect::<Vec<_>>(),
        "assignees": assignees(&all),
        "people": people.iter().map(option).collect::<Vec<_>>(),
    }))
}

/// Who goes to a target, as addresses have it.
fn whose_of(one: &Target) -> String {
    match one.row.assignee_id {
        Some(person) => person.to_string(),
        None => "none".to_owned(),
    }
}

/// How far each has come who goes.
fn assignees(all: &[Target]) -> Vec<Value> {
    let mut people: Vec<(String, Option<&str>)> = all
        .iter()
        .map(|one| (whose_of(one), one.assignee.as_deref()))
        .collect();
    people.sort_unstable();
    people.dedup();
    let row = |(person, name): (String, Option<&str>)| {
        let own = all.iter().filter(|one| whose_of(one) == person);
        let mut facts = facts::coverage(&Coverage::of(own.map(|one| one.row.state)));
        facts["person"] = json!(person);
        facts["name"] = json!(name);
        facts
    };
    people.into_iter().map(row).collect()
}
