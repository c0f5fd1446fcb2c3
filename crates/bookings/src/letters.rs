//! The calendar entry that goes with a letter, and behind 「カレンダーに入れる」; and how a time is
//! named in a link to the form that books it.

use chrono::Timelike;
use kernel::Span;
use mail::Event;

use crate::entity::{SpaceId, booking, hold};

/// A booking whose hold stands so as a calendar entry; the same identifier with a higher number
/// replaces the former.
pub(crate) fn event(booking: &booking::Model, space: &str, state: hold::State) -> Event {
    Event {
        uid: booking.id.to_string(),
        sequence: u32::try_from(booking.version - 1).unwrap_or(0),
        summary: space.to_owned(),
        location: space.to_owned(),
        starts_at: booking.starts_at,
        ends_at: booking.ends_at,
        cancelled: !state.is_holding(),
        tentative: state == hold::State::Requested,
        url: format!("/bookings/{}", booking.id),
    }
}

/// A space and a time as forms name them: `<space>/2026-12-15/780-840`, minutes after midnight.
pub(crate) fn slot(space: SpaceId, span: Span) -> String {
    let from = span.from.time().num_seconds_from_midnight() / 60;
    let until = i64::from(from) + span.minutes();
    format!("{space}/{}/{from}-{until}", span.from.date())
}
