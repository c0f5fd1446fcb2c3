//! Terms as they were typed.

use bookings::{
    entity::{VenueId, booking_rule::Period, space},
    rules::terms::{Limit, Measure, Term},
    samples::{hours, rule},
};

use super::*;
use crate::samples::facts::{a_draft, a_space};

/// Open from 9:00 to 21:00 except on Mondays, with this room and these rules.
fn judged(
    draft: &TermsDraft,
    space: &space::Model,
    rules: &[bookings::rules::Rule],
) -> Vec<String> {
    let calendar = hours(VenueId(Uuid::nil()));
    let of = Of {
        space,
        calendar: &calendar,
        rules,
    };
    let wrong = draft.allowed(Some(of), at("2026-10-01T09:00"));
    let said = |one: &kernel::Detail| format!("{} {}", one.field.unwrap_or_default(), one.key);
    wrong.map_or_else(|wrong| wrong.iter().map(said).collect(), |_| Vec::new())
}

#[test]
fn terms_say_everything_that_is_wrong_with_them() {
    let good = a_draft();
    let draft = |change: fn(&mut TermsDraft)| {
        let mut draft = good.clone();
        change(&mut draft);
        draft
    };
    for (draft, expected) in [
        (good.clone(), vec![]),
        (
            draft(|one| one.tiers = vec![Some(Who::Everyone), Some(Who::Inside)]),
            vec!["tier_1 lotteries-tiers-wrong"],
        ),
        (
            draft(|one| one.from_day = Some(20)),
            vec!["until_day lotteries-number-wrong"],
        ),
        (
            draft(|one| one.draw_days = None),
            vec!["draw_days lotteries-number-wrong"],
        ),
        (
            draft(|one| one.first = None),
            vec!["first lotteries-month-missing"],
        ),
    ] {
        assert_eq!(judged(&draft, &a_space(), &[]), expected);
    }
    let late = good.allowed(None, at("2026-11-01T00:00")).unwrap_err();
    assert!(late.iter().any(|one| one.field == Some("space")));
}

#[test]
fn every_band_can_be_booked_and_cleared_up_after() {
    let (ten, noon) = (10 * 60, 12 * 60);
    for (bands, clearing, expected) in [
        (vec![(540, noon), (noon, 900)], 0, vec![]),
        (
            vec![(540, noon), (noon, 900)],
            15,
            vec!["band_2_from lotteries-bands-clearing"],
        ),
        (vec![(540, noon), (noon + 30, 900)], 15, vec![]),
        (
            vec![(540, noon), (660, 900)],
            0,
            vec!["band_2_from lotteries-bands-wrong"],
        ),
        // In whichever order they were typed.
        (
            vec![(660, 900), (540, noon)],
            0,
            vec!["band_1_from lotteries-bands-wrong"],
        ),
        (
            vec![(550, 670)],
            0,
            vec!["band_1_from lotteries-bands-unfit"],
        ),
        (
            vec![(ten, ten + 45)],
            0,
            vec!["band_1_from lotteries-bands-unfit"],
        ),
        (
            vec![(540, noon), (20 * 60, 22 * 60)],
            0,
            vec!["band_2_from lotteries-bands-closed"],
        ),
        (
            vec![(540, NO_TIME)],
            0,
            vec!["band_1_from lotteries-bands-wrong"],
        ),
        (vec![], 0, vec!["band_1_from lotteries-bands-wrong"]),
    ] {
        let typed = bands
            .iter()
            .map(|(from, until)| (Some(*from), Some(*until)));
        let draft = TermsDraft {
            bands: typed.collect(),
            ..a_draft()
        };
        let space = space::Model {
            clearing_minutes: clearing,
            ..a_space()
        };
        assert_eq!(
            judged(&draft, &space, &[]),
            expected,
            "{bands:?} {clearing}"
        );
    }
    // An empty line of the form is none, and those after it keep their place.
    let draft = TermsDraft {
        bands: vec![(Some(540), Some(720)), (None, None), (Some(600), Some(780))],
        ..a_draft()
    };
    let wrong = judged(&draft, &a_space(), &[]);
    assert_eq!(wrong, ["band_3_from lotteries-bands-wrong"]);
}

#[test]
fn there_is_time_to_draw_and_to_answer_before_any_month_begins() {
    let wrong = ["until_day lotteries-until-too-late"];
    for (months_before, until_day, draw_days, answer_days, fits) in [
        (2, 10, 3, 7, true),
        (1, 18, 3, 7, true),
        // February has ten days after the 18th.
        (1, 19, 3, 7, false),
        (1, 28, 1, 1, false),
        (2, 28, 14, 17, true),
        (2, 28, 14, 18, false),
    ] {
        let draft = TermsDraft {
            months_before: Some(months_before),
            first: Some(day("2027-03-01")),
            until_day: Some(until_day),
            draw_days: Some(draw_days),
            answer_days: Some(answer_days),
            ..a_draft()
        };
        let found = judged(&draft, &a_space(), &[]);
        let expected: &[&str] = if fits { &[] } else { &wrong };
        assert_eq!(found, expected, "{months_before} {until_day} {answer_days}");
    }
}

#[test]
fn nobody_can_apply_for_more_than_a_quota_for_everybody_allows() {
    let quota = |most, measure, period| {
        rule(Term::Quota(Limit {
            most,
            measure,
            period,
        }))
    };
    let elsewhere = bookings::rules::Rule {
        space: Some(SpaceId(Uuid::from_u128(99))),
        ..quota(1, Measure::Bookings, Period::Month)
    };
    for (rule, fits) in [
        (quota(4, Measure::Bookings, Period::Month), true),
        (quota(3, Measure::Bookings, Period::Month), false),
        (quota(3, Measure::Bookings, Period::Standing), false),
        (quota(1, Measure::Bookings, Period::Day), true),
        (quota(1, Measure::Hours, Period::Month), true),
        (elsewhere, true),
    ] {
        let found = judged(&a_draft(), &a_space(), std::slice::from_ref(&rule));
        let expected: &[&str] = if fits {
            &[]
        } else {
            &["most lotteries-most-beyond"]
        };
        assert_eq!(found, expected, "{:?}", rule.term);
    }
}

#[test]
fn a_space_is_drawn_until_its_last_terms_end() {
    let first = Terms {
        last: Some(day("2027-06-01")),
        ..some_terms()
    };
    let second = Terms {
        first: day("2027-04-01"),
        last: Some(day("2027-05-01")),
        ..some_terms()
    };
    for (all, month, drawn) in [
        (vec![some_terms()], "2031-01-01", true),
        (vec![first.clone()], "2027-06-01", true),
        (vec![first.clone()], "2027-07-01", false),
        // The later terms take the place of the former.
        (vec![first, second], "2027-06-01", false),
        (vec![], "2027-01-01", false),
    ] {
        assert_eq!(is_drawn_from(&all, day(month)), drawn, "{month}");
    }
}
