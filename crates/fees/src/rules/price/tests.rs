use organisations::entity::category::{Locality, Party};
use uuid::Uuid;

use super::*;

fn at(text: &str) -> Instant {
    Instant::parse(&format!("{text}:00+09:00")).unwrap()
}

fn span(from: &str, until: &str) -> Span {
    Span::try_new(at(from), at(until)).unwrap()
}

fn on_tuesday(from: &str, until: &str) -> Span {
    span(
        &format!("2026-12-15T{from}"),
        &format!("2026-12-15T{until}"),
    )
}

fn rate(unit: Unit) -> Rate {
    Rate {
        id: TariffRateId(Uuid::nil()),
        selector: Selector::default(),
        valid_from: "2026-04-01".parse().unwrap(),
        valid_until: None,
        unit,
        tax: tax_rate::Code::Standard,
        pricing: Pricing::TaxWithin,
    }
}

fn ten() -> money::Rate {
    money::Rate::try_percent(10).unwrap()
}

fn total(unit: &Unit, span: Span) -> i64 {
    let rate = rate(unit.clone());
    price(&rate, ten(), Rounding::Down, span).unwrap().total().0
}

fn bands() -> Unit {
    let band = |opens, closes, amount| Band {
        opens: opens * 60,
        closes: closes * 60,
        amount: Yen(amount),
    };
    Unit::Band(vec![
        band(9, 12, 1_200),
        band(13, 17, 1_600),
        band(18, 21, 1_500),
    ])
}

#[test]
fn a_part_of_an_hour_counts_whole() {
    let unit = Unit::Hour {
        minutes: 60,
        amount: Yen(400),
    };
    for (from, until, expected) in [
        ("13:00", "14:00", 400),
        ("13:00", "14:01", 800),
        ("13:00", "14:30", 800),
        ("13:30", "15:30", 800),
        ("13:00", "13:15", 400),
        ("09:00", "21:00", 4_800),
    ] {
        assert_eq!(
            total(&unit, on_tuesday(from, until)),
            expected,
            "{from}-{until}"
        );
    }
    let half = Unit::Hour {
        minutes: 30,
        amount: Yen(250),
    };
    assert_eq!(total(&half, on_tuesday("13:00", "14:30")), 750);
    assert_eq!(total(&half, on_tuesday("13:00", "14:45")), 1_000);
}

/// `domain.md` part 4: 連続利用の中間時間は無料.
#[test]
fn the_time_between_joined_bands_is_free() {
    for (from, until, expected) in [
        ("09:00", "12:00", 1_200),
        ("09:30", "11:00", 1_200),
        ("09:00", "12:30", 1_200),
        ("09:00", "13:00", 1_200),
        ("09:00", "13:01", 2_800),
        ("09:00", "17:00", 2_800),
        ("09:00", "21:00", 4_300),
        ("12:00", "13:00", 1_600),
        ("17:00", "18:00", 1_500),
        ("21:00", "21:30", 1_500),
        ("11:59", "13:01", 2_800),
    ] {
        assert_eq!(
            total(&bands(), on_tuesday(from, until)),
            expected,
            "{from}-{until}"
        );
    }
}

#[test]
fn a_use_costs_once_and_a_day_for_each_day() {
    let overnight = span("2026-12-15T20:00", "2026-12-16T09:00");
    let to_midnight = span("2026-12-15T20:00", "2026-12-16T00:00");
    assert_eq!(total(&Unit::Use(Yen(500)), overnight), 500);
    assert_eq!(total(&Unit::Day(Yen(500)), overnight), 1_000);
    assert_eq!(total(&Unit::Day(Yen(500)), to_midnight), 500);
    assert_eq!(total(&bands(), overnight), 1_500);
}

/// The worked example G20: three bands of 105 yen without tax are 315 yen and 31 yen of tax.
#[test]
fn the_tax_of_a_price_is_rounded_once() {
    let band = |hour: i32| Band {
        opens: hour * 60,
        closes: hour * 60 + 60,
        amount: Yen(105),
    };
    let mut rate = rate(Unit::Band(vec![band(9), band(10), band(11)]));
    rate.pricing = Pricing::TaxOn;
    let price = price(&rate, ten(), Rounding::Down, on_tuesday("09:00", "12:00")).unwrap();
    assert_eq!((price.sum.net, price.sum.tax), (Yen(315), Yen(31)));
    assert_eq!(price.total(), Yen(346));
    assert_eq!(price.lines.len(), 3);
}

#[test]
fn the_row_of_the_day_of_use_decides() {
    let ward = Selector {
        locality: Some(Locality::WardBusiness),
        ..Selector::default()
    };
    let row = |selector, from: &str, amount| Rate {
        selector,
        valid_from: from.parse().unwrap(),
        ..rate(Unit::Use(Yen(amount)))
    };
    let rows = [
        row(Selector::default(), "2026-04-01", 800),
        row(Selector::default(), "2027-04-01", 900),
        row(ward, "2026-04-01", 400),
    ];
    let own = Category {
        locality: Locality::WardBusiness,
        party: Party::Business,
        ..Category::UNREVIEWED
    };
    for (category, on, expected) in [
        (Category::UNREVIEWED, "2026-03-31", None),
        (Category::UNREVIEWED, "2027-03-31", Some(800)),
        (Category::UNREVIEWED, "2027-04-01", Some(900)),
        (own, "2027-04-01", Some(400)),
    ] {
        let found = in_force(&rows, category, on.parse().unwrap());
        let amount = found.map(|rate| match rate.unit {
            Unit::Use(amount) => amount.0,
            _ => 0,
        });
        assert_eq!(amount, expected, "{on}");
    }
}

#[test]
fn an_impossible_amount_is_no_price() {
    let unit = Unit::Hour {
        minutes: 5,
        amount: Yen(i64::MAX),
    };
    let none = price(
        &rate(unit),
        ten(),
        Rounding::Down,
        on_tuesday("09:00", "12:00"),
    );
    assert_eq!(none, None);
}

#[test]
fn a_list_has_one_price_for_each_category_the_closest_first() {
    let ward = Selector {
        locality: Some(Locality::WardBusiness),
        ..Selector::default()
    };
    let row = |selector, from: &str, until: Option<&str>, yen| Rate {
        selector,
        valid_from: from.parse().unwrap(),
        valid_until: until.map(|until| until.parse().unwrap()),
        ..rate(Unit::Use(Yen(yen)))
    };
    let everyone = Selector::default();
    let rates = [
        row(everyone, "2026-04-01", None, 800),
        row(ward, "2026-04-01", Some("2027-03-31"), 400),
        row(everyone, "2027-04-01", None, 900),
    ];
    let list = |day: &str| -> Vec<Unit> {
        let found = price_list(&rates, day.parse().unwrap());
        found.into_iter().map(|rate| rate.unit).collect()
    };
    assert_eq!(
        list("2027-03-31"),
        [Unit::Use(Yen(400)), Unit::Use(Yen(800))]
    );
    assert_eq!(list("2027-04-01"), [Unit::Use(Yen(900))]);
    assert!(list("2026-03-31").is_empty());
}
