//! What a manager confirmed, kept with the application as it was on that day.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Evidence;

/// One session that counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenSession {
    /// Which lesson or meeting.
    pub session: String,
    /// When it was.
    pub day: NaiveDate,
    /// What it was called.
    pub title: String,
    /// What it was about: codes.
    pub areas: Vec<String>,
    /// Whether they were there: a code.
    pub kind: String,
}

/// All of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frozen {
    /// The sessions that counted, by day.
    pub sessions: Vec<FrozenSession>,
    /// The first day on which all was met.
    pub met_on: NaiveDate,
    /// On which day it was confirmed.
    pub confirmed_on: NaiveDate,
}

impl Frozen {
    /// What the evidence names, told by what is known of each session.
    pub fn of(evidence: &Evidence, known: impl Fn(&str) -> Option<FrozenSession>) -> Self {
        let sessions = evidence.sessions.iter();
        Self {
            sessions: sessions.filter_map(|one| known(one)).collect(),
            met_on: evidence.met_on,
            confirmed_on: evidence.confirmed_on,
        }
    }
}
