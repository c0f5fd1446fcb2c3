//! A seminar is handed in, looked at by somebody else, and published.

use accounts::rules::{Words, wrong_field};
use kernel::{Failed, Work, events::Event};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use super::{draws::promise, found};
use crate::{
    Refused,
    entity::{
        SeminarId,
        seminar::{self, State},
    },
    read, rules,
};

/// The longest reason, in characters.
const LONGEST: usize = 1_000;

/// Hands a seminar in, so that somebody else looks at it.
///
/// # Errors
/// [`Refused::Lacking`] as long as something is; [`Refused::NotNow`] when it was handed in already.
pub async fn submit(work: &Work, id: SeminarId, edition: i32) -> Result<(), Failed<Refused>> {
    let row = found::seen(work, id, edition).await?;
    if row.state != State::Draft {
        return Err(Refused::NotNow.into());
    }
    complete(work, &row).await?;
    let submitted = seminar::ActiveModel {
        submitted_by: Set(work.actor().person),
        why: Set(String::new()),
        ..turned(&row, State::Review)
    };
    seminar::Entity::update(submitted).exec(work.db()).await?;
    work.record(Event::new("seminar.submitted", id));
    Ok(())
}

/// Publishes a seminar that somebody else handed in: from then on everybody sees it.
///
/// # Errors
/// [`Refused::SamePerson`] for whoever handed it in; [`Refused::NotNow`] when it was not.
pub async fn publish(work: &Work, id: SeminarId, edition: i32) -> Result<(), Failed<Refused>> {
    let row = found::seen(work, id, edition).await?;
    if row.state != State::Review {
        return Err(Refused::NotNow.into());
    }
    if !rules::may_publish(work.actor(), &row) {
        return Err(Refused::SamePerson.into());
    }
    complete(work, &row).await?;
    let published = seminar::ActiveModel {
        published_by: Set(work.actor().person),
        published_at: Set(Some(work.now())),
        ..turned(&row, State::Published)
    };
    let row = seminar::Entity::update(published).exec(work.db()).await?;
    work.record(Event::new("seminar.published", id));
    Ok(promise(work, &row).await?)
}

/// Sends a seminar back to be mended; whoever handed it in may take it back too.
///
/// # Errors
/// [`Refused::NotNow`] when it was not handed in; a reason that is missing.
pub async fn send_back(
    work: &Work,
    id: SeminarId,
    edition: i32,
    why: &str,
) -> Result<(), Failed<Refused>> {
    let row = found::seen(work, id, edition).await?;
    if row.state != State::Review {
        return Err(Refused::NotNow.into());
    }
    reason(why)?;
    let back = seminar::ActiveModel {
        why: Set(why.trim().to_owned()),
        ..turned(&row, State::Draft)
    };
    seminar::Entity::update(back).exec(work.db()).await?;
    work.record(Event::new("seminar.sent_back", id));
    Ok(())
}

/// A reason that is said to people.
pub(super) fn reason(why: &str) -> Result<(), Refused> {
    let words = Words::text("why", why, LONGEST);
    if why.trim().is_empty() {
        return Err(Refused::Invalid(vec![wrong_field(
            "why",
            "seminars-why-missing",
        )]));
    }
    match words.wrong() {
        Some(wrong) => Err(Refused::Invalid(vec![wrong])),
        None => Ok(()),
    }
}

/// Refuses a seminar that lacks something.
async fn complete(work: &Work, row: &seminar::Model) -> Result<(), Failed<Refused>> {
    let lacking = read::lacking_of(work.db(), work.kept(), row).await?;
    if lacking.is_empty() {
        Ok(())
    } else {
        Err(Refused::Lacking.into())
    }
}

/// The same seminar, where it stands from now on.
pub(super) fn turned(row: &seminar::Model, state: State) -> seminar::ActiveModel {
    seminar::ActiveModel {
        id: Set(row.id),
        state: Set(state),
        edition: Set(row.edition + 1),
        ..Default::default()
    }
}
