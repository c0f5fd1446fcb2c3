//! 相談カルテ: what was said in a meeting.

use axum::response::Response;
use kernel::{Instant, transact};
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Typed};

use super::{arrange::of_case, handled, triage::again};
use crate::{
    entity::{CaseId, MeetingId, case_field::Field},
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

/// `POST /cases/{id}/meetings/{meeting}/record`: a draft, or finished (`act=finish`).
pub(super) async fn save(
    page: Page,
    Id((id, meeting)): Id<(CaseId, MeetingId)>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("cases");
    let case = of_case(handled(&page, id).await?, meeting)?;
    let (draft, finishes) = (record(&typed), typed.text("act") == "finish");
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

fn record(typed: &Typed) -> RecordDraft {
    let text = |name| typed.text(name).replace("\r\n", "\n");
    RecordDraft {
        fields: typed
            .all("fields")
            .into_iter()
            .filter_map(Field::parse)
            .collect(),
        contact_minutes: typed.number("contact_minutes"),
        preparation_minutes: typed.number("preparation_minutes"),
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
    let corrected = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::correct(work, meeting, &correction).await
    });
    match corrected.await {
        Ok(()) => {
            let flash = Flash::good("records-corrected", json!({}));
            Ok(page.go_saying(&format!("/cases/{id}"), &flash))
        }
        Err(failed) => again(&page, id, failed.into(), &typed).await,
    }
}
