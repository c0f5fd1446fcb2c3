//! The calendar entry that goes with a letter, and behind 「カレンダーに入れる」.

use mail::Event;

use crate::entity::booking;

/// A booking as a calendar entry; the same identifier with a higher number replaces the former.
pub(crate) fn event(booking: &booking::Model, space: &str, cancelled: bool) -> Event {
    Event {
        uid: booking.id.to_string(),
        sequence: u32::try_from(booking.version - 1).unwrap_or(0),
        summary: space.to_owned(),
        location: space.to_owned(),
        starts_at: booking.starts_at,
        ends_at: booking.ends_at,
        cancelled,
        url: format!("/bookings/{}", booking.id),
    }
}
