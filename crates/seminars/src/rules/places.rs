//! How a line moves along: a place that is free is offered to whoever comes first.
//!
//! Source: the centre's terms of waiting (dated rows of `bookings`), in the words of `fairness`.

use chrono::{DateTime, Utc};
use fairness::{Entry, Lapsed, State, Terms, lapse, next_offer};
use kernel::Instant;

/// The places of one mode, and who waits for one, the first first. An entry's thing is its own key: a
/// place is like any other.
#[derive(Clone, Debug)]
pub struct Line<K> {
    /// How many there are.
    pub places: i32,
    /// How many are taken, or kept for an offer.
    pub taken: i32,
    /// The last number drawn.
    pub last_number: i64,
    /// Who waits, or is offered one.
    pub entries: Vec<Entry<K, K>>,
}

/// What happens to somebody in a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step<K> {
    /// Let an offer lapse: goes to the end with this turn, or leaves the line.
    Lapsed(K, Option<i64>),
    /// It began, and no place had become free.
    Over(K),
    /// Is offered a place until this moment.
    Offered(K, Instant),
}

/// Ends what has lapsed, then offers every free place to whoever comes next; says what happened, in
/// order. Between two calls at one moment nothing is left to do.
pub fn move_along<K: Copy + PartialEq>(
    line: &mut Line<K>,
    now: DateTime<Utc>,
    terms: &Terms,
) -> Vec<Step<K>> {
    let mut steps = Vec::new();
    for entry in &mut line.entries {
        match lapse(entry, now, terms) {
            Some(Lapsed::ToTheEnd) => {
                line.taken -= 1;
                line.last_number += 1;
                entry.number = line.last_number;
                entry.lapses += 1;
                entry.state = State::Waiting;
                steps.push(Step::Lapsed(entry.key, Some(entry.number)));
            }
            Some(Lapsed::Out) => {
                line.taken -= 1;
                entry.state = State::Gone;
                steps.push(Step::Lapsed(entry.key, None));
            }
            None => {}
        }
        if entry.state == State::Waiting && entry.begins <= now {
            entry.state = State::Gone;
            steps.push(Step::Over(entry.key));
        }
    }
    while line.taken < line.places {
        let next = next_offer(&line.entries, now, terms, |entry| Some(entry.key));
        let Some(offer) = next.offer else { break };
        let Some(entry) = line.entries.get_mut(offer.to) else {
            break;
        };
        entry.state = State::Offered {
            thing: offer.thing,
            expires_at: offer.expires_at,
        };
        line.taken += 1;
        steps.push(Step::Offered(entry.key, offer.expires_at.into()));
    }
    steps
}

#[cfg(test)]
mod tests;
