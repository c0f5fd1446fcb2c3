use proptest::prelude::*;

use super::*;
use crate::rules::tests::{day, tax_rows};

fn saved(kind: CompanyKind, capital: i64) -> [i64; 3] {
    let found = saving(&tax_rows(), kind, Yen(capital), day("2026-06-10")).unwrap();
    [found.usual.0, found.reduced.0, found.saved.0]
}

#[test]
fn the_certificate_halves_the_tax() {
    use CompanyKind::{GeneralPartnership, LimitedLiability, LimitedPartnership, Stock};
    for (kind, capital, expected) in [
        (Stock, 0, [150_000, 75_000, 75_000]),
        (Stock, 1_000_000, [150_000, 75_000, 75_000]),
        (Stock, 21_428_999, [150_000, 75_000, 75_000]),
        // 21,429,000 × 0.7 % = 150,003, and 21,443,000 × 0.7 % = 150,101: hundreds only.
        (Stock, 21_429_000, [150_000, 75_000, 75_000]),
        (Stock, 21_443_000, [150_100, 75_000, 75_100]),
        (Stock, 30_000_000, [210_000, 105_000, 105_000]),
        // 30,123,000 × 0.7 % = 210,861 and × 0.35 % = 105,430.5.
        (Stock, 30_123_999, [210_800, 105_400, 105_400]),
        (Stock, 1_000_000_000, [7_000_000, 3_500_000, 3_500_000]),
        (LimitedLiability, 1, [60_000, 30_000, 30_000]),
        (LimitedLiability, 3_000_000, [60_000, 30_000, 30_000]),
        (LimitedLiability, 10_000_000, [70_000, 35_000, 35_000]),
        (GeneralPartnership, 50_000_000, [60_000, 30_000, 30_000]),
        (LimitedPartnership, 0, [60_000, 30_000, 30_000]),
    ] {
        assert_eq!(saved(kind, capital), expected, "{kind:?} {capital}");
    }
}

#[test]
fn what_is_not_known_is_not_guessed() {
    let rows = tax_rows();
    let ask = |capital, on: &str| saving(&rows, CompanyKind::Stock, Yen(capital), day(on));
    assert_eq!(ask(-1, "2026-06-10"), Err(NoSaving::NegativeCapital));
    assert!(ask(1, "2027-03-31").is_ok());
    assert_eq!(ask(1, "2027-04-01"), Err(NoSaving::NoRate));
    assert_eq!(ask(1, "2024-03-31"), Err(NoSaving::NoRate));
    assert_eq!(TenThousandths::try_new(10_001), Err(ShareTooHigh));
}

proptest! {
    #[test]
    fn nobody_ever_pays_more_with_it(
        capital in 0_i64..=i64::MAX,
        shares in (0_u16..=10_000, 0_u16..=10_000),
        least in (0_i64..1_000_000, 0_i64..1_000_000),
        units in (0_i64..5_000, 0_i64..500),
    ) {
        let levy = |share, least| Levy {
            share: TenThousandths::try_new(share).unwrap(),
            least: Yen(least),
        };
        let row = TaxRow {
            usual: levy(shares.0, least.0),
            reduced: levy(shares.1, least.1),
            capital_unit: Yen(units.0),
            tax_unit: Yen(units.1),
            ..tax_rows().remove(0)
        };
        let found = saving(&[row], CompanyKind::Stock, Yen(capital), day("2026-06-10")).unwrap();
        prop_assert!(found.saved >= Yen::ZERO && found.reduced >= Yen::ZERO);
        prop_assert_eq!(found.usual - found.reduced, found.saved);
    }
}
