//! How much one may have.

use super::*;

#[test]
fn a_quota_counts_what_lies_in_its_period() {
    let limit = |most, measure, period| Limit {
        most,
        measure,
        period,
    };
    let now = at("2026-12-08T14:20");
    let own = booker(&[
        (ROOM, "2026-12-01T10:00", "2026-12-01T12:00"),
        (ROOM, "2026-12-14T10:00", "2026-12-14T12:00"),
        (OTHER, "2026-12-15T10:00", "2026-12-15T11:00"),
        (ROOM, "2026-12-31T10:00", "2026-12-31T12:00"),
    ])
    .taken;
    let wanted = |from, until| Taken {
        space: ROOM,
        span: span(from, until),
    };
    let tuesday = wanted("2026-12-15T13:00", "2026-12-15T15:00");
    let january = wanted("2027-01-01T13:00", "2027-01-01T15:00");
    for (limit, wanted, exceeded) in [
        (limit(4, Bookings, Period::Standing), tuesday, false),
        (limit(3, Bookings, Period::Standing), tuesday, true),
        (limit(2, Bookings, Period::Day), tuesday, false),
        (limit(1, Bookings, Period::Day), tuesday, true),
        (limit(3, Bookings, Period::Week), tuesday, false),
        (limit(2, Bookings, Period::Week), tuesday, true),
        (limit(5, Bookings, Period::Month), tuesday, false),
        (limit(4, Bookings, Period::Month), tuesday, true),
        (limit(1, Bookings, Period::Month), january, false),
        (limit(3, Hours, Period::Day), tuesday, false),
        (limit(2, Hours, Period::Day), tuesday, true),
        (limit(9, Hours, Period::Month), tuesday, false),
        (limit(8, Hours, Period::Month), tuesday, true),
    ] {
        assert_eq!(
            limit.is_exceeded(&own, wanted, now),
            exceeded,
            "{limit:?} {wanted:?}"
        );
    }
}

#[test]
fn of_several_quotas_the_strictest_holds_and_names_itself() {
    let quota = |most, period, source: &str| {
        let mut rule = samples::rule(Term::Quota(Limit {
            most,
            measure: Measure::Bookings,
            period,
        }));
        rule.source.ja = source.into();
        rule
    };
    let rules = [
        quota(5, Period::Standing, "第6条"),
        quota(1, Period::Day, "第7条"),
    ];
    let own = booker(&[(ROOM, "2026-12-15T10:00", "2026-12-15T12:00")]);
    let terms = Terms::new(&rules, &own);
    let wanted = Taken {
        space: OTHER,
        span: span("2026-12-15T13:00", "2026-12-15T15:00"),
    };
    let wrong = terms.wrong_amount(wanted, at("2026-12-08T14:20"));
    let [Wrong::QuotaReached(limit, told)] = wrong.as_slice() else {
        panic!("{wrong:?}");
    };
    assert_eq!((limit.most, told.source.ja.as_str()), (1, "第7条"));
    assert_eq!(told.since, date("2026-04-01"));
}

#[test]
fn days_in_a_row_are_counted_on_both_sides() {
    let rules = [samples::rule(Term::Run(3))];
    let own = booker(&[
        (ROOM, "2026-12-15T10:00", "2026-12-15T12:00"),
        (ROOM, "2026-12-16T10:00", "2026-12-16T12:00"),
        (ROOM, "2026-12-18T10:00", "2026-12-18T12:00"),
        (OTHER, "2026-12-20T10:00", "2026-12-20T12:00"),
    ]);
    let terms = Terms::new(&rules, &own);
    for (space, day, too_many) in [
        (ROOM, "2026-12-16", false),
        (ROOM, "2026-12-17", true),
        (ROOM, "2026-12-14", false),
        (ROOM, "2026-12-13", false),
        (OTHER, "2026-12-17", false),
    ] {
        let wanted = Taken {
            space,
            span: span(&format!("{day}T13:00"), &format!("{day}T15:00")),
        };
        let wrong = terms.wrong_amount(wanted, at("2026-12-08T14:20"));
        assert_eq!(!wrong.is_empty(), too_many, "{day} {wrong:?}");
    }
}

#[test]
fn the_halves_of_a_divisible_room_and_the_whole_are_one_room() {
    let rules = [samples::rule(Term::Run(3))];
    let own = booker(&[
        (ROOM, "2026-12-15T10:00", "2026-12-15T12:00"),
        (OTHER, "2026-12-16T10:00", "2026-12-16T12:00"),
        (ROOM, "2026-12-17T10:00", "2026-12-17T12:00"),
    ]);
    let rooms = [vec![ROOM, OTHER]];
    for space in [ROOM, OTHER] {
        let wanted = Taken {
            space,
            span: span("2026-12-18T13:00", "2026-12-18T15:00"),
        };
        for (terms, too_many) in [
            (Terms::new(&rules, &own), false),
            (Terms::new(&rules, &own).in_rooms(&rooms), true),
        ] {
            let wrong = terms.wrong_amount(wanted, at("2026-12-08T14:20"));
            assert_eq!(!wrong.is_empty(), too_many, "{space:?} {wrong:?}");
        }
    }
}
