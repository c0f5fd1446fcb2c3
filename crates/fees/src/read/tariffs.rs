//! Tariffs with their dated prices, and whose the fees are.

use std::collections::HashMap;

use chrono::NaiveDate;
use japan::money::{Pricing, Yen};
use kernel::Fault;
use organisations::rules::Selector;
use sea_orm::{PaginatorTrait, QueryOrder, entity::prelude::*};

use crate::{
    entity::{
        FeeTermsId, TariffId, TariffRateId, bill, fee_terms, tariff, tariff_band, tariff_rate,
    },
    rules::{Band, Rate, Unit},
};

/// A tariff with all its prices, past and to come.
#[derive(Clone, Debug)]
pub struct Tariff {
    /// Its row.
    pub row: tariff::Model,
    /// Its prices, the earliest first.
    pub rates: Vec<Rate>,
}

/// Every tariff, in the order of their names.
pub async fn tariffs(db: &impl ConnectionTrait) -> Result<Vec<Tariff>, Fault> {
    let rows = tariff::Entity::find()
        .order_by_asc(tariff::COLUMN.name)
        .order_by_asc(tariff::COLUMN.id)
        .all(db)
        .await?;
    let mut rates = by_tariff(db, None).await?;
    Ok(rows
        .into_iter()
        .map(|row| Tariff {
            rates: rates.remove(&row.id).unwrap_or_default(),
            row,
        })
        .collect())
}

/// One tariff.
pub async fn tariff(db: &impl ConnectionTrait, id: TariffId) -> Result<Option<Tariff>, Fault> {
    let Some(row) = tariff::Entity::find_by_id(id).one(db).await? else {
        return Ok(None);
    };
    let rates = rates(db, id).await?;
    Ok(Some(Tariff { row, rates }))
}

/// The prices of one tariff.
pub async fn rates(db: &impl ConnectionTrait, id: TariffId) -> Result<Vec<Rate>, Fault> {
    Ok(by_tariff(db, Some(id))
        .await?
        .remove(&id)
        .unwrap_or_default())
}

async fn by_tariff(
    db: &impl ConnectionTrait,
    only: Option<TariffId>,
) -> Result<HashMap<TariffId, Vec<Rate>>, Fault> {
    let mut query = tariff_rate::Entity::find()
        .order_by_asc(tariff_rate::COLUMN.valid_from)
        .order_by_asc(tariff_rate::COLUMN.id);
    if let Some(id) = only {
        query = query.filter(tariff_rate::COLUMN.tariff_id.eq(id));
    }
    let rows = query.all(db).await?;
    let mut bands = bands(db, &rows).await?;
    let mut all = HashMap::<TariffId, Vec<Rate>>::new();
    for row in rows {
        let (id, tariff) = (row.id, row.tariff_id);
        let bands = bands.remove(&id).unwrap_or_default();
        // A price that cannot be read must not become a use that costs nothing.
        let rate = read_rate(&row, bands).ok_or_else(|| unreadable("tariff rate", &id))?;
        all.entry(tariff).or_default().push(rate);
    }
    Ok(all)
}

async fn bands(
    db: &impl ConnectionTrait,
    rows: &[tariff_rate::Model],
) -> Result<HashMap<TariffRateId, Vec<Band>>, Fault> {
    let by_band = rows
        .iter()
        .filter(|row| row.unit == tariff_rate::Unit::Band);
    let ids: Vec<TariffRateId> = by_band.map(|row| row.id).collect();
    let mut bands = HashMap::<TariffRateId, Vec<Band>>::new();
    if ids.is_empty() {
        return Ok(bands);
    }
    let found = tariff_band::Entity::find()
        .filter(tariff_band::COLUMN.rate_id.is_in(ids))
        .order_by_asc(tariff_band::COLUMN.opens)
        .all(db)
        .await?;
    for row in found {
        bands.entry(row.rate_id).or_default().push(Band {
            opens: row.opens,
            closes: row.closes,
            amount: Yen(row.amount),
        });
    }
    Ok(bands)
}

fn read_rate(row: &tariff_rate::Model, bands: Vec<Band>) -> Option<Rate> {
    let amount = row.amount.map(Yen);
    Some(Rate {
        id: row.id,
        selector: Selector {
            locality: row.locality,
            party: row.party,
            stage: row.stage,
        },
        valid_from: row.valid_from.parse().ok()?,
        valid_until: until(row.valid_until.as_deref()).ok()?,
        unit: match row.unit {
            tariff_rate::Unit::Hour => Unit::Hour {
                minutes: row.step_minutes?,
                amount: amount?,
            },
            tariff_rate::Unit::Band => Unit::Band(bands),
            tariff_rate::Unit::Use => Unit::Use(amount?),
            tariff_rate::Unit::Day => Unit::Day(amount?),
        },
        tax: row.tax_code,
        pricing: if row.tax_included {
            Pricing::TaxWithin
        } else {
            Pricing::TaxOn
        },
    })
}

/// A last day, if there is one.
pub(super) fn until(text: Option<&str>) -> Result<Option<NaiveDate>, chrono::ParseError> {
    text.map(str::parse).transpose()
}

pub(super) fn unreadable(what: &str, id: &impl std::fmt::Display) -> Fault {
    DbErr::Type(format!("{what} {id}")).into()
}

/// What holds for all fees on a day; `None` before anybody has said so.
pub async fn terms(
    db: &impl ConnectionTrait,
    on: NaiveDate,
) -> Result<Option<fee_terms::Model>, Fault> {
    Ok(fee_terms::Entity::find()
        .filter(fee_terms::COLUMN.valid_from.lte(on.to_string()))
        .order_by_desc(fee_terms::COLUMN.valid_from)
        .one(db)
        .await?)
}

/// The same for all times, the newest first.
pub async fn terms_rows(db: &impl ConnectionTrait) -> Result<Vec<fee_terms::Model>, Fault> {
    Ok(fee_terms::Entity::find()
        .order_by_desc(fee_terms::COLUMN.valid_from)
        .all(db)
        .await?)
}

/// One row of terms: what papers issued by it say.
pub async fn terms_row(
    db: &impl ConnectionTrait,
    id: FeeTermsId,
) -> Result<Option<fee_terms::Model>, Fault> {
    Ok(fee_terms::Entity::find_by_id(id).one(db).await?)
}

/// So many bills are for uses from a day on.
pub async fn count_used_from(db: &impl ConnectionTrait, from: &str) -> Result<u64, Fault> {
    let bills = bill::Entity::find().filter(bill::COLUMN.used_on.gte(from));
    Ok(bills.count(db).await?)
}
