//! The ledger of everything scarce, and what stands on it: venues, spaces and their bookings.
//!
//! * [`ledger`]: a hold takes all it needs, or nothing; the database itself refuses an overlap.
//! * [`entity`]: `venues`, `opening_hours`, `spaces`, `space_units`, `resources`, `holds`,
//!   `allocations`, `bookings`, `closures`, `closure_spaces`, `closure_releases`, `series`,
//!   `waiting_entries`, `waiting_terms`, `drawn_numbers`, `calendar_feeds`,
//!   `booking_papers`, `booking_rules`, `absences`, `weather_warnings`, `booking_waivers`,
//!   `unpaid_releases`, `booking_requests`, `devices`, `device_spaces`, `device_units`,
//!   `device_stocks`, `own_uses`, `own_use_reasons`,
//!   `shared_spaces`, `ward_references`.
//!   Fees: `space_tariffs`, `booking_charges`, `payment_terms`, `cancellation_tiers`; events
//!   `space.priced`, `payment.terms_set`, `waiting.terms_set`.
//! * [`rules`]: which times and uses are allowed ([`rules::terms`]: by the dated rules of
//!   booking), what the grid shows, reference numbers.
//! * [`service`]: reserve, change, cancel, arrive, close; [`read`]: what is free, whose it is.
//! * Events: `booking.reserved`, `.changed`, `.cancelled`, `.arrived`, `.arrival_undone`,
//!   `series.reserved`, `.changed`, `.cancelled`, `hold.expired`, `hold.finished`,
//!   `booking.released`, `.released_unpaid`, `venue.opened`, `venue.hours_set`, `venue.closed`,
//!   `venue.opened_again`, `space.opened`, `waiting.joined`, `.offered`, `.withdrawn`,
//!   `.accepted`, `.declined`, `.lapsed`, `.left`, `.over`, `feed.made`, `.ended`, `paper.issued`, `.copied`, `rule.made`, `.ended`,
//!   `booking.absent`, `.absence_undone`, `.rule_waived`, `.requested`, `.approved`,
//!   `.refused`, `.request_lapsed`, `weather.warned`, `.withdrawn`, `device.added`, `.changed`, `.stock_set`,
//!   `own_use.made`, `.ended`, `own_use_reason.added`, `.ended`,
//!   `space.shared`, `.unshared`, `hold.ward_reference_written`, `.ward_reference_erased`.
//!
//! Whoever needs a room, a device or a person's time asks [`ledger::take`]; nobody writes
//! allocations in another way. To add a scarce thing, give it a row in `resources`.

pub mod api;
pub mod entity;
mod events;
pub mod ledger;
mod letters;
mod pages;
pub mod read;
pub mod refused;
pub mod rules;
pub mod samples;
pub mod service;
pub mod tasks;

pub use pages::{device_field, device_picks, with_devices};

use web::Routes;

/// The crate's routes.
pub fn routes() -> Routes {
    pages::routes().and(api::routes())
}
