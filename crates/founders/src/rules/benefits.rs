//! What the certificate brings to a founder.
//!
//! Source: `domain.md` part 2, benefits. Each is a row: half the registration tax (租税特別措置法第80条
//! 第2項) for individuals who found a company in the ward, the guarantee (創業関連保証), a loan at a
//! lower rate, subsidies that ask for it.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{EligibilityRow, Founder, InForce, NotFounder, Standing, is_founder};

/// What somebody does with the certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undertaking {
    /// Founds a company.
    FoundsCompany {
        /// Whether its head office (本店) is in the ward that issues the certificate.
        head_office_in_ward: bool,
    },
    /// Makes a company one of another kind (組織変更).
    ChangesForm,
    /// Neither.
    Other,
}

/// What a benefit asks for beyond whom it is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BenefitTerms {
    /// Only when a company is founded, not when one changes its form.
    pub founds_company: bool,
    /// Only when the company's head office is in the ward.
    pub head_office_in_ward: bool,
}

/// One benefit on some days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BenefitRow {
    /// Its days.
    pub in_force: InForce,
    /// What it is known by.
    pub code: String,
    /// For whom.
    pub standings: BTreeSet<Standing>,
    /// What else it asks for.
    pub terms: BenefitTerms,
    /// Where it is written, as pages quote it.
    pub source: String,
}

/// Why a benefit is not theirs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WhyNot {
    /// They are no founder.
    #[error("no founder: {0}")]
    NotFounder(NotFounder),
    /// It is not for people who are as far as they are: a company that exists.
    #[error("not for those as far as they are")]
    Standing,
    /// Nothing is founded.
    #[error("no company is founded")]
    NoCompany,
    /// A company only changes its form.
    #[error("a company changes its form")]
    ChangeOfForm,
    /// The head office is not in the ward.
    #[error("the head office is outside the ward")]
    OutsideWard,
}

impl WhyNot {
    /// The key of the sentence that says so.
    pub const fn key(self) -> &'static str {
        match self {
            Self::NotFounder(why) => why.key(),
            Self::Standing => "founders-benefit-standing",
            Self::NoCompany => "founders-benefit-no-company",
            Self::ChangeOfForm => "founders-benefit-change-of-form",
            Self::OutsideWard => "founders-benefit-outside",
        }
    }
}

/// Every benefit of a day, in the order of the rows, and why one is not theirs.
pub fn benefits<'r>(
    rows: &'r [BenefitRow],
    eligibility: &[EligibilityRow],
    founder: Founder,
    undertaking: Undertaking,
    day: NaiveDate,
) -> Vec<(&'r BenefitRow, Result<(), WhyNot>)> {
    let found = is_founder(eligibility, founder, true, day);
    let found = found.map(|_| ()).map_err(WhyNot::NotFounder);
    let theirs = |row: &BenefitRow| {
        found?;
        if !row.standings.contains(&founder.standing) {
            return Err(WhyNot::Standing);
        }
        row.terms.allow(undertaking)
    };
    let in_force = rows.iter().filter(|row| row.in_force.has(day));
    in_force.map(|row| (row, theirs(row))).collect()
}

impl BenefitTerms {
    fn allow(self, undertaking: Undertaking) -> Result<(), WhyNot> {
        if !self.founds_company && !self.head_office_in_ward {
            return Ok(());
        }
        match undertaking {
            Undertaking::ChangesForm => Err(WhyNot::ChangeOfForm),
            Undertaking::Other => Err(WhyNot::NoCompany),
            Undertaking::FoundsCompany {
                head_office_in_ward,
            } if self.head_office_in_ward && !head_office_in_ward => Err(WhyNot::OutsideWard),
            Undertaking::FoundsCompany { .. } => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests;
