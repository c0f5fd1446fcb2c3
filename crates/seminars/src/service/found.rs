//! Seminars and what belongs to them, locked for whoever changes them.

use kernel::{Failed, Fault, Work};
use sea_orm::{ActiveValue::Set, QueryOrder, QuerySelect, entity::prelude::*};

use crate::{
    Refused,
    entity::{EnrolmentId, SeminarId, enrolment, lesson, seminar},
    rules,
};

/// A seminar, locked until the transaction ends: everything that happens in it comes one after the
/// other, so that places and turns are counted right.
pub(super) async fn locked(work: &Work, id: SeminarId) -> Result<seminar::Model, Failed<Refused>> {
    let found = seminar::Entity::find_by_id(id).lock_exclusive();
    Ok(found.one(work.db()).await?.ok_or(Refused::NotThere)?)
}

/// The same for those who keep seminars.
pub(super) async fn kept(work: &Work, id: SeminarId) -> Result<seminar::Model, Failed<Refused>> {
    if !rules::may_keep(work.actor()) {
        return Err(Refused::MayNot.into());
    }
    locked(work, id).await
}

/// The same as somebody saw it.
pub(super) async fn seen(
    work: &Work,
    id: SeminarId,
    edition: i32,
) -> Result<seminar::Model, Failed<Refused>> {
    let row = kept(work, id).await?;
    if row.edition == edition {
        Ok(row)
    } else {
        Err(Refused::Changed.into())
    }
}

/// An enrolment with its seminar, locked.
pub(super) async fn enrolment(
    work: &Work,
    id: EnrolmentId,
) -> Result<(enrolment::Model, seminar::Model), Failed<Refused>> {
    let before = enrolment::Entity::find_by_id(id).one(work.db()).await?;
    let before = before.ok_or(Refused::NotThere)?;
    let row = locked(work, before.seminar_id).await?;
    // Behind the lock: what somebody else did meanwhile.
    let now = enrolment::Entity::find_by_id(id).one(work.db()).await?;
    Ok((now.ok_or(Refused::NotThere)?, row))
}

/// The lessons of a seminar in the order of time.
pub(super) async fn lessons(work: &Work, id: SeminarId) -> Result<Vec<lesson::Model>, Fault> {
    let rows = lesson::Entity::find()
        .filter(lesson::COLUMN.seminar_id.eq(id))
        .order_by_asc(lesson::COLUMN.starts_at)
        .order_by_asc(lesson::COLUMN.id);
    Ok(rows.all(work.db()).await?)
}

/// Writes when a seminar begins and is over, as its lessons say.
pub(super) async fn dated(work: &Work, row: &seminar::Model) -> Result<seminar::Model, Fault> {
    let lessons = lessons(work, row.id).await?;
    let dated = seminar::Entity::update(seminar::ActiveModel {
        id: Set(row.id),
        starts_at: Set(lessons.iter().map(|one| one.starts_at).min()),
        ends_at: Set(lessons.iter().map(|one| one.ends_at).max()),
        edition: Set(row.edition + 1),
        ..Default::default()
    });
    Ok(dated.exec(work.db()).await?)
}
