//! The centre looks at each application (審査): who is admitted has a place, who is passed over is told why.

use kernel::{Failed, Work, events::Event};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use super::{charges::charge, found, line::take_place, publish::reason};
use crate::{
    Refused,
    entity::{
        EnrolmentId, SeminarId,
        enrolment::{self, State},
        seminar::Way,
    },
    letters::{self, News},
    rules::standing,
};

/// What is decided of applications.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict<'w> {
    /// They have a place.
    Admitted,
    /// Others have the places; they are told so in these words.
    PassedOver(&'w str),
}

/// Decides of several applications at once: of all of them, or of none.
///
/// # Errors
/// [`Refused::NobodyChosen`]; [`Refused::NotStanding`] when one was decided or withdrawn meanwhile;
/// [`Refused::TooFew`] when there are fewer places; words that are missing.
pub async fn screen(
    work: &Work,
    id: SeminarId,
    chosen: &[EnrolmentId],
    verdict: Verdict<'_>,
) -> Result<(), Failed<Refused>> {
    let row = found::kept(work, id).await?;
    if row.way != Way::Screening || !standing(&row, work.now()).is_ahead() {
        return Err(Refused::NotNow.into());
    }
    if chosen.is_empty() {
        return Err(Refused::NobodyChosen.into());
    }
    if let Verdict::PassedOver(words) = verdict {
        reason(words)?;
    }
    let rows = enrolment::Entity::of(id)
        .filter(enrolment::COLUMN.id.is_in(chosen.to_vec()))
        .filter(enrolment::Column::State.eq(State::Applied));
    let rows = rows.all(work.db()).await?;
    if rows.len() != chosen.len() {
        return Err(Refused::NotStanding.into());
    }
    let mut told = Vec::new();
    for one in &rows {
        let (decided, news) = decide(work, one, verdict).await?;
        charge(work, &row, &decided).await?;
        told.push((decided, news));
    }
    letters::to_each(work, &row, &told).await?;
    Ok(())
}

async fn decide(
    work: &Work,
    one: &enrolment::Model,
    verdict: Verdict<'_>,
) -> Result<(enrolment::Model, News), Failed<Refused>> {
    let mut changed = enrolment::ActiveModel {
        id: Set(one.id),
        ..Default::default()
    };
    let (kind, news) = match verdict {
        Verdict::Admitted => {
            if take_place(work, one.seminar_id, one.mode).await?.is_none() {
                return Err(Refused::TooFew.into());
            }
            changed.state = Set(State::Enrolled);
            ("enrolment.admitted", News::Enrolled)
        }
        Verdict::PassedOver(words) => {
            changed.state = Set(State::PassedOver);
            changed.words = Set(words.trim().to_owned());
            changed.ended_at = Set(Some(work.now()));
            ("enrolment.passed_over", News::PassedOver)
        }
    };
    let changed = enrolment::Entity::update(changed).exec(work.db()).await?;
    work.record(Event::new(kind, one.id).with("seminar", one.seminar_id.to_string()));
    Ok((changed, news))
}
