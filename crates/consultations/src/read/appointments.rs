//! An expert's appointments: for their own page, their programs and their calendar.

use bookings::read::Catalogue;
use chrono::{Days, TimeDelta};
use kernel::{Fault, Instant, Secret, Span};
use sea_orm::{QueryOrder, QuerySelect, entity::prelude::*};

use super::meetings::{self, Planned};
use crate::entity::{ExpertId, expert_feed, meeting};

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
