//! Questions: what there is, what is free, who comes.

mod alternatives;
mod board;
mod bookings;
mod catalogue;
mod closures;
mod day;
mod figures;
mod series;

pub use alternatives::{Wish, alternatives, with_alternatives};
pub use board::{Entry, entries};
pub use bookings::{Card, Filter, list, one, seen_by};
pub use catalogue::{Catalogue, Place, PlaceFacts, Unit};
pub use closures::{
    Affected, Closing, affected, closing, closings, instead, released, released_counts,
    released_for,
};
pub use day::{Busy, Row, busy, free, rows};
pub use figures::{Figures, figures, span_of};
pub use series::{
    Choice, Obstacle, Occurrence, SeriesCard, Wanted, occurrences, series_of, series_seen_by,
    versions,
};

pub(crate) use day::busy_units;
pub(crate) use series::{Plan, Settled, rhythm, said};
