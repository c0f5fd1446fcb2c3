//! Meetings about which something is to be done by itself.

use bookings::entity::hold::{self, State};
use chrono::{Days, NaiveDate};
use kernel::{Fault, Instant, Span};
use sea_orm::{Condition, QueryOrder, QuerySelect, QueryTrait, entity::prelude::*};

use super::meetings::stood;
use crate::entity::{MeetingId, consultation_terms, meeting};

/// Of which meetings people are to be reminded by now, and how often they were then. Who was told of one
/// only today needs no reminder; no term reminds of anything when both are 0.
pub async fn due_reminders(
    db: &impl ConnectionTrait,
    terms: &consultation_terms::Model,
    now: Instant,
    most: u64,
) -> Result<Vec<(MeetingId, i32)>, Fault> {
    // Only what is reached by a term and was not told of it yet: others never fill the list.
    let reached = |term: i32, times: i32| {
        Condition::all()
            .add(
                meeting::COLUMN
                    .starts_at
                    .lt(Span::day(day_after(now.date(), term)).until),
            )
            .add(meeting::COLUMN.reminded.lt(times))
    };
    let mut wanted = Condition::any();
    for (term, times) in [(terms.first_reminder, 1), (terms.second_reminder, 2)] {
        if term > 0 {
            wanted = wanted.add(reached(term, times));
        }
    }
    let standing = hold::Entity::find()
        .select_only()
        .column(hold::Column::Id)
        .filter(hold::Column::State.eq(State::Confirmed))
        .into_query();
    let rows = meeting::Entity::find()
        .filter(meeting::COLUMN.starts_at.gt(now))
        .filter(meeting::COLUMN.made_at.lt(Span::day(now.date()).from))
        .filter(meeting::Column::HoldId.in_subquery(standing))
        .filter(wanted)
        .order_by_asc(meeting::COLUMN.starts_at)
        .limit(most);
    let due = stood(db, rows).await?.into_iter().filter_map(|one| {
        let days = (one.row.starts_at.date() - now.date()).num_days();
        let reached = |term: i32| term > 0 && days <= i64::from(term);
        let times = if reached(terms.second_reminder) {
            2
        } else {
            i32::from(reached(terms.first_reminder))
        };
        (one.row.reminded < times).then_some((one.row.id, times))
    });
    Ok(due.collect())
}

/// The times that were asked for, nobody confirmed, and begin before a moment: at most so many.
pub async fn lapsing(
    db: &impl ConnectionTrait,
    moment: Instant,
    most: u64,
) -> Result<Vec<MeetingId>, Fault> {
    let asked = hold::Entity::find()
        .select_only()
        .column(hold::Column::Id)
        .filter(hold::Column::State.eq(State::Requested))
        .into_query();
    let rows = meeting::Entity::find()
        .select_only()
        .column(meeting::Column::Id)
        .filter(meeting::COLUMN.starts_at.lt(moment))
        .filter(meeting::Column::HoldId.in_subquery(asked))
        .order_by_asc(meeting::COLUMN.starts_at)
        .limit(most);
    Ok(rows.into_tuple().all(db).await?)
}

fn day_after(date: NaiveDate, days: i32) -> NaiveDate {
    date + Days::new(u64::try_from(days).unwrap_or(0))
}
