use crate::rules::{tests::*, *};

#[test]
fn the_plan_of_a_day_is_the_one_that_began_last() {
    let mut scheme = Scheme {
        versions: vec![
            version("2021-12-23", vec![]),
            version("2016-01-13", vec![]),
            version("2026-04-01", vec![]),
        ],
    };
    scheme.versions[2].in_force.until = Some(day("2026-12-31"));
    for (asked, expected) in [
        ("2016-01-12", None),
        ("2016-01-13", Some("2016-01-13")),
        ("2021-12-22", Some("2016-01-13")),
        ("2021-12-23", Some("2021-12-23")),
        ("2026-12-31", Some("2026-04-01")),
        ("2027-01-01", Some("2021-12-23")),
    ] {
        let found = scheme.on(day(asked)).map(|one| one.in_force.from);
        assert_eq!(found, expected.map(day), "{asked}");
    }
}

#[test]
fn the_month_rule_keeps_to_the_calendar() {
    let (calendar, less) = (
        MonthRule::CalendarMonths(1),
        MonthRule::CalendarMonthsLessADay(1),
    );
    for (rule, first, expected) in [
        (calendar, "2026-05-10", "2026-06-10"),
        (calendar, "2026-01-31", "2026-02-28"),
        (calendar, "2026-02-28", "2026-03-28"),
        (calendar, "2028-01-31", "2028-02-29"),
        (less, "2026-05-10", "2026-06-09"),
        (less, "2026-05-01", "2026-05-31"),
        (less, "2026-01-31", "2026-02-28"),
        (MonthRule::Days(30), "2026-05-10", "2026-06-09"),
        (MonthRule::Days(30), "2026-01-31", "2026-03-02"),
        (MonthRule::Days(0), "2026-01-31", "2026-01-31"),
    ] {
        assert_eq!(rule.reached(day(first)), day(expected), "{rule:?} {first}");
    }
}

#[test]
fn a_certificate_is_good_and_an_application_answered_by_the_plan() {
    let plan = version("2024-04-01", vec![]);
    for (issued, expected) in [("2026-06-10", "2026-12-10"), ("2026-08-31", "2027-02-28")] {
        assert_eq!(plan.valid_until(day(issued)), day(expected), "{issued}");
    }
    for (forwarded, expected) in [("2026-06-12", "2026-06-17"), ("2026-12-25", "2027-01-05")] {
        let due = plan.answer_due(day(forwarded));
        assert_eq!(due, Some(day(expected)), "{forwarded}");
    }
}

#[test]
fn a_share_is_rounded_up() {
    let area = Area::Finance;
    for (percent, of, expected) in [(50, 2, 1), (50, 3, 2), (40, 5, 2), (0, 5, 0), (100, 5, 5)] {
        assert_eq!(AreaShare { area, percent, of }.least(), expected);
    }
}
