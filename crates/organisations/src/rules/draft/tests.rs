use super::*;

fn today() -> NaiveDate {
    "2026-12-08".parse().unwrap()
}

fn business() -> Draft {
    Draft {
        party: Some(Party::Business),
        locality: Some(Locality::WardBusiness),
        stage: Some(Stage::Settled),
        name: "見本製作所株式会社".into(),
        kana: "ミホンセイサクショ".into(),
        postal_code: "１５３－００００".into(),
        address: "目黒区見本町1-2-3".into(),
        telephone: "03-0000-0000".into(),
        ..Draft::default()
    }
}

fn wrong_keys(draft: &Draft) -> Vec<&'static str> {
    match draft.allowed(today()) {
        Ok(_) => Vec::new(),
        Err(faults) => faults.into_iter().map(|fault| fault.key).collect(),
    }
}

#[test]
fn a_whole_application_is_taken_with_its_numbers_in_order() {
    let draft = Draft {
        corporate_number: "7-0000-1205-0002".into(),
        registration_number: "ｔ７００００１２０５０００２".into(),
        ..business()
    };
    let applied = draft.allowed(today()).unwrap();
    let details = applied.details;
    assert_eq!(details.corporate_number.as_deref(), Some("7000012050002"));
    assert_eq!(
        details.registration_number.as_deref(),
        Some("T7000012050002")
    );
    assert_eq!(details.postal_code, "153-0000");
}

#[test]
fn who_has_not_started_yet_has_no_day_of_founding_in_the_past() {
    for (stage, founded_on, expected) in [
        (
            Stage::BeforeFounding,
            "2026-12-07",
            vec!["organisations-wrong-founded-already"],
        ),
        (Stage::BeforeFounding, "2026-12-08", vec![]),
        (Stage::BeforeFounding, "2027-04-01", vec![]),
        (Stage::BeforeFounding, "", vec![]),
        (Stage::Settled, "2026-12-07", vec![]),
    ] {
        let draft = Draft {
            stage: Some(stage),
            founded_on: founded_on.into(),
            ..business()
        };
        assert_eq!(wrong_keys(&draft), expected, "{stage:?} {founded_on}");
    }
}

#[test]
fn a_telephone_is_kept_in_plain_digits() {
    let draft = Draft {
        telephone: "０３（００００）００００".into(),
        ..business()
    };
    let details = draft.allowed(today()).unwrap().details;
    assert_eq!(details.telephone, "03(0000)0000");
}

/// G01, G05 of `domain.md`.
#[test]
fn numbers_are_checked_and_each_fault_has_its_own_sentence() {
    for (corporate, registration, expected) in [
        ("7000012050002", "", vec![]),
        (
            "7000012050003",
            "",
            vec!["organisations-wrong-number-check"],
        ),
        (
            "1000012050002",
            "",
            vec!["organisations-wrong-number-check"],
        ),
        (
            "700001205000",
            "",
            vec!["organisations-wrong-number-length"],
        ),
        (
            "0000012050002",
            "",
            vec!["organisations-wrong-number-check"],
        ),
        ("T7000012050002", "", vec!["organisations-wrong-number-t"]),
        ("見本", "", vec!["organisations-wrong-number-digits"]),
        ("7000012050002", "T7000012050002", vec![]),
        ("", "7000012050002", vec!["organisations-wrong-number-no-t"]),
        (
            "4011001098993",
            "T7010705000725",
            vec!["organisations-wrong-number-mismatch"],
        ),
        ("", "T1234567890123", vec![]),
    ] {
        let draft = Draft {
            corporate_number: corporate.into(),
            registration_number: registration.into(),
            ..business()
        };
        assert_eq!(wrong_keys(&draft), expected, "{corporate} {registration}");
    }
}

#[test]
fn what_is_missing_is_named_field_by_field() {
    let empty = Draft {
        party: Some(Party::Business),
        ..Draft::default()
    };
    assert_eq!(
        wrong_keys(&empty),
        [
            "organisations-wrong-name",
            "organisations-wrong-kana",
            "organisations-wrong-postal-code",
            "organisations-wrong-address",
            "organisations-wrong-telephone",
            "organisations-wrong-locality",
            "organisations-wrong-stage",
        ]
    );
    assert_eq!(wrong_keys(&Draft::default()), ["organisations-wrong-party"]);
}

#[test]
fn a_side_that_does_not_fit_the_party_is_refused() {
    for (party, locality, stage, expected) in [
        (
            Party::Individual,
            Locality::Resident,
            Stage::BeforeFounding,
            vec![],
        ),
        (
            Party::Individual,
            Locality::WardBusiness,
            Stage::Settled,
            vec!["organisations-wrong-locality"],
        ),
        (
            Party::Individual,
            Locality::Resident,
            Stage::Young,
            vec!["organisations-wrong-stage"],
        ),
        // A group is asked for no stage.
        (Party::Group, Locality::Resident, Stage::Young, vec![]),
        (
            Party::Business,
            Locality::Resident,
            Stage::Settled,
            vec!["organisations-wrong-locality"],
        ),
    ] {
        let draft = Draft {
            party: Some(party),
            locality: Some(locality),
            stage: Some(stage),
            ..business()
        };
        assert_eq!(wrong_keys(&draft), expected, "{party:?} {locality:?}");
    }
}

#[test]
fn the_day_of_founding_must_bear_out_what_is_claimed() {
    for (stage, founded_on, expected) in [
        (Stage::Young, "2024-04-01", vec![]),
        (
            Stage::Young,
            "2021-12-08",
            vec!["organisations-wrong-not-young"],
        ),
        (
            Stage::Young,
            "",
            vec!["organisations-wrong-founded-missing"],
        ),
        (Stage::Settled, "1950-01-01", vec![]),
        (
            Stage::Settled,
            "2027-01-01",
            vec!["organisations-wrong-founded-later"],
        ),
        (Stage::Settled, "いつか", vec!["organisations-wrong-date"]),
        (Stage::BeforeFounding, "2027-01-01", vec![]),
    ] {
        let draft = Draft {
            stage: Some(stage),
            founded_on: founded_on.into(),
            ..business()
        };
        assert_eq!(wrong_keys(&draft), expected, "{stage:?} {founded_on}");
    }
}

#[test]
fn texts_without_end_and_hidden_characters_are_refused() {
    let long = Draft {
        name: "長".repeat(101),
        words: "a\u{0}".into(),
        ..business()
    };
    assert_eq!(
        wrong_keys(&long),
        ["organisations-wrong-long", "organisations-wrong-characters"]
    );
    let lines = Draft {
        words: "一行目\r\n二行目".into(),
        ..business()
    };
    assert!(wrong_keys(&lines).is_empty());
}
