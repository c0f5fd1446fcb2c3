//! The crate's tables.

pub mod absence;
pub mod allocation;
pub mod booking;
pub mod booking_charge;
pub mod booking_paper;
pub mod booking_request;
pub mod booking_rule;
pub mod booking_waiver;
pub mod calendar_feed;
pub mod cancellation_tier;
pub mod catalogue_version;
pub mod closure;
pub mod closure_release;
pub mod closure_space;
pub mod device;
pub mod device_space;
pub mod device_stock;
pub mod device_unit;
pub mod drawn_number;
pub mod hold;
pub mod opening_hours;
pub mod own_use;
pub mod own_use_reason;
pub mod payment_term;
pub mod person_resource;
pub mod resource;
pub mod rule_measure;
pub mod series;
pub mod shared_space;
pub mod space;
pub mod space_tariff;
pub mod space_unit;
pub mod unpaid_release;
pub mod venue;
pub mod waiting_entry;
pub mod waiting_terms;
pub mod ward_reference;
pub mod weather_warning;
pub mod withholding;

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
    /// A sort of device: projectors.
    DeviceId
}
typed_id! {
    /// A use of a space by the centre itself.
    OwnUseId
}
typed_id! {
    /// A reason for the centre's own use.
    OwnUseReasonId
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
typed_id! {
    /// A rule of booking.
    RuleId
}
typed_id! {
    /// Someone in a waiting line.
    WaitingId
}
typed_id! {
    /// A day with a warning.
    WarningId
}
typed_id! {
    /// Days of a space that are kept for a draw.
    WithholdingId
}
typed_id! {
    /// An address from which a calendar fetches bookings.
    FeedId
}
typed_id! {
    /// A numbered paper about a booking.
    PaperId
}
