//! What this crate writes into the log. Ids and codes only.

use kernel::events::Event;

use crate::entity::{HoldId, booking};

/// `booking.reserved`, `.changed`, `.cancelled`, `.arrived`: with space, unit, time and person.
pub(crate) fn of(kind: &'static str, booking: &booking::Model) -> Event {
    Event::new(kind, booking.id)
        .with("space", booking.space_id.to_string())
        .with("unit", booking.unit)
        .with("person", booking.person_id.to_string())
        .with("starts_at", booking.starts_at.rfc3339())
        .with("ends_at", booking.ends_at.rfc3339())
        .with("attendees", booking.attendees)
}

/// An act upon a booking that changes neither its time nor its use.
pub(crate) fn upon(kind: &'static str, booking: &booking::Model) -> Event {
    Event::new(kind, booking.id).with("person", booking.person_id.to_string())
}

/// `hold.expired`, `hold.finished`: what the clock ends by itself.
pub(crate) fn ended(kind: &'static str, hold: HoldId) -> Event {
    Event::new(kind, hold)
}
