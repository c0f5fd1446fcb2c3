//! Who is a founder for the law (創業者).
//!
//! Source: 産業競争力強化法第2条第31項, one row for each of its items: who plans to begin within a month,
//! or within six with the support; who began less than five years ago; who plans to found a company
//! within two months, or six; a company of less than five years. The numbers and the citation are rows,
//! for the law's numbering has changed before.

use chrono::NaiveDate;

use super::{
    InForce,
    period::{first_within, months_from},
};

/// How far somebody is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// Not in business, and plans to begin as an individual (第1号).
    PlansBusiness,
    /// In business as an individual (第2号).
    InBusiness,
    /// Not in business, and plans to found a company (第3号).
    PlansCompany,
    /// A company (第4号).
    Company,
}

impl Standing {
    /// All of them, in the order of lists.
    pub const ALL: [Self; 4] = [
        Self::PlansBusiness,
        Self::InBusiness,
        Self::PlansCompany,
        Self::Company,
    ];

    /// As part of text keys.
    pub const fn code(self) -> &'static str {
        match self {
            Self::PlansBusiness => "plans-business",
            Self::InBusiness => "in-business",
            Self::PlansCompany => "plans-company",
            Self::Company => "company",
        }
    }

    /// Whether the business is still to come.
    pub const fn plans(self) -> bool {
        matches!(self, Self::PlansBusiness | Self::PlansCompany)
    }
}

/// What somebody says about themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Founder {
    /// How far they are.
    pub standing: Standing,
    /// The day for which it is planned; the day on which the business began or the company was founded.
    pub day: NaiveDate,
}

/// One item of the law on some days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EligibilityRow {
    /// Its days.
    pub in_force: InForce,
    /// For whom.
    pub standing: Standing,
    /// Within so many months, or for so many months.
    pub months: u32,
    /// The same with the support.
    pub supported_months: u32,
    /// Where it is written, as pages quote it.
    pub source: String,
}

impl EligibilityRow {
    const fn months(&self, supported: bool) -> u32 {
        if supported {
            self.supported_months
        } else {
            self.months
        }
    }
}

/// Why somebody is no founder on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotFounder {
    /// No row says anything about people like them.
    #[error("no rule is in force")]
    NoRule,
    /// What they plan is too far ahead.
    #[error("planned too far ahead before {from}")]
    TooFarAhead {
        /// The first day on which it no longer is.
        from: NaiveDate,
    },
    /// The day for which they planned it is over, and they have not said that they began.
    #[error("the planned day {on} is over")]
    PlanPassed {
        /// That day.
        on: NaiveDate,
    },
    /// They say that they began on a day that is still to come.
    #[error("not begun before {on}")]
    NotBegun {
        /// That day.
        on: NaiveDate,
    },
    /// They began too long ago.
    #[error("began too long ago since {until}")]
    TooLong {
        /// The last day on which they were a founder.
        until: NaiveDate,
    },
}

impl NotFounder {
    /// The key of the sentence that says so.
    pub const fn key(self) -> &'static str {
        match self {
            Self::NoRule => "founders-founder-no-rule",
            Self::TooFarAhead { .. } => "founders-founder-too-far-ahead",
            Self::PlanPassed { .. } => "founders-founder-plan-passed",
            Self::NotBegun { .. } => "founders-founder-not-begun",
            Self::TooLong { .. } => "founders-founder-too-long",
        }
    }

    /// The day that the sentence names, if it names one.
    pub const fn day(self) -> Option<NaiveDate> {
        match self {
            Self::NoRule => None,
            Self::TooFarAhead { from: day }
            | Self::PlanPassed { on: day }
            | Self::NotBegun { on: day }
            | Self::TooLong { until: day } => Some(day),
        }
    }
}

/// Whether somebody is a founder on a day, and by which row; `supported` when they have the support
/// that the law rewards, or are on the way to it.
pub fn is_founder(
    rows: &[EligibilityRow],
    founder: Founder,
    supported: bool,
    day: NaiveDate,
) -> Result<&EligibilityRow, NotFounder> {
    let row = rows
        .iter()
        .filter(|row| row.standing == founder.standing && row.in_force.has(day))
        .max_by_key(|row| row.in_force.from)
        .ok_or(NotFounder::NoRule)?;
    let (own, months) = (founder.day, row.months(supported));
    if founder.standing.plans() {
        let from = first_within(own, months);
        if own < day {
            return Err(NotFounder::PlanPassed { on: own });
        }
        if day < from {
            return Err(NotFounder::TooFarAhead { from });
        }
    } else {
        // 事業を開始した日以後五年: that day counts (以後), so it ends before the corresponding day.
        let until = months_from(own, months);
        if day < own {
            return Err(NotFounder::NotBegun { on: own });
        }
        if until < day {
            return Err(NotFounder::TooLong { until });
        }
    }
    Ok(row)
}

/// The first day of a stretch on which somebody with the support is a founder.
pub(crate) fn first_day(
    rows: &[EligibilityRow],
    founder: Founder,
    from: NaiveDate,
    until: NaiveDate,
) -> Option<NaiveDate> {
    // One becomes a founder only on a day on which something begins; all others need no look.
    let near = |row: &EligibilityRow| first_within(founder.day, row.supported_months);
    let mut days: Vec<NaiveDate> = rows
        .iter()
        .flat_map(|row| {
            let after = row.in_force.until.and_then(|until| until.succ_opt());
            [Some(row.in_force.from), after, Some(near(row))]
        })
        .flatten()
        .chain([from, founder.day])
        .filter(|day| (from..=until).contains(day))
        .collect();
    days.sort_unstable();
    let is = |day: &NaiveDate| is_founder(rows, founder, true, *day).is_ok();
    days.into_iter().find(is)
}

#[cfg(test)]
mod tests;
