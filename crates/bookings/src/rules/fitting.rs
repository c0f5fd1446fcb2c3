//! What may be said of a house and its spaces: by the manager's forms and by a centre's file.

use std::collections::HashSet;

use chrono::TimeDelta;
use kernel::Span;

use super::words_unreadable;
use crate::{
    entity::{
        SpaceId,
        space::{EQUIPMENT, Kind},
    },
    refused::Unfit,
};

/// A day, in minutes.
const DAY: i32 = 24 * 60;

/// The longest time kept free after a use, in minutes: so far behind its end one has to look.
pub const LONGEST_CLEARING: i32 = 240;

/// The longest name, and the longest sentence about a space, in characters.
pub const LONGEST_NAME: usize = 40;
/// See [`LONGEST_NAME`].
pub const LONGEST_DESCRIPTION: usize = 200;
/// The longest name of a unit: it stands in the board.
pub const LONGEST_UNIT: usize = 10;
/// So many like units one space has at most.
pub const MOST_UNITS: usize = 200;

/// The numbers of a space; `None` is what could not be read. All but the first in minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Numbers {
    /// How many people one booking may bring.
    pub capacity: Option<i32>,
    /// Times begin and end on a multiple of it.
    pub step: Option<i32>,
    /// The shortest use.
    pub shortest: Option<i32>,
    /// The longest use.
    pub longest: Option<i32>,
    /// Kept free after each use.
    pub clearing: Option<i32>,
}

impl Numbers {
    /// What is wrong with them.
    pub fn wrong(&self) -> Vec<Unfit> {
        let ranges = [
            ("capacity", self.capacity, 1, 10_000),
            ("step", self.step, 5, DAY),
            ("shortest", self.shortest, 1, DAY),
            ("longest", self.longest, 1, DAY),
            ("clearing", self.clearing, 0, LONGEST_CLEARING),
        ];
        let out = ranges
            .into_iter()
            .filter(|(_, number, least, most)| {
                number.is_none_or(|number| !(*least..=*most).contains(&number))
            })
            .map(|(field, _, least, most)| Unfit::OutOfRange(field, least, most));
        let out: Vec<Unfit> = out.collect();
        if out.is_empty() {
            self.wrong_together()
        } else {
            out
        }
    }

    /// What is wrong with numbers that are each within their range.
    fn wrong_together(&self) -> Vec<Unfit> {
        let (Some(step), Some(shortest), Some(longest), Some(clearing)) =
            (self.step, self.shortest, self.longest, self.clearing)
        else {
            return Vec::new();
        };
        let mut wrong = Vec::new();
        for (field, minutes) in [("shortest", shortest), ("longest", longest)] {
            wrong.extend((minutes % step != 0).then_some(Unfit::OffStep(field, step)));
        }
        wrong.extend((shortest > longest).then_some(Unfit::ShortestAboveLongest(longest)));
        wrong.extend((longest + clearing > DAY).then_some(Unfit::LongerThanADay(DAY - clearing)));
        wrong
    }
}

/// A space as the manager wants it.
#[derive(Clone, Debug)]
pub struct SpaceDraft {
    /// What sort of place it is.
    pub kind: Option<Kind>,
    /// `会議室A`.
    pub name: String,
    /// `Meeting Room A`.
    pub name_en: String,
    /// `かいぎしつA`.
    pub name_easy: String,
    /// What it is good for, in a sentence.
    pub description: String,
    /// The same in English.
    pub description_en: String,
    /// `2階`.
    pub floor: String,
    /// Codes of what is in it.
    pub equipment: Vec<String>,
    /// Its numbers.
    pub numbers: Numbers,
    /// What the counter calls each like unit; empty for one that is several others together.
    pub units: Vec<String>,
    /// The others that a new one is together, if it is any.
    pub parts: Vec<SpaceId>,
}

/// What a space is made of before it is changed.
#[derive(Clone, Copy, Debug)]
pub enum Made {
    /// It is new.
    New,
    /// It has so many units of its own.
    Units(usize),
    /// It is several others together.
    Joined,
}

impl SpaceDraft {
    /// Everything that is wrong with it; `others` are the names of the other spaces.
    pub fn wrong(&self, made: Made, others: &HashSet<&str>) -> Vec<Unfit> {
        let mut wrong = Vec::new();
        wrong.extend(self.kind.is_none().then_some(Unfit::Missing("kind")));
        for (field, text, limit) in [
            ("name", &self.name, LONGEST_NAME),
            ("name_en", &self.name_en, LONGEST_NAME),
            ("name_easy", &self.name_easy, LONGEST_NAME),
        ] {
            wrong.extend(needed(field, text, limit));
        }
        for (field, text, limit) in [
            ("description", &self.description, LONGEST_DESCRIPTION),
            ("description_en", &self.description_en, LONGEST_DESCRIPTION),
            ("floor", &self.floor, LONGEST_NAME),
        ] {
            wrong.extend(words(field, text, limit));
        }
        wrong.extend(
            others
                .contains(self.name.trim())
                .then_some(Unfit::NameTaken),
        );
        let known = |code: &String| EQUIPMENT.contains(&code.as_str());
        wrong.extend((!self.equipment.iter().all(known)).then_some(Unfit::Missing("equipment")));
        wrong.extend(self.numbers.wrong());
        match made {
            Made::New if self.parts.is_empty() => wrong.extend(wrong_units(&self.units, 1)),
            Made::New => wrong.extend((!self.units.is_empty()).then_some(Unfit::PartsAndUnits)),
            Made::Units(now) => wrong.extend(wrong_units(&self.units, now)),
            Made::Joined => {}
        }
        wrong
    }
}

/// A use with the longest clearing up there is, in whichever space.
pub fn with_clearing(span: Span) -> Span {
    Span {
        from: span.from,
        until: span.until + TimeDelta::minutes(LONGEST_CLEARING.into()),
    }
}

/// A line that must not be empty.
pub fn needed(field: &'static str, text: &str, limit: usize) -> Option<Unfit> {
    if japan::kana::search_key(text).is_empty() {
        return Some(Unfit::Missing(field));
    }
    words(field, text, limit)
}

/// A line that may be empty.
pub fn words(field: &'static str, text: &str, limit: usize) -> Option<Unfit> {
    if words_unreadable(text) {
        Some(Unfit::Unreadable(field))
    } else if text.trim().chars().count() > limit {
        Some(Unfit::TooLong(field, limit))
    } else {
        None
    }
}

/// Units keep their order; more may be added, none taken away: bookings stand on them.
fn wrong_units(units: &[String], least: usize) -> Option<Unfit> {
    let mut names = HashSet::new();
    if units.len() < least {
        return Some(match least {
            1 => Unfit::Missing("units"),
            _ => Unfit::FewerUnits(least),
        });
    }
    if units.len() > MOST_UNITS {
        return Some(Unfit::TooManyUnits(MOST_UNITS));
    }
    if !units.iter().all(|unit| names.insert(unit)) {
        return Some(Unfit::UnitTwice);
    }
    units
        .iter()
        .find_map(|unit| needed("units", unit, LONGEST_UNIT))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(all: [i32; 5]) -> Numbers {
        let [capacity, step, shortest, longest, clearing] = all.map(Some);
        Numbers {
            capacity,
            step,
            shortest,
            longest,
            clearing,
        }
    }

    #[test]
    fn numbers_of_a_space_fit_together() {
        for (all, wrong) in [
            ([6, 30, 30, 240, 15], vec![]),
            ([1, 5, 5, 1_440, 0], vec![]),
            (
                [0, 30, 30, 240, 15],
                vec![Unfit::OutOfRange("capacity", 1, 10_000)],
            ),
            (
                [6, 4, 30, 240, 15],
                vec![Unfit::OutOfRange("step", 5, 1_440)],
            ),
            ([6, 30, 45, 240, 15], vec![Unfit::OffStep("shortest", 30)]),
            ([6, 30, 60, 30, 0], vec![Unfit::ShortestAboveLongest(30)]),
            ([6, 30, 30, 1_440, 30], vec![Unfit::LongerThanADay(1_410)]),
        ] {
            assert_eq!(numbers(all).wrong(), wrong, "{all:?}");
        }
        let unreadable = Numbers {
            clearing: None,
            ..numbers([6, 30, 30, 240, 15])
        };
        assert_eq!(
            unreadable.wrong(),
            [Unfit::OutOfRange("clearing", 0, LONGEST_CLEARING)]
        );
    }

    #[test]
    fn units_are_added_and_renamed_but_never_fewer() {
        let long = "とても長い席の名前です";
        for (units, least, wrong) in [
            (vec!["A1", "A2"], 2, None),
            (vec!["A1", "A2", "A3"], 2, None),
            (vec!["A1"], 2, Some(Unfit::FewerUnits(2))),
            (vec![], 1, Some(Unfit::Missing("units"))),
            (vec!["A1", "A1"], 2, Some(Unfit::UnitTwice)),
            (vec!["A1", " "], 2, Some(Unfit::Missing("units"))),
            (vec![long], 1, Some(Unfit::TooLong("units", LONGEST_UNIT))),
        ] {
            let units: Vec<String> = units.into_iter().map(str::to_owned).collect();
            assert_eq!(wrong_units(&units, least), wrong, "{units:?}");
        }
    }
}
