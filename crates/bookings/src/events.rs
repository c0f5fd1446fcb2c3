//! What this crate writes into the log. Ids and codes only.

mod dated;

use chrono::NaiveDate;
use kernel::events::Event;

use crate::{
    entity::{
        ClosureId, FeedId, HoldId, RuleId, SpaceId, VenueId, WarningId, booking,
        booking_request::Ground, calendar_feed::Kind, series, waiting_entry,
    },
    rules::{Closure, Rule, devices::Pick},
};

pub(crate) use dated::{dated, priced};

/// `booking.reserved`, `.changed`, `.cancelled`, `.arrived`: with space, unit, time and person.
pub(crate) fn of(kind: &'static str, booking: &booking::Model) -> Event {
    Event::new(kind, booking.id)
        .with("space", booking.space_id.to_string())
        .with("unit", booking.unit)
        .with("person", booking.person_id.to_string())
        .with("starts_at", booking.starts_at.rfc3339())
        .with("ends_at", booking.ends_at.rfc3339())
        .with("attendees", booking.attendees)
        .with(
            "organisation",
            booking.organisation_id.map(|id| id.to_string()),
        )
}

/// The same with how many of which devices.
pub(crate) fn with_devices(event: Event, picks: &[Pick]) -> Event {
    if picks.is_empty() {
        return event;
    }
    let said = picks
        .iter()
        .filter_map(|pick| Some(format!("{}x{}", pick.number?, pick.device)));
    event.with("devices", said.collect::<Vec<_>>().join(","))
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

/// `rule.made`: a rule of booking, from when on; where it comes from is for people to read.
pub(crate) fn ruled(id: RuleId, rule: &Rule) -> Event {
    Event::new("rule.made", id)
        .with("kind", rule.kind().code())
        .with("space", rule.space.map(|id| id.to_string()))
        .with("valid_from", rule.valid_from.to_string())
}

/// `rule.ended`: with its last day.
pub(crate) fn rule_ended(id: RuleId, last: Option<NaiveDate>) -> Event {
    Event::new("rule.ended", id).with("last", last.map(|date| date.to_string()))
}

/// `weather.warned`: a day with a warning excuses.
pub(crate) fn warned(id: WarningId, on: NaiveDate) -> Event {
    Event::new("weather.warned", id).with("on", on.to_string())
}

/// `weather.withdrawn`: such a day excuses no longer; so many absences count again.
pub(crate) fn withdrawn(id: WarningId, on: &str, again: usize) -> Event {
    let event = Event::new("weather.withdrawn", id).with("on", on);
    event.with("again", again)
}

/// `booking.requested`: waits for an approval, by when it is decided.
pub(crate) fn requested(booking: &booking::Model, by: NaiveDate) -> Event {
    upon("booking.requested", booking).with("by", by.to_string())
}

/// `booking.approved`, `.refused`: with the ground; the words are for people to read.
pub(crate) fn decided(
    kind: &'static str,
    booking: &booking::Model,
    ground: Option<Ground>,
) -> Event {
    upon(kind, booking).with("ground", ground.map(Ground::code))
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

/// `waiting.joined`, `.offered`, `.withdrawn`, `.accepted`, `.declined`, `.lapsed`, `.left`,
/// `.over`: with space, time, person and place in the line.
pub(crate) fn waiting(kind: &'static str, entry: &waiting_entry::Model) -> Event {
    Event::new(kind, entry.id)
        .with("space", entry.space_id.to_string())
        .with("person", entry.person_id.to_string())
        .with("starts_at", entry.starts_at.rfc3339())
        .with("ends_at", entry.ends_at.rfc3339())
        .with("number", entry.number)
}

/// `feed.made`, `.ended`: an address from which a calendar fetches bookings.
pub(crate) fn feed(kind: &'static str, id: FeedId, tells: Kind) -> Event {
    Event::new(kind, id).with("tells", tells.code())
}

/// `space.withheld`: so many stretches of its days are kept for a draw.
pub(crate) fn withheld(space: SpaceId, kept: usize) -> Event {
    Event::new("space.withheld", space).with("kept", kept)
}
