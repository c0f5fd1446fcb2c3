//! Closures: dated rules that close a house or some of its spaces.

use chrono::{Datelike, NaiveDate, Weekday};
use japan::holidays::Holidays;
use kernel::Span;
use views::Lang;

use super::Hours;
use crate::entity::{ClosureId, SpaceId, hold};

/// A closure as rules read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closure {
    /// Which; nil while it is only thought of.
    pub id: ClosureId,
    /// On which dates.
    pub when: When,
    /// Only these spaces; empty for the whole house.
    pub spaces: Vec<SpaceId>,
    /// Why, as people read it: 年末年始, 保守点検.
    pub reason: Reason,
    /// In force from this date on.
    pub valid_from: NaiveDate,
    /// The last date on which it is in force; none while nobody has ended it.
    pub valid_until: Option<NaiveDate>,
}

/// Why something is closed, in the manager's words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reason {
    /// In Japanese.
    pub ja: String,
    /// In English; empty when nobody wrote it.
    pub en: String,
}

/// On which dates something is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// On a weekday of every week.
    Weekly {
        /// Which.
        weekday: Weekday,
        /// A 祝日 is open, and the next day that is none is closed instead.
        moves: bool,
    },
    /// Every year from a month and day to another, over the new year too; both are closed.
    Yearly {
        /// The first: (12, 28).
        first: (u32, u32),
        /// The last: (1, 4).
        last: (u32, u32),
    },
    /// From a date on for good: the centre gives these spaces up.
    ForGood {
        /// The first date.
        from: NaiveDate,
    },
    /// Once, from a date to another; both are closed.
    Once {
        /// The first.
        first: NaiveDate,
        /// The last.
        last: NaiveDate,
        /// Only this part of each day.
        part: Option<Hours>,
    },
}

impl When {
    /// Of several reasons the weightiest is told: given up, a single closure, the new year, the
    /// weekly day.
    pub const fn rank(self) -> u8 {
        match self {
            Self::ForGood { .. } => 0,
            Self::Once { .. } => 1,
            Self::Yearly { .. } => 2,
            Self::Weekly { .. } => 3,
        }
    }
}

impl Reason {
    /// In a language, or in Japanese when that is all there is.
    pub fn said(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => self.english(),
            Lang::Ja | Lang::Easy => &self.ja,
        }
    }

    /// In English, or in Japanese when that is all there is.
    pub fn english(&self) -> &str {
        if self.en.is_empty() {
            &self.ja
        } else {
            &self.en
        }
    }
}

impl Closure {
    /// Whether its spaces are given up.
    pub const fn is_for_good(&self) -> bool {
        matches!(self.when, When::ForGood { .. })
    }

    /// Whether it closes this space.
    pub fn concerns(&self, space: SpaceId) -> bool {
        self.spaces.is_empty() || self.spaces.contains(&space)
    }

    /// The part of each day it closes; `None` when it closes all of it.
    pub const fn part(&self) -> Option<Hours> {
        match self.when {
            When::Once { part, .. } => part,
            When::Weekly { .. } | When::Yearly { .. } | When::ForGood { .. } => None,
        }
    }

    /// Whether a date, or a part of it, is closed by it.
    pub fn falls_on(&self, date: NaiveDate) -> bool {
        if !self.in_force(date) {
            return false;
        }
        match self.when {
            When::Weekly { weekday, moves } if moves => {
                due(date, weekday).is_some_and(|due| self.in_force(due))
            }
            When::Weekly { weekday, .. } => date.weekday() == weekday,
            When::Yearly { first, last } => {
                let day = (date.month(), date.day());
                if first <= last {
                    (first..=last).contains(&day)
                } else {
                    day >= first || day <= last
                }
            }
            When::Once { first, last, .. } => (first..=last).contains(&date),
            When::ForGood { from } => from <= date,
        }
    }

    fn in_force(&self, date: NaiveDate) -> bool {
        self.valid_from <= date && self.valid_until.is_none_or(|until| date <= until)
    }

    /// Whether a use at this time cannot be.
    pub fn shuts(&self, span: Span) -> bool {
        let date = span.from.date();
        self.falls_on(date) && self.part().is_none_or(|part| part.on(date).overlaps(&span))
    }

    /// The last date it can still close; `None` when there is no end.
    pub fn last(&self) -> Option<NaiveDate> {
        match self.when {
            When::Once { last, .. } => Some(self.valid_until.map_or(last, |until| until.min(last))),
            When::Weekly { .. } | When::Yearly { .. } | When::ForGood { .. } => self.valid_until,
        }
    }

    /// Whether it is the same rule as another, whoever made it.
    pub fn is_like(&self, other: &Self) -> bool {
        let sorted = |closure: &Self| {
            let mut spaces = closure.spaces.clone();
            spaces.sort_unstable();
            spaces
        };
        self.when == other.when
            && self.valid_from == other.valid_from
            && self.valid_until == other.valid_until
            && sorted(self) == sorted(other)
    }
}

/// The weekday for which a date is closed: itself, or one that was a 祝日, as was every day
/// from there to this date.
fn due(date: NaiveDate, weekday: Weekday) -> Option<NaiveDate> {
    if is_holiday(date) {
        return None;
    }
    if date.weekday() == weekday {
        return Some(date);
    }
    date.iter_days()
        .rev()
        .skip(1)
        .take_while(|before| is_holiday(*before))
        .find(|before| before.weekday() == weekday)
}

/// What the centre calls off when it closes; who is inside already is spoken to.
pub const CALLED_OFF: [hold::State; 4] = [
    hold::State::Offered,
    hold::State::Held,
    hold::State::Requested,
    hold::State::Confirmed,
];

/// Whether a date is a 祝日.
fn is_holiday(date: NaiveDate) -> bool {
    Holidays::published().is_holiday(date)
}
