//! What must be approved before it may be used (承認): by which rule, and by when.
//!
//! Source: `domain.md` part 4, 承認書 and 不承認事由; within how many business days is the ward's.

use chrono::NaiveDate;
use japan::business_days::add_business_days;
use kernel::{Instant, Span};

use super::{Rule, Term, Terms};
use crate::{
    entity::{RuleId, SpaceId, booking, booking_rule::Kind},
    rules::Calendar,
};

/// An approval that a use needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Approval {
    /// By which rule.
    pub rule: RuleId,
    /// It is decided within so many business days.
    pub days: i32,
    /// That is, by this date.
    pub by: NaiveDate,
}

impl Terms<'_> {
    /// The approval that a use needs which is asked for now; none where it stands at once.
    pub fn approval(
        &self,
        space: SpaceId,
        hours: &Calendar,
        span: Span,
        now: Instant,
    ) -> Option<Approval> {
        let used_on = span.from.date();
        let rule: &Rule = self.of(Kind::Approval, space, used_on)?;
        let Term::Approval(days) = rule.term else {
            return None;
        };
        Some(Approval {
            rule: rule.id,
            days,
            by: decide_by(now.date(), days, used_on, hours),
        })
    }
}

impl Terms<'_> {
    /// The approval that a booking needs: when it is new, and again when it was moved or is for
    /// something else than before. What was approved otherwise stays so.
    pub fn approval_of(
        &self,
        before: Option<&booking::Model>,
        booking: &booking::Model,
        hours: &Calendar,
        now: Instant,
    ) -> Option<Approval> {
        let same = |before: &booking::Model| {
            before.space_id == booking.space_id
                && before.span() == booking.span()
                && before.purpose == booking.purpose
        };
        if before.is_some_and(same) {
            return None;
        }
        self.approval(booking.space_id, hours, booking.span(), now)
    }
}

/// So many open days after the day of asking, and never later than the day of use.
fn decide_by(asked: NaiveDate, days: i32, used_on: NaiveDate, hours: &Calendar) -> NaiveDate {
    let is_closed = |date| !hours.counter_opens(date);
    let by = add_business_days(asked, days, is_closed);
    by.map_or(used_on, |by| by.min(used_on))
}

#[cfg(test)]
mod tests {
    use organisations::{entity::category::Locality, rules::Selector};
    use uuid::Uuid;

    use super::*;
    use crate::{entity::VenueId, rules::Booker, samples};

    fn at(text: &str) -> Instant {
        Instant::parse(&format!("{text}:00+09:00")).unwrap()
    }

    fn of(rules: &[Rule], booker: &Booker, date: &str) -> Option<(i32, String)> {
        let terms = Terms::new(rules, booker);
        let from = at(&format!("{date}T13:00"));
        let span = Span {
            from,
            until: from + chrono::TimeDelta::hours(2),
        };
        let hours = samples::hours(VenueId(Uuid::nil()));
        // A Tuesday; the house of the samples is closed on Mondays.
        let found = terms.approval(SpaceId(Uuid::nil()), &hours, span, at("2026-12-08T14:20"));
        found.map(|one| (one.days, one.by.to_string()))
    }

    #[test]
    fn it_is_decided_within_so_many_open_days_and_before_it_is_used() {
        for (days, used, by) in [
            (1, "2027-01-20", "2026-12-09"),
            (5, "2027-01-20", "2026-12-13"),
            (6, "2027-01-20", "2026-12-15"),
            (6, "2026-12-11", "2026-12-11"),
            (5, "2026-12-08", "2026-12-08"),
        ] {
            let rules = [samples::rule(Term::Approval(days))];
            let found = of(&rules, &Booker::default(), used);
            assert_eq!(found, Some((days, by.to_owned())), "{days} {used}");
        }
    }

    #[test]
    fn only_those_of_whom_a_rule_in_force_speaks_need_it() {
        let everyone = samples::rule(Term::Approval(5));
        let ward = Rule {
            selector: Selector {
                locality: Some(Locality::WardBusiness),
                ..Selector::default()
            },
            ..everyone.clone()
        };
        let elsewhere = Rule {
            space: Some(SpaceId(Uuid::from_u128(1))),
            ..everyone.clone()
        };
        let over = Rule {
            valid_until: "2026-12-14".parse().ok(),
            ..everyone.clone()
        };
        let booker = Booker::default();
        let needs = |rule: &Rule| of(std::slice::from_ref(rule), &booker, "2026-12-15").is_some();
        assert!(needs(&everyone));
        assert!(!needs(&ward) && !needs(&elsewhere) && !needs(&over));
        assert!(of(&[], &booker, "2026-12-15").is_none());
        let from_the_ward = Booker {
            category: organisations::rules::Category {
                locality: Locality::WardBusiness,
                ..booker.category
            },
            ..booker.clone()
        };
        assert!(of(&[ward], &from_the_ward, "2026-12-15").is_some());
    }
}
