//! The worked examples G21 to G23.

use crate::rules::{tests::*, *};

const UNDER_WAY: [(&str, &str); 3] = [
    ("2026-05-10", "m"),
    ("2026-05-24", "f"),
    ("2026-06-07", "p"),
];

fn lessons(dates: &[(&str, &str)]) -> Vec<Attendance> {
    let lesson = |(date, letters): &(&str, &str)| lesson(date, letters);
    dates.iter().map(lesson).collect()
}

#[test]
fn g21_a_month_from_the_first_to_the_last() {
    let scheme = scheme(requirement());
    for (last, left) in [
        // On the third's day it is a day less as well, and three days short.
        ("2026-06-07", vec!["sessions-left 1", "span-left 3"]),
        ("2026-06-09", vec!["span-left 1"]),
        ("2026-06-10", vec![]),
        ("2026-06-14", vec![]),
    ] {
        let mut came = lessons(&UNDER_WAY);
        came.push(lesson(last, "s"));
        let found = progress_on(&scheme, &came, "2026-06-30");
        assert_eq!(missing(&found), left, "{last}");
        assert_eq!(found.met, left.is_empty(), "{last}");
        let expected = left.is_empty().then(|| day(last));
        assert_eq!((found.met_on, found.completed_on), (expected, expected));
    }
}

#[test]
fn g21_is_met_on_the_day_of_the_last_lesson_and_not_before() {
    let scheme = scheme(requirement());
    let mut came = lessons(&UNDER_WAY);
    came.push(lesson("2026-06-14", "s"));
    let before = progress_on(&scheme, &came, "2026-06-13");
    assert!(!before.met);
    assert_eq!(
        missing(&before),
        ["area-missing sales", "sessions-left 1", "span-left 3"]
    );
    assert_eq!(why_not(&before)[3], Some(NotCounted::Ahead));
    let on = progress_on(&scheme, &came, "2026-06-14");
    assert!(on.met);
    assert_eq!(on.met_on, Some(day("2026-06-14")));
    assert_eq!(why_not(&on), [None; 4]);
}

#[test]
fn g22_an_area_or_a_session_is_missing() {
    let by_day = scheme(requirement());
    let five_weeks = lessons(&[
        ("2026-05-10", "m"),
        ("2026-05-24", "f"),
        ("2026-06-07", "s"),
        ("2026-06-14", "ms"),
    ]);
    let found = progress_on(&by_day, &five_weeks, "2026-06-30");
    assert_eq!(missing(&found), ["area-missing people"]);
    let three = lessons(&[
        ("2026-05-10", "mf"),
        ("2026-05-24", "p"),
        ("2026-06-14", "s"),
    ]);
    let found = progress_on(&by_day, &three, "2026-06-30");
    assert_eq!(missing(&found), ["sessions-left 1"]);
}

#[test]
fn g22_two_on_one_day_are_one_by_day_and_two_by_session() {
    let came = lessons(&[
        ("2026-05-10", "m"),
        ("2026-05-24", "f"),
        ("2026-05-24", "p"),
        ("2026-06-14", "s"),
    ]);
    let found = progress_on(&scheme(requirement()), &came, "2026-06-30");
    assert_eq!(missing(&found), ["sessions-left 1"]);
    let expected = [None, None, Some(NotCounted::SameDay), None];
    assert_eq!(why_not(&found), expected);
    let by_session = scheme(Requirement {
        distinct_by: DistinctBy::Session,
        ..requirement()
    });
    let found = progress_on(&by_session, &came, "2026-06-30");
    assert!(found.met, "{found:?}");
    assert_eq!(why_not(&found), [None; 4]);
    let mut twice = came.clone();
    twice[2].session = came[1].session.clone();
    let found = progress_on(&by_session, &twice, "2026-06-30");
    assert_eq!(missing(&found), ["sessions-left 1"]);
    assert_eq!(why_not(&found)[2], Some(NotCounted::SameSession));
}

#[test]
fn g23_consultations_count_once_the_plan_has_them() {
    let came = [
        lesson("2026-05-10", "m"),
        lesson("2026-05-24", "f"),
        consultation("2026-06-07", "p"),
        consultation("2026-06-14", "s"),
    ];
    let first = scheme(requirement());
    let found = progress_on(&first, &came, "2026-06-30");
    assert!(!found.met);
    let outside = Some(NotCounted::OutsidePlan);
    assert_eq!(why_not(&found), [None, None, outside, outside]);
    for (amended, expected) in [
        ("2026-06-01", Some("2026-06-14")),
        ("2026-06-07", Some("2026-06-14")),
        ("2026-06-08", None),
        ("2026-06-15", None),
    ] {
        let offers = vec![offer("juku", "2024-04-01"), offer("consultations", amended)];
        let supports = vec![support("juku", offers, requirement())];
        let mut two = first.clone();
        two.versions.push(version(amended, supports.clone()));
        // The same when the plan was amended long before, and counts consultations from a day on.
        let from_a_day = Scheme {
            versions: vec![version("2024-04-01", supports)],
        };
        for scheme in [two, from_a_day] {
            let found = progress_on(&scheme, &came, "2026-06-30");
            assert_eq!(found.met_on, expected.map(day), "{amended}");
            assert_eq!(found.met, expected.is_some(), "{amended}");
        }
    }
}

#[test]
fn g23_who_was_absent_or_only_has_a_place_never_counts() {
    let mut came = lessons(&UNDER_WAY);
    came.push(lesson("2026-06-14", "s"));
    let generous = scheme(Requirement {
        countable: Countable {
            late: true,
            left_early: true,
            online: true,
            video: true,
        },
        ..requirement()
    });
    let strict = scheme(Requirement {
        countable: Countable::default(),
        ..requirement()
    });
    for (kind, by_generous, by_strict) in [
        (Kind::Attended, None, None),
        (Kind::Late, None, Some(NotCounted::NotThisKind)),
        (Kind::LeftEarly, None, Some(NotCounted::NotThisKind)),
        (Kind::Online, None, Some(NotCounted::NotThisKind)),
        (Kind::Video, None, Some(NotCounted::NotThisKind)),
        (
            Kind::Absent,
            Some(NotCounted::Absent),
            Some(NotCounted::Absent),
        ),
        (
            Kind::Booked,
            Some(NotCounted::OnlyBooked),
            Some(NotCounted::OnlyBooked),
        ),
    ] {
        came[3].kind = kind;
        for (scheme, expected) in [(&generous, by_generous), (&strict, by_strict)] {
            let found = progress_on(scheme, &came, "2026-06-30");
            assert_eq!(why_not(&found)[3], expected, "{kind:?}");
            assert_eq!(found.met, expected.is_none(), "{kind:?}");
        }
    }
}

#[test]
fn without_a_plan_nothing_counts() {
    let came = [lesson("2026-05-10", "m")];
    let found = progress_on(&Scheme::default(), &came, "2026-06-30");
    assert_eq!(missing(&found), ["plan-none"]);
    assert_eq!(why_not(&found), [Some(NotCounted::OutsidePlan)]);
    assert_eq!(found.best, None);
}

#[test]
fn whoever_had_the_support_keeps_it_when_the_plan_asks_for_more() {
    let mut scheme = scheme(requirement());
    let stricter = Requirement {
        least_sessions: 6,
        ..requirement()
    };
    let offers = vec![offer("juku", "2024-04-01")];
    let supports = vec![support("juku", offers, stricter)];
    scheme.versions.push(version("2026-07-01", supports));
    let mut came = lessons(&UNDER_WAY);
    came.push(lesson("2026-06-14", "s"));
    let found = progress_on(&scheme, &came, "2026-08-01");
    assert!(found.met, "{found:?}");
    assert_eq!(found.best.unwrap().plan_of, day("2026-06-14"));
    // One who was not through by then is measured by the new plan.
    came[3] = lesson("2026-07-05", "s");
    let found = progress_on(&scheme, &came, "2026-08-01");
    assert_eq!(missing(&found), ["sessions-left 2"]);
}

#[test]
fn where_a_version_ends_the_older_one_decides_again() {
    let mut scheme = scheme(requirement());
    let stricter = Requirement {
        least_sessions: 6,
        ..requirement()
    };
    let supports = vec![support("juku", vec![offer("juku", "2024-04-01")], stricter)];
    let mut between = version("2026-05-01", supports);
    between.in_force.until = Some(day("2026-06-30"));
    scheme.versions.push(between);
    let mut came = lessons(&UNDER_WAY);
    came.push(lesson("2026-06-14", "s"));
    let during = progress_on(&scheme, &came, "2026-06-30");
    assert_eq!(missing(&during), ["sessions-left 2"]);
    let after = progress_on(&scheme, &came, "2026-07-10");
    assert_eq!(after.met_on, Some(day("2026-07-01")));
}

#[test]
fn being_a_founder_is_looked_at_on_the_day() {
    let scheme = scheme(requirement());
    let mut came = lessons(&UNDER_WAY);
    came.push(lesson("2026-06-14", "s"));
    let rows = eligibility();
    for (standing, own, as_of, met, met_on) in [
        (
            Standing::PlansCompany,
            "2026-12-14",
            "2026-06-14",
            true,
            Some("2026-06-14"),
        ),
        (
            Standing::PlansCompany,
            "2027-01-10",
            "2026-06-30",
            false,
            None,
        ),
        (
            Standing::PlansCompany,
            "2027-01-10",
            "2026-07-10",
            true,
            Some("2026-07-10"),
        ),
        (
            Standing::InBusiness,
            "2021-06-15",
            "2026-06-14",
            true,
            Some("2026-06-14"),
        ),
        (
            Standing::InBusiness,
            "2021-06-15",
            "2026-06-15",
            false,
            Some("2026-06-14"),
        ),
        (
            Standing::InBusiness,
            "2021-06-14",
            "2026-06-14",
            false,
            None,
        ),
    ] {
        let who = founder(standing, own);
        let found = progress(&scheme, &came, who, &rows, day(as_of));
        assert_eq!(
            (found.met, found.met_on),
            (met, met_on.map(day)),
            "{own} {as_of}"
        );
        assert_eq!(found.completed_on, Some(day("2026-06-14")));
    }
}
