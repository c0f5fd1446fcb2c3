use super::*;
use crate::rules::tests::{benefit_rows, day, eligibility};

fn whole() -> ApplicationDraft {
    ApplicationDraft {
        standing: Some(Standing::PlansCompany),
        day: Some(day("2026-09-01")),
        form: Some(Form::Company(CompanyKind::Stock)),
        name: "株式会社めぐろ珈琲".to_owned(),
        capital: Some(Yen(3_000_000)),
        head_office: "東京都 目黒区上目黒二丁目19番15号".to_owned(),
        address: "東京都目黒区見本1-2-3".to_owned(),
        field: "コーヒー豆の小売".to_owned(),
        settled: true,
        purposes: ["registration-tax".to_owned(), "guarantee".to_owned()].into(),
        copies: Some(2),
    }
}

fn wrong_with(completed: bool, draft: &ApplicationDraft) -> Vec<(&'static str, &'static str)> {
    let (eligibility, benefits) = (eligibility(), benefit_rows());
    let terms = DraftTerms {
        on: day("2026-06-16"),
        completed,
        eligibility: &eligibility,
        benefits: &benefits,
        ward: &["東京都目黒区", "目黒区"],
        most_copies: 5,
    };
    let found = draft.wrong(&terms).into_iter();
    found.map(|one| (one.field, one.key)).collect()
}

#[test]
fn a_whole_application_is_fine() {
    assert_eq!(wrong_with(true, &whole()), []);
    let alone = ApplicationDraft {
        standing: Some(Standing::PlansBusiness),
        form: Some(Form::Individual),
        name: String::new(),
        capital: None,
        head_office: "世田谷区池尻".to_owned(),
        settled: false,
        purposes: ["guarantee".to_owned()].into(),
        ..whole()
    };
    assert_eq!(wrong_with(true, &alone), []);
    let partners = ApplicationDraft {
        form: Some(Form::Company(CompanyKind::GeneralPartnership)),
        name: "めぐろ合名会社".to_owned(),
        capital: None,
        ..whole()
    };
    assert_eq!(wrong_with(true, &partners), []);
}

#[test]
fn everything_that_is_missing_is_told_at_once() {
    let empty = wrong_with(false, &ApplicationDraft::default());
    let expected = [
        ("progress", "founders-not-met"),
        ("standing", "founders-standing-missing"),
        ("day", "founders-day-missing"),
        ("form", "founders-form-missing"),
        ("head_office", "founders-head-office-missing"),
        ("address", "founders-address-missing"),
        ("field", "founders-field-missing"),
        ("purposes", "founders-purposes-missing"),
        ("copies", "founders-copies-missing"),
    ];
    assert_eq!(empty, expected);
    let company = ApplicationDraft {
        name: " ".to_owned(),
        capital: None,
        head_office: String::new(),
        settled: false,
        copies: Some(0),
        ..whole()
    };
    let expected = [
        ("name", "founders-name-missing"),
        ("capital", "founders-capital-missing"),
        ("head_office", "founders-head-office-missing"),
        ("settled", "founders-settled-missing"),
        ("copies", "founders-copies-missing"),
    ];
    assert_eq!(wrong_with(true, &company), expected);
}

/// One thing that is wrong with a draft that was whole.
type Case = (
    fn(&mut ApplicationDraft),
    &'static [(&'static str, &'static str)],
);

const CASES: &[Case] = &[
    (
        |draft| draft.day = Some(day("2026-12-17")),
        &[("day", "founders-founder-too-far-ahead")],
    ),
    (
        |draft| draft.day = Some(day("2026-06-15")),
        &[("day", "founders-founder-plan-passed")],
    ),
    (
        |draft| draft.form = Some(Form::Individual),
        &[
            ("form", "founders-form-standing"),
            ("purposes", "founders-benefit-no-company"),
        ],
    ),
    (
        |draft| {
            draft.standing = Some(Standing::Company);
            draft.day = Some(day("2024-06-15"));
        },
        &[("purposes", "founders-benefit-standing")],
    ),
    (
        |draft| draft.name = "めぐろ珈琲".to_owned(),
        &[("name", "founders-name-kind")],
    ),
    (
        |draft| draft.name = "株式会社".repeat(51),
        &[("name", "founders-name-long")],
    ),
    (
        |draft| draft.capital = Some(Yen(-1)),
        &[("capital", "founders-capital-negative")],
    ),
    (
        |draft| draft.head_office = "東京都品川区".to_owned(),
        &[("head_office", "founders-benefit-outside")],
    ),
    (
        |draft| draft.address = " ".to_owned(),
        &[("address", "founders-address-missing")],
    ),
    (
        |draft| draft.field = "豆".repeat(201),
        &[("field", "founders-field-long")],
    ),
    (
        |draft| draft.settled = false,
        &[("settled", "founders-settled-missing")],
    ),
    (
        |draft| _ = draft.purposes.insert("free-money".to_owned()),
        &[("purposes", "founders-purposes-unknown")],
    ),
    (
        |draft| draft.copies = Some(6),
        &[("copies", "founders-copies-many")],
    ),
];

#[test]
fn each_field_is_held_against_its_rule() {
    for (spoil, expected) in CASES {
        let mut draft = whole();
        spoil(&mut draft);
        assert_eq!(wrong_with(true, &draft), *expected, "{draft:?}");
    }
}
