//! By when a booking is paid, and what cancelling it costs (`domain.md` part 4: 支払, 還付).

use chrono::NaiveDate;
use japan::{deadlines, money::Yen};

use super::{Calendar, hours_on};

/// What cancelling costs when it is so many days before the day of use, or more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tier {
    /// How many days.
    pub days_before: i32,
    /// How much of the charge stays, in per cent.
    pub percent: i32,
}

/// By when a booking is paid at the counter: so many days after it was made, on the next open day
/// when that one is closed, and never later than the day of use (worked example G14).
pub fn due_on(booked: NaiveDate, days: u32, used_on: NaiveDate, calendar: &Calendar) -> NaiveDate {
    let is_closed = |date| hours_on(calendar, date).is_none();
    deadlines::payment_due(booked, days, used_on, is_closed)
}

/// How much of a charge stays when it is cancelled today: by the tier with the most days that are
/// still left. Without any tier cancelling costs nothing.
pub fn stays(tiers: &[Tier], used_on: NaiveDate, today: NaiveDate) -> i32 {
    let left = (used_on - today).num_days();
    let reached = tiers
        .iter()
        .filter(|tier| i64::from(tier.days_before) <= left);
    let tier = reached.max_by_key(|tier| tier.days_before);
    tier.map_or(if tiers.is_empty() { 0 } else { 100 }, |tier| tier.percent)
}

/// So many per cent of a charge, the fraction dropped.
pub fn share(charge: Yen, percent: i32) -> Yen {
    Yen(charge.0 / 100 * i64::from(percent) + charge.0 % 100 * i64::from(percent) / 100)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::{entity::VenueId, samples};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// The worked example G14; the house of the samples is closed on Mondays.
    #[test]
    fn a_booking_is_paid_within_two_weeks_and_before_it_is_used() {
        let calendar = samples::hours(VenueId(Uuid::nil()));
        for (booked, days, used, due) in [
            ("2026-06-01", 14, "2026-07-20", "2026-06-16"),
            ("2026-06-01", 14, "2026-06-10", "2026-06-10"),
            ("2026-06-02", 14, "2026-07-20", "2026-06-16"),
            ("2026-06-01", 14, "2026-06-15", "2026-06-15"),
            ("2026-06-09", 0, "2026-06-20", "2026-06-09"),
            ("2026-06-09", 14, "2026-06-09", "2026-06-09"),
        ] {
            let found = due_on(day(booked), days, day(used), &calendar);
            assert_eq!(found, day(due), "{booked} {used}");
        }
    }

    #[test]
    fn the_later_it_is_cancelled_the_more_stays() {
        let tier = |days_before, percent| Tier {
            days_before,
            percent,
        };
        let tiers = [tier(0, 100), tier(8, 0), tier(3, 50)];
        for (today, percent) in [
            ("2026-12-01", 0),
            ("2026-12-07", 0),
            ("2026-12-08", 50),
            ("2026-12-12", 50),
            ("2026-12-13", 100),
            ("2026-12-15", 100),
            ("2026-12-16", 100),
        ] {
            assert_eq!(
                stays(&tiers, day("2026-12-15"), day(today)),
                percent,
                "{today}"
            );
        }
        assert_eq!(stays(&[], day("2026-12-15"), day("2026-12-15")), 0);
        assert_eq!(
            stays(&[tier(3, 50)], day("2026-12-15"), day("2026-12-14")),
            100
        );
        assert_eq!(share(Yen(1_601), 50), Yen(800));
    }
}
