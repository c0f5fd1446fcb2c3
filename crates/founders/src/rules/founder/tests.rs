use super::*;
use crate::rules::tests::{day, eligibility, founder};

#[test]
fn the_law_has_four_kinds_of_founders() {
    let rows = eligibility();
    let too_far = |from| Err(NotFounder::TooFarAhead { from: day(from) });
    for (standing, own, supported, expected) in [
        (Standing::PlansBusiness, "2026-07-10", false, Ok(())),
        (
            Standing::PlansBusiness,
            "2026-07-11",
            false,
            too_far("2026-06-11"),
        ),
        (Standing::PlansBusiness, "2026-12-10", true, Ok(())),
        (
            Standing::PlansBusiness,
            "2026-12-11",
            true,
            too_far("2026-06-11"),
        ),
        (Standing::PlansCompany, "2026-08-10", false, Ok(())),
        (
            Standing::PlansCompany,
            "2026-08-11",
            false,
            too_far("2026-06-11"),
        ),
        (Standing::PlansCompany, "2026-12-10", true, Ok(())),
        (
            Standing::PlansCompany,
            "2026-12-11",
            true,
            too_far("2026-06-11"),
        ),
        (Standing::PlansCompany, "2026-06-10", true, Ok(())),
        (
            Standing::PlansCompany,
            "2026-06-09",
            true,
            Err(NotFounder::PlanPassed {
                on: day("2026-06-09"),
            }),
        ),
        (Standing::InBusiness, "2021-06-11", false, Ok(())),
        (
            Standing::InBusiness,
            "2021-06-10",
            true,
            Err(NotFounder::TooLong {
                until: day("2026-06-09"),
            }),
        ),
        (
            Standing::InBusiness,
            "2026-06-11",
            true,
            Err(NotFounder::NotBegun {
                on: day("2026-06-11"),
            }),
        ),
        (Standing::InBusiness, "2026-06-10", true, Ok(())),
        (Standing::Company, "2021-06-11", true, Ok(())),
        (
            Standing::Company,
            "2021-06-10",
            true,
            Err(NotFounder::TooLong {
                until: day("2026-06-09"),
            }),
        ),
    ] {
        let who = founder(standing, own);
        let found = is_founder(&rows, who, supported, day("2026-06-10"));
        assert_eq!(
            found.map(|_| ()),
            expected,
            "{standing:?} {own} {supported}"
        );
    }
}

#[test]
fn the_row_in_force_on_the_day_decides_and_says_its_source() {
    let mut rows = eligibility();
    rows.push(EligibilityRow {
        in_force: InForce::since(day("2027-04-01")),
        standing: Standing::InBusiness,
        months: 120,
        supported_months: 120,
        source: "made up".to_owned(),
    });
    let who = founder(Standing::InBusiness, "2020-01-01");
    let refused = is_founder(&rows, who, true, day("2027-03-31"));
    let until = day("2024-12-31");
    assert_eq!(refused, Err(NotFounder::TooLong { until }));
    let found = is_founder(&rows, who, true, day("2027-04-01")).unwrap();
    assert_eq!(found.source, "made up");
    let before = is_founder(&rows, who, true, day("2018-07-08"));
    assert_eq!(before, Err(NotFounder::NoRule));
}
