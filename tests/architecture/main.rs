//! The shape of the house, checked: who may use whom, what belongs into which room, what the
//! documents say.
//!
//! Each check is a function from what lies in the tree to a list of faults, and has two tests: the
//! tree has none, and the check finds one that is made up for it.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops where something fails"
)]

mod edges;
mod house;
mod libraries;
mod owners;
mod papers;
mod rooms;
mod traces;

/// Stops with every fault on a line of its own.
#[track_caller]
fn none_of(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}
