//! Seminars with their lessons.

use std::collections::HashMap;

use accounts::read::{contacts, with_role};
use bookings::{
    read::{Catalogue, own_years},
    rules::devices::Pick,
};
use japan::fiscal::FiscalYear;
use kernel::{Fault, Instant, Kept, PersonId, Role};
use plans::read::offered::{Offered, offered};
use sea_orm::{Condition, QueryOrder, entity::prelude::*};

use crate::{
    entity::{
        LessonId, SeminarId, lesson,
        seminar::{self, State},
    },
    rules::{Lacking, lacking},
};

/// A seminar and its lessons, in the order of time.
#[derive(Clone, Debug)]
pub struct Seminar {
    /// The seminar.
    pub row: seminar::Model,
    /// Its lessons.
    pub lessons: Vec<lesson::Model>,
}

/// Every seminar, the latest first; those without a lesson before all others.
pub async fn all(db: &impl ConnectionTrait) -> Result<Vec<Seminar>, Fault> {
    let rows = seminar::Entity::find()
        .order_by_desc(seminar::COLUMN.id)
        .all(db)
        .await?;
    let mut found = with_lessons(db, rows).await?;
    found.sort_by_key(|one| std::cmp::Reverse(one.row.starts_at.map_or(i64::MAX, Instant::micros)));
    Ok(found)
}

/// Those that everybody sees, the next first.
pub async fn public(db: &impl ConnectionTrait) -> Result<Vec<Seminar>, Fault> {
    let shown = [State::Published, State::Reported, State::CalledOff];
    let rows = seminar::Entity::find()
        .filter(seminar::Column::State.is_in(shown))
        .filter(seminar::COLUMN.published_at.is_not_null())
        .order_by_asc(seminar::COLUMN.starts_at)
        .order_by_asc(seminar::COLUMN.id)
        .all(db)
        .await?;
    with_lessons(db, rows).await
}

/// One seminar.
pub async fn seminar(db: &impl ConnectionTrait, id: SeminarId) -> Result<Option<Seminar>, Fault> {
    let found = seminar::Entity::find_by_id(id).all(db).await?;
    Ok(with_lessons(db, found).await?.pop())
}

/// One lesson.
pub async fn lesson(
    db: &impl ConnectionTrait,
    id: LessonId,
) -> Result<Option<lesson::Model>, Fault> {
    Ok(lesson::Entity::find_by_id(id).one(db).await?)
}

/// The lessons of a seminar in the order of time.
pub async fn lessons_of(
    db: &impl ConnectionTrait,
    id: SeminarId,
) -> Result<Vec<lesson::Model>, Fault> {
    let rows = lesson::Entity::find()
        .filter(lesson::COLUMN.seminar_id.eq(id))
        .order_by_asc(lesson::COLUMN.starts_at)
        .order_by_asc(lesson::COLUMN.id);
    Ok(rows.all(db).await?)
}

pub(super) async fn with_lessons(
    db: &impl ConnectionTrait,
    rows: Vec<seminar::Model>,
) -> Result<Vec<Seminar>, Fault> {
    let mut lessons: HashMap<SeminarId, Vec<lesson::Model>> = HashMap::new();
    for some in rows.chunks(1_000) {
        let found = lesson::Entity::find()
            .filter(
                lesson::COLUMN
                    .seminar_id
                    .is_in(some.iter().map(|row| row.id)),
            )
            .order_by_asc(lesson::COLUMN.starts_at)
            .order_by_asc(lesson::COLUMN.id);
        for one in found.all(db).await? {
            lessons.entry(one.seminar_id).or_default().push(one);
        }
    }
    let seminar = |row: seminar::Model| Seminar {
        lessons: lessons.remove(&row.id).unwrap_or_default(),
        row,
    };
    Ok(rows.into_iter().map(seminar).collect())
}

/// What the centre may carry out in the years in which seminars can be entered.
pub async fn programmes(db: &impl ConnectionTrait, now: Instant) -> Result<Vec<Offered>, Fault> {
    offered(db, &own_years(now, None)).await
}

/// What a seminar still lacks before it can be published.
pub async fn lacking_of(
    db: &impl ConnectionTrait,
    kept: &Kept,
    row: &seminar::Model,
) -> Result<Vec<Lacking>, Fault> {
    let catalogue = Catalogue::known(db, kept).await?;
    let lessons = lessons_of(db, row.id).await?;
    let begins = lessons.first().map(|one| one.starts_at);
    let year = begins.map(|at| FiscalYear::of(at.date()).year());
    let offered = match year {
        Some(year) => offered(db, &[year]).await?,
        None => Vec::new(),
    };
    // As long as there is no lesson nobody knows the year; that a programme is named is enough.
    let may = match year {
        Some(_) => offered.iter().any(|one| Some(one.id) == row.programme_id),
        None => row.programme_id.is_some(),
    };
    let holds = |id| catalogue.place(id).map(|place| place.space.capacity);
    Ok(lacking(row, &lessons, may, holds))
}

/// Who teaches at the centre: its experts, with their names, in the order of the reading.
pub async fn lecturers(db: &impl ConnectionTrait) -> Result<Vec<(PersonId, String)>, Fault> {
    let people = with_role(db, Role::Expert).await?;
    let mut found = contacts(db, people).await?;
    found.sort_by(|a, b| a.kana.cmp(&b.kana));
    Ok(found
        .into_iter()
        .map(|who| (who.person, who.name))
        .collect())
}

/// What is lent of the centre's devices for lessons.
pub async fn devices_of(
    db: &impl ConnectionTrait,
    lessons: &[lesson::Model],
) -> Result<HashMap<LessonId, Vec<Pick>>, Fault> {
    let holds: Vec<_> = lessons.iter().filter_map(|one| one.hold_id).collect();
    let mut lent = bookings::read::lent(db, &holds).await?;
    let own = |one: &lesson::Model| Some((one.id, lent.remove(&one.hold_id?)?));
    Ok(lessons.iter().filter_map(own).collect())
}

/// The series of a seminar: those that were copied from each other and that everybody sees, the latest
/// first.
pub async fn series(
    db: &impl ConnectionTrait,
    row: &seminar::Model,
) -> Result<Vec<Seminar>, Fault> {
    let first = row.series_id.unwrap_or(row.id);
    let all = Condition::any()
        .add(seminar::COLUMN.id.eq(first))
        .add(seminar::Column::SeriesId.eq(first));
    let rows = seminar::Entity::find()
        .filter(all)
        .filter(seminar::COLUMN.published_at.is_not_null())
        .order_by_desc(seminar::COLUMN.starts_at)
        .order_by_desc(seminar::COLUMN.id);
    with_lessons(db, rows.all(db).await?).await
}
