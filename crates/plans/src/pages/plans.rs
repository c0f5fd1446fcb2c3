//! 計画: the plans there are, and one with everything that can be done about it.

pub(super) mod acts;
pub(super) mod begin;
pub(super) mod budget;
pub(super) mod comparison;
mod facts;
pub(super) mod import;
pub(super) mod print;
pub(super) mod programme;
pub(super) mod programme_form;
pub(super) mod public;
pub(super) mod review;
mod said;
mod typed;
mod wanted;

use std::collections::HashMap;

use approvals::rules::may_decide;
use axum::response::Response;
use kernel::Fault;
use serde_json::{Value, json};
use web::{Error, Id, Page, Typed, sheet::Form};

use self::wanted::{Wanted, departments};
use super::reader;
use crate::{
    entity::{PlanId, PolicyId, plan::Kind},
    read::{
        contents,
        plans::{self as read, Plan, Version},
        policies,
        review::Comment,
    },
    rules::{
        Standing,
        plan::{may_comment, may_write},
        whole::Content,
    },
};

pub(super) use facts::year_name;

pub(super) const ONE: &str = "plans/plan.html";

/// `GET /plans`
pub(super) async fn all(page: Page) -> Result<Response, Error> {
    let page = page.nav("plans");
    reader(&page)?;
    let actor = page.actor();
    let plans = read::plans(page.app.db.reader(), &actor).await?;
    let (annual, ward): (Vec<&Plan>, Vec<&Plan>) =
        plans.iter().partition(|plan| plan.row.kind == Kind::Annual);
    let listed = |plans: Vec<&Plan>| plans.into_iter().map(facts::listed).collect::<Vec<_>>();
    let facts = json!({
        "annual": listed(annual),
        "ward": listed(ward),
        "may_annual": may_write(&actor, Kind::Annual),
        "may_ward": may_write(&actor, Kind::Action),
    });
    page.show("plans/plans.html", &facts)
}

/// `GET /plans/{id}?version=&department=&only=&as=`: the newest version, or an earlier one; as a page,
/// or as a file of its programmes.
pub(super) async fn one(page: Page, Id(id): Id<PlanId>, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("plans");
    reader(&page)?;
    let plan = found(&page, id).await?;
    let version = plan
        .version(typed.number("version"))
        .ok_or_else(Error::not_found)?;
    if let Some(form) = Form::asked(&typed)? {
        return print::file(&page, form, &plan, version).await;
    }
    let facts = seen(&page, &plan, version, &typed).await?;
    page.form(ONE, &facts, &typed)
}

/// The plan, as far as whoever asks may read it.
pub(super) async fn found(page: &Page, id: PlanId) -> Result<Plan, Error> {
    let found = read::plan(page.app.db.reader(), &page.actor(), id).await?;
    found.ok_or_else(Error::not_found)
}

/// What the page of a plan shows.
pub(super) async fn seen(
    page: &Page,
    plan: &Plan,
    version: &Version,
    typed: &Typed,
) -> Result<Value, Error> {
    let content = contents::content(page.app.db.reader(), version.row.id).await?;
    let said = said::said(page, plan, version).await?;
    let comments = said.of(version).cloned().collect();
    let mut seen = shown(plan, version, &content, comments, &Wanted::of(typed));
    seen["steps"] = json!(said.steps(version));
    seen["said_before"] = said.before(plan, version, &content, None);
    seen["conditions"] = said.conditions(plan, version);
    seen["moved"] = Value::Null;
    seen["lost"] = json!([]);
    seen["person"] = json!(page.person()?.person);
    may(page, plan, version, &mut seen);
    Ok(seen)
}

/// What it says, as far as it is wanted, and what was said of it.
fn shown(
    plan: &Plan,
    version: &Version,
    content: &Content,
    comments: Vec<Comment>,
    wanted: &Wanted,
) -> Value {
    let (of_programmes, general): (Vec<_>, Vec<_>) = comments
        .into_iter()
        .partition(|one| one.programme.is_some());
    let none = HashMap::new();
    let fitting = content.programmes.iter();
    let rows = fitting
        .filter(|(_, one)| wanted.fits(one))
        .map(|(id, one)| {
            let mut facts = facts::programme(*id, one, &none);
            let own = of_programmes
                .iter()
                .filter(|one| one.programme == Some(*id));
            facts["comments"] = own.count().into();
            (one, facts)
        });
    json!({
        "plan": facts::plan(plan),
        "version": facts::version(version),
        "versions": plan.versions.iter().map(facts::version).collect::<Vec<_>>(),
        "in_force": plan.in_force().map(facts::version),
        "before": plan.before(version).map(facts::version),
        "goals": facts::tree(rows),
        "count": content.programmes.len(),
        "departments": departments(content),
        "budget": facts::budget(content),
        "approval": version.approval,
        "comments": general,
        "missing": missing(plan, version, content),
    })
}

/// What can be done about a version by whoever looks at it.
fn may(page: &Page, plan: &Plan, version: &Version, seen: &mut Value) {
    let (actor, standing) = (page.actor(), version.standing());
    let is_newest = plan
        .versions
        .first()
        .is_some_and(|newest| newest.row.id == version.row.id);
    let newest_closed = plan
        .versions
        .first()
        .is_some_and(|one| one.standing().is_closed());
    let writes = may_write(&actor, plan.row.kind);
    let waits = is_newest && standing.code() == "submitted";
    let approval = version.approval.as_ref();
    let decides = approval.is_some_and(|one| may_decide(&actor, one.asked_of, one.submitted_by))
        && !actor.is(version.row.written_by);
    seen["may"] = json!({
        "edit": writes && is_newest && standing == Standing::Draft,
        "withdraw": writes && waits,
        "revise": writes && newest_closed,
        "decide": waits && decides,
        "comment": waits && may_comment(&actor, standing),
    });
}

/// What is missing before a draft can be handed in.
fn missing(plan: &Plan, version: &Version, content: &Content) -> Vec<Value> {
    if version.standing() != Standing::Draft {
        return Vec::new();
    }
    let missing = content.missing(plan.row.kind).into_iter();
    missing
        .map(|one| json!({ "key": one.key, "args": one.args }))
        .collect()
}

/// The fields of the policies that programmes cite.
pub(super) async fn policy_fields(
    page: &Page,
    plan: &Plan,
) -> Result<HashMap<PolicyId, String>, Fault> {
    let cited = policies::issued(page.app.db.reader(), &page.actor(), &plan.years()).await?;
    Ok(cited.into_iter().map(|(field, id)| (id, field)).collect())
}
