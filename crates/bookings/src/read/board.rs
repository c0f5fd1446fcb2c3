//! Who occupies what on a day: the counter's board.

use std::collections::HashMap;

use fees::read::Due;
use kernel::{Fault, Instant, Span};
use sea_orm::entity::prelude::*;

use crate::{
    entity::{BookingId, HoldId, ResourceId, SpaceId, booking, hold, own_use},
    ledger,
    rules::{Standing, own_uses},
};

/// A stretch of time on one resource, and what it is for.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What is occupied.
    pub resource: ResourceId,
    /// How long, with preparation and clearing up.
    pub occupied: Span,
    /// The time of use, as the person knows it.
    pub span: Span,
    /// What it is for the ledger.
    pub hold: hold::Model,
    /// The booking, if it is one.
    pub booking: Option<booking::Model>,
    /// The centre's own use, if it is one.
    pub own_use: Option<own_use::Model>,
    /// How far it is paid; none when it costs nothing.
    pub due: Option<Due>,
}

/// What occupies anything on a day, in the order of time.
pub async fn entries(db: &impl ConnectionTrait, day: Span) -> Result<Vec<Entry>, Fault> {
    let held = ledger::overlapping(day)
        .find_also_related(hold::Entity)
        .all(db)
        .await?;
    let holds: Vec<HoldId> = held
        .iter()
        .map(|(allocation, _)| allocation.hold_id)
        .collect();
    let own_uses = super::own_uses::of_holds(db, &holds).await?;
    let bookings: HashMap<HoldId, booking::Model> = booking::Entity::find()
        .filter(booking::COLUMN.hold_id.is_in(holds))
        .all(db)
        .await?
        .into_iter()
        .map(|booking| (booking.hold_id, booking))
        .collect();
    let dues = dues(db, bookings.values().map(|booking| booking.id).collect()).await?;
    let mut entries: Vec<Entry> = held
        .into_iter()
        .filter_map(|(allocation, hold)| {
            let occupied = Span {
                from: allocation.starts_at,
                until: allocation.ends_at,
            };
            let booking = bookings.get(&allocation.hold_id).cloned();
            let own_use = own_uses.get(&allocation.hold_id).cloned();
            let due = booking.as_ref().and_then(|booking| dues.get(&booking.id));
            Some(Entry {
                resource: allocation.resource_id,
                occupied,
                span: booking.as_ref().map_or(
                    own_use.as_ref().map_or(occupied, own_use::Model::span),
                    booking::Model::span,
                ),
                hold: hold?,
                due: due.copied(),
                booking,
                own_use,
            })
        })
        .collect();
    entries.sort_by_key(|entry| (entry.span.from, entry.hold.label.clone(), entry.resource));
    Ok(entries)
}

/// How far these bookings are paid; those that cost nothing are left out.
async fn dues(
    db: &impl ConnectionTrait,
    bookings: Vec<BookingId>,
) -> Result<HashMap<BookingId, Due>, Fault> {
    let bills = super::bill_ids(db, &bookings).await?;
    let dues = fees::read::dues(db, bills.values().copied().collect()).await?;
    let dues: HashMap<_, _> = dues.into_iter().map(|due| (due.bill, due)).collect();
    let own = bills.into_iter();
    Ok(own
        .filter_map(|(booking, bill)| Some((booking, *dues.get(&bill)?)))
        .collect())
}

impl Entry {
    /// How far it is paid, in a word: see [`Due::code`]. A request costs nothing yet.
    pub fn paid(&self) -> Option<&'static str> {
        match self.due {
            Some(due) => Some(due.code()),
            None if self.hold.state == hold::State::Requested => None,
            None => Some("free"),
        }
    }

    /// In which space it is.
    pub fn space(&self) -> Option<SpaceId> {
        let booking = self.booking.as_ref().map(|booking| booking.space_id);
        booking.or_else(|| self.own_use.as_ref().map(|own| own.space_id))
    }

    /// Where it stands at a moment.
    pub fn standing(&self, now: Instant) -> Standing {
        if self.own_use.is_some() {
            return own_uses::standing(self.hold.state, self.span, now);
        }
        Standing::of(self.hold.state, self.span, now)
    }
}
