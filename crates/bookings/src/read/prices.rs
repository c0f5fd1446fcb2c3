//! What a space costs, for everyone to see: now, and from each day on which that changes.

use std::collections::{BTreeSet, HashMap, hash_map};

use chrono::{Days, NaiveDate};
use fees::{
    entity::TariffId,
    rules::{Rate, price_list},
};
use kernel::Fault;
use sea_orm::{QueryOrder, entity::prelude::*};

use crate::entity::{SpaceId, space_tariff};

/// What a space costs from a day on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PriceList {
    /// The first day; none for what it costs now.
    pub from: Option<NaiveDate>,
    /// One price for each category that is spoken of; without any it is free of charge.
    pub rates: Vec<Rate>,
}

/// What a space costs today, then from each day on which that changes.
pub async fn price_lists(
    db: &impl ConnectionTrait,
    space: SpaceId,
    today: NaiveDate,
) -> Result<Vec<PriceList>, Fault> {
    let rows = space_tariff::Entity::find()
        .filter(space_tariff::COLUMN.space_id.eq(space))
        .order_by_asc(space_tariff::COLUMN.valid_from)
        .all(db)
        .await?;
    let mut tariffs: HashMap<TariffId, Vec<Rate>> = HashMap::new();
    for id in rows.iter().filter_map(|row| row.tariff_id) {
        if let hash_map::Entry::Vacant(new) = tariffs.entry(id) {
            new.insert(fees::read::rates(db, id).await?);
        }
    }
    let on = |day: NaiveDate| {
        let date = day.to_string();
        let row = rows.iter().rfind(|row| row.valid_from <= date);
        let rates = row.and_then(|row| tariffs.get(&row.tariff_id?));
        rates.map_or_else(Vec::new, |rates| price_list(rates, day))
    };
    let begins = rows.iter().filter_map(|row| row.valid_from.parse().ok());
    let rates = tariffs.values().flatten();
    let ends = rates.clone().filter_map(|rate| rate.valid_until);
    let days: BTreeSet<NaiveDate> = begins
        .chain(rates.map(|rate| rate.valid_from))
        .chain(ends.filter_map(|last| last.checked_add_days(Days::new(1))))
        .filter(|day| *day > today)
        .collect();
    let mut all = vec![PriceList {
        from: None,
        rates: on(today),
    }];
    for day in days {
        let rates = on(day);
        let differs = all.last().is_none_or(|last| !same(&last.rates, &rates));
        all.extend(differs.then_some(PriceList {
            from: Some(day),
            rates,
        }));
    }
    Ok(all)
}

/// Whether everyone pays the same by both.
fn same(before: &[Rate], after: &[Rate]) -> bool {
    let prices = |rates: &[Rate]| -> Vec<_> {
        let price = |rate: &Rate| (rate.selector, rate.unit.clone(), rate.tax, rate.pricing);
        rates.iter().map(price).collect()
    };
    prices(before) == prices(after)
}
