//! What laws say.

use chrono::NaiveDate;
use japan::Yen;
use kernel::Fault;
use sea_orm::{QueryOrder, entity::prelude::*};

use crate::{
    entity::{
        self,
        laws::{benefit, standing, tax},
    },
    rules::{BenefitRow, BenefitTerms, EligibilityRow, InForce, Levy, TaxRow, TenThousandths},
};

/// The dated rows of laws.
#[derive(Clone, Debug, Default)]
pub struct Laws {
    /// Who is a founder.
    pub eligibility: Vec<EligibilityRow>,
    /// What the certificate brings, in the order of lists.
    pub benefits: Vec<BenefitRow>,
    /// The registration tax.
    pub taxes: Vec<TaxRow>,
}

/// All rows of all days; the rules take those of theirs.
pub async fn laws(db: &impl ConnectionTrait) -> Result<Laws, Fault> {
    let standings = standing::Entity::find().all(db).await?;
    let benefits = benefit::Entity::find()
        .order_by_asc(benefit::COLUMN.position)
        .order_by_asc(benefit::COLUMN.valid_from);
    let benefits = benefits.all(db).await?;
    let taxes = tax::Entity::find().all(db).await?;
    Ok(Laws {
        eligibility: standings.into_iter().filter_map(eligibility).collect(),
        benefits: benefits.into_iter().filter_map(benefit_row).collect(),
        taxes: taxes.into_iter().filter_map(tax_row).collect(),
    })
}

/// From when until when a row is in force; none for one that nobody can read.
pub(super) fn in_force(from: &str, until: Option<&str>) -> Option<InForce> {
    let until: Option<NaiveDate> = match until {
        Some(until) => Some(until.parse().ok()?),
        None => None,
    };
    let from = from.parse().ok()?;
    Some(InForce { from, until })
}

fn months(many: i32) -> u32 {
    u32::try_from(many).unwrap_or_default()
}

fn eligibility(row: standing::Model) -> Option<EligibilityRow> {
    Some(EligibilityRow {
        in_force: in_force(&row.valid_from, row.valid_until.as_deref())?,
        standing: entity::standing(&row.standing)?,
        months: months(row.months),
        supported_months: months(row.supported_months),
        source: row.source,
    })
}

fn benefit_row(row: benefit::Model) -> Option<BenefitRow> {
    Some(BenefitRow {
        in_force: in_force(&row.valid_from, row.valid_until.as_deref())?,
        standings: row
            .standings
            .split(' ')
            .filter_map(entity::standing)
            .collect(),
        terms: BenefitTerms {
            founds_company: row.founds,
            head_office_in_ward: row.inside,
        },
        code: row.code,
        source: row.source,
    })
}

fn tax_row(row: tax::Model) -> Option<TaxRow> {
    let levy = |share: i32, least: i64| {
        let share = TenThousandths::try_new(u16::try_from(share).ok()?).ok()?;
        let least = Yen(least);
        Some(Levy { share, least })
    };
    Some(TaxRow {
        in_force: in_force(&row.valid_from, row.valid_until.as_deref())?,
        kind: entity::kind(&row.kind)?,
        usual: levy(row.usual_share, row.usual_least)?,
        reduced: levy(row.reduced_share, row.reduced_least)?,
        capital_unit: Yen(row.capital_unit),
        tax_unit: Yen(row.tax_unit),
        source: row.source,
    })
}
