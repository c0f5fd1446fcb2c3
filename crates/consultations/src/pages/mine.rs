//! A person's own cases: what was asked, when they meet, what they agreed to do.

use axum::response::Response;
use bookings::read::Catalogue;
use kernel::{Instant, PersonId, transact};
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Typed};

mod change;
mod choose;
mod export;

pub(super) use change::{change, change_form};
pub(super) use choose::{choose, choose_form};
pub(super) use export::export;

use super::{
    cases::{paper, referral},
    dispatches::dispatch,
    facts,
};
use crate::{
    entity::{CaseId, MeetingId, case::Outcome, case_action::Owner, meeting::Late},
    read::{self, CasePage, Planned},
    rules::Reading,
    service,
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
            "withdrawn": row.outcome == Some(Outcome::Withdrawn),
            "about": row.about,
        })
    };
    let facts = json!({ "cases": rows.iter().map(fact).collect::<Vec<_>>() });
    page.show("consultations/mine.html", &facts)
}

/// `GET /consultations/{id}`
pub(super) async fn one(page: Page, Id(id): Id<CaseId>) -> Result<Response, Error> {
    shown_own(&page.nav("consult"), id, None).await
}

/// One's own case, with what was refused if anything was.
pub(super) async fn shown_own(
    page: &Page,
    id: CaseId,
    refused: Option<Error>,
) -> Result<Response, Error> {
    const TEMPLATE: &str = "consultations/mine_one.html";
    let person = page.person()?.person;
    let (case, actions) = own(page, person, id).await?;
    let facts = json!({ "case": described(page, &case), "actions": actions });
    match refused {
        Some(refused) => page.refused(refused, TEMPLATE, &facts, &Typed::default()),
        None => page.form(TEMPLATE, &facts, &Typed::default()),
    }
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

/// Whether the person chooses another time themselves: the last meeting was called off.
fn can_choose(case: &CasePage, now: Instant) -> bool {
    let meetings = || case.meetings.iter().map(|one| &one.meeting);
    case.dispatches.is_empty()
        && !meetings().any(|one| one.is_ahead(now))
        && read::waits_for_a_time(&case.row, meetings())
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
        "withdrawn": row.outcome == Some(Outcome::Withdrawn),
        "stage": row.stage.code(),
        "company": row.company,
        "industry": row.industry.code(),
        "in_ward": row.in_ward,
        "desk": case.desk,
        "due_on": row.due_on,
        "experts": case.experts.iter().map(|card| card.name.clone()).collect::<Vec<_>>(),
        "meetings": case.meetings.iter().map(|one| facts::meeting(one, now)).collect::<Vec<_>>(),
        "papers": case.papers.iter().filter(|one| one.from_client).map(paper).collect::<Vec<_>>(),
        "referrals": case.referrals.iter().map(referral).collect::<Vec<_>>(),
        "dispatches": case.dispatches.iter().map(|one| dispatch(one, true)).collect::<Vec<_>>(),
        "can_choose": can_choose(case, now),
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

/// `POST /consultations/{id}/meetings/{meeting}/delay`
pub(super) async fn late(
    page: Page,
    Id((id, meeting)): Id<(CaseId, MeetingId)>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("consult");
    let person = page.person()?.person;
    planned(&page, person, (id, meeting)).await?;
    let minutes = typed.number("minutes").unwrap_or(0);
    let told = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::tell_late(work, meeting, Late::Client, minutes).await
    });
    match told.await {
        Ok(_) => {
            let flash = Flash::good("meetings-late-told", json!({}));
            Ok(page.go_saying(&format!("/consultations/{id}"), &flash))
        }
        Err(failed) => shown_own(&page, id, Some(failed.into())).await,
    }
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
