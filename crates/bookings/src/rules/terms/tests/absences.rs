//! What staying away leads to.

use super::*;

/// G17: 2026-06-20 無断不使用, 翌月から3か月.
#[test]
fn staying_away_forbids_new_bookings_from_the_next_month_on() {
    let rules = |times, within_months, for_months| {
        [samples::rule(Term::NoShow(Penalty {
            times,
            within_months,
            for_months,
            late_days: Some(3),
        }))]
    };
    for (rules, absences, today, until) in [
        (rules(1, 12, 3), vec!["2026-06-20"], "2026-06-30", None),
        (
            rules(1, 12, 3),
            vec!["2026-06-20"],
            "2026-07-01",
            Some("2026-09-30"),
        ),
        (
            rules(1, 12, 3),
            vec!["2026-06-20"],
            "2026-09-30",
            Some("2026-09-30"),
        ),
        (rules(1, 12, 3), vec!["2026-06-20"], "2026-10-01", None),
        (
            rules(1, 12, 3),
            vec!["2026-12-31"],
            "2027-01-01",
            Some("2027-03-31"),
        ),
        (rules(2, 6, 3), vec!["2026-06-20"], "2026-07-01", None),
        (
            rules(2, 6, 3),
            vec!["2026-05-01", "2026-06-20"],
            "2026-07-01",
            Some("2026-09-30"),
        ),
        (
            rules(2, 1, 3),
            vec!["2026-05-01", "2026-06-20"],
            "2026-07-01",
            None,
        ),
        (
            rules(1, 12, 1),
            vec!["2026-05-31", "2026-06-20"],
            "2026-07-15",
            Some("2026-07-31"),
        ),
    ] {
        let booker = Booker {
            absences: absences
                .iter()
                .map(|on| Absence {
                    space: ROOM,
                    on: date(on),
                })
                .collect(),
            ..Booker::default()
        };
        let terms = Terms::new(&rules, &booker);
        let found = terms.restriction(OTHER, date(today));
        assert_eq!(
            found.map(|(one, _)| one.until),
            until.map(date),
            "{absences:?} {today}"
        );
    }
}

#[test]
fn cancelling_late_counts_only_where_a_rule_says_so() {
    let penalty = |late_days| Penalty {
        times: 1,
        within_months: 12,
        for_months: 3,
        late_days,
    };
    for (late_days, asked_on, late) in [
        (Some(3), "2026-12-11", false),
        (Some(3), "2026-12-12", true),
        (Some(3), "2026-12-15", true),
        (None, "2026-12-15", false),
    ] {
        let found = penalty(late_days).is_late(date(asked_on), date("2026-12-15"));
        assert_eq!(found, late, "{late_days:?} {asked_on}");
    }
}
