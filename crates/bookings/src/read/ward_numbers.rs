//! What the ward's own facility system calls the uses of shared spaces.

use std::collections::HashMap;

use kernel::{Fault, Span};
use sea_orm::{ExprTrait, QueryOrder, QuerySelect, entity::prelude::*, sea_query::LikeExpr};

use crate::{
    entity::{
        BookingId, HoldId, OwnUseId, SpaceId, booking, own_use, shared_space, ward_reference as row,
    },
    rules::ward_numbers,
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

/// The ward's numbers of many uses, each with the space that it was given for.
pub async fn ward_references(
    db: &impl ConnectionTrait,
    holds: &[HoldId],
) -> Result<HashMap<HoldId, (SpaceId, String)>, Fault> {
    let mut all = HashMap::new();
    for some in holds.chunks(1_000) {
        let rows = row::Entity::find().filter(row::COLUMN.hold_id.is_in(some.to_vec()));
        let rows = rows.all(db).await?.into_iter();
        all.extend(rows.map(|row| (row.hold_id, (row.space_id, row.reference))));
    }
    Ok(all)
}

/// The bookings and the own uses that have this number, however it is typed.
pub async fn with_ward_reference(
    db: &impl ConnectionTrait,
    typed: &str,
) -> Result<(Vec<BookingId>, Vec<own_use::Model>), Fault> {
    let Ok(Some((_, key))) = ward_numbers::ward_reference(typed) else {
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

/// So many signs of a number are enough to look for uses by a part of it.
const PART: usize = 3;

/// The bookings and the own uses in whose number this stands, each with the number; the last written
/// first, at most so many.
pub async fn with_ward_reference_part(
    db: &impl ConnectionTrait,
    typed: &str,
    most: u64,
) -> Result<(Vec<(BookingId, String)>, Vec<(OwnUseId, String)>), Fault> {
    let key = match ward_numbers::ward_reference(typed) {
        Ok(Some((_, key))) if key.chars().count() >= PART => key,
        _ => return Ok((Vec::new(), Vec::new())),
    };
    // The wildcards of LIKE are taken literally.
    let literal = key.replace('\\', "\\\\").replace('%', "\\%");
    let within = LikeExpr::new(format!("%{}%", literal.replace('_', "\\_"))).escape('\\');
    let rows = row::Entity::find()
        .filter(Expr::col((row::Entity, row::Column::SearchKey)).like(within))
        .order_by_desc(row::COLUMN.written_at)
        .limit(most)
        .all(db)
        .await?;
    let numbers: HashMap<HoldId, String> = rows
        .into_iter()
        .map(|row| (row.hold_id, row.reference))
        .collect();
    if numbers.is_empty() {
        return Ok((Vec::new(), Vec::new()));
    }
    let holds: Vec<HoldId> = numbers.keys().copied().collect();
    let bookings = booking::Entity::find().filter(booking::COLUMN.hold_id.is_in(holds.clone()));
    let bookings = bookings.all(db).await?.into_iter();
    let own = own_use::Entity::find().filter(own_use::COLUMN.hold_id.is_in(holds));
    let own = own.all(db).await?.into_iter();
    let number = |hold| numbers.get(&hold).cloned().unwrap_or_default();
    Ok((
        bookings.map(|one| (one.id, number(one.hold_id))).collect(),
        own.map(|one| (one.id, number(one.hold_id))).collect(),
    ))
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
    Ok(own.map(|own| (own.called().to_owned(), own.span())))
}
