//! Whole yen and consumption tax (消費税), in exact integers.
//!
//! No rate and no way of rounding is fixed here: both are rows with dates in
//! the centre's settings, and callers hand over the one that was in force on
//! the day of use.

use std::collections::BTreeMap;
use std::iter::Sum;
use std::ops::{Add, Neg, Sub};

use serde::{Deserialize, Serialize};

/// An amount of money in whole yen, negative for what goes back.
///
/// The operators stop with a panic rather than wrap round: a sum past 9,223
/// quadrillion yen is a fault, never a price. What people typed is multiplied
/// and added with the `checked_` functions, and refused.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Yen(pub i64);

impl Yen {
    /// Nothing to pay.
    pub const ZERO: Self = Self(0);

    /// The sum, or `None` past the largest amount.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }

    /// The difference, or `None` past the largest amount.
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.0.checked_sub(other.0).map(Self)
    }

    /// So many times a price: hours, bands, desks. `None` past the largest
    /// amount.
    pub fn checked_mul(self, times: i64) -> Option<Self> {
        self.0.checked_mul(times).map(Self)
    }
}

impl Add for Yen {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        self.checked_add(other).unwrap_or_else(|| too_large())
    }
}

impl Sub for Yen {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        self.checked_sub(other).unwrap_or_else(|| too_large())
    }
}

impl Neg for Yen {
    type Output = Self;

    fn neg(self) -> Self {
        Self::ZERO - self
    }
}

impl Sum for Yen {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}

impl<'a> Sum<&'a Self> for Yen {
    fn sum<I: Iterator<Item = &'a Self>>(amounts: I) -> Self {
        amounts.copied().sum()
    }
}

fn too_large() -> ! {
    panic!("an amount of money past what 64 bits hold")
}

/// A rate of consumption tax, kept in thousandths (10 % is 100, 7.8 % is 78),
/// from nothing to 100 %.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u16", into = "u16")]
pub struct Rate(u16);

/// A rate above 100 %, which is more likely per cent typed as thousandths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a tax rate above 100 %")]
pub struct RateTooHigh;

impl Rate {
    /// A rate in thousandths: 100 is 10 %.
    pub fn try_thousandths(thousandths: u16) -> Result<Self, RateTooHigh> {
        if thousandths > 1_000 {
            return Err(RateTooHigh);
        }
        Ok(Self(thousandths))
    }

    /// A rate in per cent: 10 is 10 %.
    pub fn try_percent(percent: u16) -> Result<Self, RateTooHigh> {
        Self::try_thousandths(percent.saturating_mul(10))
    }

    /// The rate in thousandths: 100 is 10 %.
    pub fn thousandths(self) -> u16 {
        self.0
    }
}

impl TryFrom<u16> for Rate {
    type Error = RateTooHigh;

    fn try_from(thousandths: u16) -> Result<Self, RateTooHigh> {
        Self::try_thousandths(thousandths)
    }
}

impl From<Rate> for u16 {
    fn from(rate: Rate) -> Self {
        rate.0
    }
}

/// What becomes of the fraction of a yen (端数処理).
///
/// The law leaves the choice to the issuer. Each way is the same on both sides
/// of zero, so that a refund takes back exactly the tax that was charged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rounding {
    /// 切捨て: the fraction is dropped.
    Down,
    /// 四捨五入: half a yen and more counts as one.
    HalfUp,
    /// 切上げ: any fraction counts as one.
    Up,
}

/// The tax inside an amount that includes it (内税): 100 of 1,100 yen at 10 %.
pub fn tax_within(total: Yen, rate: Rate, rounding: Rounding) -> Yen {
    let rate = i64::from(rate.0);
    share(total, rate, 1_000 + rate, rounding)
}

/// The tax that comes on top of an amount without it (外税): 31 on 315 yen at
/// 10 %, rounded down.
pub fn tax_on(net: Yen, rate: Rate, rounding: Rounding) -> Yen {
    share(net, i64::from(rate.0), 1_000, rounding)
}

/// So many parts of a whole, where `parts` is at most `whole`.
///
/// The whole multiples are taken out first: nothing overflows, and only the
/// true fraction is rounded.
fn share(amount: Yen, parts: i64, whole: i64, rounding: Rounding) -> Yen {
    let exact = amount.0 / whole * parts;
    let rest = amount.0 % whole * parts;
    let fraction = (rest % whole).abs();
    let one_more = match rounding {
        Rounding::Down => false,
        Rounding::HalfUp => fraction * 2 >= whole,
        Rounding::Up => fraction > 0,
    };
    let last = if one_more { rest.signum() } else { 0 };
    Yen(exact + rest / whole + last)
}

/// Whether the prices of an invoice include the tax.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pricing {
    /// 内税: the prices include it.
    TaxWithin,
    /// 外税: it comes on top.
    TaxOn,
}

/// What an invoice or receipt states for one rate: 10%対象 1,100円 (内消費税 100円).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RateTotal {
    /// The rate.
    pub rate: Rate,
    /// Without tax (税抜).
    pub net: Yen,
    /// The tax (消費税額等).
    pub tax: Yen,
    /// With tax (税込), what is paid.
    pub total: Yen,
}

/// The totals of an invoice by rate, the highest rate first.
///
/// The tax of each rate is worked out from the sum of its lines and rounded
/// once, as a qualified invoice (適格請求書) must: 消費税法第57条の4第1項第5号,
/// 消費税法施行令第70条の10, 消費税法基本通達1-8-15. Rounding line by line
/// would be another amount (worked example G20).
pub fn invoice(
    lines: impl IntoIterator<Item = (Rate, Yen)>,
    pricing: Pricing,
    rounding: Rounding,
) -> Vec<RateTotal> {
    let mut sums: BTreeMap<Rate, Yen> = BTreeMap::new();
    for (rate, amount) in lines {
        let sum = sums.entry(rate).or_default();
        *sum = *sum + amount;
    }
    let total_of = |(rate, sum)| match pricing {
        Pricing::TaxWithin => {
            let tax = tax_within(sum, rate, rounding);
            RateTotal {
                rate,
                net: sum - tax,
                tax,
                total: sum,
            }
        }
        Pricing::TaxOn => {
            let tax = tax_on(sum, rate, rounding);
            RateTotal {
                rate,
                net: sum,
                tax,
                total: sum + tax,
            }
        }
    };
    sums.into_iter().rev().map(total_of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn percent(percent: u16) -> Rate {
        Rate::try_percent(percent).unwrap()
    }

    #[test]
    fn the_tax_inside_a_price_is_found() {
        for (total, rate, rounding, tax) in [
            (1_100, 10, Rounding::Down, 100),
            (999, 10, Rounding::Down, 90),
            (999, 10, Rounding::HalfUp, 91),
            (999, 10, Rounding::Up, 91),
            (1_080, 8, Rounding::Down, 80),
            (0, 10, Rounding::Up, 0),
            (1, 10, Rounding::Down, 0),
            (1, 10, Rounding::Up, 1),
            (500, 0, Rounding::Up, 0),
            (-1_100, 10, Rounding::Down, -100),
        ] {
            assert_eq!(
                tax_within(Yen(total), percent(rate), rounding),
                Yen(tax),
                "{total}"
            );
        }
    }

    #[test]
    fn the_tax_on_top_of_a_price_is_found() {
        for (net, thousandths, rounding, tax) in [
            (315, 100, Rounding::Down, 31),
            (315, 100, Rounding::HalfUp, 32),
            (314, 100, Rounding::HalfUp, 31),
            (311, 100, Rounding::Up, 32),
            (310, 100, Rounding::Up, 31),
            (1_000, 78, Rounding::Down, 78),
            (999, 78, Rounding::Down, 77),
            (999, 78, Rounding::HalfUp, 78),
        ] {
            let rate = Rate::try_thousandths(thousandths).unwrap();
            assert_eq!(tax_on(Yen(net), rate, rounding), Yen(tax), "{net}");
        }
    }

    #[test]
    fn a_refund_takes_back_exactly_the_tax_of_the_charge() {
        for rounding in [Rounding::Down, Rounding::HalfUp, Rounding::Up] {
            for amount in 0..3_000 {
                for rate in [percent(8), percent(10)] {
                    let (charge, refund) = (Yen(amount), Yen(-amount));
                    assert_eq!(
                        tax_within(refund, rate, rounding),
                        -tax_within(charge, rate, rounding)
                    );
                    assert_eq!(
                        tax_on(refund, rate, rounding),
                        -tax_on(charge, rate, rounding)
                    );
                }
            }
        }
    }

    #[test]
    fn the_largest_amount_is_taxed_without_overflow() {
        for rounding in [Rounding::Down, Rounding::HalfUp, Rounding::Up] {
            for amount in [Yen(i64::MAX), Yen(i64::MIN)] {
                let all = Rate::try_thousandths(1_000).unwrap();
                assert_eq!(tax_on(amount, all, rounding), amount);
                assert_eq!(tax_within(amount, all, Rounding::Down), Yen(amount.0 / 2));
            }
        }
    }

    /// The worked example G20.
    #[test]
    fn an_invoice_rounds_once_for_each_rate() {
        let lines = [(percent(10), Yen(105)); 3];
        let ten = RateTotal {
            rate: percent(10),
            net: Yen(315),
            tax: Yen(31),
            total: Yen(346),
        };
        assert_eq!(invoice(lines, Pricing::TaxOn, Rounding::Down), [ten]);

        let lines = [
            (percent(8), Yen(540)),
            (percent(10), Yen(1_000)),
            (percent(10), Yen(100)),
        ];
        let ten = RateTotal {
            rate: percent(10),
            net: Yen(1_000),
            tax: Yen(100),
            total: Yen(1_100),
        };
        let eight = RateTotal {
            rate: percent(8),
            net: Yen(500),
            tax: Yen(40),
            total: Yen(540),
        };
        assert_eq!(
            invoice(lines, Pricing::TaxWithin, Rounding::Down),
            [ten, eight]
        );

        assert_eq!(invoice([], Pricing::TaxOn, Rounding::Down), []);
    }

    #[test]
    fn net_and_tax_make_the_total() {
        for amount in -500..500 {
            for pricing in [Pricing::TaxWithin, Pricing::TaxOn] {
                for line in invoice([(percent(10), Yen(amount))], pricing, Rounding::HalfUp) {
                    assert_eq!(line.net + line.tax, line.total);
                }
            }
        }
    }

    #[test]
    fn a_rate_is_at_most_all() {
        assert_eq!(Rate::try_percent(10).map(Rate::thousandths), Ok(100));
        assert_eq!(Rate::try_percent(101), Err(RateTooHigh));
        assert_eq!(Rate::try_percent(u16::MAX), Err(RateTooHigh));
        assert!(serde_json::from_str::<Rate>("1001").is_err());
        assert_eq!(serde_json::to_string(&percent(8)).unwrap(), "80");
    }

    #[test]
    fn money_is_a_plain_number_in_json() {
        assert_eq!(serde_json::to_string(&Yen(1_100)).unwrap(), "1100");
        assert_eq!(serde_json::from_str::<Yen>("-5").unwrap(), Yen(-5));
    }

    #[test]
    fn sums_are_exact_or_refused() {
        let amounts = [Yen(1), Yen(-3), Yen(10)];
        assert_eq!(amounts.iter().sum::<Yen>(), Yen(8));
        assert_eq!(amounts.into_iter().sum::<Yen>(), Yen(8));
        assert_eq!(Yen(i64::MAX).checked_add(Yen(1)), None);
        assert_eq!(Yen(i64::MIN).checked_sub(Yen(1)), None);
        assert_eq!(Yen(i64::MAX).checked_mul(2), None);
        assert_eq!(Yen(300).checked_mul(3), Some(Yen(900)));
    }

    #[test]
    #[should_panic(expected = "past what 64 bits hold")]
    fn an_impossible_sum_stops_instead_of_becoming_a_debt() {
        let _ = Yen(i64::MAX) + Yen(1);
    }
}
