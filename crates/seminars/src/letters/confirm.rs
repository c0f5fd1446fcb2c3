//! What a guest is sent who would like to enrol.

use accounts::{rules::GUEST_LASTS, service::Guest};
use kernel::{Fault, Secret, Work};
use mail::Letter;
use serde_json::json;

use super::title;
use crate::entity::seminar;

/// To a guest: the link that enrols them. It repeats nothing that was typed: anyone can have it sent to
/// anyone.
pub(crate) async fn confirm(
    work: &Work,
    guest: &Guest,
    (secret, row): (&Secret, &seminar::Model),
) -> Result<(), Fault> {
    let letter = Letter {
        template: "seminars/confirm",
        email: guest.email.clone(),
        person: None,
        lang: guest.lang,
        facts: json!({
            "token": secret.reveal(),
            "minutes": GUEST_LASTS.num_minutes(),
            "title": title(row, guest.lang),
        }),
    };
    mail::post(work, letter);
    Ok(())
}
