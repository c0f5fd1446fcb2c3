//! By when a booking is paid, and what cancelling it costs (`domain.md` part 4: 支払, 還付).

use chrono::{Days, NaiveDate};
use japan::{deadlines, money::Yen};

use super::Calendar;
use crate::{entity::booking, refused::Unfit};

/// The fields of each tier, the one with the most days first.
pub const TIER_FIELDS: [(&str, &str); 5] = [
    ("days_1", "percent_1"),
    ("days_2", "percent_2"),
    ("days_3", "percent_3"),
    ("days_4", "percent_4"),
    ("days_5", "percent_5"),
];

/// No time to pay is longer, and no tier begins earlier, in days.
const MOST_DAYS: i32 = 365;

/// What cancelling costs when it is so many days before the day of use, or more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tier {
    /// How many days.
    pub days_before: i32,
    /// How much of the charge stays, in per cent.
    pub percent: i32,
}

/// So many days lie at most between tomorrow and what begins.
const FURTHEST: Days = Days::new(730);

/// The first day of what the manager sets: tomorrow or later, and not too far ahead.
pub fn begins(from: Option<NaiveDate>, today: NaiveDate) -> Result<NaiveDate, Unfit> {
    let first = today + Days::new(1);
    let last = first + FURTHEST;
    match from {
        Some(from) if from > last => Err(Unfit::TooFar(last)),
        Some(from) if from >= first => Ok(from),
        _ => Err(Unfit::TooEarly(first)),
    }
}

/// Payment and cancellation as the manager wants them from a day on.
#[derive(Clone, Debug, Default)]
pub struct PaymentDraft {
    /// Within how many days a booking is paid; `None` when it could not be read.
    pub days: Option<i32>,
    /// The rows of the form in their order; those without anything are `None`.
    pub tiers: Vec<Option<DraftTier>>,
    /// The first day; `None` when it could not be read.
    pub from: Option<NaiveDate>,
}

/// One row of the form.
#[derive(Clone, Copy, Debug, Default)]
pub struct DraftTier {
    /// So many days before, or more.
    pub days_before: Option<i32>,
    /// How much stays, in per cent.
    pub percent: Option<i32>,
}

impl PaymentDraft {
    /// One that is known to be readable.
    pub fn new(days: i32, tiers: &[Tier], from: NaiveDate) -> Self {
        let row = |tier: &Tier| {
            Some(DraftTier {
                days_before: Some(tier.days_before),
                percent: Some(tier.percent),
            })
        };
        Self {
            days: Some(days),
            tiers: tiers.iter().map(row).collect(),
            from: Some(from),
        }
    }

    /// The days and the tiers, or everything that is wrong with them. Each row has fewer days than
    /// the one above it, and nothing gets cheaper by waiting.
    pub fn allowed(&self) -> Result<(i32, Vec<Tier>), Vec<Unfit>> {
        let mut wrong = Vec::new();
        let days = within("days", self.days, 0, MOST_DAYS, &mut wrong);
        let mut tiers: Vec<Tier> = Vec::new();
        let mut above_field = "";
        for (row, (days_field, percent_field)) in self.tiers.iter().zip(TIER_FIELDS) {
            let Some(row) = row else { continue };
            let above = tiers.last();
            if above.is_some_and(|tier| tier.days_before == 0) {
                // Nothing is left for rows below the day of use itself.
                wrong.push(Unfit::OutOfRange(above_field, 1, MOST_DAYS));
                break;
            }
            let most = above.map_or(MOST_DAYS, |tier| tier.days_before - 1);
            let least = above.map_or(0, |tier| tier.percent);
            let days_before = within(days_field, row.days_before, 0, most, &mut wrong);
            let percent = within(percent_field, row.percent, least, 100, &mut wrong);
            tiers.push(Tier {
                days_before: days_before.unwrap_or(most),
                percent: percent.unwrap_or(least),
            });
            above_field = days_field;
        }
        match days {
            Some(days) if wrong.is_empty() => Ok((days, tiers)),
            _ => Err(wrong),
        }
    }
}

/// A number, if it lies between these.
pub(super) fn within(
    field: &'static str,
    number: Option<i32>,
    least: i32,
    most: i32,
    wrong: &mut Vec<Unfit>,
) -> Option<i32> {
    let found = number.filter(|number| (least..=most).contains(number));
    if found.is_none() {
        wrong.push(Unfit::OutOfRange(field, least, most));
    }
    found
}

/// The first day from a date on on which cancelling a booking that costs so much would leave
/// another sum, with the share before and after; none when nothing changes until the day of use, or
/// until the day on which other tiers begin.
pub fn differs(
    before: &[Tier],
    after: &[Tier],
    (booking, charged): (&booking::Model, Yen),
    (from, next): (NaiveDate, Option<NaiveDate>),
) -> Option<(NaiveDate, i32, i32)> {
    let used_on = booking.starts_at.date();
    from.iter_days()
        .take_while(|day| *day <= used_on && next.is_none_or(|next| *day < next))
        .find(|day| {
            let left = |tiers: &[Tier]| stays_of(tiers, booking, charged, *day);
            left(before) != left(after)
        })
        .map(|day| (day, stays(before, used_on, day), stays(after, used_on, day)))
}

/// By when a booking is paid at the counter: so many days after it was made, on the next open day
/// when that one is closed, and never later than the day of use (worked example G14).
pub fn due_on(booked: NaiveDate, days: u32, used_on: NaiveDate, calendar: &Calendar) -> NaiveDate {
    let is_closed = |date| !calendar.counter_opens(date);
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

/// What stays of the charge of a booking when it is cancelled today: by the tiers, and never less
/// than cancelling would have cost when it was changed (`domain.md` part 4: 大田).
pub fn stays_of(tiers: &[Tier], booking: &booking::Model, charged: Yen, today: NaiveDate) -> Yen {
    let by_tier = share(charged, stays(tiers, booking.starts_at.date(), today));
    by_tier.max(kept_of(booking, charged))
}

/// What stays of the charge of a booking at least: a reduction granted later reduces that too.
pub fn kept_of(booking: &booking::Model, charged: Yen) -> Yen {
    Yen(booking.kept_yen).min(charged)
}

/// So many per cent of a charge, the fraction dropped.
pub fn share(charge: Yen, percent: i32) -> Yen {
    Yen(charge.0 / 100 * i64::from(percent) + charge.0 % 100 * i64::from(percent) / 100)
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use kernel::{Instant, PersonId};
    use uuid::Uuid;

    use super::*;
    use crate::{
        entity::{BookingId, HoldId, SpaceId, VenueId},
        samples,
    };

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// A booking of that day, that costs so much at least.
    fn used(on: &str, kept_yen: i64) -> booking::Model {
        let starts_at = Instant::parse(&format!("{on}T13:00:00+09:00")).unwrap();
        booking::Model {
            id: BookingId(Uuid::nil()),
            hold_id: HoldId(Uuid::nil()),
            space_id: SpaceId(Uuid::nil()),
            unit: 1,
            person_id: PersonId(Uuid::nil()),
            booked_by: None,
            reference: "K7M-4PX-9TD".to_owned(),
            starts_at,
            ends_at: starts_at + TimeDelta::hours(2),
            purpose: "打合せ".to_owned(),
            attendees: 2,
            arrived_at: None,
            version: 1,
            created_at: starts_at - TimeDelta::days(30),
            series_id: None,
            organisation_id: None,
            kept_yen,
            purpose_before: None,
        }
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

    #[test]
    fn tiers_are_taken_in_their_order_or_everything_wrong_with_them_is_named() {
        let row = |days_before, percent| {
            Some(DraftTier {
                days_before,
                percent,
            })
        };
        let draft = |days, tiers: Vec<Option<DraftTier>>| PaymentDraft {
            days,
            tiers,
            from: None,
        };
        let tier = |days_before, percent| Tier {
            days_before,
            percent,
        };
        let fine = draft(
            Some(14),
            vec![row(Some(8), Some(0)), None, row(Some(0), Some(100))],
        );
        assert_eq!(fine.allowed(), Ok((14, vec![tier(8, 0), tier(0, 100)])));
        assert_eq!(draft(Some(0), vec![]).allowed(), Ok((0, vec![])));
        let range = Unfit::OutOfRange;
        for (days, tiers, wrong) in [
            (None, vec![], vec![range("days", 0, 365)]),
            (Some(366), vec![], vec![range("days", 0, 365)]),
            (
                Some(14),
                vec![row(Some(3), Some(50)), row(Some(8), Some(0))],
                vec![range("days_2", 0, 2), range("percent_2", 50, 100)],
            ),
            (
                Some(14),
                vec![row(Some(3), Some(50)), row(Some(3), Some(60))],
                vec![range("days_2", 0, 2)],
            ),
            (
                Some(14),
                vec![row(Some(0), Some(50)), None, row(Some(0), Some(60))],
                vec![range("days_1", 1, 365)],
            ),
            (
                Some(14),
                vec![row(Some(400), Some(101)), row(None, None)],
                vec![
                    range("days_1", 0, 365),
                    range("percent_1", 0, 100),
                    range("days_2", 0, 364),
                    range("percent_2", 0, 100),
                ],
            ),
        ] {
            assert_eq!(draft(days, tiers).allowed(), Err(wrong));
        }
    }

    #[test]
    fn a_booking_is_touched_from_the_first_day_on_which_another_share_would_stay() {
        let tier = |days_before, percent| Tier {
            days_before,
            percent,
        };
        let before = [tier(8, 0), tier(0, 100)];
        let after = [tier(8, 0), tier(3, 50), tier(0, 100)];
        let (booking, late) = (used("2026-12-15", 0), used("2026-12-15", 500));
        for (booking, from, next, to, expected) in [
            (
                &booking,
                "2026-12-01",
                None,
                &after,
                Some(("2026-12-08", 100, 50)),
            ),
            (
                &booking,
                "2026-12-10",
                None,
                &after,
                Some(("2026-12-10", 100, 50)),
            ),
            (&booking, "2026-12-13", None, &after, None),
            (&booking, "2026-12-16", None, &after, None),
            (&booking, "2026-12-01", Some("2026-12-08"), &after, None),
            (
                &booking,
                "2026-12-01",
                Some("2026-12-09"),
                &after,
                Some(("2026-12-08", 100, 50)),
            ),
            (
                &late,
                "2026-12-01",
                None,
                &after,
                Some(("2026-12-08", 100, 50)),
            ),
        ] {
            let booked = (booking, Yen(1_000));
            let found = differs(&before, to, booked, (day(from), next.map(day)));
            let expected = expected.map(|(on, a, b)| (day(on), a, b));
            assert_eq!(found, expected, "{from}");
        }
        for (charged, today, stays) in [
            (1_000, "2026-12-01", 500),
            (1_000, "2026-12-14", 1_000),
            // A reduction was granted since.
            (400, "2026-12-01", 400),
        ] {
            let found = stays_of(&before, &late, Yen(charged), day(today));
            assert_eq!(found, Yen(stays), "{charged} {today}");
        }
    }
}
