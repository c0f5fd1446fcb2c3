//! A person chooses another time themselves, once the one before was called off.

use axum::response::Response;
use kernel::transact;
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Typed};

use super::{can_choose, change::listed, own};
use crate::{
    Refused,
    entity::{CaseId, ExpertId},
    pages::ask::{shown, slot, wanted},
    read::{self, CasePage},
    service,
};

const FORM: &str = "consultations/change.html";

/// `GET /consultations/{id}/meetings/new?from=`
pub(in crate::pages) async fn choose_form(
    page: Page,
    Id(id): Id<CaseId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("consult");
    let person = page.person()?.person;
    let (case, _) = own(&page, person, id).await?;
    if !can_choose(&case, page.app.clock.now()) {
        return Ok(page.go(&format!("/consultations/{id}")));
    }
    page.form(FORM, &times(&page, &case, &typed).await?, &typed)
}

/// `POST /consultations/{id}/meetings`
pub(in crate::pages) async fn choose(
    page: Page,
    Id(id): Id<CaseId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("consult");
    let person = page.person()?.person;
    let (case, _) = own(&page, person, id).await?;
    let chosen = slot(typed.text("chosen"));
    let made = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        let chosen = chosen.ok_or(Refused::Unmet("meetings-choose-missing"))?;
        service::choose_again(work, id, chosen).await
    });
    match made.await {
        Ok(_) => {
            let flash = Flash::good("meetings-chosen", json!({}));
            Ok(page.go_saying(&format!("/consultations/{id}"), &flash))
        }
        Err(failed) => {
            let facts = times(&page, &case, &typed).await?;
            page.refused(failed.into(), FORM, &facts, &typed)
        }
    }
}

/// Who has the case; before anybody has it, for whom the person wished.
fn advisors(case: &CasePage) -> Vec<(ExpertId, &str)> {
    let own = case.experts.iter();
    let own: Vec<_> = own.map(|card| (card.row.id, &*card.name)).collect();
    let last = case.meetings.last();
    let wished = last.map(|one| (one.meeting.row.expert_id, &*one.expert));
    if own.is_empty() {
        wished.into_iter().collect()
    } else {
        own
    }
}

/// The times of those experts.
async fn times(page: &Page, case: &CasePage, typed: &Typed) -> Result<Value, Error> {
    let (db, now) = (page.app.db.reader(), page.app.clock.now());
    let days = shown(page, typed);
    let mut free = Vec::new();
    for (expert, name) in advisors(case) {
        let wanted = wanted(case.row.mode, Some(expert), days);
        let slots = read::free_hours(db, page.app.db.kept(), &wanted, now).await?;
        free.extend(slots.iter().map(|slot| listed(expert, slot, Some(name))));
    }
    free.sort_by(|a, b| a["starts_at"].as_str().cmp(&b["starts_at"].as_str()));
    Ok(json!({
        "case": { "id": case.row.id, "reference": case.row.reference },
        "meeting": null,
        "free": free,
        "from": days.0.to_string(),
        "until": days.1.to_string(),
    }))
}
