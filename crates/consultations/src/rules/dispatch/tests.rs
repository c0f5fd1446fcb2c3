use kernel::{PersonId, Role, Via};
use uuid::Uuid;

use super::*;
use crate::samples::{cases::a_case, dispatches::a_dispatch};

const TERMS: fn() -> dispatch_terms::Model = || dispatch_terms::Model {
    valid_from: "2000-01-01".to_owned(),
    most_per_applicant: 10,
    most_per_theme: 8,
    minutes: 120,
    source: String::new(),
};

#[test]
fn what_was_approved_counts_and_what_was_ended_only_as_far_as_it_was_used() {
    for (state, approved, used, expected) in [
        (State::Requested, None, 0, 0),
        (State::Refused, None, 0, 0),
        (State::Approved, Some(5), 2, 5),
        (State::Withdrawn, Some(5), 2, 2),
        (State::Withdrawn, None, 0, 0),
    ] {
        let one = dispatch::Model {
            state,
            approved_times: approved,
            used,
            ..a_dispatch()
        };
        assert_eq!(counted(&one), expected, "{state:?}");
    }
}

#[test]
fn a_theme_and_the_whole_year_both_have_a_limit() {
    let spent = |rows: &[(Field, i32)]| Spent(rows.to_vec());
    for (rows, theme, expected) in [
        (&[][..], Field::Sales, 8),
        (&[(Field::Sales, 3)][..], Field::Sales, 5),
        (&[(Field::Sales, 8)][..], Field::Sales, 0),
        (&[(Field::Sales, 8)][..], Field::Tax, 2),
        (&[(Field::Sales, 8), (Field::Tax, 2)][..], Field::Law, 0),
        (&[(Field::Sales, 9)][..], Field::Sales, 0),
    ] {
        let left = spent(rows).left(&TERMS(), theme);
        assert_eq!(left, expected, "{rows:?} {theme:?}");
    }
}

#[test]
fn the_law_and_the_ward_speak_against_some() {
    for (size, in_ward, expected) in [
        (Size::Small, true, vec![]),
        (Size::Medium, true, vec![]),
        (Size::Large, true, vec![Against::Large]),
        (Size::Unknown, true, vec![Against::Unknown]),
        (Size::Small, false, vec![Against::Outside]),
        (Size::Large, false, vec![Against::Outside, Against::Large]),
    ] {
        assert_eq!(against(size, in_ward), expected, "{size:?} {in_ward}");
    }
}

#[test]
fn everything_that_is_wrong_is_told_at_once() {
    let keys = |wrong: Vec<Detail>| wrong.iter().map(|one| one.key).collect::<Vec<_>>();
    let themes = [Field::Sales, Field::Tax];
    assert_eq!(
        keys(DispatchDraft::default().wrong(&themes, |_| 8)),
        [
            "dispatches-field-missing",
            "dispatches-place-missing",
            "dispatches-wish-missing",
            "dispatches-times-missing",
            "dispatches-agreed-missing",
        ]
    );
    let full = crate::samples::dispatches::an_application();
    assert!(full.wrong(&themes, |_| 3).is_empty());
    assert_eq!(keys(full.wrong(&themes, |_| 2)), ["dispatches-times-many"]);
    assert_eq!(
        keys(full.wrong(&[Field::Tax], |_| 8)),
        ["dispatches-field-missing"]
    );
}

#[test]
fn an_approval_goes_as_far_as_was_asked_and_is_left() {
    for (times, note, asked, left, against, expected) in [
        (Some(3), "", 3, 8, &[][..], None),
        (Some(4), "", 3, 8, &[][..], Some("dispatches-times-many")),
        (Some(3), "", 3, 2, &[][..], Some("dispatches-times-many")),
        (Some(0), "", 3, 8, &[][..], Some("dispatches-times-missing")),
        (
            Some(1),
            "",
            3,
            8,
            &[Against::Outside][..],
            Some("dispatches-note-missing"),
        ),
        (Some(1), "区内に移る", 3, 8, &[Against::Outside][..], None),
    ] {
        let approval = Approval {
            times,
            note: note.to_owned(),
        };
        let wrong = approval.wrong(asked, left, against);
        assert_eq!(wrong.first().map(|one| one.key), expected, "{times:?}");
    }
}

#[test]
fn who_asks_and_who_decides() {
    let own = PersonId(Uuid::nil());
    let other = PersonId(Uuid::from_u128(7));
    let open = a_case();
    let secret = case::Model {
        need_to_know: true,
        ..a_case()
    };
    for (person, role, case, reading, applies, decides) in [
        (own, Role::Member, &open, Reading::Outside, true, false),
        (other, Role::Member, &open, Reading::Outside, false, false),
        (other, Role::Reception, &open, Reading::Outside, true, false),
        (
            other,
            Role::Reception,
            &secret,
            Reading::Outside,
            false,
            false,
        ),
        (other, Role::Expert, &open, Reading::Handles, false, false),
        (other, Role::Manager, &secret, Reading::Outside, false, true),
        (
            other,
            Role::Coordinator,
            &secret,
            Reading::Handles,
            true,
            true,
        ),
        (own, Role::Coordinator, &open, Reading::Handles, true, false),
        (
            other,
            Role::WardApprover,
            &open,
            Reading::Outside,
            false,
            false,
        ),
    ] {
        let actor = Actor::person(person, [role].into_iter().collect(), Via::Page);
        assert_eq!(may_apply(&actor, case, reading), applies, "{role:?}");
        assert_eq!(may_decide(&actor, case), decides, "{role:?}");
    }
}
