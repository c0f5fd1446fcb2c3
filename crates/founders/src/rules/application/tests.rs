use super::*;
use crate::rules::tests::{day, lesson, progress_on, requirement, scheme};

fn evidence() -> Evidence {
    Evidence {
        sessions: vec!["1".to_owned()],
        met_on: day("2026-06-14"),
        confirmed_by: "coordinator".to_owned(),
        confirmed_on: day("2026-06-16"),
    }
}

fn terms() -> CertificateTerms {
    CertificateTerms {
        number: "8-12".to_owned(),
        issued_on: day("2026-06-19"),
        valid_until: day("2026-12-19"),
        copies: 2,
        purposes: ["registration-tax".to_owned()].into(),
    }
}

#[test]
fn an_application_goes_from_the_founder_to_the_ward() {
    let evidence = evidence();
    let officer = Role::Ward.ward_officer().unwrap();
    let confirmed = step(Role::Manager, State::Asked, Act::Confirm(&evidence)).unwrap();
    let forwarded = step(Role::Manager, confirmed, Act::Forward).unwrap();
    let (issued, certificate) = issue(officer, forwarded, terms()).unwrap();
    assert_eq!(issued, State::Issued);
    assert_eq!(certificate.terms(), &terms());
}

#[test]
fn nobody_but_the_ward_issues_and_only_what_was_forwarded() {
    assert_eq!(Role::Founder.ward_officer(), None);
    assert_eq!(Role::Manager.ward_officer(), None);
    let officer = Role::Ward.ward_officer().unwrap();
    for state in State::ALL {
        for role in Role::ALL {
            let expected = (role, state) == (Role::Ward, State::Forwarded);
            assert_eq!(
                may_act(role, state, Verb::Issue),
                expected,
                "{role:?} {state:?}"
            );
        }
        let found = issue(officer, state, terms());
        assert_eq!(found.is_ok(), state == State::Forwarded, "{state:?}");
    }
    let to_issued = STEPS.iter().filter(|step| step.to == State::Issued);
    assert_eq!(to_issued.count(), 1);
}

#[test]
fn every_step_is_somebodys_and_no_end_is_left() {
    let evidence = evidence();
    let acts = [
        Act::Confirm(&evidence),
        Act::Forward,
        Act::Refuse("no"),
        Act::Return("name"),
        Act::AskAgain,
        Act::Withdraw,
    ];
    for state in State::ALL {
        for role in Role::ALL {
            for act in acts {
                let verb = act.verb();
                let known = STEPS
                    .iter()
                    .find(|one| (one.from, one.by, one.verb) == (state, role, verb));
                let expected = known.map(|one| one.to);
                let expected = expected.ok_or(StepRefused::NotAllowed { state, verb });
                assert_eq!(step(role, state, act), expected);
            }
        }
        let ends = matches!(state, State::Issued | State::Refused | State::Withdrawn);
        let onward = STEPS.iter().any(|step| step.from == state);
        assert_eq!(onward, !ends, "{state:?}");
    }
}

#[test]
fn what_is_refused_or_returned_has_a_reason() {
    for (role, state, act, expected) in [
        (
            Role::Ward,
            State::Forwarded,
            Act::Refuse("本店が区外"),
            Ok(State::Refused),
        ),
        (
            Role::Ward,
            State::Forwarded,
            Act::Refuse(" "),
            Err(StepRefused::NoReason),
        ),
        (
            Role::Ward,
            State::Forwarded,
            Act::Return("商号"),
            Ok(State::Returned),
        ),
        (
            Role::Manager,
            State::Asked,
            Act::Return(""),
            Err(StepRefused::NoReason),
        ),
        (
            Role::Manager,
            State::Confirmed,
            Act::Return("日付"),
            Ok(State::Returned),
        ),
        (
            Role::Founder,
            State::Returned,
            Act::AskAgain,
            Ok(State::Asked),
        ),
        (
            Role::Founder,
            State::Forwarded,
            Act::Withdraw,
            Ok(State::Withdrawn),
        ),
    ] {
        assert_eq!(step(role, state, act), expected, "{role:?} {act:?}");
    }
}

#[test]
fn the_manager_confirms_only_what_is_met() {
    let scheme = scheme(requirement());
    let mut came = vec![
        lesson("2026-05-10", "m"),
        lesson("2026-05-24", "f"),
        lesson("2026-06-07", "p"),
    ];
    let on = day("2026-06-16");
    let before = progress_on(&scheme, &came, "2026-06-16");
    assert_eq!(Evidence::of(&before, "coordinator", on), Err(NotMet));
    came.push(lesson("2026-06-14", "s"));
    let after = progress_on(&scheme, &came, "2026-06-16");
    let evidence = Evidence::of(&after, "coordinator", on).unwrap();
    assert_eq!(evidence.met_on, day("2026-06-14"));
    let expected = [
        "2026-05-10 m",
        "2026-05-24 f",
        "2026-06-07 p",
        "2026-06-14 s",
    ];
    assert_eq!(evidence.sessions, expected);
}
