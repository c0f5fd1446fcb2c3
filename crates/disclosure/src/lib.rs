//! What may be published of counts of few (少数値の秘匿). Pure; no clock, no database.
//!
//! A figure that is small tells about single people or businesses, and what is left out of a table
//! can often be computed from its totals. So a small figure is hidden (primary suppression,
//! 一次秘匿), and so are others, until nobody can tell a hidden one (secondary suppression,
//! 二次秘匿).
//!
//! * [`Table`] and [`suppress`]: cells that add up to totals.
//! * [`Overlapping`]: a list whose rows share cases, with the number of cases.
//! * [`Persons`] and [`suppress_both`]: how often people came, and how many people they were.
//! * [`Shown`]: the table as everybody may see it.
//!
//! What holds, for every [`Threshold`]:
//! 1. Figures from one to below it are hidden. Zero is shown, unless nearly everything is hidden.
//! 2. From all that is shown, and from knowing rule 1, no hidden figure follows: there are always
//!    two tables of whole numbers that look the same and differ in it.
//! 3. The grand total of a table that adds up is hidden only when it is small.
//!
//! What does not hold:
//! * That a hidden figure is far from known. Two values are enough.
//! * That nobody learns from the order in which further figures are chosen. Whoever runs this very
//!   program on every table that looks the same can sometimes rule out all but one.
//! * That two tables keep each other's secrets. Each is protected by itself. Tables of the same
//!   cases by other things (by field, by way, by expert) share their grand total and may be shown
//!   together. A cell of one that is a cell or a total of another has to be in one table with it:
//!   a year and its months are one table, not two, and so are a whole and its parts shown later.

#[cfg(test)]
mod attacker;
mod cycles;
mod grid;
mod overlapping;
mod persons;
mod shown;
mod suppress;
mod table;
mod threshold;
mod unfit;

pub use overlapping::Overlapping;
pub use persons::{Both, Persons, suppress_both};
pub use shown::{Figure, Shown};
pub use suppress::suppress;
pub use table::Table;
pub use threshold::Threshold;
pub use unfit::Unfit;
