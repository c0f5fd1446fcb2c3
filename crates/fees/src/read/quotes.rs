//! What uses would cost.

use chrono::NaiveDate;
use japan::money::{self, Rounding};
use kernel::{Fault, Span};
use organisations::rules::Category;
use sea_orm::entity::prelude::*;

use super::{rates, terms_rows};
use crate::{
    entity::{TariffId, fee_terms, tax_rate},
    rules::{Price, Rate, in_force, price},
};

/// Every rate of consumption tax, past and to come.
#[derive(Clone, Debug)]
pub struct Taxes(Vec<tax_rate::Model>);

/// Reads them.
pub async fn taxes(db: &impl ConnectionTrait) -> Result<Taxes, Fault> {
    Ok(Taxes(tax_rate::Entity::find().all(db).await?))
}

impl Taxes {
    /// The rate on a day.
    pub fn on(&self, code: tax_rate::Code, date: NaiveDate) -> Option<money::Rate> {
        let date = date.to_string();
        let rows = self.0.iter();
        let row = rows
            .filter(|row| row.code == code && row.valid_from <= date)
            .max_by(|a, b| a.valid_from.cmp(&b.valid_from))?;
        money::Rate::try_thousandths(u16::try_from(row.thousandths).ok()?).ok()
    }
}

/// What it takes to price many uses by one tariff: those of a series, or of a week.
#[derive(Clone, Debug)]
pub struct Quotes {
    rates: Vec<Rate>,
    taxes: Taxes,
    terms: Vec<fee_terms::Model>,
}

impl Quotes {
    /// Reads it.
    pub async fn load(db: &impl ConnectionTrait, tariff: TariffId) -> Result<Self, Fault> {
        Ok(Self {
            rates: rates(db, tariff).await?,
            taxes: taxes(db).await?,
            terms: terms_rows(db).await?,
        })
    }

    /// What a use costs this category; `None` where no price holds on its day.
    pub fn of(&self, category: Category, span: Span) -> Option<Price> {
        let on = span.from.date();
        let rate = in_force(&self.rates, category, on)?;
        let tax = self.taxes.on(rate.tax, on)?;
        price(rate, tax, self.rounding(on), span)
    }

    fn rounding(&self, on: NaiveDate) -> Rounding {
        let on = on.to_string();
        let mut in_force = self.terms.iter().filter(|terms| terms.valid_from <= on);
        in_force
            .next()
            .map_or(Rounding::Down, |terms| terms.rounding.into())
    }
}
