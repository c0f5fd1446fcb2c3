//! What the ward's own facility system calls the uses of shared spaces.

use kernel::{Fault, Span};
use sea_orm::entity::prelude::*;

use crate::{
    entity::{BookingId, HoldId, SpaceId, booking, own_use, shared_space, ward_reference as row},
    rules::ward,
};

/// Whether the ward's system knows a space too.
pub async fn is_shared(db: &impl ConnectionTrait, space: SpaceId) -> Result<bool, Fault> {
    let found = shared_space::Entity::find_by_id(space).one(db).await?;
    Ok(found.is_some())
}

/// The ward's number of a use of this space, if it has one.
pub async fn ward_reference(
    db: &impl ConnectionTrait,
    hold: HoldId,
    space: SpaceId,
) -> Result<Option<String>, Fault> {
    let found = row::Entity::find_by_id(hold).one(db).await?;
    // One that was given for another space says nothing about this one.
    let own = found.filter(|row| row.space_id == space);
    Ok(own.map(|row| row.reference))
}

/// Whether a use was given a number, be it for another space than where it is now.
pub async fn is_numbered(db: &impl ConnectionTrait, hold: HoldId) -> Result<bool, Fault> {
    let found = row::Entity::find_by_id(hold).one(db).await?;
    Ok(found.is_some())
}

/// The ward's number of a booking, for its papers.
pub async fn ward_reference_of(
    db: &impl ConnectionTrait,
    id: BookingId,
) -> Result<Option<String>, Fault> {
    match booking::Entity::find_by_id(id).one(db).await? {
        Some(booking) => ward_reference(db, booking.hold_id, booking.space_id).await,
        None => Ok(None),
    }
}

/// The bookings and the own uses that have this number, however it is typed.
pub async fn with_ward_reference(
    db: &impl ConnectionTrait,
    typed: &str,
) -> Result<(Vec<BookingId>, Vec<own_use::Model>), Fault> {
    let Ok(Some((_, key))) = ward::ward_reference(typed) else {
        return Ok((Vec::new(), Vec::new()));
    };
    let rows = row::Entity::find().filter(row::COLUMN.search_key.eq(key));
    let holds: Vec<HoldId> = rows.all(db).await?.iter().map(|row| row.hold_id).collect();
    if holds.is_empty() {
        return Ok((Vec::new(), Vec::new()));
    }
    let bookings = booking::Entity::find().filter(booking::COLUMN.hold_id.is_in(holds.clone()));
    let own = own_use::Entity::find().filter(own_use::COLUMN.hold_id.is_in(holds));
    let bookings = bookings.all(db).await?.into_iter();
    Ok((bookings.map(|one| one.id).collect(), own.all(db).await?))
}

/// Which other use of a space has a number: what staff finds it by, and when it is.
pub(crate) async fn used_by(
    db: &impl ConnectionTrait,
    space: SpaceId,
    key: &str,
    besides: HoldId,
) -> Result<Option<(String, Span)>, Fault> {
    let found = row::Entity::find()
        .filter(row::COLUMN.search_key.eq(key))
        .filter(row::COLUMN.space_id.eq(space))
        .filter(row::COLUMN.hold_id.ne(besides))
        .one(db)
        .await?;
    let Some(row) = found else {
        return Ok(None);
    };
    let booking = booking::Entity::find().filter(booking::COLUMN.hold_id.eq(row.hold_id));
    if let Some(booking) = booking.one(db).await? {
        let span = booking.span();
        return Ok(Some((booking.reference, span)));
    }
    let own = own_use::Entity::find().filter(own_use::COLUMN.hold_id.eq(row.hold_id));
    let own = own.one(db).await?;
    Ok(own.map(|own| (own.programme.clone(), own.span())))
}
