//! Whose day of payment the counter is closed on, once the house closes.

use chrono::NaiveDate;
use fees::entity::BillId;
use kernel::{Fault, Instant};
use sea_orm::entity::prelude::*;

use super::Catalogue;
use crate::{
    entity::{VenueId, booking, booking_charge},
    rules::charges::due_on,
};

/// A bill that is paid later, because nobody can take the money on its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Postponed {
    /// Which.
    pub bill: BillId,
    /// The day of use.
    pub used_on: NaiveDate,
    /// By when it is paid then: the next day on which the counter is open, and never after the use.
    pub due_on: NaiveDate,
}

/// The bills of bookings in this house whose day of payment its calendar closes, in the order of
/// their ids.
pub async fn postponed(
    db: &impl ConnectionTrait,
    catalogue: &Catalogue,
    venue: VenueId,
    now: Instant,
) -> Result<Vec<Postponed>, Fault> {
    let mut found = Vec::new();
    let Some(calendar) = catalogue.house(venue) else {
        return Ok(found);
    };
    for bill in fees::read::due_from(db, now.date()).await? {
        let (Ok(due), Ok(used_on)) = (bill.due_on.parse(), bill.used_on.parse()) else {
            continue;
        };
        let later = due_on(due, 0, used_on, calendar);
        if later != due && is_of(db, catalogue, venue, bill.id).await? {
            found.push(Postponed {
                bill: bill.id,
                used_on,
                due_on: later,
            });
        }
    }
    Ok(found)
}

async fn is_of(
    db: &impl ConnectionTrait,
    catalogue: &Catalogue,
    venue: VenueId,
    bill: BillId,
) -> Result<bool, Fault> {
    let charged = booking_charge::Entity::find()
        .filter(booking_charge::COLUMN.bill_id.eq(bill))
        .one(db)
        .await?;
    let Some(charged) = charged else {
        return Ok(false);
    };
    let booked = booking::Entity::find_by_id(charged.booking_id)
        .one(db)
        .await?;
    let place = booked.and_then(|booked| catalogue.place(booked.space_id));
    Ok(place.is_some_and(|place| place.space.venue_id == venue))
}
