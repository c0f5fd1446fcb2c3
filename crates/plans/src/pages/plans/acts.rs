//! A plan is handed in, answered, taken back, changed, thrown away.

use axum::response::Response;
use kernel::{Failed, transact};
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Typed};

use super::{super::reader, ONE, comparison, found, seen};
use crate::{
    Refused,
    entity::{PlanId, PlanVersionId},
    read::plans::{Plan, Version},
    service::plans::{self as service, Seen},
};

/// The version that the page showed; none when the form does not say.
pub(super) fn seen_version(typed: &Typed, count: &str) -> Result<Seen, Refused> {
    let (version, count) = (of_version(typed)?, typed.number(count));
    let count = count.ok_or(Refused::Changed)?;
    Ok(Seen { version, count })
}

/// The same by itself.
pub(super) fn of_version(typed: &Typed) -> Result<PlanVersionId, Refused> {
    typed.text("of").parse().ok().ok_or(Refused::Changed)
}

/// `POST /plans/{id}/submission`
pub(in super::super) async fn submit(
    page: Page,
    Id(id): Id<PlanId>,
    typed: Typed,
) -> Result<Response, Error> {
    reader(&page)?;
    let submitted = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::submit(work, id, seen_version(&typed, "edition")?).await
    });
    answer(&page, id, &typed, submitted.await, "plans-submitted").await
}

/// `POST /plans/{id}/withdrawal`
pub(in super::super) async fn withdraw(
    page: Page,
    Id(id): Id<PlanId>,
    typed: Typed,
) -> Result<Response, Error> {
    reader(&page)?;
    let withdrawn = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::withdraw(work, id, seen_version(&typed, "seen")?).await
    });
    answer(&page, id, &typed, withdrawn.await, "plans-withdrawn").await
}

/// `POST /plans/{id}/decision`
pub(in super::super) async fn decide(
    page: Page,
    Id(id): Id<PlanId>,
    typed: Typed,
) -> Result<Response, Error> {
    reader(&page)?;
    let Some(verdict) = approvals::decision(&typed) else {
        return Ok(page.go(&format!("/plans/{id}")));
    };
    let decided = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::decide(work, id, seen_version(&typed, "seen")?, &verdict).await
    });
    answer(&page, id, &typed, decided.await, "plans-plan-decided").await
}

/// `POST /plans/{id}/revision`: the next version, or a change of what was approved.
pub(in super::super) async fn revise(
    page: Page,
    Id(id): Id<PlanId>,
    typed: Typed,
) -> Result<Response, Error> {
    reader(&page)?;
    let reason = typed.text("reason").replace("\r\n", "\n");
    let revised = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        let of = of_version(&typed)?;
        service::revise(work, id, of, &reason).await
    });
    answer(&page, id, &typed, revised.await, "plans-revised").await
}

/// `POST /plans/{id}/removal`: the draft is thrown away.
pub(in super::super) async fn discard(
    page: Page,
    Id(id): Id<PlanId>,
    typed: Typed,
) -> Result<Response, Error> {
    reader(&page)?;
    let discarded = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::discard(work, id, seen_version(&typed, "edition")?).await
    });
    match discarded.await {
        Ok(false) => Ok(page.go_saying("/plans", &Flash::good("plans-discarded", json!({})))),
        left => answer(&page, id, &typed, left.map(|_| ()), "plans-discarded").await,
    }
}

/// Back to the plan with a word of what was done, or the page again with why not.
pub(super) async fn answer(
    page: &Page,
    id: PlanId,
    typed: &Typed,
    done: Result<(), Failed<Refused>>,
    said: &str,
) -> Result<Response, Error> {
    match done {
        Ok(()) => Ok(page.go_saying(&format!("/plans/{id}"), &Flash::good(said, json!({})))),
        Err(failed) => {
            let page = page.clone().nav("plans");
            let plan = found(&page, id).await?;
            let newest = plan.versions.first().ok_or_else(Error::not_found)?;
            let mut facts = seen(&page, &plan, newest, &Typed::default()).await?;
            facts["lost"] = json!(lost(typed));
            facts["moved"] = moved(&page, &plan, newest, typed).await?;
            page.refused(failed.into(), ONE, &facts, typed)
        }
    }
}

/// What changed since the version that the form was about, if that is another one.
async fn moved(page: &Page, plan: &Plan, newest: &Version, typed: &Typed) -> Result<Value, Error> {
    let of = of_version(typed).ok().and_then(|of| plan.version_of(of));
    match of.filter(|of| of.row.id != newest.row.id) {
        Some(of) => comparison::compared(page, (plan, of), (plan, newest)).await,
        None => Ok(Value::Null),
    }
}

/// What somebody typed that is not kept, field by field; what pages send along by themselves is left
/// out.
fn lost(typed: &Typed) -> Vec<&str> {
    let own = ["of", "edition", "seen", "decision", "then", "programme"];
    let typed_in = |name: &&str| !own.contains(name) && !name.ends_with("-id");
    let names = typed.names().filter(typed_in);
    let values = names.map(|name| typed.text(name).trim());
    values
        .filter(|value| !value.is_empty() && *value != "on")
        .collect()
}
