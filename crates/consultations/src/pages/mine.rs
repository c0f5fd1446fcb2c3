//! A person's own cases: what was asked, when they meet, what they agreed to do.

use axum::response::Response;
use bookings::read::Catalogue;
use kernel::{Failed, Fault, PersonId, transact};
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Typed};

use super::{
    ask::{shown, slot, wanted},
    facts,
};
use crate::{
    Refused,
    entity::{CaseId, MeetingId, case_action::Owner},
    read::{self, CasePage, Planned},
    rules::Reading,
    service::{self, Arrange},
};

/// `GET /mypage/consultations`
pub(super) async fn all(page: Page) -> Result<Response, Error> {
    let person = page.person()?.person;
    let rows = read::of_person(page.app.db.reader(), person).await?;
    let fact = |row: &crate::entity::case::Model| {
        json!({
            "id": row.id,
            "reference": row.reference,
            "asked_at": row.asked_at.rfc3339(),
            "state": row.state.code(),
            "about": row.about,
        })
    };
    let facts = json!({ "cases": rows.iter().map(fact).collect::<Vec<_>>() });
    page.show("consultations/mine.html", &facts)
}

/// `GET /consultations/{id}`
pub(super) async fn one(page: Page, Id(id): Id<CaseId>) -> Result<Response, Error> {
    let page = page.nav("consult");
    let person = page.person()?.person;
    let (case, actions) = own(&page, person, id).await?;
    let facts = json!({ "case": described(&page, &case), "actions": actions });
    page.show("consultations/mine_one.html", &facts)
}

/// The case of this person, with what they themselves are to do.
async fn own(page: &Page, person: PersonId, id: CaseId) -> Result<(CasePage, Vec<Value>), Error> {
    let db = page.app.db.reader();
    let catalogue = Catalogue::current(&page.app).await?;
    // They read their own words, and of what was said only what they have to do.
    let case = read::case_page(db, &catalogue, id, Reading::Handles).await?;
    let case = case.filter(|case| case.row.person_id == person);
    let case = case.ok_or_else(Error::not_found)?;
    let theirs = case
        .actions
        .iter()
        .filter(|action| action.owner == Owner::Client);
    let action = |action: &crate::entity::case_action::Model| json!({ "what": action.what, "due_on": action.due_on, "done_on": action.done_on });
    let actions = theirs.map(action).collect();
    Ok((case, actions))
}

fn described(page: &Page, case: &CasePage) -> Value {
    let now = page.app.clock.now();
    let row = &case.row;
    let held = case.meetings.iter().any(|one| one.meeting.was_held());
    json!({
        "id": row.id,
        "reference": row.reference,
        "asked_at": row.asked_at.rfc3339(),
        "about": row.about,
        "times": row.times,
        "mode": row.mode.code(),
        "fields": facts::fields(&case.fields),
        "state": row.state.code(),
        "due_on": row.due_on,
        "experts": case.experts.iter().map(|card| card.name.clone()).collect::<Vec<_>>(),
        "meetings": case.meetings.iter().map(|one| facts::meeting(one, now)).collect::<Vec<_>>(),
        "can_withdraw": row.state.code() != "closed" && !held,
    })
}

/// `POST /consultations/{id}/withdrawal`
pub(super) async fn withdraw(page: Page, Id(id): Id<CaseId>) -> Result<Response, Error> {
    page.person()?;
    transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::withdraw(work, id).await
    })
    .await?;
    let flash = Flash::good("consultations-withdrawn", json!({}));
    Ok(page.go_saying(&format!("/consultations/{id}"), &flash))
}

/// `POST /consultations/{id}/meetings/{meeting}/cancellation`
pub(super) async fn cancel(
    page: Page,
    Id((id, meeting)): Id<(CaseId, MeetingId)>,
) -> Result<Response, Error> {
    let person = page.person()?.person;
    planned(&page, person, (id, meeting)).await?;
    transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::cancel(work, meeting).await
    })
    .await?;
    let flash = Flash::good("meetings-cancelled", json!({}));
    Ok(page.go_saying(&format!("/consultations/{id}"), &flash))
}

/// `GET /consultations/{id}/meetings/{meeting}/change?from=`
pub(super) async fn change_form(
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
pub(super) async fn change(
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

/// A meeting of this person's own case.
async fn planned(
    page: &Page,
    person: PersonId,
    (id, meeting): (CaseId, MeetingId),
) -> Result<Planned, Error> {
    let (case, _) = own(page, person, id).await?;
    let mut meetings = case.meetings.into_iter();
    let found = meetings.find(|one| one.meeting.row.id == meeting);
    found.ok_or_else(Error::not_found)
}

/// The other times of the same expert.
async fn times(page: &Page, found: &Planned, typed: &Typed) -> Result<Value, Fault> {
    let (row, now) = (&found.meeting.row, page.app.clock.now());
    let wanted = wanted(row.mode, Some(row.expert_id), shown(page, typed));
    let free = read::free_hours(page.app.db.reader(), page.app.db.kept(), &wanted, now).await?;
    let time = |slot: &crate::rules::Slot<_>| {
        json!({
            "value": format!("{}@{}", row.expert_id, slot.span.from.rfc3339()),
            "starts_at": slot.span.from.rfc3339(),
            "ends_at": slot.span.until.rfc3339(),
        })
    };
    Ok(json!({
        "meeting": facts::meeting(found, now),
        "free": free.iter().map(time).collect::<Vec<_>>(),
        "from": wanted.days.0.to_string(),
        "until": wanted.days.1.to_string(),
    }))
}
