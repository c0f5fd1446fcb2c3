//! What the manager would like to close, as typed, and whether it can be entered.

use chrono::{NaiveDate, TimeDelta, Weekday};
use uuid::Uuid;

use super::{
    Hours,
    closure::{Closure, Reason, When},
    words_unreadable,
};
use crate::{
    entity::{ClosureId, SpaceId},
    refused::Unclosable,
};

/// The longest reason, in characters: it stands in the grid.
pub const LONGEST_REASON: usize = 40;

/// So many days lie at most between today and a date of a closure.
pub const FURTHEST: i64 = 800;

/// A closure of every year lasts so many days at most: more is two days the wrong way round.
pub const LONGEST_YEARLY: i64 = 60;

/// A closure as typed; `None` is what could not be read.
#[derive(Clone, Debug)]
pub struct Draft {
    /// On which dates.
    pub when: DraftWhen,
    /// Only these spaces; empty for the whole house.
    pub spaces: Vec<SpaceId>,
    /// Why.
    pub reason: Reason,
}

/// Dates as typed.
#[derive(Clone, Copy, Debug)]
pub enum DraftWhen {
    /// On a weekday.
    Weekly {
        /// Which.
        weekday: Option<Weekday>,
        /// Whether it moves past a 祝日.
        moves: bool,
        /// From which date on.
        since: Option<NaiveDate>,
    },
    /// Every year.
    Yearly {
        /// The first month and day.
        first: Option<(u32, u32)>,
        /// The last month and day.
        last: Option<(u32, u32)>,
        /// From which date on.
        since: Option<NaiveDate>,
    },
    /// For good.
    ForGood {
        /// The first date.
        from: Option<NaiveDate>,
    },
    /// Once.
    Once {
        /// The first date.
        first: Option<NaiveDate>,
        /// The last date.
        last: Option<NaiveDate>,
        /// When only a part of the day is closed.
        part: Option<Part>,
    },
}

/// A part of a day as typed, in minutes after midnight.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// From when.
    pub from: Option<i32>,
    /// Until when.
    pub until: Option<i32>,
}

impl Draft {
    /// The closure, or everything that is wrong with it at once.
    pub fn allowed(&self, today: NaiveDate) -> Result<Closure, Vec<Unclosable>> {
        let mut wrong = Vec::new();
        let when = self.when.allowed(today, &mut wrong);
        let reason = self.reason(&mut wrong);
        match when {
            Some((when, valid_from)) if wrong.is_empty() => Ok(Closure {
                id: ClosureId(Uuid::nil()),
                when,
                spaces: self.spaces.clone(),
                reason,
                valid_from,
                valid_until: None,
            }),
            _ => Err(wrong),
        }
    }

    fn reason(&self, wrong: &mut Vec<Unclosable>) -> Reason {
        let reason = Reason {
            ja: self.reason.ja.trim().to_owned(),
            en: self.reason.en.trim().to_owned(),
        };
        if japan::kana::search_key(&reason.ja).is_empty() {
            wrong.push(Unclosable::ReasonMissing);
        }
        for (field, text) in [("reason", &reason.ja), ("reason_en", &reason.en)] {
            if words_unreadable(text) {
                wrong.push(Unclosable::ReasonUnreadable(field));
            } else if text.chars().count() > LONGEST_REASON {
                wrong.push(Unclosable::ReasonTooLong(field, LONGEST_REASON));
            }
        }
        reason
    }
}

impl DraftWhen {
    /// The dates, and the first on which the rule is in force.
    fn allowed(self, today: NaiveDate, wrong: &mut Vec<Unclosable>) -> Option<(When, NaiveDate)> {
        match self {
            Self::Weekly {
                weekday,
                moves,
                since,
            } => {
                wrong.extend(weekday.is_none().then_some(Unclosable::WeekdayMissing));
                let since = ahead("since", since, today, wrong);
                Some((
                    When::Weekly {
                        weekday: weekday?,
                        moves,
                    },
                    since?,
                ))
            }
            Self::Yearly { first, last, since } => {
                let since = ahead("since", since, today, wrong);
                let mut real = |field, day: Option<(u32, u32)>| {
                    // 2月29日 exists in some years.
                    let real = day.filter(|(month, day)| {
                        NaiveDate::from_ymd_opt(2028, *month, *day).is_some()
                    });
                    wrong.extend(real.is_none().then_some(Unclosable::NoSuchDay(field)));
                    real
                };
                let (first, last) = (real("first_month", first), real("last_month", last));
                let days = first.zip(last).map(|(first, last)| length(first, last));
                let most = days.filter(|days| *days > LONGEST_YEARLY);
                wrong.extend(most.map(Unclosable::MostOfTheYear));
                Some((
                    When::Yearly {
                        first: first?,
                        last: last?,
                    },
                    since?,
                ))
            }
            Self::ForGood { from } => {
                let from = ahead("first", from, today, wrong)?;
                Some((When::ForGood { from }, from))
            }
            Self::Once { first, last, part } => {
                let first = ahead("first", first, today, wrong);
                let last = ahead("last", last, today, wrong);
                if first.zip(last).is_some_and(|(first, last)| last < first) {
                    wrong.push(Unclosable::LastBeforeFirst);
                }
                let part = part.map(|part| part.allowed(wrong));
                Some((
                    When::Once {
                        first: first?,
                        last: last?,
                        part: part.flatten(),
                    },
                    first?,
                ))
            }
        }
    }
}

/// How many days a closure of every year lasts, both ends closed.
fn length(first: (u32, u32), last: (u32, u32)) -> i64 {
    let day = |year, (month, day)| NaiveDate::from_ymd_opt(year, month, day);
    let year = if first <= last { 2028 } else { 2029 };
    // A leap year first, so that 2月29日 is there.
    let days = day(2028, first).zip(day(year, last).or(day(year, (2, 28))));
    days.map_or(0, |(first, last)| (last - first).num_days() + 1)
}

impl Part {
    fn allowed(self, wrong: &mut Vec<Unclosable>) -> Option<Hours> {
        for (field, time) in [("from", self.from), ("until", self.until)] {
            wrong.extend(time.is_none().then_some(Unclosable::NoSuchTime(field)));
        }
        let hours = Hours {
            opens: self.from?,
            closes: self.until?,
        };
        if hours.opens < hours.closes {
            return Some(hours);
        }
        wrong.push(Unclosable::UntilBeforeFrom);
        None
    }
}

/// A date from today on, and not out of reach.
fn ahead(
    field: &'static str,
    date: Option<NaiveDate>,
    today: NaiveDate,
    wrong: &mut Vec<Unclosable>,
) -> Option<NaiveDate> {
    match date {
        None => wrong.push(Unclosable::NoSuchDate(field)),
        Some(date) if date < today => wrong.push(Unclosable::Past(field, today)),
        Some(date) if date > today + TimeDelta::days(FURTHEST) => {
            wrong.push(Unclosable::TooFar(field, today + TimeDelta::days(FURTHEST)));
        }
        Some(_) => {}
    }
    date
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_a_year_the_wrong_way_round_are_found() {
        for (first, last, days) in [
            ((12, 28), (1, 4), 8),
            ((1, 4), (12, 28), 360),
            ((8, 13), (8, 15), 3),
            ((8, 15), (8, 13), 364),
            ((12, 1), (2, 29), 90),
            ((2, 29), (2, 29), 1),
        ] {
            assert_eq!(length(first, last), days, "{first:?} to {last:?}");
        }
    }
}
