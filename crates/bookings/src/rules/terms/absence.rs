//! What follows from staying away (無断不使用).
//!
//! Source: `domain.md` part 4, 中央 (翌月から3か月) and 港 (利用3日前以降の取消し; 警報は免除); G17.

use chrono::{Datelike, Days, Months, NaiveDate, TimeDelta};

use super::{Rule, Term, Terms};
use crate::entity::{SpaceId, booking_rule::Kind};

/// What follows from staying away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Penalty {
    /// After so many absences …
    pub times: i32,
    /// … within so many months …
    pub within_months: u32,
    /// … no new booking for so many months, from the first of the next.
    pub for_months: u32,
    /// Cancelling so few days before counts too.
    pub late_days: Option<u32>,
}

/// One absence without an excuse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Absence {
    /// Of which space.
    pub space: SpaceId,
    /// The date of use.
    pub on: NaiveDate,
}

/// A time without new bookings; both days are inside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Restriction {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub until: NaiveDate,
}

impl Penalty {
    /// What follows from these absences, in the order of time.
    pub fn restrictions(self, mut absences: Vec<NaiveDate>) -> Vec<Restriction> {
        absences.sort_unstable();
        let least = usize::try_from(self.times).unwrap_or(1).max(1);
        let mut found = Vec::new();
        for (at, on) in absences.iter().enumerate() {
            let Some(since) = on.checked_sub_months(Months::new(self.within_months)) else {
                continue;
            };
            let counted = absences[..=at].iter().filter(|other| since < **other);
            if counted.count() >= least {
                found.extend(self.after(*on));
            }
        }
        found
    }

    /// From the first of the next month on, for so many months.
    fn after(self, on: NaiveDate) -> Option<Restriction> {
        let from = on.with_day(1)?.checked_add_months(Months::new(1))?;
        let next = from.checked_add_months(Months::new(self.for_months))?;
        Some(Restriction {
            from,
            until: next.checked_sub_days(Days::new(1))?,
        })
    }

    /// Whether cancelling on a date is too late for one to be excused.
    pub fn is_late(self, asked_on: NaiveDate, on: NaiveDate) -> bool {
        self.late_days
            .is_some_and(|days| on - TimeDelta::days(days.into()) <= asked_on)
    }
}

impl<'r> Terms<'r> {
    /// The restriction that runs on a date, if one does: the one that ends last.
    pub fn restriction(&self, space: SpaceId, today: NaiveDate) -> Option<(Restriction, &'r Rule)> {
        self.restrictions(Some(space))
            .into_iter()
            .filter(|(one, _)| one.from <= today && today <= one.until)
            .max_by_key(|(one, _)| one.until)
    }

    /// Every restriction that follows from what this party has missed: of one space, or of any.
    pub fn restrictions(&self, space: Option<SpaceId>) -> Vec<(Restriction, &'r Rule)> {
        let mut found: Vec<(Restriction, &'r Rule)> = Vec::new();
        for absence in &self.booker.absences {
            // The rule on the day of the absence decides what follows from it.
            let Some(rule) = self.of(Kind::NoShow, absence.space, absence.on) else {
                continue;
            };
            let Term::NoShow(penalty) = rule.term else {
                continue;
            };
            if space.is_some_and(|space| rule.space.is_some_and(|own| own != space)) {
                continue;
            }
            let counted = self.booker.absences.iter().filter(|other| {
                other.on <= absence.on && rule.space.is_none_or(|own| own == other.space)
            });
            let all = penalty.restrictions(counted.map(|other| other.on).collect());
            let own = penalty.after(absence.on);
            found.extend(own.filter(|own| all.contains(own)).map(|own| (own, rule)));
        }
        found
    }
}
