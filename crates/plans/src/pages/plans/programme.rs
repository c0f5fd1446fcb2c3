//! One programme of a version, as it is read.

use std::collections::HashMap;

use axum::response::Response;
use kernel::Actor;
use serde_json::{Value, json};
use web::{Error, Id, Page, Typed};

use super::{
    super::{council::opinions_about, reader},
    comparison, facts, found, policy_fields, said,
};
use crate::{
    entity::{PlanId, PolicyId, ProgrammeId},
    read::{
        contents,
        plans::{self as read, Plan, Version},
    },
    rules::{
        Standing, difference,
        plan::{may_comment, may_write},
        programme::Programme,
        whole::Content,
    },
};

pub(super) const ONE: &str = "plans/programme.html";

/// `GET /plans/{id}/programmes/{programme}?version=`
pub(in super::super) async fn one(
    page: Page,
    Id((id, programme)): Id<(PlanId, ProgrammeId)>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("plans");
    reader(&page)?;
    let plan = found(&page, id).await?;
    let version = plan
        .version(typed.number("version"))
        .ok_or_else(Error::not_found)?;
    let facts = seen(&page, &plan, version, programme).await?;
    page.form(ONE, &facts, &typed)
}

/// What the page of a programme shows.
pub(super) async fn seen(
    page: &Page,
    plan: &Plan,
    version: &Version,
    programme: ProgrammeId,
) -> Result<Value, Error> {
    let actor = page.actor();
    let (content, earlier) = both(page, plan, version).await?;
    let of_this = |(there, _): &&(ProgrammeId, Programme)| *there == programme;
    let one = content.programmes.iter().find(of_this);
    let (_, one) = one.ok_or_else(Error::not_found)?;
    let policies = policy_fields(page, plan).await?;
    let said = said::said(page, plan, version).await?;
    let comments = said.of(version);
    let comments = comments.filter(|one| one.programme == Some(programme));
    let mut seen = spoken(&content, programme, one, &policies);
    let changes = earlier.map(|earlier| changed(&earlier, programme, one));
    seen["changes"] = json!(changes.map(|changes| comparison::points(&changes, &policies)));
    seen["comments"] = json!(comments.collect::<Vec<_>>());
    seen["carried_from"] = json!(carried_from(page, plan, one).await?);
    let spoken_of = std::iter::once(programme).chain(one.carried_from).collect();
    seen["opinions"] = json!(opinions_about(page, spoken_of).await?);
    seen["said_before"] = said.before(plan, version, &content, Some(programme));
    seen["person"] = json!(page.person()?.person);
    may(&actor, plan, version, &mut seen);
    Ok(seen)
}

/// What a version says, and what the one before it said.
async fn both(
    page: &Page,
    plan: &Plan,
    version: &Version,
) -> Result<(Content, Option<Content>), Error> {
    let before = plan.before(version).map(|one| one.row.id);
    let ids: Vec<_> = std::iter::once(version.row.id).chain(before).collect();
    let mut contents = contents::contents(page.app.db.reader(), &ids).await?;
    let content = contents.remove(&version.row.id).unwrap_or_default();
    Ok((content, before.and_then(|before| contents.remove(&before))))
}

/// What it says, with its share of the budget.
fn spoken(
    content: &Content,
    id: ProgrammeId,
    one: &Programme,
    policies: &HashMap<PolicyId, String>,
) -> Value {
    let own = content.budget.iter();
    let own = own.filter(|line| line.programme == Some(id));
    json!({
        "programme": facts::programme(id, one, policies),
        "budget": own.map(|line| facts::budget_line(line, content)).collect::<Vec<_>>(),
    })
}

/// Which version it is, and what this actor may do there.
fn may(actor: &Actor, plan: &Plan, version: &Version, seen: &mut Value) {
    let newest = plan.versions.first().map(|newest| newest.row.id);
    let is_newest = newest == Some(version.row.id);
    let is_draft = is_newest && version.standing() == Standing::Draft;
    seen["plan"] = facts::plan(plan);
    seen["version"] = facts::version(version);
    seen["before"] = json!(plan.before(version).map(facts::version));
    seen["is_newest"] = is_newest.into();
    seen["may_edit"] = (is_draft && may_write(actor, plan.row.kind)).into();
    seen["may_comment"] = (is_newest && may_comment(actor, version.standing())).into();
}

/// What it says otherwise than before; a new one says nothing otherwise.
fn changed(earlier: &Content, id: ProgrammeId, one: &Programme) -> Vec<difference::Point> {
    let later = Content {
        programmes: vec![(id, one.clone())],
        budget: Vec::new(),
    };
    let difference = difference::between(earlier, &later);
    difference
        .changed
        .into_iter()
        .flat_map(|changed| changed.points)
        .collect()
}

/// The programme of another plan that it carries on, as far as whoever asks may read it.
async fn carried_from(page: &Page, plan: &Plan, one: &Programme) -> Result<Value, Error> {
    let (Some(based_on), Some(from)) = (plan.row.based_on, one.carried_from) else {
        return Ok(Value::Null);
    };
    let db = page.app.db.reader();
    let Some(earlier) = read::plan(db, &page.actor(), based_on).await? else {
        return Ok(Value::Null);
    };
    let version = earlier.in_force().or_else(|| earlier.versions.first());
    let Some(version) = version else {
        return Ok(Value::Null);
    };
    let found = contents::programme(db, version.row.id, from).await?;
    Ok(found.map_or(Value::Null, |(was, _)| {
        json!({
            "href": format!("/plans/{based_on}/programmes/{from}?version={}", version.row.number),
            "plan": earlier.row.name,
            "number": was.number,
            "name": was.name,
        })
    }))
}
