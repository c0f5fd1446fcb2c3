//! What one person can ask for at once.

use accounts::rules::wrong_field;
use bookings::entity::hold;
use kernel::{Failed, PersonId, Span, Work};
use sea_orm::{QuerySelect, QueryTrait, entity::prelude::*};

use crate::{
    Refused,
    entity::{MeetingId, case, meeting},
};

/// So many requests of one person can wait for somebody at once: each may hold a time that others
/// would like.
const MOST_WAITING: u64 = 3;

/// Lets pass who has few requests that wait.
///
/// # Errors
/// [`Refused::Unmet`] when there are as many as one may have.
pub(super) async fn asks_little(work: &Work, person: PersonId) -> Result<(), Failed<Refused>> {
    let waiting = case::Entity::find()
        .filter(case::COLUMN.person_id.eq(person))
        .filter(case::COLUMN.state.eq(case::State::Waiting));
    if waiting.count(work.db()).await? < MOST_WAITING {
        Ok(())
    } else {
        Err(Refused::Unmet("consultations-many-waiting").into())
    }
}

/// Lets pass who has no other meeting at a time.
///
/// # Errors
/// [`Refused::Invalid`] when they meet somebody then, beside the field of the time.
pub(super) async fn has_time(
    work: &Work,
    person: PersonId,
    span: Span,
    but: Option<MeetingId>,
) -> Result<(), Failed<Refused>> {
    let theirs = case::Entity::find()
        .select_only()
        .column(case::Column::Id)
        .filter(case::COLUMN.person_id.eq(person))
        .into_query();
    let rows = meeting::Entity::find()
        .filter(meeting::Column::CaseId.in_subquery(theirs))
        .filter(meeting::COLUMN.starts_at.lt(span.until))
        .filter(meeting::COLUMN.ends_at.gt(span.from))
        .find_also_related(hold::Entity);
    let other =
        rows.all(work.db()).await?.into_iter().any(|(row, held)| {
            Some(row.id) != but && held.is_some_and(|held| held.state.is_holding())
        });
    if other {
        let at = wrong_field("chosen", "consultations-own-time");
        return Err(Refused::Invalid(vec![at]).into());
    }
    Ok(())
}
