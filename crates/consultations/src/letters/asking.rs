//! What whoever asks is told at once.

use accounts::{read::Contact, rules::GUEST_LASTS, service::Guest};
use kernel::{Fault, Secret, Span, Work};
use mail::Letter;
use serde_json::json;

use super::to;
use crate::entity::{case, meeting};

/// To the person: the request has come, and what happens next.
pub(crate) async fn received(
    work: &Work,
    case: &case::Model,
    who: &Contact,
    meeting: Option<&meeting::Model>,
) -> Result<(), Fault> {
    let time = meeting.map(|one| json!({ "starts_at": one.starts_at, "ends_at": one.ends_at }));
    let facts = json!({
        "reference": case.reference,
        "due_on": case.due_on,
        "time": time,
        "link": format!("/consultations/{}", case.id),
    });
    to(work, "consultations/received", who, facts).await
}

/// To a guest: the link that makes a case of what they asked. It repeats nothing that was typed: anyone
/// can have it sent to anyone.
pub(crate) async fn confirm(
    work: &Work,
    guest: &Guest,
    secret: &Secret,
    span: Option<Span>,
) -> Result<(), Fault> {
    let time = span.map(|span| json!({ "starts_at": span.from, "ends_at": span.until }));
    let letter = Letter {
        template: "consultations/confirm",
        email: guest.email.clone(),
        person: None,
        lang: guest.lang,
        facts: json!({
            "token": secret.reveal(),
            "minutes": GUEST_LASTS.num_minutes(),
            "time": time,
        }),
    };
    mail::post(work, letter);
    Ok(())
}
