//! A person takes what the centre keeps of their consultations, as far as it is theirs to read.

use axum::{
    http::header,
    response::{IntoResponse, Response},
};
use bookings::read::Catalogue;
use kernel::{Fault, Instant};
use serde_json::{Value, json};
use surveys::read::Answered;
use web::{Error, Page};

use super::described;
use crate::{
    entity::case_action::Owner,
    read::{self, CasePage},
    rules::Reading,
};

/// `GET /mypage/consultations/export`: every case of theirs as JSON, to be saved.
pub(in crate::pages) async fn export(page: Page) -> Result<Response, Error> {
    let person = page.person()?.person;
    let db = page.app.db.reader();
    let catalogue = Catalogue::current(&page.app).await?;
    let mut cases = Vec::new();
    for row in read::of_person(db, person).await? {
        let case = read::case_page(db, &catalogue, row.id, Reading::Handles).await?;
        cases.extend(case.map(|case| told(&page, &case)));
    }
    let all = json!({ "made_at": page.app.clock.now().rfc3339(), "consultations": cases });
    let text = serde_json::to_string_pretty(&all)
        .map_err(|error| Fault::broken("writing what somebody takes", error))?;
    let headers = [
        (header::CONTENT_TYPE, "application/json"),
        (
            header::CONTENT_DISPOSITION,
            "attachment; filename=\"consultations.json\"",
        ),
        (header::CACHE_CONTROL, "private, no-store"),
    ];
    Ok((headers, text).into_response())
}

/// One case: what its page shows, with what they told of their business and what they answered.
fn told(page: &Page, case: &CasePage) -> Value {
    let mut fact = described(page, case);
    let row = &case.row;
    fact["employees"] = json!(row.employees);
    fact["capital_yen"] = json!(row.capital_yen);
    fact["closed_at"] = json!(row.closed_at.map(Instant::rfc3339));
    fact["answers"] = case.answers.iter().map(answered).collect();
    let own = case.actions.iter().filter(|one| one.owner == Owner::Client);
    let action = |one: &crate::entity::case_action::Model| json!({ "what": one.what, "due_on": one.due_on, "done_on": one.done_on });
    fact["actions"] = own.map(action).collect();
    fact
}

/// What they answered; every time in the export is written in the same way.
fn answered(one: &Answered) -> Value {
    let mut fact = json!(one);
    fact["sent_at"] = json!(one.sent_at.rfc3339());
    fact["expires_at"] = json!(one.expires_at.rfc3339());
    fact["answered_at"] = json!(one.answered_at.map(Instant::rfc3339));
    fact["changed_at"] = json!(one.changed_at.map(Instant::rfc3339));
    fact
}
