//! How much one may have, and how many days in a row.

use std::collections::BTreeSet;

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use kernel::Instant;

use super::{Rule, Taken, Term, Terms};
use crate::{
    entity::booking_rule::{Kind, Period},
    refused::Wrong,
    rules::Span,
};

/// How much one may have within a stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// So many at most.
    pub most: i32,
    /// Of what.
    pub measure: Measure,
    /// Within which stretch.
    pub period: Period,
}

/// What a quota counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Bookings.
    Bookings,
    /// Hours of use.
    Hours,
}

impl Limit {
    /// Whether what one has and what one would like are more than it allows. A use counts in the
    /// period in which it begins.
    pub fn is_exceeded(self, taken: &[Taken], wanted: Taken, now: Instant) -> bool {
        let counts = |one: &Span| match period_of(self.period, wanted.span.from.date()) {
            None => now < one.until,
            Some((first, next)) => (first..next).contains(&one.from.date()),
        };
        let all = taken.iter().map(|one| one.span).filter(counts);
        let all = all.chain([wanted.span]);
        match self.measure {
            Measure::Bookings => i64::try_from(all.count()).unwrap_or(i64::MAX) > self.most.into(),
            Measure::Hours => {
                all.map(|span| span.minutes()).sum::<i64>() > i64::from(self.most) * 60
            }
        }
    }
}

impl<'r> Terms<'r> {
    /// The quotas that one more use would exceed, the strictest first; of each sort of quota the
    /// closest row counts.
    pub(super) fn broken_quotas(&self, wanted: Taken, now: Instant) -> impl Iterator<Item = Wrong> {
        let mut broken: Vec<(&Rule, Limit)> = self
            .quotas(wanted, now)
            .into_iter()
            .filter(|(rule, limit)| {
                let own = |one: &&Taken| rule.space.is_none_or(|space| space == one.space);
                let taken: Vec<Taken> = self.booker.taken.iter().filter(own).copied().collect();
                limit.is_exceeded(&taken, wanted, now)
            })
            .collect();
        broken.sort_by_key(|(_, limit)| limit.most);
        let strictest = broken.into_iter().next();
        strictest
            .map(|(rule, limit)| Wrong::QuotaReached(limit, rule.quote()))
            .into_iter()
    }

    /// Every quota in force for this use: of all spaces and of its own, each by the closest row.
    fn quotas(&self, wanted: Taken, now: Instant) -> Vec<(&'r Rule, Limit)> {
        let mut found: Vec<(&'r Rule, Limit)> = Vec::new();
        for rule in self.rules {
            let Term::Quota(limit) = rule.term else {
                continue;
            };
            let on = match limit.period {
                Period::Standing => now.date(),
                _ => wanted.span.from.date(),
            };
            if !rule.in_force(on) || !rule.concerns(wanted.space, self.booker.category) {
                continue;
            }
            let same = found.iter_mut().find(|(other, of)| {
                other.space == rule.space
                    && (of.measure, of.period) == (limit.measure, limit.period)
            });
            match same {
                Some(other) if other.0.closeness() < rule.closeness() => *other = (rule, limit),
                Some(_) => {}
                None => found.push((rule, limit)),
            }
        }
        found
    }

    /// Whether the days in a row on which this party has the room would be too many (連続利用上限): the
    /// halves of a divisible room and the whole are one room.
    pub(super) fn broken_run(&self, wanted: Taken) -> Option<Wrong> {
        let date = wanted.span.from.date();
        let rule = self.of(Kind::Run, wanted.space, date)?;
        let Term::Run(most) = rule.term else {
            return None;
        };
        let same = self
            .booker
            .taken
            .iter()
            .filter(|one| self.is_one_room(one.space, wanted.space));
        let dates: BTreeSet<NaiveDate> = same.map(|one| one.span.from.date()).collect();
        let in_a_row = |days: &mut dyn Iterator<Item = NaiveDate>| {
            days.take_while(|day| dates.contains(day)).count()
        };
        let before = in_a_row(&mut date.iter_days().rev().skip(1));
        let after = in_a_row(&mut date.iter_days().skip(1));
        let run = i64::try_from(before + 1 + after).unwrap_or(i64::MAX);
        (run > most.into()).then(|| Wrong::RunTooLong(most, rule.quote()))
    }
}

/// The dates that a period around a date covers; all that lies ahead has none.
fn period_of(period: Period, date: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    let (first, next) = match period {
        Period::Standing => return None,
        Period::Day => (date, date.checked_add_days(Days::new(1))?),
        Period::Week => {
            let first = date.week(Weekday::Mon).checked_first_day()?;
            (first, first.checked_add_days(Days::new(7))?)
        }
        Period::Month => {
            let first = date.with_day(1)?;
            (first, first.checked_add_months(Months::new(1))?)
        }
    };
    Some((first, next))
}
