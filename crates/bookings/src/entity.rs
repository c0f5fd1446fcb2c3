//! The crate's tables.

pub mod allocation;
pub mod booking;
pub mod catalogue_version;
pub mod closure;
pub mod closure_release;
pub mod closure_space;
pub mod hold;
pub mod opening_hours;
pub mod resource;
pub mod series;
pub mod space;
pub mod space_unit;
pub mod venue;

use kernel::typed_id;
use uuid::Uuid;

typed_id! {
    /// What a booking, a meeting or a lesson is for the ledger.
    HoldId
}
typed_id! {
    /// A scarce thing: a room, one desk, a projector, a person's time.
    ResourceId
}
typed_id! {
    /// One stretch of time on one resource.
    AllocationId
}
typed_id! {
    /// A house with opening hours.
    VenueId
}
typed_id! {
    /// A kind of place that can be booked: the desks, a booth, a room.
    SpaceId
}
typed_id! {
    /// A row of the opening hours.
    OpeningHoursId
}
typed_id! {
    /// A rule that closes a house, or some of its spaces.
    ClosureId
}
typed_id! {
    /// One person's use of one space.
    BookingId
}
typed_id! {
    /// Bookings that were made together, by a rhythm.
    SeriesId
}
