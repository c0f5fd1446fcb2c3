//! What one version says otherwise than another, of the same plan or of two.

use std::collections::HashMap;

use axum::response::Response;
use serde_json::{Value, json};
use web::{Error, Id, Page, Typed};

use super::{super::reader, facts, policy_fields};
use crate::{
    entity::{PlanId, PolicyId, ProgrammeId},
    read::{
        contents,
        plans::{self as read, Plan, Version},
    },
    rules::{
        difference::{self, Changed, Difference, Point},
        programme::Programme,
        whole::Content,
    },
};

/// `GET /plans/{id}/comparison?version=&with=&plan=&paper=`: a version beside one of the same plan, or
/// beside what holds of another plan; as a page, or for paper.
pub(in super::super) async fn show(
    page: Page,
    Id(id): Id<PlanId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("plans");
    reader(&page)?;
    let other: Option<PlanId> = typed.text("plan").parse().ok();
    let ids = [Some(id), other].into_iter().flatten().collect();
    let plans = read::some(page.app.db.reader(), &page.actor(), ids).await?;
    let (later, version, earlier, with) =
        chosen(&plans, id, other, &typed).ok_or_else(Error::not_found)?;
    let facts = compared(&page, (earlier, with), (later, version)).await?;
    let paper = !typed.text("paper").is_empty();
    let template = if paper {
        "plans/comparison_paper.html"
    } else {
        "plans/comparison.html"
    };
    page.show(template, &facts)
}

/// The version, and which it is compared with: one of its own plan, or what holds of the other.
fn chosen<'p>(
    plans: &'p [Plan],
    id: PlanId,
    other: Option<PlanId>,
    typed: &Typed,
) -> Option<(&'p Plan, &'p Version, &'p Plan, &'p Version)> {
    let plan = |id| plans.iter().find(|plan| plan.row.id == id);
    let later = plan(id)?;
    let version = later.version(typed.number("version"))?;
    if let Some(other) = other.filter(|other| *other != id) {
        let other = plan(other)?;
        let with = other.in_force().or_else(|| other.versions.first())?;
        return Some((later, version, other, with));
    }
    let with = match typed.number("with") {
        Some(number) => later.version(Some(number)),
        None => later.before(version),
    };
    Some((later, version, later, with?))
}

/// Everything that differs.
pub(super) async fn compared(
    page: &Page,
    (earlier, with): (&Plan, &Version),
    (later, version): (&Plan, &Version),
) -> Result<Value, Error> {
    let ids = [with.row.id, version.row.id];
    let mut contents = contents::contents(page.app.db.reader(), &ids).await?;
    let before = contents.remove(&with.row.id).unwrap_or_default();
    let after = contents.remove(&version.row.id).unwrap_or(before.clone());
    let difference = difference::between(&before, &after);
    let policies = fields(page, &difference, [earlier, later]).await?;
    let mut facts = differs(&difference, (&before, &after), &policies);
    facts["plan"] = facts::plan(later);
    facts["version"] = facts::version(version);
    facts["approval"] = json!(version.approval);
    facts["earlier_plan"] = facts::plan(earlier);
    facts["earlier"] = facts::version(with);
    facts["is_same_plan"] = (earlier.row.id == later.row.id).into();
    facts["numbers"] = json!(numbers(earlier, later, version));
    Ok(facts)
}

/// The versions of the same plan that it could be compared with instead.
fn numbers(earlier: &Plan, later: &Plan, version: &Version) -> Vec<String> {
    let others = later.versions.iter();
    let others = others.filter(|one| one.row.id != version.row.id);
    others
        .filter(|_| earlier.row.id == later.row.id)
        .map(|one| one.row.number.to_string())
        .collect()
}

/// What differs, programme by programme, and in the budget.
fn differs(
    difference: &Difference,
    (before, after): (&Content, &Content),
    policies: &HashMap<PolicyId, String>,
) -> Value {
    let listed = |all: &[(ProgrammeId, Programme)]| {
        let row = |(id, one): &(_, _)| facts::programme(*id, one, policies);
        all.iter().map(row).collect::<Vec<_>>()
    };
    json!({
        "is_none": difference.is_none(),
        "changed": difference.changed.iter().map(|one| changed(one, policies)).collect::<Vec<_>>(),
        "added": listed(&difference.added),
        "dropped": listed(&difference.dropped),
        "budget": budget(difference, before, after),
    })
}

/// The fields of the policies that any of it names: asked for only where one does.
async fn fields(
    page: &Page,
    difference: &Difference,
    plans: [&Plan; 2],
) -> Result<HashMap<PolicyId, String>, Error> {
    let is_policy = |point: &Point| matches!(point, Point::Field("policy", _, _));
    let mut points = difference.changed.iter().flat_map(|one| &one.points);
    let mut all = HashMap::new();
    if points.any(is_policy) {
        for plan in plans {
            all.extend(policy_fields(page, plan).await?);
        }
    }
    Ok(all)
}

fn changed(one: &Changed, policies: &HashMap<PolicyId, String>) -> Value {
    json!({
        "id": one.id.to_string(),
        "number": one.number,
        "name": one.name,
        "points": points(&one.points, policies),
    })
}

/// Each thing that differs, with both sides.
pub(super) fn points(all: &[Point], policies: &HashMap<PolicyId, String>) -> Vec<Value> {
    let field = |id: &str| {
        let found = policies.iter().find(|(there, _)| there.to_string() == id);
        found.map_or(id, |(_, field)| field.as_str()).to_owned()
    };
    let point = |point: &Point| match point {
        Point::Field("policy", before, after) => {
            json!({ "sort": "field", "name": "policy", "before": field(before), "after": field(after) })
        }
        Point::Field(name, before, after) => {
            json!({ "sort": "field", "name": name, "before": before, "after": after })
        }
        Point::Measure(before, after) => json!({
            "sort": "measure",
            "before": before.as_ref().map(facts::measure),
            "after": after.as_ref().map(facts::measure),
        }),
        Point::Schedule(before, after) => json!({
            "sort": "schedule",
            "before": before.iter().map(facts::activity).collect::<Vec<_>>(),
            "after": after.iter().map(facts::activity).collect::<Vec<_>>(),
        }),
    };
    all.iter().map(point).collect()
}

fn budget(difference: &Difference, before: &Content, after: &Content) -> Vec<Value> {
    let line = |(whose, line): &(difference::Whose, _)| {
        let content = if whose.code() == "earlier" {
            before
        } else {
            after
        };
        let mut facts = facts::budget_line(line, content);
        facts["whose"] = whose.code().into();
        facts
    };
    difference.budget.iter().map(line).collect()
}
