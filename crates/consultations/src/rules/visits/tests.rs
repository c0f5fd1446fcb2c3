use kernel::{PersonId, Via};
use uuid::Uuid;

use super::*;
use crate::samples::{
    cases::a_case,
    visits::{a_sheet, a_target},
};

fn keys(wrong: &[Detail]) -> Vec<&'static str> {
    wrong.iter().map(|one| one.key).collect()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn a_campaign_has_a_name_a_purpose_and_days_in_their_order() {
    assert_eq!(
        keys(&CampaignDraft::default().wrong()),
        [
            "visits-name-missing",
            "visits-purpose-missing",
            "visits-day-missing",
            "visits-day-missing",
        ]
    );
    for (from, until, expected) in [
        ("2026-12-01", "2027-02-28", None),
        ("2026-12-01", "2026-12-01", None),
        ("2026-12-01", "2026-11-30", Some("visits-ends-before")),
        ("2026-12-01", "2030-12-01", Some("visits-ends-far")),
    ] {
        let draft = CampaignDraft {
            name: "全事業所訪問".to_owned(),
            purpose: "ニーズの把握".to_owned(),
            starts_on: Some(day(from)),
            ends_on: Some(day(until)),
            follows: None,
        };
        assert_eq!(keys(&draft.wrong()).first().copied(), expected, "{until}");
    }
}

#[test]
fn a_sheet_says_whom_one_met_and_when() {
    let now = Instant::parse("2026-12-15T15:00:00+09:00").unwrap();
    let full = a_sheet;
    assert!(full().wrong(now).is_empty());
    for (sheet, expected) in [
        (
            VisitDraft::default(),
            vec!["visits-time-missing", "visits-result-missing"],
        ),
        (
            VisitDraft {
                met: String::new(),
                situation: String::new(),
                ..full()
            },
            vec!["visits-met-missing", "visits-situation-missing"],
        ),
        (
            VisitDraft {
                result: Some(State::Absent),
                met: String::new(),
                situation: String::new(),
                ..full()
            },
            vec![],
        ),
        (
            VisitDraft {
                visited_at: Instant::parse("2026-12-15T15:01:00+09:00"),
                ..full()
            },
            vec!["visits-time-ahead"],
        ),
        (
            VisitDraft {
                next_on: Some(Ok(day("2026-12-01"))),
                ..full()
            },
            vec!["visits-next-before"],
        ),
        (
            VisitDraft {
                next_on: Some(Err(())),
                ..full()
            },
            vec!["visits-day-missing"],
        ),
        (
            VisitDraft {
                result: Some(State::Open),
                ..full()
            },
            vec!["visits-result-missing"],
        ),
    ] {
        assert_eq!(keys(&sheet.wrong(now)), expected, "{sheet:?}");
    }
}

#[test]
fn who_goes_and_coordinators_read_what_was_said() {
    let own = PersonId(Uuid::nil());
    let other = PersonId(Uuid::from_u128(7));
    let target = visit_target::Model {
        assignee_id: Some(own),
        ..a_target()
    };
    for (person, role, reads, runs) in [
        (own, Role::Expert, true, false),
        (other, Role::Expert, false, false),
        (other, Role::Coordinator, true, true),
        (other, Role::Manager, false, true),
        (own, Role::Member, false, false),
        (other, Role::Reception, false, false),
        (other, Role::WardApprover, false, false),
    ] {
        let actor = Actor::person(person, [role].into_iter().collect(), Via::Page);
        assert_eq!(may_read_visit(&actor, &target, None), reads, "{role:?}");
        assert_eq!(may_run_visits(&actor), runs, "{role:?}");
    }
}

#[test]
fn what_became_a_case_of_few_is_read_by_those_who_read_the_case() {
    let own = PersonId(Uuid::nil());
    let other = PersonId(Uuid::from_u128(7));
    let target = visit_target::Model {
        assignee_id: Some(own),
        ..a_target()
    };
    for (person, role, few, reading, reads) in [
        (own, Role::Expert, true, Reading::Outside, true),
        (other, Role::Coordinator, true, Reading::Outside, false),
        (other, Role::Coordinator, true, Reading::Triage, true),
        (other, Role::Coordinator, true, Reading::ByReason, true),
        (other, Role::Coordinator, true, Reading::Handles, true),
        (other, Role::Coordinator, false, Reading::Outside, true),
        (other, Role::Manager, true, Reading::ByReason, false),
    ] {
        let actor = Actor::person(person, [role].into_iter().collect(), Via::Page);
        let case = case::Model {
            need_to_know: few,
            ..a_case()
        };
        let read = may_read_visit(&actor, &target, Some((&case, reading)));
        assert_eq!(read, reads, "{role:?} {few} {reading:?}");
    }
}

#[test]
fn how_far_a_campaign_has_come() {
    let of = |open: usize, visited: usize, absent: usize| {
        let many = |state, count| std::iter::repeat_n(state, count);
        let states = many(State::Open, open).chain(many(State::Visited, visited));
        Coverage::of(states.chain(many(State::Absent, absent)))
    };
    for (coverage, percent) in [
        (of(0, 0, 0), 0),
        (of(1, 1, 1), 66),
        (of(0, 3, 2), 100),
        (of(199, 1, 0), 0),
    ] {
        assert_eq!(coverage.percent(), percent, "{coverage:?}");
    }
    let shown = of(10, 20, 2).for_ward().unwrap();
    assert_eq!(shown[2], None, "two are few");
    assert_eq!(shown[5], Some(32));
    let told = shown[..5].iter().filter(|count| count.is_some()).count();
    assert!(
        told < 4,
        "what is hidden does not follow from the sum: {shown:?}"
    );
}

#[test]
fn a_day_to_go_again_is_due() {
    for (next, expected) in [
        ("2026-12-14", "overdue"),
        ("2026-12-15", "today"),
        ("2026-12-16", "later"),
    ] {
        assert_eq!(due(next, day("2026-12-15")), expected);
    }
}
