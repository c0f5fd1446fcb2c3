//! What the API takes and gives. Times are RFC 3339 in Tokyo's offset.

mod asked;
mod device;
mod fee;
mod problem;

use kernel::{Fault, Instant, Span};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

pub(super) use asked::{NewBooking, asked_span, whole_days};
pub(super) use device::{Device, Devices, LentDevice};
pub use problem::Problem;

use fee::Fee;

use crate::{
    entity::SpaceId,
    read::{Besides, Card, Place},
};

/// A space that can be booked.
#[derive(Serialize, ToSchema)]
pub(super) struct Space {
    id: Uuid,
    /// `desk`, `booth`, `meeting`, `seminar`, `community` or `online`.
    kind: &'static str,
    name: String,
    name_en: String,
    description: String,
    floor: String,
    equipment: Vec<String>,
    /// How many people one booking may bring.
    capacity: i32,
    /// How many like units there are: desks.
    units: usize,
    step_minutes: i32,
    shortest_minutes: i32,
    longest_minutes: i32,
    /// Kept free after each use.
    clearing_minutes: i32,
}

impl Space {
    pub(super) fn of(place: &Place) -> Self {
        let space = &place.space;
        Self {
            id: space.id.into(),
            kind: space.kind.code(),
            name: space.name.clone(),
            name_en: space.name_en.clone(),
            description: space.description.clone(),
            floor: space.floor.clone(),
            equipment: space.equipment().map(str::to_owned).collect(),
            capacity: space.capacity,
            units: place.units.len(),
            step_minutes: space.step_minutes,
            shortest_minutes: space.shortest_minutes,
            longest_minutes: space.longest_minutes,
            clearing_minutes: space.clearing_minutes,
        }
    }
}

/// A page of spaces.
#[derive(Serialize, ToSchema)]
pub(super) struct Spaces {
    pub(super) items: Vec<Space>,
    pub(super) next: Option<String>,
}

/// When a space is free.
#[derive(Serialize, ToSchema)]
pub(super) struct Availability {
    space_id: Uuid,
    from: String,
    until: String,
    free: Vec<Free>,
}

/// A stretch within which any allowed time can be booked on one unit.
#[derive(Serialize, ToSchema)]
pub(super) struct Free {
    starts_at: String,
    ends_at: String,
    /// On how many units.
    units: usize,
}

impl Availability {
    pub(super) fn of(space: SpaceId, span: Span, free: Vec<(Span, usize)>) -> Self {
        Self {
            space_id: space.into(),
            from: span.from.rfc3339(),
            until: span.until.rfc3339(),
            free: free
                .into_iter()
                .map(|(span, units)| Free {
                    starts_at: span.from.rfc3339(),
                    ends_at: span.until.rfc3339(),
                    units,
                })
                .collect(),
        }
    }
}

/// A booking.
#[derive(Serialize, Deserialize, ToSchema)]
pub(super) struct Booking {
    pub(super) id: Uuid,
    /// What people say at the counter; it opens nothing.
    reference: String,
    space_id: Uuid,
    /// Which unit of the space: desk 7.
    unit: i32,
    person_id: Uuid,
    starts_at: String,
    ends_at: String,
    purpose: String,
    attendees: i32,
    /// `requested`, `coming`, `late`, `running`, `finished`, `absent`, `tentative`, `cancelled`,
    /// `refused` or `released`.
    status: String,
    version: i64,
    created_at: String,
    /// Which devices are lent with it.
    #[serde(default)]
    devices: Vec<LentDevice>,
    /// None when the use is free of charge.
    #[serde(default)]
    fee: Option<Fee>,
    /// As which organisation it was booked; null when somebody booked for themselves.
    #[serde(default)]
    organisation: Option<Organisation>,
}

/// An organisation as which somebody booked.
#[derive(Serialize, Deserialize, ToSchema)]
pub(super) struct Organisation {
    id: Uuid,
    /// As the pages say it: one that was merged is called as the one it was merged into.
    name: String,
}

impl Booking {
    /// Bookings with what there is besides each.
    pub(super) fn all(cards: &[Card], besides: &[Besides], now: Instant) -> Vec<Self> {
        let own = cards.iter().zip(besides);
        own.map(|(card, besides)| Self::of(card, besides, now))
            .collect()
    }

    fn of(card: &Card, besides: &Besides, now: Instant) -> Self {
        let booking = &card.booking;
        Self {
            id: booking.id.into(),
            reference: booking.reference.clone(),
            space_id: booking.space_id.into(),
            unit: booking.unit,
            person_id: booking.person_id.into(),
            starts_at: booking.starts_at.rfc3339(),
            ends_at: booking.ends_at.rfc3339(),
            purpose: booking.purpose.clone(),
            attendees: booking.attendees,
            status: card.standing(now).code().to_owned(),
            version: booking.version,
            created_at: booking.created_at.rfc3339(),
            devices: besides.lent.iter().map(LentDevice::of).collect(),
            fee: besides.fee.as_ref().map(Fee::of),
            organisation: (besides.organisation.as_ref()).map(|(id, name)| Organisation {
                id: (*id).into(),
                name: name.clone(),
            }),
        }
    }
}

/// A page of bookings.
#[derive(Serialize, ToSchema)]
pub(super) struct Bookings {
    pub(super) items: Vec<Booking>,
    /// What to pass as `after` for the next page.
    pub(super) next: Option<String>,
}

/// As it is answered, and kept for the next time.
pub(super) fn json(booking: &Booking) -> Result<String, Fault> {
    serde_json::to_string(booking).map_err(|source| Fault::broken("writing a booking", source))
}
