//! Draws of seminars, and those who apply.

use accounts::entity::GuestId;
use kernel::{Fault, Instant};
use sea_orm::{PaginatorTrait, QueryOrder, QuerySelect, QueryTrait, entity::prelude::*};

use crate::entity::{
    SeminarId, draw,
    enrolment::{self, Mode},
    guest,
    seminar::{self, State},
};

/// The draws of a seminar: at the centre first.
pub async fn draws(db: &impl ConnectionTrait, id: SeminarId) -> Result<Vec<draw::Model>, Fault> {
    let rows = draw::Entity::find()
        .filter(draw::COLUMN.seminar_id.eq(id))
        .order_by_asc(draw::Column::Mode);
    Ok(rows.all(db).await?)
}

/// In what a guest who has not opened their letter would like to enrol.
pub async fn asked_by(
    db: &impl ConnectionTrait,
    guest: GuestId,
) -> Result<Option<seminar::Model>, Fault> {
    let asked = guest::Entity::find().filter(guest::COLUMN.link_id.eq(guest));
    let Some(asked) = asked.one(db).await? else {
        return Ok(None);
    };
    Ok(seminar::Entity::find_by_id(asked.seminar_id)
        .one(db)
        .await?)
}

/// How many apply for places of these modes that are not given yet.
pub async fn applied(
    db: &impl ConnectionTrait,
    id: SeminarId,
    modes: &[Mode],
) -> Result<i32, Fault> {
    let rows = enrolment::Entity::find()
        .filter(enrolment::COLUMN.seminar_id.eq(id))
        .filter(enrolment::Column::Mode.is_in(modes.iter().copied()))
        .filter(enrolment::Column::State.eq(enrolment::State::Applied));
    Ok(i32::try_from(rows.count(db).await?).unwrap_or(i32::MAX))
}

/// The seminars whose lists are to be frozen: applications are no longer taken.
pub async fn to_freeze(db: &impl ConnectionTrait, now: Instant) -> Result<Vec<SeminarId>, Fault> {
    let open = draw::Entity::find()
        .select_only()
        .column(draw::Column::SeminarId)
        .filter(draw::COLUMN.frozen_at.is_null());
    let found = seminar::Entity::find()
        .select_only()
        .column(seminar::Column::Id)
        .filter(seminar::Column::State.eq(State::Published))
        .filter(seminar::COLUMN.apply_until.lte(now))
        .filter(seminar::COLUMN.ends_at.gt(now))
        .filter(seminar::Column::Id.in_subquery(open.into_query()))
        .into_tuple()
        .all(db)
        .await?;
    Ok(found)
}
