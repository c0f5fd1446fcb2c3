//! Lotteries and their terms.

use std::collections::BTreeMap;

use bookings::{
    entity::SpaceId,
    read::{Catalogue, Place, busy, free_of},
    rules::Hours,
};
use chrono::NaiveDate;
use fairness::draw::Seed;
use kernel::{Fault, Instant, Span};
use sea_orm::{QueryOrder, QuerySelect, entity::prelude::*};

use crate::{
    entity::{LotteryId, TermsId, band, lottery, seed, slot, terms, tier},
    rules::Terms,
};

/// A lottery with its terms.
#[derive(Clone, Debug)]
pub struct Listed {
    /// The lottery.
    pub row: lottery::Model,
    /// By which terms.
    pub terms: Terms,
}

/// Every terms there are, those of one space together, the earliest first.
pub async fn all_terms(db: &impl ConnectionTrait) -> Result<Vec<Terms>, Fault> {
    let rows = terms::Entity::find()
        .order_by_asc(terms::COLUMN.space_id)
        .order_by_asc(terms::COLUMN.first_month);
    whole(db, rows.all(db).await?).await
}

/// Those of one space.
pub async fn terms_of(db: &impl ConnectionTrait, space: SpaceId) -> Result<Vec<Terms>, Fault> {
    let rows = terms::Entity::find()
        .filter(terms::COLUMN.space_id.eq(space))
        .order_by_asc(terms::COLUMN.first_month);
    whole(db, rows.all(db).await?).await
}

/// The same with their tiers and bands.
async fn whole(db: &impl ConnectionTrait, rows: Vec<terms::Model>) -> Result<Vec<Terms>, Fault> {
    let ids: Vec<TermsId> = rows.iter().map(|row| row.id).collect();
    let tiers = tier::Entity::find()
        .filter(tier::COLUMN.terms_id.is_in(ids.clone()))
        .order_by_asc(tier::COLUMN.position)
        .all(db)
        .await?;
    let bands = band::Entity::find()
        .filter(band::COLUMN.terms_id.is_in(ids))
        .order_by_asc(band::COLUMN.opens)
        .all(db)
        .await?;
    let number = |number: i32| u32::try_from(number).unwrap_or(0);
    let hours = |band: &band::Model| Hours {
        opens: band.opens,
        closes: band.closes,
    };
    let read = |row: terms::Model| Terms {
        tiers: tiers
            .iter()
            .filter(|tier| tier.terms_id == row.id)
            .map(|tier| tier.who)
            .collect(),
        bands: bands
            .iter()
            .filter(|band| band.terms_id == row.id)
            .map(hours)
            .collect(),
        id: row.id,
        space: row.space_id,
        first: row.first_month.parse().unwrap_or_default(),
        last: row.last_month.and_then(|month| month.parse().ok()),
        months_before: number(row.months_before),
        from_day: number(row.from_day),
        until_day: number(row.until_day),
        most: row.most,
        draw_days: number(row.draw_days),
        answer_days: number(row.answer_days),
        source: (row.source, row.source_en),
    };
    Ok(rows.into_iter().map(read).collect())
}

/// The spaces that are drawn, or were.
pub async fn drawn_spaces(db: &impl ConnectionTrait) -> Result<Vec<SpaceId>, Fault> {
    let found = terms::Entity::find()
        .select_only()
        .column(terms::Column::SpaceId)
        .distinct();
    Ok(found.into_tuple().all(db).await?)
}

/// The lotteries of a space, the earliest month first.
pub async fn of_space(
    db: &impl ConnectionTrait,
    space: SpaceId,
) -> Result<Vec<lottery::Model>, Fault> {
    let rows = lottery::Entity::find()
        .filter(lottery::COLUMN.space_id.eq(space))
        .order_by_asc(lottery::COLUMN.month);
    Ok(rows.all(db).await?)
}

/// The lotteries of this month and later ones, the earliest first.
pub async fn lotteries(db: &impl ConnectionTrait, from: NaiveDate) -> Result<Vec<Listed>, Fault> {
    let rows = lottery::Entity::find()
        .filter(lottery::COLUMN.month.gte(from.to_string()))
        .order_by_asc(lottery::COLUMN.month)
        .order_by_asc(lottery::COLUMN.space_id)
        .all(db)
        .await?;
    let terms = all_terms(db).await?;
    let listed = |row: lottery::Model| {
        let terms = terms.iter().find(|terms| terms.id == row.terms_id)?.clone();
        Some(Listed { row, terms })
    };
    Ok(rows.into_iter().filter_map(listed).collect())
}

/// A lottery.
pub async fn one(
    db: &impl ConnectionTrait,
    id: LotteryId,
) -> Result<Option<lottery::Model>, Fault> {
    Ok(lottery::Entity::find_by_id(id).one(db).await?)
}

/// The same with its terms.
pub async fn lottery(db: &impl ConnectionTrait, id: LotteryId) -> Result<Option<Listed>, Fault> {
    let Some(row) = one(db, id).await? else {
        return Ok(None);
    };
    let terms = terms_of(db, row.space_id).await?;
    let terms = terms.into_iter().find(|terms| terms.id == row.terms_id);
    Ok(terms.map(|terms| Listed { row, terms }))
}

/// The seed of a lottery.
pub async fn seed(db: &impl ConnectionTrait, id: LotteryId) -> Result<Option<Seed>, Fault> {
    let found = seed::Entity::find_by_id(id).one(db).await?;
    found.map(seed::Model::seed).transpose()
}

/// The times for which somebody applied, once the lists are frozen.
pub async fn frozen_slots(
    db: &impl ConnectionTrait,
    id: LotteryId,
) -> Result<Vec<slot::Model>, Fault> {
    let rows = slot::Entity::find()
        .filter(slot::COLUMN.lottery_id.eq(id))
        .order_by_asc(slot::COLUMN.starts_at);
    Ok(rows.all(db).await?)
}

/// The lotteries whose lists are to be frozen: applications are no longer taken.
pub async fn to_freeze(db: &impl ConnectionTrait, now: Instant) -> Result<Vec<LotteryId>, Fault> {
    let rows = lottery::Entity::find()
        .filter(lottery::COLUMN.frozen_at.is_null())
        .filter(lottery::COLUMN.called_off_at.is_null())
        .filter(lottery::COLUMN.takes_until.lte(now))
        .order_by_asc(lottery::COLUMN.takes_until);
    Ok(rows.all(db).await?.into_iter().map(|row| row.id).collect())
}

/// The lotteries that are drawn by themselves: their lists are frozen, and nobody has drawn in time.
pub async fn to_draw(db: &impl ConnectionTrait, now: Instant) -> Result<Vec<LotteryId>, Fault> {
    let rows = lottery::Entity::find()
        .filter(lottery::COLUMN.drawn_at.is_null())
        .filter(lottery::COLUMN.called_off_at.is_null())
        .filter(lottery::COLUMN.frozen_at.lte(now))
        .order_by_asc(lottery::COLUMN.frozen_at)
        .all(db)
        .await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let terms = all_terms(db).await?;
    let due = |row: &lottery::Model| {
        let terms = terms.iter().find(|terms| terms.id == row.terms_id)?;
        (terms.draws_itself(row.frozen_at?) <= now).then_some(row.id)
    };
    Ok(rows.iter().filter_map(due).collect())
}

/// The times of a lottery that are drawn, each with how many of it nobody has by now.
pub async fn free_slots(
    db: &impl ConnectionTrait,
    catalogue: &Catalogue,
    listed: &Listed,
) -> Result<BTreeMap<Times, usize>, Fault> {
    let Some(place) = catalogue.place(listed.row.space_id) else {
        return Ok(BTreeMap::new());
    };
    let slots = listed
        .terms
        .slots(listed.row.month(), catalogue.hours(&place.space));
    let (Some(first), Some(last)) = (slots.first(), slots.last()) else {
        return Ok(BTreeMap::new());
    };
    let month = Span {
        from: first.from,
        until: bookings::rules::occupied(&place.space, *last).until,
    };
    let busy = busy(db, month, Some(resources(place))).await?;
    let free = |span: Span| ((span.from, span.until), free_of(place, &busy, span));
    Ok(slots.into_iter().map(free).collect())
}

/// From when until when: in the order of time.
pub type Times = (Instant, Instant);

fn resources(place: &Place) -> Vec<bookings::entity::ResourceId> {
    let units = place.units.iter();
    units.flat_map(|unit| unit.resources.clone()).collect()
}
