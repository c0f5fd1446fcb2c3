use super::*;
use crate::rules::tests::{benefit_rows, day, eligibility, founder};

fn tax(standing: Standing, own: &str, doing: Undertaking, on: &str) -> Option<Result<(), WhyNot>> {
    let who = founder(standing, own);
    let (rows, founders) = (benefit_rows(), eligibility());
    let all = benefits(&rows, &founders, who, doing, day(on));
    let tax = all.iter().find(|(row, _)| row.code == "registration-tax");
    tax.map(|(_, theirs)| *theirs)
}

#[test]
fn half_the_registration_tax_is_for_individuals_who_found_a_company_in_the_ward() {
    let here = Undertaking::FoundsCompany {
        head_office_in_ward: true,
    };
    let elsewhere = Undertaking::FoundsCompany {
        head_office_in_ward: false,
    };
    let soon = "2026-08-01";
    let until = day("2026-05-31");
    for (standing, own, doing, expected) in [
        (Standing::PlansCompany, soon, here, Ok(())),
        (Standing::InBusiness, "2023-06-01", here, Ok(())),
        (
            Standing::PlansCompany,
            soon,
            elsewhere,
            Err(WhyNot::OutsideWard),
        ),
        (
            Standing::InBusiness,
            "2023-06-01",
            Undertaking::Other,
            Err(WhyNot::NoCompany),
        ),
        (
            Standing::InBusiness,
            "2023-06-01",
            Undertaking::ChangesForm,
            Err(WhyNot::ChangeOfForm),
        ),
        (Standing::Company, "2023-06-01", here, Err(WhyNot::Standing)),
        (
            Standing::Company,
            "2023-06-01",
            Undertaking::ChangesForm,
            Err(WhyNot::Standing),
        ),
        (
            Standing::PlansBusiness,
            soon,
            Undertaking::Other,
            Err(WhyNot::Standing),
        ),
        (
            Standing::InBusiness,
            "2021-06-01",
            here,
            Err(WhyNot::NotFounder(NotFounder::TooLong { until })),
        ),
    ] {
        let found = tax(standing, own, doing, "2026-06-10");
        assert_eq!(found, Some(expected), "{standing:?} {doing:?}");
    }
}

#[test]
fn a_benefit_ends_with_its_row() {
    let here = Undertaking::FoundsCompany {
        head_office_in_ward: true,
    };
    let last = tax(Standing::InBusiness, "2025-06-01", here, "2027-03-31");
    assert_eq!(last, Some(Ok(())));
    let after = tax(Standing::InBusiness, "2025-06-01", here, "2027-04-01");
    assert_eq!(after, None);
}

#[test]
fn the_guarantee_is_for_every_founder() {
    let (rows, founders) = (benefit_rows(), eligibility());
    for (standing, own) in [
        (Standing::PlansBusiness, "2026-12-10"),
        (Standing::InBusiness, "2023-06-01"),
        (Standing::PlansCompany, "2026-12-10"),
        (Standing::Company, "2021-06-11"),
    ] {
        let who = founder(standing, own);
        let all = benefits(&rows, &founders, who, Undertaking::Other, day("2026-06-10"));
        let guarantee = all.iter().find(|(row, _)| row.code == "guarantee");
        assert_eq!(guarantee.map(|(_, theirs)| *theirs), Some(Ok(())), "{own}");
    }
}
