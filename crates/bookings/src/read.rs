//! Questions: what there is, what is free, who comes.

mod alternatives;
mod board;
mod bookings;
mod catalogue;
mod day;

pub use alternatives::{Wish, alternatives, with_alternatives};
pub use board::{Entry, entries};
pub use bookings::{Card, Filter, list, one, seen_by};
pub use catalogue::{Catalogue, Place, PlaceFacts, Unit};
pub use day::{Busy, Row, busy, free, rows};

pub(crate) use day::busy_units;
