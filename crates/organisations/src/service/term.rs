//! How long registrations last and when people are reminded, from a day on.

use kernel::{
    Failed, Work,
    dated::{Clash, Seen, takes_place},
    events::Event,
    violated_constraint,
};
use sea_orm::{IntoActiveModel, entity::prelude::*};
use uuid::Uuid;

use crate::{
    Refused,
    entity::registration_term,
    read,
    rules::{self, TermDraft},
};

/// Says how long registrations last that are granted from a day on, and when people are reminded
/// from then on. `seen` is what the manager's page showed. Terms that have not begun are put right by
/// entering their day again.
///
/// # Errors
/// `TermsChanged` when someone else has set them in the meantime; else all that is wrong at once.
pub async fn set_terms(work: &Work, draft: &TermDraft, seen: &Seen) -> Result<(), Failed<Refused>> {
    if !rules::may_set_terms(work.actor()) {
        return Err(Refused::NotTheManager.into());
    }
    let known = read::terms(work.db()).await?;
    if known.len() != seen.rows {
        return Err(Refused::TermsChanged.into());
    }
    let allowed = draft.allowed(work.now().date());
    let row = allowed.map_err(Refused::Invalid)?;
    let there = known.iter().find(|one| one.valid_from == row.valid_from);
    let mut event = Event::new("registration_terms.set", work.new_id::<Uuid>())
        .with("from", row.valid_from.as_str())
        .with("months", row.months);
    // What is allowed begins tomorrow or later: what begins on its day has not begun either.
    let mark = there.map(registration_term::Model::mark);
    match (takes_place(mark.as_deref(), false, Some(seen)), there) {
        (Err(Clash::Taken), _) => return Err(Refused::DateTaken.into()),
        (Err(Clash::Changed), _) => return Err(Refused::TermsChanged.into()),
        (Ok(true), Some(there)) => {
            take_away(work, there).await?;
            event = event.with("replaces", there.months);
        }
        (Ok(_), _) => {}
    }
    registration_term::Entity::insert(row.into_active_model().reset_all())
        .exec_without_returning(work.db())
        .await
        .map_err(set_meanwhile)?;
    work.record(event);
    Ok(())
}

/// Takes away what was to begin, if it still says what it said.
async fn take_away(work: &Work, there: &registration_term::Model) -> Result<(), Failed<Refused>> {
    let gone = registration_term::Entity::delete_many()
        .filter(registration_term::COLUMN.valid_from.eq(&there.valid_from))
        .filter(registration_term::COLUMN.months.eq(there.months))
        .filter(
            registration_term::COLUMN
                .remind_first
                .eq(there.remind_first),
        )
        .filter(registration_term::COLUMN.remind_last.eq(there.remind_last))
        .exec(work.db())
        .await?;
    match gone.rows_affected {
        0 => Err(Refused::TermsChanged.into()),
        _ => Ok(()),
    }
}

/// Two may set the same day at once: the second is refused by the database.
fn set_meanwhile(error: DbErr) -> Failed<Refused> {
    match violated_constraint(&error) {
        Some(name) if name.contains("registration_terms") => Refused::TermsChanged.into(),
        _ => error.into(),
    }
}
