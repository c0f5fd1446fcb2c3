use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn draft(unit: DraftUnit) -> DraftRate {
    DraftRate {
        selector: Selector::default(),
        unit: Some(unit),
        tax: Some(tax_rate::Code::Standard),
        pricing: Pricing::TaxWithin,
        valid_from: Some(day("2026-12-08")),
        valid_until: Until::Open,
    }
}

fn fields(draft: DraftRate) -> Vec<&'static str> {
    match draft.allowed(day("2026-12-08")) {
        Ok(_) => Vec::new(),
        Err(wrong) => wrong.iter().map(|one| one.field).collect(),
    }
}

fn band(opens: i32, closes: i32) -> DraftBand {
    DraftBand {
        field: "band1_amount",
        opens: Some(opens * 60),
        closes: Some(closes * 60),
        amount: Some(Yen(100)),
    }
}

#[test]
fn a_price_begins_today_at_the_earliest() {
    for (from, until, wrong) in [
        ("2026-12-08", None, vec![]),
        ("2026-12-07", None, vec!["valid_from"]),
        ("2028-12-07", None, vec![]),
        ("2028-12-09", None, vec!["valid_from"]),
        ("2026-12-08", Some("2026-12-08"), vec![]),
        ("2026-12-08", Some("2026-12-07"), vec!["valid_until"]),
    ] {
        let dated = DraftRate {
            valid_from: Some(day(from)),
            valid_until: until.map_or(Until::Open, |until| Until::Day(day(until))),
            ..draft(DraftUnit::Use(Some(Yen(500))))
        };
        assert_eq!(fields(dated), wrong, "{from} {until:?}");
    }
}

#[test]
fn every_unit_needs_its_amount_and_bands_do_not_overlap() {
    for (unit, wrong) in [
        (DraftUnit::Use(None), vec!["amount"]),
        (DraftUnit::Day(Some(Yen(0))), vec![]),
        (DraftUnit::Hour(Some(60), Some(Yen(400))), vec![]),
        (DraftUnit::Hour(None, None), vec!["amount", "step_minutes"]),
        (DraftUnit::Hour(Some(1), Some(Yen(1))), vec!["step_minutes"]),
        (DraftUnit::Band(vec![]), vec!["band1_amount"]),
        (DraftUnit::Band(vec![band(9, 12), band(12, 17)]), vec![]),
        (
            DraftUnit::Band(vec![band(9, 13), band(12, 17)]),
            vec!["band1_amount"],
        ),
        (DraftUnit::Band(vec![band(12, 9)]), vec!["band1_amount"]),
        (DraftUnit::Band(vec![band(18, 25)]), vec!["band1_amount"]),
    ] {
        let told = format!("{unit:?}");
        assert_eq!(fields(draft(unit)), wrong, "{told}");
    }
}

#[test]
fn terms_need_an_issuer_and_a_right_number() {
    let right = NewTerms {
        regime: Some(Regime::WardFee),
        issuer: "見本区".into(),
        address: "見本町1-1".into(),
        registration_number: "T7000012050002".into(),
        collector: "見本の指定管理者".into(),
        rounding: Some(TaxRounding::Down),
        valid_from: Some(day("2026-12-08")),
    };
    let wrong = |terms: NewTerms| match check_terms(&terms, day("2026-12-08")) {
        Ok(()) => Vec::new(),
        Err(wrong) => wrong.iter().map(|one| one.field).collect(),
    };
    assert_eq!(wrong(right.clone()), Vec::<&str>::new());
    assert_eq!(
        wrong(NewTerms {
            registration_number: "7000012050002".into(),
            collector: String::new(),
            ..right.clone()
        }),
        ["collector", "registration_number"]
    );
    assert_eq!(
        wrong(NewTerms {
            regime: Some(Regime::ManagerFee),
            collector: String::new(),
            registration_number: String::new(),
            issuer: String::new(),
            ..right
        }),
        ["issuer"]
    );
}
