//! The ledger of everything scarce, and what stands on it: venues, spaces and their bookings.
//!
//! * [`ledger`]: a hold takes all it needs, or nothing; the database itself refuses an overlap.
//! * [`entity`]: `holds`, `allocations`, `resources`.
//!
//! Whoever needs a room, a device or a person's time asks [`ledger::take`]; nobody writes
//! allocations in another way. To add a scarce thing, give it a row in `resources`.

pub mod entity;
pub mod ledger;
