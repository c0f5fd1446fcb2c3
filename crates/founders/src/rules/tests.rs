//! The rows of a ward as tests need them: every number here is data.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use japan::Yen;

use super::*;

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Areas by their first letters: m, f, p, s.
pub(crate) fn areas(letters: &str) -> BTreeSet<Area> {
    let named = |area: &Area| area.code().chars().next().unwrap();
    let wanted = |area: &Area| letters.contains(named(area));
    Area::ALL.into_iter().filter(wanted).collect()
}

/// A lesson of this spring's 創業塾, or of any course.
pub(crate) fn lesson(date: &str, letters: &str) -> Attendance {
    Attendance {
        day: day(date),
        programme: "juku".to_owned(),
        course: Some(Course {
            code: "spring".to_owned(),
            ends: day("2026-12-31"),
        }),
        session: format!("{date} {letters}"),
        areas: areas(letters),
        kind: Kind::Attended,
        provider: "centre".to_owned(),
    }
}

/// A consultation of the centre.
pub(crate) fn consultation(date: &str, letters: &str) -> Attendance {
    Attendance {
        programme: "consultations".to_owned(),
        course: None,
        ..lesson(date, letters)
    }
}

pub(crate) fn offer(programme: &str, from: &str) -> Offer {
    Offer {
        programme: programme.to_owned(),
        in_force: InForce::since(day(from)),
        areas: AreasBy::Session,
    }
}

/// What G21 to G23 ask for.
pub(crate) fn requirement() -> Requirement {
    Requirement {
        least_sessions: 4,
        distinct_by: DistinctBy::Day,
        month_rule: Some(MonthRule::CalendarMonths(1)),
        window: Window::Open,
        countable: Countable {
            late: true,
            ..Countable::default()
        },
        areas: areas("mfps"),
        area_shares: Vec::new(),
        of_course: None,
    }
}

pub(crate) fn support(code: &str, offers: Vec<Offer>, requirement: Requirement) -> Support {
    Support {
        code: code.to_owned(),
        offers,
        requirement,
        source: "認定創業支援等事業計画".to_owned(),
    }
}

pub(crate) fn version(from: &str, supports: Vec<Support>) -> Version {
    Version {
        in_force: InForce::since(day(from)),
        source: "認定創業支援等事業計画".to_owned(),
        supports,
        valid_months: 6,
        answer_days: 3,
    }
}

/// A plan with the 創業塾 only.
pub(crate) fn scheme(requirement: Requirement) -> Scheme {
    let offers = vec![offer("juku", "2024-04-01")];
    let supports = vec![support("juku", offers, requirement)];
    Scheme {
        versions: vec![version("2024-04-01", supports)],
    }
}

/// The four items of the law.
pub(crate) fn eligibility() -> Vec<EligibilityRow> {
    let row = |standing, months, supported_months, item: &str| EligibilityRow {
        in_force: InForce::since(day("2018-07-09")),
        standing,
        months,
        supported_months,
        source: format!("産業競争力強化法第2条第31項第{item}号"),
    };
    vec![
        row(Standing::PlansBusiness, 1, 6, "1"),
        row(Standing::InBusiness, 60, 60, "2"),
        row(Standing::PlansCompany, 2, 6, "3"),
        row(Standing::Company, 60, 60, "4"),
    ]
}

pub(crate) fn founder(standing: Standing, date: &str) -> Founder {
    Founder {
        standing,
        day: day(date),
    }
}

/// Half the registration tax, the guarantee, and the same for whoever is a founder.
pub(crate) fn benefit_rows() -> Vec<BenefitRow> {
    let row = |code: &str, standings: &[Standing], founds: bool| BenefitRow {
        in_force: InForce {
            from: day("2024-04-01"),
            until: Some(day("2027-03-31")),
        },
        code: code.to_owned(),
        standings: standings.iter().copied().collect(),
        terms: BenefitTerms {
            founds_company: founds,
            head_office_in_ward: founds,
        },
        source: "租税特別措置法第80条第2項".to_owned(),
    };
    let individuals = [Standing::PlansCompany, Standing::InBusiness];
    vec![
        row("registration-tax", &individuals, true),
        row("guarantee", &Standing::ALL, false),
    ]
}

/// The tax on founding each kind of company.
pub(crate) fn tax_rows() -> Vec<TaxRow> {
    let row = |kind, share, least| {
        let levy = |share, least| Levy {
            share: TenThousandths::try_new(share).unwrap(),
            least: Yen(least),
        };
        TaxRow {
            in_force: InForce {
                from: day("2024-04-01"),
                until: Some(day("2027-03-31")),
            },
            kind,
            usual: levy(share, least),
            reduced: levy(share / 2, least / 2),
            capital_unit: Yen(1_000),
            tax_unit: Yen(100),
            source: "租税特別措置法第80条第2項".to_owned(),
        }
    };
    vec![
        row(CompanyKind::Stock, 70, 150_000),
        row(CompanyKind::LimitedLiability, 70, 60_000),
        row(CompanyKind::GeneralPartnership, 0, 60_000),
        row(CompanyKind::LimitedPartnership, 0, 60_000),
    ]
}

/// How far somebody is who will found a company soon enough.
pub(crate) fn progress_on(scheme: &Scheme, came: &[Attendance], as_of: &str) -> Progress {
    let soon = founder(Standing::InBusiness, "2025-01-01");
    progress(scheme, came, soon, &eligibility(), day(as_of))
}

/// The keys of what is missing, each with the number or area that its sentence names.
pub(crate) fn missing(found: &Progress) -> Vec<String> {
    let told = |one: &Condition| {
        let named = |wanted: &str| {
            let arg = one.reason.args.iter().find(|(name, _)| *name == wanted)?;
            Some(match arg.1 {
                Arg::Number(number) => number.to_string(),
                Arg::Day(day) => day.to_string(),
                Arg::Code(code) => code.to_owned(),
            })
        };
        let key = one.reason.key.trim_start_matches("founders-");
        let named = ["days", "left", "area", "day"]
            .iter()
            .find_map(|name| named(name));
        format!("{key} {}", named.unwrap_or_default())
            .trim()
            .to_owned()
    };
    let unmet = found.conditions.iter().filter(|one| !one.met);
    unmet.map(told).collect()
}

/// Why each session did not count, by day.
pub(crate) fn why_not(found: &Progress) -> Vec<Option<NotCounted>> {
    found.counted.iter().map(|one| one.not_counted).collect()
}
