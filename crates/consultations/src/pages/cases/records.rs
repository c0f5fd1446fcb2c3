//! 相談カルテ: what was said in a meeting.

use axum::response::{IntoResponse, Response};
use kernel::{Instant, transact};
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Typed, sent};

use super::{arrange::of_case, handled, triage::again};
use crate::{
    entity::{CaseId, MeetingId, case::State, case_field::Field},
    pages::facts,
    read::{self, CasePage, Said},
    rules::RecordDraft,
    service,
};

const RECORD: &str = "consultations/record_form.html";

/// What was said in a meeting, as pages have it.
pub(super) fn said(said: &Said) -> Value {
    let added = |one: &read::Correction| json!({ "text": one.row.correction, "by": one.by, "at": one.row.written_at.rfc3339() });
    json!({
        "contact": said.row.contact_minutes,
        "preparation": said.row.preparation_minutes,
        "said": said.row.said,
        "advice": said.row.advice,
        "finished_at": said.row.finished_at.map(Instant::rfc3339),
        "by": said.by,
        "written_at": said.row.written_at.rfc3339(),
        "corrections": said.corrections.iter().map(added).collect::<Vec<_>>(),
    })
}

/// `GET /cases/{id}/meetings/{meeting}/record`
pub(super) async fn edit(
    page: Page,
    Id((id, meeting)): Id<(CaseId, MeetingId)>,
) -> Result<Response, Error> {
    let page = page.nav("cases");
    let case = of_case(handled(&page, id).await?, meeting)?;
    let record = read::record_of(page.app.db.reader(), meeting).await?;
    if !writable(&page, &case, meeting) {
        return Ok(page.go(&format!("/cases/{id}")));
    }
    let mut filled = Typed::default();
    if let Some((row, fields)) = &record {
        filled = filled
            .or("contact_minutes", &row.contact_minutes.to_string())
            .or("preparation_minutes", &row.preparation_minutes.to_string())
            .or("said", &row.said)
            .or("advice", &row.advice)
            .or("edition", &row.edition.to_string());
        for field in fields {
            filled = filled.and("fields", field.code().to_owned());
        }
    } else {
        filled = filled.or("edition", "0").or("preparation_minutes", "0");
        for field in &case.fields {
            filled = filled.and("fields", field.code().to_owned());
        }
    }
    let facts = given(&page, &case, meeting)?;
    page.form(RECORD, &facts, &filled)
}

/// Whether a record can be written now: the meeting has begun, and its record is not finished.
fn writable(page: &Page, case: &CasePage, meeting: MeetingId) -> bool {
    let now = page.app.clock.now();
    let mut meetings = case.meetings.iter().map(|one| &one.meeting);
    let own = meetings.find(|one| one.row.id == meeting);
    own.is_some_and(|one| {
        let begun = one.row.starts_at <= now || one.row.arrived_at.is_some();
        begun && one.recorded != Some(true) && case.row.state != State::Closed
    })
}

/// `POST /cases/{id}/meetings/{meeting}/record`: a draft, or finished (`act=finish`).
pub(super) async fn save(
    page: Page,
    Id((id, meeting)): Id<(CaseId, MeetingId)>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("cases");
    let case = of_case(handled(&page, id).await?, meeting)?;
    let finishes = typed.text("act") == "finish";
    let draft = record(&typed, finishes);
    let seen = typed.number("edition").unwrap_or(-1);
    let saved = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::save_record(work, meeting, seen, (&draft, finishes)).await
    });
    match saved.await {
        Ok(_) if finishes => {
            let flash = Flash::good("records-finished-now", json!({}));
            Ok(page.go_saying(&format!("/cases/{id}"), &flash))
        }
        Ok(_) => {
            let flash = Flash::good("records-saved", json!({}));
            Ok(page.go_saying(&format!("/cases/{id}/meetings/{meeting}/record"), &flash))
        }
        Err(failed) => {
            let facts = given(&page, &case, meeting)?;
            page.refused(failed.into(), RECORD, &facts, &typed)
        }
    }
}

/// `POST /cases/{id}/meetings/{meeting}/record/draft`: what the script keeps while somebody writes;
/// answers with the edition that stands now.
pub(super) async fn keep(
    page: Page,
    Id((id, meeting)): Id<(CaseId, MeetingId)>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("cases");
    of_case(handled(&page, id).await?, meeting)?;
    let draft = record(&typed, false);
    let seen = typed.number("edition").unwrap_or(-1);
    let kept = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::save_record(work, meeting, seen, (&draft, false)).await
    });
    Ok(kept.await?.to_string().into_response())
}

/// A record as it was typed; in a draft nothing was timed as long as nothing stands there.
fn record(typed: &Typed, finishes: bool) -> RecordDraft {
    let text = |name| typed.text(name).replace("\r\n", "\n");
    let minutes = |name| {
        let empty = typed.text(name).is_empty() && !finishes;
        typed.number(name).or_else(|| empty.then_some(0))
    };
    RecordDraft {
        fields: typed
            .all("fields")
            .into_iter()
            .filter_map(Field::parse)
            .collect(),
        contact_minutes: minutes("contact_minutes"),
        preparation_minutes: minutes("preparation_minutes"),
        said: text("said"),
        advice: text("advice"),
    }
}

/// The form; `saved` is shown to whoever was overtaken.
fn given(page: &Page, case: &CasePage, meeting: MeetingId) -> Result<Value, Error> {
    let now = page.app.clock.now();
    let own = case
        .meetings
        .iter()
        .find(|one| one.meeting.row.id == meeting);
    Ok(json!({
        "case": { "id": case.row.id, "reference": case.row.reference, "about": case.row.about,
            "name": case.who.as_ref().map(|who| who.name.clone()) },
        "meeting": own.map(|one| facts::meeting(one, now)),
        "saved": case.said.get(&meeting).map(said),
        "saved_edition": case.said.get(&meeting).map(|said| said.row.edition),
        "choices": facts::choices(page)?,
    }))
}

/// `POST /cases/{id}/meetings/{meeting}/corrections`
pub(super) async fn correct(
    page: Page,
    Id((id, meeting)): Id<(CaseId, MeetingId)>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("cases");
    of_case(handled(&page, id).await?, meeting)?;
    let correction = typed.text("correction").replace("\r\n", "\n");
    let corrected = sent::once(&page, &typed, async |work| {
        service::correct(work, meeting, &correction).await
    });
    match corrected.await {
        Ok(_) => {
            let flash = Flash::good("records-corrected", json!({}));
            Ok(page.go_saying(&format!("/cases/{id}"), &flash))
        }
        Err(failed) => again(&page, id, failed.into(), &typed).await,
    }
}
