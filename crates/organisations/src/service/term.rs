//! How long registrations last and when people are reminded, from a day on.

use kernel::{Failed, Work, events::Event, violated_constraint};
use sea_orm::{IntoActiveModel, entity::prelude::*};
use uuid::Uuid;

use crate::{
    Refused,
    entity::registration_term,
    read,
    rules::{self, TermDraft},
};

/// Says how long registrations last that are granted from a day on, and when people are reminded
/// from then on. `seen` is how many rows the manager saw.
///
/// # Errors
/// `TermsChanged` when someone else has set them in the meantime; else all that is wrong at once.
pub async fn set_terms(work: &Work, draft: &TermDraft, seen: usize) -> Result<(), Failed<Refused>> {
    if !rules::may_set_terms(work.actor()) {
        return Err(Refused::NotTheManager.into());
    }
    let known = read::terms(work.db()).await?;
    if known.len() != seen {
        return Err(Refused::TermsChanged.into());
    }
    let allowed = draft.allowed(work.now().date());
    let row = allowed.map_err(Refused::Invalid)?;
    if known.iter().any(|one| one.valid_from == row.valid_from) {
        return Err(Refused::DateTaken.into());
    }
    let event = Event::new("registration_terms.set", work.new_id::<Uuid>())
        .with("from", row.valid_from.as_str())
        .with("months", row.months);
    registration_term::Entity::insert(row.into_active_model().reset_all())
        .exec_without_returning(work.db())
        .await
        .map_err(set_meanwhile)?;
    work.record(event);
    Ok(())
}

/// Two may set the same day at once: the second is refused by the database.
fn set_meanwhile(error: DbErr) -> Failed<Refused> {
    match violated_constraint(&error) {
        Some(name) if name.contains("registration_terms") => Refused::TermsChanged.into(),
        _ => error.into(),
    }
}
