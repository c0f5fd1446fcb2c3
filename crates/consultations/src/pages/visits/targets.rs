//! Adding a target by hand, and saying who goes.

use axum::response::Response;
use kernel::{Failed, transact};
use serde_json::json;
use web::{Error, Flash, Id, Page, Typed};

use super::{
    campaign::{ONE, given},
    runner,
};
use crate::{
    Refused,
    entity::{VisitCampaignId, VisitTargetId},
    rules::TargetDraft,
    service,
};

/// `POST /visits/{id}/targets`
pub(super) async fn add(
    page: Page,
    Id(id): Id<VisitCampaignId>,
    typed: Typed,
) -> Result<Response, Error> {
    runner(&page)?;
    let draft = TargetDraft {
        company: typed.text("company").to_owned(),
        address: typed.text("address").to_owned(),
        telephone: typed.text("telephone").to_owned(),
        note: typed.text("note").to_owned(),
    };
    let added = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::add_target(work, id, &draft).await
    });
    let added = added.await;
    answered(page, (id, typed), added, "visits-target-added").await
}

/// `POST /visits/{id}/assignment`: several targets at once, each named with the edition that was seen.
pub(super) async fn assign(
    page: Page,
    Id(id): Id<VisitCampaignId>,
    typed: Typed,
) -> Result<Response, Error> {
    runner(&page)?;
    let chosen: Vec<(VisitTargetId, i32)> = typed
        .all("targets")
        .into_iter()
        .filter_map(|one| {
            let (target, edition) = one.split_once('@')?;
            Some((target.parse().ok()?, edition.parse().ok()?))
        })
        .collect();
    let to = match typed.text("to") {
        _ if !typed.text("nobody").is_empty() => Ok(None),
        "" => Err(Refused::Unmet("visits-nobody-chosen")),
        person => person.parse().map(Some).map_err(|_error| Refused::NotThere),
    };
    let assigned = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::assign_targets(work, id, &chosen, to?).await
    });
    let assigned = assigned.await;
    answered(page, (id, typed), assigned, "visits-assigned").await
}

async fn answered(
    page: Page,
    (id, typed): (VisitCampaignId, Typed),
    done: Result<(), Failed<Refused>>,
    said: &str,
) -> Result<Response, Error> {
    match done {
        Ok(()) => {
            let flash = Flash::good(said, json!({}));
            Ok(page.go_saying(&format!("/visits/{id}"), &flash))
        }
        Err(failed) => {
            let page = page.nav("visits");
            let facts = given(&page, id, &Typed::default()).await?;
            page.refused(failed.into(), ONE, &facts, &typed)
        }
    }
}
