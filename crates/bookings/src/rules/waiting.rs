//! Waiting for a space, in the words of `fairness`: who waits, and what is offered.
//!
//! Source: `waiting_terms`, dated rows of the ward's rule on the use of the centre.

use chrono::{NaiveDate, TimeDelta};
use fairness::{Entry, Terms};
use kernel::Span;

use super::charges::within;
use crate::{
    entity::{
        SpaceId, WaitingId,
        waiting_entry::{self, State},
        waiting_terms,
    },
    refused::Unfit,
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

/// The terms of waiting as the manager wants them from a day on; `None` what could not be read.
#[derive(Clone, Debug, Default)]
pub struct WaitingDraft {
    /// The longest time to answer an offer, in hours.
    pub longest_hours: Option<i32>,
    /// The shortest time to answer, in minutes.
    pub shortest_minutes: Option<i32>,
    /// No offer is made when fewer minutes are left before the use begins.
    pub last_call_minutes: Option<i32>,
    /// Who lets so many offers lapse leaves the line.
    pub lapses: Option<i32>,
    /// In so many lines a person may stand at once.
    pub most: Option<i32>,
    /// The first day.
    pub from: Option<NaiveDate>,
}

impl WaitingDraft {
    /// The terms, or everything that is wrong with them. An offer is never made so late that there
    /// is less than the shortest time to answer.
    pub fn allowed(&self) -> Result<waiting_terms::Model, Vec<Unfit>> {
        let mut wrong = Vec::new();
        let mut number = |field, typed, least, most| within(field, typed, least, most, &mut wrong);
        let longest = number("longest", self.longest_hours, 1, 168);
        let longest = longest.map(|hours| hours * 60);
        let most_short = longest.unwrap_or(DAY).min(DAY);
        let shortest = number("shortest", self.shortest_minutes, 1, most_short);
        let enough = shortest.unwrap_or(1);
        let last_call = number("last_call", self.last_call_minutes, enough, DAY);
        let lapses = number("lapses", self.lapses, 1, 10);
        let most = number("most", self.most, 1, 100);
        let terms = || {
            Some(waiting_terms::Model {
                valid_from: self.from.map_or_else(String::new, |from| from.to_string()),
                longest_minutes: longest?,
                shortest_minutes: shortest?,
                last_call_minutes: last_call?,
                lapses: lapses?,
                most: most?,
            })
        };
        terms().ok_or(wrong)
    }
}

/// The minutes of a day.
const DAY: i32 = 24 * 60;

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
