//! Who comes next: ordered waiting lines with timed offers, and draws anyone can check. Pure; no
//! clock, no database, no randomness of its own.
//!
//! * [`line`]: who waits, in the order of numbers drawn; whom what became free is offered to.
//! * [`Terms`]: how long an offer lasts, and when none is made any more.
//! * [`draw`]: who has a place when more want one than there are; frozen, drawn and replayed.
//!
//! The rules, which every line of the house shares:
//! 1. The order is that of a number drawn under the lock of the line, never of a time or an id.
//! 2. What became free is offered to the first who can have it. Whoever is passed over keeps the
//!    place, and the answer says why.
//! 3. One thing is in one open offer at most.
//! 4. An offer ends at a moment that is told with it; at that moment it can no longer be accepted.
//! 5. Who declines leaves the line. Who lets an offer lapse goes to its end with a new number, and
//!    leaves it the second time.
//!
//! To use a line: keep the entries in a table, lock the line, ask [`next_offer`], write what it says.
//!
//! To use a draw: keep a seed and publish its commitment, freeze the entries and publish their
//! digest, draw, publish the rest. The rules of draws stand in [`draw`].

pub mod draw;
pub mod line;
mod terms;

pub use line::{Entry, Lapsed, Late, Next, Offer, PassedOver, State, accept, lapse, next_offer};
pub use terms::Terms;
