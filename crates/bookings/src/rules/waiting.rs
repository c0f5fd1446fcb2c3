//! Waiting for a space, in the words of `fairness`: who waits, and what is offered.
//!
//! Source: `waiting_terms`, dated rows of the ward's rule on the use of the centre.

use chrono::TimeDelta;
use fairness::{Entry, Terms};
use kernel::Span;

use crate::entity::{
    SpaceId, WaitingId,
    waiting_entry::{self, State},
    waiting_terms,
};

/// Under this name the places in all lines are drawn.
pub const NUMBER: &str = "waiting";

/// What can be offered: a unit of a space at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Thing {
    /// Which space.
    pub space: SpaceId,
    /// Which unit of it.
    pub unit: i32,
    /// When.
    pub span: Span,
}

/// Someone in a line.
pub fn entry(row: &waiting_entry::Model) -> Entry<WaitingId, Thing> {
    let state = match (row.state, row.unit, row.expires_at) {
        (State::Waiting, _, _) => fairness::State::Waiting,
        (State::Offered, Some(unit), Some(expires_at)) => fairness::State::Offered {
            thing: Thing {
                space: row.space_id,
                unit,
                span: row.span(),
            },
            expires_at: expires_at.utc(),
        },
        _ => fairness::State::Gone,
    };
    Entry {
        key: row.id,
        number: row.number,
        begins: row.starts_at.utc(),
        state,
        lapses: u32::try_from(row.lapses).unwrap_or(0),
    }
}

/// The terms of offers.
pub fn terms(row: &waiting_terms::Model) -> Terms {
    let minutes = |minutes: i32| TimeDelta::minutes(minutes.into());
    Terms {
        longest: minutes(row.longest_minutes),
        shortest: minutes(row.shortest_minutes),
        last_call: minutes(row.last_call_minutes),
        lapses: u32::try_from(row.lapses).unwrap_or(1),
    }
}
