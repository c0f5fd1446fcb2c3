//! How much registration tax the certificate saves (登録免許税), in whole yen.
//!
//! Source: 登録免許税法別表第一第24号 (the usual tax), 租税特別措置法第80条第2項 (the reduced one), 国税通則法
//! 第118条第1項 (the taxed amount without what is below 1,000 yen), 第119条第1項 (the tax without what is
//! below 100 yen). All of it is rows with their days.

use chrono::NaiveDate;
use japan::Yen;

use super::InForce;

/// What is founded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CompanyKind {
    /// 株式会社.
    Stock,
    /// 合同会社.
    LimitedLiability,
    /// 合名会社.
    GeneralPartnership,
    /// 合資会社.
    LimitedPartnership,
}

impl CompanyKind {
    /// All of them, in the order of lists.
    pub const ALL: [Self; 4] = [
        Self::Stock,
        Self::LimitedLiability,
        Self::GeneralPartnership,
        Self::LimitedPartnership,
    ];

    /// As part of text keys.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Stock => "stock",
            Self::LimitedLiability => "limited-liability",
            Self::GeneralPartnership => "general-partnership",
            Self::LimitedPartnership => "limited-partnership",
        }
    }

    /// The word that its name must have in it (会社法第6条第2項).
    pub const fn word(self) -> &'static str {
        match self {
            Self::Stock => "株式会社",
            Self::LimitedLiability => "合同会社",
            Self::GeneralPartnership => "合名会社",
            Self::LimitedPartnership => "合資会社",
        }
    }
}

/// A share in ten-thousandths: 0.35 % is 35.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct TenThousandths(u16);

/// A share above the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a share above the whole")]
pub struct ShareTooHigh;

impl TenThousandths {
    /// From nothing, for a tax that is a fixed sum, to the whole.
    pub const fn try_new(share: u16) -> Result<Self, ShareTooHigh> {
        if share > 10_000 {
            return Err(ShareTooHigh);
        }
        Ok(Self(share))
    }

    /// The share of an amount, without the fraction of a yen. The whole multiples are taken out first,
    /// so nothing overflows.
    fn of(self, amount: Yen) -> Yen {
        let share = i64::from(self.0);
        Yen(amount.0 / 10_000 * share + amount.0 % 10_000 * share / 10_000)
    }
}

/// A tax: a share of the capital, and at least so much.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Levy {
    /// The share; none for a fixed sum, as of partnerships.
    pub share: TenThousandths,
    /// At least.
    pub least: Yen,
}

/// The tax on founding one kind of company on some days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaxRow {
    /// Its days.
    pub in_force: InForce,
    /// On what.
    pub kind: CompanyKind,
    /// Without the certificate.
    pub usual: Levy,
    /// With it.
    pub reduced: Levy,
    /// Of the capital what is below a multiple of this is not taxed.
    pub capital_unit: Yen,
    /// Of the tax what is below a multiple of this is not asked for.
    pub tax_unit: Yen,
    /// Where it is written, as pages quote it.
    pub source: String,
}

impl TaxRow {
    fn tax(&self, levy: Levy, capital: Yen) -> Yen {
        let share = levy.share.of(floor(capital, self.capital_unit));
        floor(share.max(levy.least), self.tax_unit)
    }
}

/// The largest multiple of a unit that is not above an amount; the amount itself where there is no unit.
fn floor(amount: Yen, unit: Yen) -> Yen {
    match amount.0.checked_rem(unit.0) {
        Some(rest) => amount - Yen(rest),
        None => amount,
    }
}

/// What the certificate saves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Saving {
    /// The tax without it.
    pub usual: Yen,
    /// The tax with it.
    pub reduced: Yen,
    /// The difference.
    pub saved: Yen,
}

/// Why nothing can be said about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoSaving {
    /// No rate is in force on that day.
    #[error("no rate is in force")]
    NoRate,
    /// There is no capital below nothing.
    #[error("capital below nothing")]
    NegativeCapital,
}

/// What the certificate saves when a company is registered on a day.
pub fn saving(
    rows: &[TaxRow],
    kind: CompanyKind,
    capital: Yen,
    day: NaiveDate,
) -> Result<Saving, NoSaving> {
    if capital < Yen::ZERO {
        return Err(NoSaving::NegativeCapital);
    }
    let row = rows
        .iter()
        .filter(|row| row.kind == kind && row.in_force.has(day))
        .max_by_key(|row| row.in_force.from)
        .ok_or(NoSaving::NoRate)?;
    let usual = row.tax(row.usual, capital);
    // Nobody has to present the certificate, so nobody ever pays more with it.
    let reduced = row.tax(row.reduced, capital).min(usual);
    Ok(Saving {
        usual,
        reduced,
        saved: usual - reduced,
    })
}

#[cfg(test)]
mod tests;
