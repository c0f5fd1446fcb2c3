//! A person moves their own meeting to another time of the same expert.

use axum::response::Response;
use kernel::{Failed, Fault, transact};
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Typed};

use super::planned;
use crate::{
    Refused,
    entity::{CaseId, ExpertId, MeetingId},
    pages::{
        ask::{shown, slot, wanted},
        facts,
    },
    read::{self, Planned},
    rules::Slot,
    service::{self, Arrange},
};

/// `GET /consultations/{id}/meetings/{meeting}/change?from=`
pub(in crate::pages) async fn change_form(
    page: Page,
    Id((id, meeting)): Id<(CaseId, MeetingId)>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("consult");
    let person = page.person()?.person;
    let found = planned(&page, person, (id, meeting)).await?;
    let facts = times(&page, &found, &typed).await?;
    page.form("consultations/change.html", &facts, &typed)
}

/// `POST /consultations/{id}/meetings/{meeting}/change`
pub(in crate::pages) async fn change(
    page: Page,
    Id((id, meeting)): Id<(CaseId, MeetingId)>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("consult");
    let person = page.person()?.person;
    let found = planned(&page, person, (id, meeting)).await?;
    let chosen = slot(typed.text("chosen"));
    let wish = Arrange {
        expert: Some(found.meeting.row.expert_id),
        mode: Some(found.meeting.row.mode),
        from: chosen.map(|(_, from)| from),
        link: String::new(),
    };
    let seen = typed.number("version").unwrap_or(0);
    match moved(&page, (meeting, seen), &wish).await {
        Ok(()) => {
            let flash = Flash::good("meetings-moved", json!({}));
            Ok(page.go_saying(&format!("/consultations/{id}"), &flash))
        }
        Err(failed) => {
            let facts = times(&page, &found, &typed).await?;
            page.refused(failed.into(), "consultations/change.html", &facts, &typed)
        }
    }
}

async fn moved(
    page: &Page,
    (meeting, seen): (MeetingId, i32),
    wish: &Arrange,
) -> Result<(), Failed<Refused>> {
    transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::move_to(work, meeting, seen, wish).await
    })
    .await
}

/// A time that can be chosen; with whom, where there are several.
pub(super) fn listed(expert: ExpertId, slot: &Slot<ExpertId>, name: Option<&str>) -> Value {
    json!({
        "value": format!("{expert}@{}", slot.span.from.rfc3339()),
        "starts_at": slot.span.from.rfc3339(),
        "ends_at": slot.span.until.rfc3339(),
        "expert": name,
    })
}

/// The other times of the same expert.
async fn times(page: &Page, found: &Planned, typed: &Typed) -> Result<Value, Fault> {
    let (row, now) = (&found.meeting.row, page.app.clock.now());
    let wanted = wanted(row.mode, Some(row.expert_id), shown(page, typed));
    let free = read::free_hours(page.app.db.reader(), page.app.db.kept(), &wanted, now).await?;
    Ok(json!({
        "case": { "id": row.case_id, "reference": found.reference },
        "meeting": facts::meeting(found, now),
        "free": free.iter().map(|slot| listed(row.expert_id, slot, None)).collect::<Vec<_>>(),
        "from": wanted.days.0.to_string(),
        "until": wanted.days.1.to_string(),
    }))
}
