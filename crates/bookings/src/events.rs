//! What this crate writes into the log. Ids and codes only.

use chrono::NaiveDate;
use kernel::events::Event;

use crate::{
    entity::{ClosureId, HoldId, VenueId, booking, series},
    rules::Closure,
};

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

/// `booking.released`: the centre called it off for a closure.
pub(crate) fn released(booking: &booking::Model, closure: ClosureId) -> Event {
    upon("booking.released", booking).with("closure", closure.to_string())
}

/// `venue.closed`: from when on, and which spaces; why is for people to read, and stays out.
pub(crate) fn closed(id: ClosureId, venue: VenueId, closure: &Closure) -> Event {
    let spaces: Vec<String> = closure.spaces.iter().map(ToString::to_string).collect();
    Event::new("venue.closed", id)
        .with("venue", venue.to_string())
        .with("valid_from", closure.valid_from.to_string())
        .with("spaces", spaces.join(","))
}

/// `venue.opened_again`: a closure ends.
pub(crate) fn opened_again(id: ClosureId, from: NaiveDate) -> Event {
    Event::new("venue.opened_again", id).with("from", from.to_string())
}

/// `series.reserved`, `.changed`, `.cancelled`: with so many of its bookings.
pub(crate) fn of_series(kind: &'static str, series: &series::Model, bookings: usize) -> Event {
    Event::new(kind, series.id)
        .with("person", series.person_id.to_string())
        .with("rhythm", series.rhythm.code())
        .with("bookings", bookings)
}

/// `hold.expired`, `hold.finished`: what the clock ends by itself.
pub(crate) fn ended(kind: &'static str, hold: HoldId) -> Event {
    Event::new(kind, hold)
}
