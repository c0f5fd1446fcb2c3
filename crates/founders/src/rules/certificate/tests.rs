use super::*;
use crate::rules::{
    Role, State, issue,
    tests::{day, eligibility, founder},
};

fn officer() -> WardOfficer {
    Role::Ward.ward_officer().unwrap()
}

fn certificate() -> Certificate {
    let terms = CertificateTerms {
        number: "8-12".to_owned(),
        issued_on: day("2026-06-19"),
        valid_until: day("2026-12-19"),
        copies: 2,
        purposes: BTreeSet::new(),
    };
    issue(officer(), State::Forwarded, terms).unwrap().1
}

fn rows(while_valid: bool) -> Vec<ReissueRow> {
    vec![ReissueRow {
        in_force: InForce::since(day("2024-04-01")),
        standings: [
            Standing::PlansBusiness,
            Standing::InBusiness,
            Standing::PlansCompany,
        ]
        .into(),
        while_valid,
        source: "要綱".to_owned(),
    }]
}

#[test]
fn a_certificate_is_good_until_its_last_day_or_until_it_is_taken_back() {
    let first = certificate();
    let taken_back = revoke(officer(), first.clone(), day("2026-09-01"), "虚偽").unwrap();
    let until = day("2026-12-19");
    let issued_on = day("2026-06-19");
    let on = day("2026-09-01");
    for (asked, expected, revoked) in [
        (
            "2026-06-18",
            Validity::NotYet { issued_on },
            Validity::NotYet { issued_on },
        ),
        (
            "2026-06-19",
            Validity::Valid { until },
            Validity::Valid { until },
        ),
        (
            "2026-08-31",
            Validity::Valid { until },
            Validity::Valid { until },
        ),
        (
            "2026-09-01",
            Validity::Valid { until },
            Validity::Revoked { on },
        ),
        (
            "2026-12-19",
            Validity::Valid { until },
            Validity::Revoked { on },
        ),
        (
            "2026-12-20",
            Validity::Expired { until },
            Validity::Revoked { on },
        ),
    ] {
        assert_eq!(first.validity(day(asked)), expected, "{asked}");
        assert_eq!(taken_back.validity(day(asked)), revoked, "{asked}");
    }
}

#[test]
fn a_certificate_is_taken_back_once_and_for_a_reason() {
    let on = day("2026-09-01");
    let without = revoke(officer(), certificate(), on, "  ");
    assert_eq!(without, Err(NotRevoked::NoReason));
    let before = revoke(officer(), certificate(), day("2026-06-18"), "虚偽");
    let issued_on = day("2026-06-19");
    assert_eq!(before, Err(NotRevoked::BeforeIssue { issued_on }));
    let once = revoke(officer(), certificate(), on, "虚偽").unwrap();
    assert_eq!(
        once.revocation().map(|one| one.reason.as_str()),
        Some("虚偽")
    );
    let twice = revoke(officer(), once, day("2026-10-01"), "虚偽");
    assert_eq!(twice, Err(NotRevoked::Already { on }));
}

#[test]
fn there_is_another_for_those_who_still_are_founders() {
    let until = day("2026-12-19");
    let too_long = NotFounder::TooLong {
        until: day("2027-01-31"),
    };
    for (while_valid, standing, own, on, expected) in [
        (
            false,
            Standing::InBusiness,
            "2024-01-01",
            "2026-12-19",
            Err(NoReissue::StillValid { until }),
        ),
        (
            true,
            Standing::InBusiness,
            "2024-01-01",
            "2026-12-19",
            Ok(()),
        ),
        (
            false,
            Standing::InBusiness,
            "2024-01-01",
            "2026-12-20",
            Ok(()),
        ),
        (
            false,
            Standing::PlansCompany,
            "2027-03-01",
            "2026-12-20",
            Ok(()),
        ),
        (
            false,
            Standing::Company,
            "2026-10-01",
            "2026-12-20",
            Err(NoReissue::Standing),
        ),
        (
            false,
            Standing::InBusiness,
            "2022-02-01",
            "2027-02-01",
            Err(NoReissue::NotFounder(too_long)),
        ),
        (
            false,
            Standing::InBusiness,
            "2024-01-01",
            "2024-03-31",
            Err(NoReissue::NoRule),
        ),
    ] {
        let who = founder(standing, own);
        let (rows, founders) = (rows(while_valid), eligibility());
        let found = may_reissue(&rows, &founders, &certificate(), who, day(on));
        assert_eq!(found, expected, "{standing:?} {on}");
    }
}

#[test]
fn one_that_was_taken_back_is_not_written_again() {
    let on = day("2026-09-01");
    let taken_back = revoke(officer(), certificate(), on, "虚偽").unwrap();
    let who = founder(Standing::InBusiness, "2024-01-01");
    let found = may_reissue(
        &rows(true),
        &eligibility(),
        &taken_back,
        who,
        day("2027-01-10"),
    );
    assert_eq!(found, Err(NoReissue::Revoked { on }));
}
