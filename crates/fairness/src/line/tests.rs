use std::collections::HashSet;

use chrono::TimeDelta;
use proptest::prelude::*;

use super::*;

const TERMS: Terms = Terms {
    longest: TimeDelta::hours(24),
    shortest: TimeDelta::minutes(30),
    last_call: TimeDelta::minutes(60),
    lapses: 2,
};

fn at(minutes: i64) -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::minutes(minutes)
}

/// Someone who waits for thing `wants`, which begins so many minutes after the beginning.
fn waiting(wants: u8, number: i64, begins: i64) -> Entry<u8, u8> {
    Entry {
        key: wants,
        number,
        begins: at(begins),
        state: State::Waiting,
        lapses: 0,
    }
}

fn offered(wants: u8, number: i64, expires: i64) -> Entry<u8, u8> {
    Entry {
        state: State::Offered {
            thing: wants,
            expires_at: at(expires),
        },
        ..waiting(wants, number, 10_000)
    }
}

fn next(line: &[Entry<u8, u8>], free: &[u8]) -> Next<u8> {
    next_offer(line, at(0), &TERMS, |entry| {
        free.contains(&entry.key).then_some(entry.key)
    })
}

#[test]
fn the_lowest_number_who_can_have_it_is_asked() {
    use PassedOver::{NothingForThem, TooSoon};
    for (line, free, to, passed_over) in [
        (vec![], vec![1], None, vec![]),
        (
            vec![waiting(1, 7, 9_000), waiting(1, 3, 9_000)],
            vec![1],
            Some(1),
            vec![],
        ),
        (
            vec![waiting(2, 1, 9_000), waiting(1, 2, 9_000)],
            vec![1],
            Some(1),
            vec![(0, NothingForThem)],
        ),
        (
            vec![waiting(1, 1, 59), waiting(1, 2, 60)],
            vec![1],
            Some(1),
            vec![(0, TooSoon)],
        ),
        (
            vec![offered(1, 1, 60), waiting(1, 2, 9_000)],
            vec![1],
            None,
            vec![(1, NothingForThem)],
        ),
        (
            vec![
                offered(1, 1, 60),
                waiting(1, 2, 9_000),
                waiting(2, 3, 9_000),
            ],
            vec![1, 2],
            Some(2),
            vec![(1, NothingForThem)],
        ),
    ] {
        let found = next(&line, &free);
        assert_eq!(found.offer.map(|offer| offer.to), to, "{line:?}");
        assert_eq!(found.passed_over, passed_over, "{line:?}");
    }
}

#[test]
fn an_offer_is_accepted_before_its_end_and_not_at_it() {
    let open = offered(1, 1, 60).state;
    assert_eq!(accept(&open, at(59)), Ok(&1));
    assert_eq!(accept(&open, at(60)), Err(Late));
    assert_eq!(accept(&open, at(61)), Err(Late));
    assert_eq!(accept(&State::<u8>::Waiting, at(0)), Err(Late));
    assert_eq!(accept(&State::<u8>::Gone, at(0)), Err(Late));
}

#[test]
fn who_lets_one_offer_lapse_goes_to_the_end_and_with_the_second_leaves() {
    let first = offered(1, 1, 60);
    let second = Entry {
        lapses: 1,
        ..first.clone()
    };
    assert_eq!(lapse(&first, at(59), &TERMS), None);
    assert_eq!(lapse(&first, at(60), &TERMS), Some(Lapsed::ToTheEnd));
    assert_eq!(lapse(&second, at(60), &TERMS), Some(Lapsed::Out));
    assert_eq!(lapse(&waiting(1, 1, 0), at(60), &TERMS), None);
}

/// What happens to a line.
#[derive(Clone, Debug)]
enum Act {
    Join(u8),
    Free(u8),
    Accept(usize),
    Decline(usize),
    Wait(i64),
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        (0..4_u8).prop_map(Act::Join),
        (0..4_u8).prop_map(Act::Free),
        (0..20_usize).prop_map(Act::Accept),
        (0..20_usize).prop_map(Act::Decline),
        (1..600_i64).prop_map(Act::Wait),
    ]
}

/// A line that is kept as its users keep it.
#[derive(Default)]
struct Kept {
    line: Vec<Entry<u8, u8>>,
    free: HashSet<u8>,
    minutes: i64,
    numbers: i64,
}

impl Kept {
    fn now(&self) -> DateTime<Utc> {
        at(self.minutes)
    }

    fn draw(&mut self) -> i64 {
        self.numbers += 1;
        self.numbers
    }

    fn play(&mut self, act: &Act) {
        match *act {
            Act::Join(wants) => {
                let number = self.draw();
                self.line.push(waiting(wants, number, 6_000));
            }
            Act::Free(thing) => {
                let held = is_offered(&self.line, &thing);
                if !held {
                    self.free.insert(thing);
                }
            }
            Act::Accept(one) => {
                let now = self.now();
                if let Some(entry) = self.line.get_mut(one)
                    && accept(&entry.state, now).is_ok()
                {
                    entry.state = State::Gone;
                }
            }
            Act::Decline(one) => self.give_back(one, State::Gone),
            Act::Wait(minutes) => self.minutes += minutes,
        }
        self.settle();
    }

    fn give_back(&mut self, one: usize, state: State<u8>) {
        if let Some(entry) = self.line.get_mut(one)
            && let State::Offered { thing, .. } = entry.state
        {
            self.free.insert(thing);
            entry.state = state;
        }
    }

    fn settle(&mut self) {
        for one in 0..self.line.len() {
            match lapse(&self.line[one], self.now(), &TERMS) {
                None => {}
                Some(Lapsed::Out) => self.give_back(one, State::Gone),
                Some(Lapsed::ToTheEnd) => {
                    self.give_back(one, State::Waiting);
                    self.line[one].lapses += 1;
                    self.line[one].number = self.draw();
                }
            }
        }
        loop {
            let free = &self.free;
            let next = next_offer(&self.line, self.now(), &TERMS, |entry| {
                free.get(&entry.key).copied()
            });
            let Some(offer) = next.offer else { return };
            self.nobody_is_skipped(&offer, &next.passed_over);
            self.free.remove(&offer.thing);
            self.line[offer.to].state = State::Offered {
                thing: offer.thing,
                expires_at: offer.expires_at,
            };
        }
    }

    /// Everyone with a lower number who waits was passed over for a reason that is true.
    fn nobody_is_skipped(&self, offer: &Offer<u8>, passed_over: &[(usize, PassedOver)]) {
        for (at, entry) in self.line.iter().enumerate() {
            let before = entry.number < self.line[offer.to].number;
            if !before || entry.state != State::Waiting {
                continue;
            }
            let (_, why) = passed_over.iter().find(|(one, _)| *one == at).unwrap();
            match why {
                PassedOver::NothingForThem => assert!(!self.free.contains(&entry.key)),
                PassedOver::TooSoon => assert_eq!(TERMS.expiry(entry.begins, self.now()), None),
            }
        }
    }
}

proptest! {
    #[test]
    fn whatever_happens_each_thing_has_one_holder_and_nobody_is_skipped(
        acts in prop::collection::vec(act(), 1..60),
    ) {
        let mut kept = Kept::default();
        for act in &acts {
            kept.play(act);
            let mut things = HashSet::new();
            let mut numbers = HashSet::new();
            for entry in &kept.line {
                prop_assert!(numbers.insert(entry.number), "a number twice");
                prop_assert!(entry.lapses < TERMS.lapses);
                if let State::Offered { thing, expires_at } = entry.state {
                    prop_assert!(things.insert(thing), "thing {} in two offers", thing);
                    prop_assert!(!kept.free.contains(&thing));
                    prop_assert!(expires_at > kept.now() && expires_at <= entry.begins);
                }
            }
        }
    }

    #[test]
    fn who_never_lets_an_offer_lapse_is_never_overtaken(
        wants in prop::collection::vec(0..3_u8, 1..20),
        frees in prop::collection::vec(0..3_u8, 1..20),
    ) {
        let mut kept = Kept::default();
        for one in &wants {
            kept.play(&Act::Join(*one));
        }
        let mut served = Vec::new();
        for thing in frees {
            kept.play(&Act::Free(thing));
            for one in 0..kept.line.len() {
                if matches!(kept.line[one].state, State::Offered { .. }) {
                    served.push((kept.line[one].key, kept.line[one].number));
                    kept.play(&Act::Accept(one));
                }
            }
        }
        for (key, number) in &served {
            let later = served.iter().skip_while(|one| *one != &(*key, *number)).skip(1);
            for (other, after) in later {
                prop_assert!(other != key || after > number, "{after} was before {number}");
            }
        }
    }
}
