//! What is counted of seminars: lessons, places, applications, who came (延べ and 実), who is new.
//!
//! Source: `domain.md` G39 (延べ and 実), R06 and R47.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::NaiveDate;
use japan::kana::search_key;
use kernel::PersonId;

use crate::entity::{LessonId, SeminarId, coded, seminar::Audience};

/// A lesson that was held, with those who had a place in it.
#[derive(Clone, Debug)]
pub struct Held {
    /// Which lesson.
    pub lesson: LessonId,
    /// Of which seminar.
    pub seminar: SeminarId,
    /// What the seminar is called.
    pub title: String,
    /// On which day.
    pub day: NaiveDate,
    /// For whom.
    pub audience: Audience,
    /// Under which programme.
    pub programme: String,
    /// How many could have come, at the centre and online.
    pub places: i64,
    /// Those who had a place.
    pub seats: Vec<Seat>,
}

/// Somebody who had a place in a lesson.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seat {
    /// Who enrolled.
    pub person: PersonId,
    /// Whom they named, when a company enrolled an employee; else empty.
    pub attendee: String,
    /// Whether they came.
    pub came: bool,
    /// Whether they had come to no lesson of the centre before the time that is counted.
    pub new: bool,
}

impl Seat {
    /// Who counts as one: a person, or somebody whom they named, however the name was typed.
    pub fn who(&self) -> Who {
        who(self.person, &self.attendee)
    }
}

/// A person, and whom they named (folded; empty for themselves).
pub type Who = (PersonId, String);

/// See [`Seat::who`].
pub fn who(person: PersonId, attendee: &str) -> Who {
    (person, search_key(attendee))
}

/// By what figures are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// 対象.
    Audience,
    /// 事業.
    Programme,
    /// セミナー.
    Seminar,
}

coded! {
    By { Audience => "audience", Programme => "programme", Seminar => "seminar" }
}

impl By {
    /// The value of a lesson: a code, a name, an identifier.
    pub fn value(self, one: &Held) -> String {
        match self {
            Self::Audience => one.audience.code().to_owned(),
            Self::Programme => one.programme.clone(),
            Self::Seminar => one.seminar.to_string(),
        }
    }
}

/// What is counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    /// 開催したセミナー.
    pub seminars: i64,
    /// 開催した回.
    pub lessons: i64,
    /// 定員: of all lessons.
    pub places: i64,
    /// 申込: each once, however many lessons there are.
    pub applications: i64,
    /// Those who had a place, lesson by lesson.
    pub expected: i64,
    /// 延べ: those who came, lesson by lesson.
    pub count: i64,
    /// 実: those who came, each once.
    pub persons: i64,
    /// Those of them who came for the first time.
    pub new: i64,
    /// Those who had come before.
    pub repeat: i64,
}

impl Sum {
    /// 出席率, in whole percent; none when nobody had a place.
    pub fn rate(&self) -> Option<i64> {
        (self.count * 100 + self.expected / 2).checked_div(self.expected)
    }
}

/// Counts these lessons; `applications` knows how many applied for each seminar.
pub fn sum<'h>(
    held: impl Iterator<Item = &'h Held>,
    applications: &BTreeMap<SeminarId, i64>,
) -> Sum {
    let mut sum = Sum::default();
    let mut seminars = HashSet::new();
    let mut persons: HashMap<Who, bool> = HashMap::new();
    for one in held {
        sum.lessons += 1;
        sum.places += one.places;
        if seminars.insert(one.seminar) {
            sum.seminars += 1;
            sum.applications += applications.get(&one.seminar).copied().unwrap_or(0);
        }
        for seat in &one.seats {
            sum.expected += 1;
            if seat.came {
                sum.count += 1;
                persons.insert(seat.who(), seat.new);
            }
        }
    }
    for new in persons.into_values() {
        sum.persons += 1;
        sum.new += i64::from(new);
        sum.repeat += i64::from(!new);
    }
    sum
}

/// The same, value by value.
pub fn sums(
    held: &[Held],
    by: By,
    applications: &BTreeMap<SeminarId, i64>,
) -> BTreeMap<String, Sum> {
    let values: HashSet<String> = held.iter().map(|one| by.value(one)).collect();
    let of = |value: String| {
        let own = held.iter().filter(|one| by.value(one) == value);
        (value.clone(), sum(own, applications))
    };
    values.into_iter().map(of).collect()
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn seat(person: u128, came: bool, new: bool) -> Seat {
        Seat {
            person: PersonId(Uuid::from_u128(person)),
            attendee: String::new(),
            came,
            new,
        }
    }

    fn held(seminar: u128, audience: Audience, seats: Vec<Seat>) -> Held {
        Held {
            lesson: LessonId(Uuid::nil()),
            seminar: SeminarId(Uuid::from_u128(seminar)),
            title: String::new(),
            day: NaiveDate::default(),
            audience,
            programme: "創業塾".to_owned(),
            places: 10,
            seats,
        }
    }

    #[test]
    fn a_person_counts_once_and_their_lessons_each() {
        let all = [
            held(
                1,
                Audience::Founder,
                vec![seat(1, true, true), seat(2, false, true)],
            ),
            held(
                1,
                Audience::Founder,
                vec![seat(1, true, true), seat(2, true, true)],
            ),
            held(
                2,
                Audience::Anyone,
                vec![seat(1, true, true), seat(3, true, false)],
            ),
        ];
        let applied: BTreeMap<SeminarId, i64> = [(1, 5), (2, 2)]
            .map(|(id, many)| (SeminarId(Uuid::from_u128(id)), many))
            .into();
        let whole = sum(all.iter(), &applied);
        let expected = Sum {
            seminars: 2,
            lessons: 3,
            places: 30,
            applications: 7,
            expected: 6,
            count: 5,
            persons: 3,
            new: 2,
            repeat: 1,
        };
        assert_eq!(whole, expected);
        assert_eq!((whole.rate(), Sum::default().rate()), (Some(83), None));
        let by = sums(&all, By::Audience, &applied);
        assert_eq!((by["founder"].persons, by["anyone"].persons), (2, 2));
        assert_eq!(sums(&all, By::Programme, &applied)["創業塾"], expected);
    }

    #[test]
    fn employees_whom_a_company_names_are_persons_of_their_own() {
        let named = |attendee: &str| Seat {
            attendee: attendee.to_owned(),
            ..seat(1, true, true)
        };
        let first = vec![named("見本 花子"), named("見本 次郎"), seat(1, true, false)];
        let second = vec![named("見本　花子")];
        let all = [first, second].map(|seats| held(1, Audience::Business, seats));
        let whole = sum(all.iter(), &BTreeMap::new());
        assert_eq!((whole.count, whole.persons, whole.new), (4, 3, 2));
    }
}
