//! Background work: what the centre does by itself, on one machine or on many.
//!
//! Nothing is kept in a queue of its own. Whatever is due stands as a row with its time (a letter,
//! a hold that lapses), and a [`Sweep`] takes the rows that are due. A sweep is safe on many nodes
//! because it claims its rows in the database before it acts (`FOR UPDATE SKIP LOCKED`, or a
//! conditional update); this crate does not elect anybody.
//!
//! * [`Sweep`]: a name, an interval, and one run that says how much it did.
//! * [`Worker`]: runs the sweeps, each in its own time; a run that did something is followed by
//!   another at once, a run that failed by a longer and longer rest.
//! * [`each`]: one thing after the other, each in a transaction of its own.
//! * [`Nudge`]: touched after a commit that made work (a letter was written), so that nobody waits
//!   for the next interval.
//!
//! To add background work: implement [`Sweep`] in the crate's `tasks.rs`, look with
//! `db.reader()` whether anything is due, change it in `transact`, and hand it to the worker in
//! `server/src/wiring.rs` with [`Worker::with`]. Tests run everything by
//! [`Worker::run_until_idle`].
//!
//! No table, no refusals, no events of its own.

mod each;
mod rhythm;
mod started;
mod sweep;
mod worker;

pub use each::each;
pub use started::{Nudge, Started};
pub use sweep::{Running, Sweep};
pub use worker::Worker;
