//! A rule as the manager typed it, and whether it can be entered.

use chrono::{NaiveDate, TimeDelta};
use organisations::rules::Selector;
use uuid::Uuid;

use super::{Limit, Measure, Notice, Opening, Penalty, Rule, Term, window::Ahead};
use crate::{
    entity::{
        RuleId, SpaceId,
        booking_rule::{CountedBy, Period},
    },
    refused::Unruly,
    rules::{closing::FURTHEST, closure::Reason, words_unreadable},
};

/// The longest name of a source, in characters.
pub const LONGEST_SOURCE: usize = 60;

/// A rule as typed; `None` is what could not be read.
#[derive(Clone, Debug)]
pub struct Draft {
    /// What it says.
    pub term: DraftTerm,
    /// Only this space.
    pub space: Option<SpaceId>,
    /// Only these categories.
    pub selector: Selector,
    /// Which ordinance or rule it comes from.
    pub source: Reason,
    /// From which date on.
    pub since: Option<NaiveDate>,
    /// Until which date; the outer `None` when no end was given.
    pub last: Option<Option<NaiveDate>>,
}

/// What it says, as typed.
#[derive(Clone, Copy, Debug)]
pub enum DraftTerm {
    /// From when on a day can be booked.
    Window(Option<CountedBy>, Option<i32>, Option<i32>),
    /// Until when a time can be booked.
    Notice(Option<CountedBy>, Option<i32>, Option<i32>),
    /// How much one may have.
    Quota(Option<Measure>, Option<i32>, Option<Period>),
    /// So many days in a row.
    Run(Option<i32>),
    /// Times, within months, for months, and days before (the outer `None`: does not count).
    NoShow(Option<i32>, Option<i32>, Option<i32>, Option<Option<i32>>),
    /// Decided within so many business days.
    Approval(Option<i32>),
}

impl Draft {
    /// The rule, or everything that is wrong with it at once.
    pub fn allowed(&self, today: NaiveDate) -> Result<Rule, Vec<Unruly>> {
        let mut wrong = Vec::new();
        let term = self.term.allowed(&mut wrong);
        let source = self.source(&mut wrong);
        let valid_from = ahead("since", self.since, today, &mut wrong);
        let valid_until = self.last.map(|last| ahead("last", last, today, &mut wrong));
        if let (Some(from), Some(Some(until))) = (valid_from, valid_until)
            && until < from
        {
            wrong.push(Unruly::LastBeforeFirst);
        }
        match (term, valid_from) {
            (Some(term), Some(valid_from)) if wrong.is_empty() => Ok(Rule {
                id: RuleId(Uuid::nil()),
                term,
                space: self.space,
                selector: self.selector,
                source,
                valid_from,
                valid_until: valid_until.flatten(),
            }),
            _ => Err(wrong),
        }
    }

    fn source(&self, wrong: &mut Vec<Unruly>) -> Reason {
        let source = Reason {
            ja: self.source.ja.trim().to_owned(),
            en: self.source.en.trim().to_owned(),
        };
        if japan::kana::search_key(&source.ja).is_empty() {
            wrong.push(Unruly::SourceMissing);
        }
        for (field, text) in [("source", &source.ja), ("source_en", &source.en)] {
            if words_unreadable(text) {
                wrong.push(Unruly::SourceUnreadable(field));
            } else if text.chars().count() > LONGEST_SOURCE {
                wrong.push(Unruly::SourceTooLong(field, LONGEST_SOURCE));
            }
        }
        source
    }
}

impl DraftTerm {
    fn allowed(self, wrong: &mut Vec<Unruly>) -> Option<Term> {
        match self {
            Self::Window(by, amount, clock) => {
                let by = chosen("by", by, wrong);
                let most = if by == Some(CountedBy::Days) { 730 } else { 24 };
                let amount = number("amount", amount, 1, most, wrong);
                let clock = time(clock, wrong);
                let amount = u32::try_from(amount?).ok()?;
                let ahead = match by? {
                    CountedBy::FirstOfMonth => Ahead::FirstOfMonth(amount),
                    CountedBy::Months => Ahead::Months(amount),
                    _ => Ahead::Days(amount),
                };
                let clock = clock?;
                Some(Term::Window(Opening { ahead, clock }))
            }
            Self::Notice(by, amount, clock) => {
                if chosen("by", by, wrong)? == CountedBy::Minutes {
                    let minutes = number("amount", amount, 1, 7 * 24 * 60, wrong);
                    return Some(Term::Notice(Notice::Minutes(minutes?)));
                }
                let days = number("amount", amount, 0, 90, wrong);
                let clock = time(clock, wrong);
                let days = u32::try_from(days?).ok()?;
                let clock = clock?;
                Some(Term::Notice(Notice::Days { days, clock }))
            }
            Self::Quota(measure, most, period) => {
                let measure = chosen("by", measure, wrong);
                let most = number("amount", most, 1, 999, wrong);
                let period = chosen("period", period, wrong);
                Some(Term::Quota(Limit {
                    most: most?,
                    measure: measure?,
                    period: period?,
                }))
            }
            Self::Run(most) => Some(Term::Run(number("amount", most, 1, 31, wrong)?)),
            Self::Approval(days) => Some(Term::Approval(number("amount", days, 1, 30, wrong)?)),
            Self::NoShow(times, within, r#for, late) => {
                let times = number("amount", times, 1, 12, wrong);
                let within = number("within", within, 1, 24, wrong);
                let r#for = number("for_months", r#for, 1, 24, wrong);
                let late = late.map(|late| number("late_days", late, 1, 30, wrong));
                Some(Term::NoShow(Penalty {
                    times: times?,
                    within_months: u32::try_from(within?).ok()?,
                    for_months: u32::try_from(r#for?).ok()?,
                    late_days: match late {
                        Some(days) => Some(u32::try_from(days?).ok()?),
                        None => None,
                    },
                }))
            }
        }
    }
}

fn chosen<T>(field: &'static str, value: Option<T>, wrong: &mut Vec<Unruly>) -> Option<T> {
    wrong.extend(value.is_none().then_some(Unruly::NotChosen(field)));
    value
}

fn number(
    field: &'static str,
    value: Option<i32>,
    least: i32,
    most: i32,
    wrong: &mut Vec<Unruly>,
) -> Option<i32> {
    let value = value.filter(|value| (least..=most).contains(value));
    wrong.extend(
        value
            .is_none()
            .then_some(Unruly::NotANumber(field, least, most)),
    );
    value
}

fn time(clock: Option<i32>, wrong: &mut Vec<Unruly>) -> Option<i32> {
    wrong.extend(clock.is_none().then_some(Unruly::NoSuchTime("clock")));
    clock
}

/// A date from today on, and not out of reach: what was booked by a rule was booked rightly.
fn ahead(
    field: &'static str,
    date: Option<NaiveDate>,
    today: NaiveDate,
    wrong: &mut Vec<Unruly>,
) -> Option<NaiveDate> {
    let furthest = today + TimeDelta::days(FURTHEST);
    wrong.extend(match date {
        None => Some(Unruly::NoSuchDate(field)),
        Some(date) if date < today => Some(Unruly::Past(field, today)),
        Some(date) if furthest < date => Some(Unruly::TooFar(field, furthest)),
        Some(_) => None,
    });
    date
}
