//! A waiting line, and what is offered along it.

use chrono::{DateTime, Utc};

use crate::Terms;

/// Someone in a line: `key` says who and what for, `T` is what can be offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry<K, T> {
    /// Who waits, and for what.
    pub key: K,
    /// The place in the line: drawn under its lock, never twice.
    pub number: i64,
    /// When what is waited for begins.
    pub begins: DateTime<Utc>,
    /// Where it stands.
    pub state: State<T>,
    /// How many offers were let lapse.
    pub lapses: u32,
}

/// Where someone in a line stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State<T> {
    /// Waits.
    Waiting,
    /// Has an open offer.
    Offered {
        /// Of this.
        thing: T,
        /// Which can be accepted before this moment.
        expires_at: DateTime<Utc>,
    },
    /// Is no longer in the line.
    Gone,
}

/// To whom what became free is offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer<T> {
    /// Whose turn it is: the index in the line as it was given.
    pub to: usize,
    /// What is offered.
    pub thing: T,
    /// Until when it waits for an answer.
    pub expires_at: DateTime<Utc>,
}

/// Why someone who waits was passed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PassedOver {
    /// Nothing of what is free is what they wait for.
    NothingForThem,
    /// It begins too soon to be offered.
    TooSoon,
}

/// What comes next in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Next<T> {
    /// The offer to be made; none when nobody can have anything.
    pub offer: Option<Offer<T>>,
    /// Who waits before that, and why they were passed over: indices in the line as it was given.
    pub passed_over: Vec<(usize, PassedOver)>,
}

/// Whose turn it is: the first by number who waits, for whom something is free, and for whom there
/// is time to answer.
///
/// `find` says what of all that is free this one can have; what is in an open offer is free for
/// nobody, whatever it says.
pub fn next_offer<K, T: PartialEq>(
    line: &[Entry<K, T>],
    now: DateTime<Utc>,
    terms: &Terms,
    mut find: impl FnMut(&Entry<K, T>) -> Option<T>,
) -> Next<T> {
    let mut waiting: Vec<usize> = (0..line.len())
        .filter(|at| matches!(line[*at].state, State::Waiting))
        .collect();
    waiting.sort_by_key(|at| line[*at].number);
    let mut passed_over = Vec::new();
    for to in waiting {
        let Some(expires_at) = terms.expiry(line[to].begins, now) else {
            passed_over.push((to, PassedOver::TooSoon));
            continue;
        };
        match find(&line[to]).filter(|thing| !is_offered(line, thing)) {
            None => passed_over.push((to, PassedOver::NothingForThem)),
            Some(thing) => {
                let offer = Some(Offer {
                    to,
                    thing,
                    expires_at,
                });
                return Next { offer, passed_over };
            }
        }
    }
    Next {
        offer: None,
        passed_over,
    }
}

fn is_offered<K, T: PartialEq>(line: &[Entry<K, T>], wanted: &T) -> bool {
    line.iter()
        .any(|entry| matches!(&entry.state, State::Offered { thing, .. } if thing == wanted))
}

/// Why an offer cannot be accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no open offer at this moment")]
pub struct Late;

/// What is accepted, if there is an offer and its time is not over.
pub fn accept<T>(state: &State<T>, now: DateTime<Utc>) -> Result<&T, Late> {
    match state {
        State::Offered { thing, expires_at } if now < *expires_at => Ok(thing),
        _ => Err(Late),
    }
}

/// What becomes of someone whose offer lapsed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lapsed {
    /// Goes to the end of the line, with a new number.
    ToTheEnd,
    /// Leaves it.
    Out,
}

/// What becomes of this one, if an offer has lapsed by now; `None` while none has.
pub fn lapse<K, T>(entry: &Entry<K, T>, now: DateTime<Utc>, terms: &Terms) -> Option<Lapsed> {
    match entry.state {
        State::Offered { expires_at, .. } if expires_at <= now => {
            Some(if entry.lapses + 1 < terms.lapses {
                Lapsed::ToTheEnd
            } else {
                Lapsed::Out
            })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests;
