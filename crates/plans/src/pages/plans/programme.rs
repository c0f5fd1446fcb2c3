//! One programme of a version, as it is read.

use axum::response::Response;
use serde_json::{Value, json};
use web::{Error, Id, Page, Typed};

use super::{super::reader, comparison, facts, found, policy_fields};
use crate::{
    entity::{PlanId, ProgrammeId},
    read::{
        contents,
        plans::{self as read, Plan, Version},
        review,
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
    let (db, actor) = (page.app.db.reader(), page.actor());
    let before = plan.before(version);
    let both: Vec<_> = [Some(version), before]
        .into_iter()
        .flatten()
        .map(|one| one.row.id)
        .collect();
    let mut contents = contents::contents(db, &both).await?;
    let content = contents.remove(&version.row.id).unwrap_or_default();
    let earlier = before.and_then(|before| contents.remove(&before.row.id));
    let mut all = content.programmes.iter();
    let (_, one) = all
        .find(|(there, _)| *there == programme)
        .ok_or_else(Error::not_found)?;
    let policies = policy_fields(page, plan).await?;
    let comments = review::comments(db, &actor, version).await?;
    let of_this = comments
        .into_iter()
        .filter(|one| one.programme == Some(programme));
    let is_newest = plan
        .versions
        .first()
        .is_some_and(|newest| newest.row.id == version.row.id);
    let lines = content
        .budget
        .iter()
        .filter(|line| line.programme == Some(programme));
    let changes = earlier.map(|earlier| changed(&earlier, programme, one));
    Ok(json!({
        "plan": facts::plan(plan),
        "version": facts::version(version),
        "is_newest": is_newest,
        "before": before.map(facts::version),
        "programme": facts::programme(programme, one, &policies),
        "carried_from": carried_from(page, plan, one).await?,
        "budget": lines.map(|line| facts::budget_line(line, &content)).collect::<Vec<_>>(),
        "changes": changes.map(|changes| comparison::points(&changes, &policies)),
        "comments": of_this.collect::<Vec<_>>(),
        "person": page.person()?.person,
        "may_edit": is_newest && version.standing() == Standing::Draft && may_write(&actor, plan.row.kind),
        "may_comment": is_newest && may_comment(&actor, version.standing()),
    }))
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
