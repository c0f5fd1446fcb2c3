//! What is in force on a day.

use chrono::NaiveDate;
use kernel::Fault;
use sea_orm::{QueryOrder, entity::prelude::*};

use crate::{
    entity::{case::Industry, consultation_terms, enterprise_limit},
    rules::Limit,
};

/// The terms of consultations in force on a date.
pub async fn terms(
    db: &impl ConnectionTrait,
    date: NaiveDate,
) -> Result<consultation_terms::Model, Fault> {
    let found = consultation_terms::Entity::on(date).one(db).await?;
    found.ok_or_else(|| Fault::broken("reading the terms of consultations", "there are none"))
}

/// All terms, the earliest first.
pub async fn all_terms(db: &impl ConnectionTrait) -> Result<Vec<consultation_terms::Model>, Fault> {
    let rows = consultation_terms::Entity::find();
    let rows = rows.order_by_asc(consultation_terms::COLUMN.valid_from);
    Ok(rows.all(db).await?)
}

/// Up to which size the law supported businesses, at all times.
pub(super) struct Limits(Vec<enterprise_limit::Model>);

impl Limits {
    /// Reads them all: there are a few for each trade.
    pub(super) async fn read(db: &impl ConnectionTrait) -> Result<Self, Fault> {
        let rows = enterprise_limit::Entity::find();
        let rows = rows.order_by_asc(enterprise_limit::COLUMN.valid_from);
        Ok(Self(rows.all(db).await?))
    }

    /// The limits of a trade in force on a date.
    pub(super) fn on(&self, industry: Industry, date: NaiveDate) -> Option<Limit> {
        let date = date.to_string();
        let mut own = self.0.iter().filter(|row| row.industry == industry);
        own.rfind(|row| row.valid_from <= date).map(of)
    }
}

/// Up to which size the law supported a business of a trade on a date.
pub async fn limit(
    db: &impl ConnectionTrait,
    industry: Industry,
    date: NaiveDate,
) -> Result<Option<Limit>, Fault> {
    let found = enterprise_limit::Entity::find()
        .filter(enterprise_limit::Column::Industry.eq(industry))
        .filter(enterprise_limit::COLUMN.valid_from.lte(date.to_string()))
        .order_by_desc(enterprise_limit::COLUMN.valid_from)
        .one(db)
        .await?;
    Ok(found.as_ref().map(of))
}

fn of(row: &enterprise_limit::Model) -> Limit {
    Limit {
        capital_yen: row.capital_yen,
        employees: row.employees,
        small_employees: row.small_employees,
    }
}
