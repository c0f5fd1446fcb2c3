//! What is written by itself, and is due.

use chrono::{NaiveDate, TimeDelta};
use kernel::{Fault, Instant};
use sea_orm::{
    QueryOrder, QuerySelect, QueryTrait, entity::prelude::*, sea_query::SelectStatement,
};

use crate::entity::{
    LessonId, SeminarId, lesson, lesson_reminder, seminar, seminar_asked, seminar_terms,
};

/// Nobody is asked about what is longer ago: a centre that begins to ask does not ask about all years.
const LONG_AGO: TimeDelta = TimeDelta::days(14);

/// The terms of seminars in force on a date.
pub async fn seminar_terms(
    db: &impl ConnectionTrait,
    date: NaiveDate,
) -> Result<seminar_terms::Model, Fault> {
    let found = seminar_terms::Entity::on(date).one(db).await?;
    found.ok_or_else(|| Fault::broken("reading the terms of seminars", "there are none"))
}

/// All terms, the earliest first.
pub async fn all_seminar_terms(
    db: &impl ConnectionTrait,
) -> Result<Vec<seminar_terms::Model>, Fault> {
    let rows = seminar_terms::Entity::find();
    let rows = rows.order_by_asc(seminar_terms::COLUMN.valid_from);
    Ok(rows.all(db).await?)
}

/// The lessons to come of which people are to be reminded now.
pub async fn due_lessons(
    db: &impl ConnectionTrait,
    hours: i32,
    now: Instant,
) -> Result<Vec<LessonId>, Fault> {
    if hours == 0 {
        return Ok(Vec::new());
    }
    let published = ids(
        seminar::Entity::find().filter(seminar::Column::State.eq(seminar::State::Published)),
        seminar::Column::Id,
    );
    let rows = lesson::Entity::find()
        .filter(lesson::COLUMN.starts_at.gt(now))
        .filter(
            lesson::COLUMN
                .starts_at
                .lte(now + TimeDelta::hours(i64::from(hours))),
        )
        .filter(lesson::Column::SeminarId.in_subquery(published))
        .order_by_asc(lesson::COLUMN.starts_at)
        .all(db)
        .await?;
    let reminded = lesson_reminder::Entity::find()
        .filter(lesson_reminder::COLUMN.starts_at.gt(now))
        .all(db)
        .await?;
    let is_due = |row: &&lesson::Model| {
        let mut known = reminded.iter();
        !known.any(|one| (one.lesson_id, one.starts_at) == (row.id, row.starts_at))
    };
    Ok(rows.iter().filter(is_due).map(|row| row.id).collect())
}

/// The seminars that were over before a moment and about which nobody was asked, `many` at most.
pub async fn due_asking(
    db: &impl ConnectionTrait,
    before: Instant,
    many: u64,
) -> Result<Vec<SeminarId>, Fault> {
    let asked = ids(
        seminar_asked::Entity::find(),
        seminar_asked::Column::SeminarId,
    );
    let held = [seminar::State::Published, seminar::State::Reported];
    let rows = seminar::Entity::find()
        .filter(seminar::Column::State.is_in(held))
        .filter(seminar::COLUMN.ends_at.lt(before))
        .filter(seminar::COLUMN.ends_at.gt(before - LONG_AGO))
        .filter(seminar::Column::Id.not_in_subquery(asked))
        .limit(many)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

fn ids<E: EntityTrait>(rows: Select<E>, column: impl ColumnTrait) -> SelectStatement {
    rows.select_only().column(column).into_query()
}
