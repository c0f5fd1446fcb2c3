//! What uses would cost.

use chrono::NaiveDate;
use japan::money::{self, Rounding};
use kernel::{Fault, Span};
use organisations::rules::Category;
use sea_orm::{QueryOrder, entity::prelude::*};

use super::{rates, terms_rows};
use crate::{
    entity::{TariffId, fee_terms, tax_rate},
    rules::{NewRate, NewTax, Price, Rate, in_force, price},
};

/// Every rate of consumption tax, past and to come.
#[derive(Clone, Debug)]
pub struct Taxes(Vec<tax_rate::Model>);

/// Every rate as its row stands, the newest first.
pub async fn tax_rows(db: &impl ConnectionTrait) -> Result<Vec<tax_rate::Model>, Fault> {
    let rows = tax_rate::Entity::find()
        .order_by_desc(tax_rate::COLUMN.valid_from)
        .order_by_desc(tax_rate::COLUMN.code);
    Ok(rows.all(db).await?)
}

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

    /// Whether what was charged at a rate for a day was charged at the reduced one (軽減税率).
    pub fn is_reduced(&self, thousandths: i32, date: NaiveDate) -> bool {
        let is = |code| {
            let rate = self.on(code, date);
            rate.is_some_and(|rate| i32::from(rate.thousandths()) == thousandths)
        };
        is(tax_rate::Code::Reduced) && !is(tax_rate::Code::Standard)
    }

    /// The same as they would be with one more.
    fn with(&self, new: &NewTax) -> Self {
        let mut rows = self.0.clone();
        rows.push(tax_rate::Model {
            code: new.code,
            valid_from: new.valid_from.to_string(),
            thousandths: i32::from(new.rate.thousandths()),
            source: new.source.clone(),
            made_by: None,
            made_at: None,
        });
        Self(rows)
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

    /// The same as it would be with one more rate of tax.
    #[must_use]
    pub fn taxed(&self, new: &NewTax) -> Self {
        Self {
            taxes: self.taxes.with(new),
            ..self.clone()
        }
    }

    /// The same as it would be with one more price.
    #[must_use]
    pub fn priced(&self, new: &NewRate) -> Self {
        let mut priced = self.clone();
        priced.rates.push(new.entered());
        priced
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
