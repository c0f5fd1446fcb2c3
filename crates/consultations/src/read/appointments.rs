//! An expert's appointments: for their own page, their programs and their calendar.

use std::collections::HashMap;

use bookings::read::Catalogue;
use chrono::{Days, TimeDelta};
use kernel::{Fault, Instant, PersonId, Secret, Span};
use sea_orm::{QueryOrder, QuerySelect, entity::prelude::*};

use super::meetings::{self, Planned};
use crate::entity::{CaseId, ExpertId, case, expert_feed, meeting};

/// So far back a calendar is told what was.
const BACK: TimeDelta = TimeDelta::days(31);
/// So far ahead what will be.
const AHEAD: TimeDelta = TimeDelta::days(400);
/// So many appointments at most.
const MANY: u64 = 2_000;

/// Whose address has this secret.
pub async fn feed_at(
    db: &impl ConnectionTrait,
    secret: &str,
) -> Result<Option<expert_feed::Model>, Fault> {
    let found = expert_feed::Entity::find()
        .filter(expert_feed::COLUMN.digest.eq(Secret::digest_of(secret)));
    Ok(found.one(db).await?)
}

/// Since when an expert has an address, if they have one.
pub async fn feed_of(
    db: &impl ConnectionTrait,
    expert: ExpertId,
) -> Result<Option<Instant>, Fault> {
    let found = expert_feed::Entity::find_by_id(expert).one(db).await?;
    Ok(found.map(|found| found.created_at))
}

/// An expert's appointments from today on for some days, the earliest first.
pub async fn coming(
    db: &impl ConnectionTrait,
    catalogue: &Catalogue,
    expert: ExpertId,
    (now, days): (Instant, u64),
) -> Result<Vec<Planned>, Fault> {
    let (first, last) = (now.date(), now.date() + Days::new(days));
    let span = Span {
        from: Span::day(first).from,
        until: Span::day(last).until,
    };
    meetings::on_day(db, catalogue, span, Some(expert)).await
}

/// The meetings of some people that are going on or still to come, the earliest first, each with whose it
/// is.
pub async fn coming_of(
    db: &impl ConnectionTrait,
    catalogue: &Catalogue,
    people: Vec<PersonId>,
    now: Instant,
) -> Result<Vec<(PersonId, Planned)>, Fault> {
    let cases: Vec<(CaseId, PersonId)> = case::Entity::find()
        .select_only()
        .column(case::Column::Id)
        .column(case::Column::PersonId)
        .filter(case::COLUMN.person_id.is_in(people))
        .into_tuple()
        .all(db)
        .await?;
    let whose: HashMap<CaseId, PersonId> = cases.into_iter().collect();
    let rows = meeting::Entity::find()
        .filter(meeting::COLUMN.case_id.is_in(whose.keys().copied()))
        .filter(meeting::COLUMN.ends_at.gt(now))
        .order_by_asc(meeting::COLUMN.starts_at)
        .order_by_asc(meeting::COLUMN.id)
        .limit(MANY);
    let mut found = meetings::stood(db, rows).await?;
    found.retain(|one| one.is_ahead(now));
    let planned = meetings::planned(db, catalogue, found).await?;
    let with = |one: Planned| Some((*whose.get(&one.meeting.row.case_id)?, one));
    Ok(planned.into_iter().filter_map(with).collect())
}

/// What an expert's calendar is told: a month back and all that is ahead, also what was called off, so
/// that calendars take it away.
pub async fn told(
    db: &impl ConnectionTrait,
    catalogue: &Catalogue,
    expert: ExpertId,
    now: Instant,
) -> Result<Vec<Planned>, Fault> {
    let rows = meeting::Entity::find()
        .filter(meeting::COLUMN.expert_id.eq(expert))
        .filter(meeting::COLUMN.starts_at.gte(now - BACK))
        .filter(meeting::COLUMN.starts_at.lt(now + AHEAD))
        .order_by_asc(meeting::COLUMN.starts_at)
        .order_by_asc(meeting::COLUMN.id)
        .limit(MANY);
    let found = meetings::stood(db, rows).await?;
    meetings::planned(db, catalogue, found).await
}
