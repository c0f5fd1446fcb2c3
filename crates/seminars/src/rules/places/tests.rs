//! Over random sequences of arriving, cancelling, accepting, declining, waiting and changing the number
//! of places: never more taken than there are, nobody kept waiting beside a free place, the order kept.

use std::collections::BTreeMap;

use chrono::TimeDelta;
use proptest::{collection::vec, prelude::*};

use super::*;

const TERMS: Terms = Terms {
    longest: TimeDelta::hours(24),
    shortest: TimeDelta::minutes(30),
    last_call: TimeDelta::minutes(60),
    lapses: 2,
};

/// A seminar of the test begins so many hours after the first moment.
const BEGINS: i64 = 24 * 14;

#[derive(Clone, Copy, Debug)]
enum Act {
    Arrives,
    /// Somebody who has a place gives it back.
    Cancels(usize),
    /// Somebody with an offer answers.
    Answers(usize, bool),
    /// Somebody who waits leaves.
    Leaves(usize),
    /// So many places are wished; refused below what is taken.
    Places(i32),
    /// So many minutes pass.
    Passes(i64),
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        4 => Just(Act::Arrives),
        2 => any::<usize>().prop_map(Act::Cancels),
        3 => (any::<usize>(), any::<bool>()).prop_map(|(who, yes)| Act::Answers(who, yes)),
        1 => any::<usize>().prop_map(Act::Leaves),
        1 => (0..8_i32).prop_map(Act::Places),
        3 => (1..2_000_i64).prop_map(Act::Passes),
    ]
}

/// A seminar as the service keeps it.
struct Kept {
    line: Line<i64>,
    now: DateTime<Utc>,
    /// Who has a place.
    enrolled: Vec<i64>,
    /// When each was offered a place first.
    offered: BTreeMap<i64, usize>,
    offers: usize,
}

impl Kept {
    fn new() -> Self {
        let line = Line {
            places: 3,
            taken: 0,
            last_number: 0,
            entries: Vec::new(),
        };
        Self {
            line,
            now: DateTime::UNIX_EPOCH,
            enrolled: Vec::new(),
            offered: BTreeMap::new(),
            offers: 0,
        }
    }

    fn at(&self, which: usize, fits: impl Fn(&State<i64>) -> bool) -> Option<usize> {
        let some = 0..self.line.entries.len();
        let some: Vec<usize> = some
            .filter(|at| fits(&self.line.entries[*at].state))
            .collect();
        (!some.is_empty()).then(|| some[which % some.len()])
    }

    fn does(&mut self, act: Act) {
        let offered = |state: &State<i64>| matches!(state, State::Offered { .. });
        match act {
            Act::Arrives => self.arrives(),
            Act::Cancels(which) if !self.enrolled.is_empty() => {
                self.enrolled.remove(which % self.enrolled.len());
                self.line.taken -= 1;
            }
            Act::Answers(which, yes) => {
                if let Some(at) = self.at(which, offered) {
                    self.answers(at, yes);
                }
            }
            Act::Leaves(which) => {
                if let Some(at) = self.at(which, |state| *state == State::Waiting) {
                    self.line.entries.remove(at);
                }
            }
            Act::Places(places) if places >= self.line.taken => self.line.places = places,
            Act::Passes(minutes) => self.now += TimeDelta::minutes(minutes),
            Act::Cancels(_) | Act::Places(_) => {}
        }
        self.settles();
    }

    /// As enrolling does: behind whoever waits, unless a place is free that nobody else can have.
    fn arrives(&mut self) {
        self.settles();
        self.line.last_number += 1;
        let number = self.line.last_number;
        if self.line.taken < self.line.places {
            self.line.taken += 1;
            self.enrolled.push(number);
            return;
        }
        self.line.entries.push(Entry {
            key: number,
            number,
            begins: DateTime::UNIX_EPOCH + TimeDelta::hours(BEGINS),
            state: State::Waiting,
            lapses: 0,
        });
    }

    fn answers(&mut self, at: usize, yes: bool) {
        let entry = &self.line.entries[at];
        if fairness::accept(&entry.state, self.now).is_err() {
            return;
        }
        let entry = self.line.entries.remove(at);
        if yes {
            self.enrolled.push(entry.key);
        } else {
            self.line.taken -= 1;
        }
    }

    fn settles(&mut self) {
        let waiting = self.line.entries.clone();
        for step in move_along(&mut self.line, self.now, &TERMS) {
            if let Step::Offered(key, until) = step {
                assert!(until.utc() > self.now);
                let own = self.line.entries.iter().find(|entry| entry.key == key);
                let own = own.unwrap().number;
                let before = waiting.iter().filter(|entry| {
                    entry.state == State::Waiting && entry.number < own && entry.key != key
                });
                for entry in before {
                    let still = self.line.entries.iter().find(|one| one.key == entry.key);
                    let still = &still.unwrap().state;
                    assert_ne!(*still, State::Waiting, "{} came before", entry.key);
                }
                self.offers += 1;
                self.offered.entry(key).or_insert(self.offers);
            }
        }
        self.line.entries.retain(|entry| entry.state != State::Gone);
        self.line.entries.sort_by_key(|entry| entry.number);
    }

    fn holds(&mut self) {
        let entries = &self.line.entries;
        let offers = entries
            .iter()
            .filter(|entry| entry.state != State::Waiting)
            .count();
        let taken = i32::try_from(self.enrolled.len() + offers).unwrap();
        assert_eq!(self.line.taken, taken, "what is taken is counted");
        assert!(taken <= self.line.places, "never more than there are");
        let waits = entries.len() > offers;
        let begins = DateTime::UNIX_EPOCH + TimeDelta::hours(BEGINS);
        if waits && TERMS.expiry(begins, self.now).is_some() {
            assert_eq!(
                taken, self.line.places,
                "no place is empty while somebody waits"
            );
        }
        if self.now >= begins {
            assert!(!waits, "nobody waits for what has begun");
        }
        assert_eq!(
            move_along(&mut self.line, self.now, &TERMS),
            [],
            "all was done"
        );
    }
}

proptest! {
    #[test]
    fn whatever_happens_places_are_given_in_order_and_none_twice(acts in vec(act(), 1..120)) {
        let mut kept = Kept::new();
        for act in acts {
            kept.does(act);
            kept.holds();
        }
    }
}

#[test]
fn who_lets_an_offer_lapse_goes_to_the_end_once() {
    let entry = |number| Entry {
        key: number,
        number,
        begins: DateTime::UNIX_EPOCH + TimeDelta::hours(BEGINS),
        state: State::Waiting,
        lapses: 0,
    };
    let mut line = Line {
        places: 1,
        taken: 0,
        last_number: 2,
        entries: vec![entry(1), entry(2)],
    };
    let mut now = DateTime::UNIX_EPOCH;
    let day = TimeDelta::hours(24);
    for (key, expected) in [
        (1, vec![Step::Offered(1, (now + day).into())]),
        (
            2,
            vec![
                Step::Lapsed(1, Some(3)),
                Step::Offered(2, (now + day * 2).into()),
            ],
        ),
        (
            1,
            vec![
                Step::Lapsed(2, Some(4)),
                Step::Offered(1, (now + day * 3).into()),
            ],
        ),
        (
            2,
            vec![
                Step::Lapsed(1, None),
                Step::Offered(2, (now + day * 4).into()),
            ],
        ),
    ] {
        assert_eq!(move_along(&mut line, now, &TERMS), expected, "{key}");
        now += day;
    }
    assert_eq!(move_along(&mut line, now, &TERMS), [Step::Lapsed(2, None)]);
    assert_eq!(line.taken, 0);
}
