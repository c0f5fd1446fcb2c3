//! What another tariff of a space would change.

use chrono::NaiveDate;
use fees::{
    entity::TariffId,
    rules::{Gap, Rate, gaps, price_list},
};
use kernel::{Fault, Instant};
use sea_orm::{QueryOrder, entity::prelude::*};

use super::{
    priced::{Priced, retariffed, standing_from},
    tariff_of,
};
use crate::entity::{SpaceId, space_tariff};

/// What another tariff of a space would change.
#[derive(Clone, Debug)]
pub struct Repricing {
    /// By which tariff the space is used on that day so far; none when it is free of charge.
    pub former: Option<TariffId>,
    /// What it costs so far on that day, one price for each category that is spoken of.
    pub before: Vec<Rate>,
    /// What it would cost.
    pub after: Vec<Rate>,
    /// Who would pay nothing because no price of the tariff speaks of them.
    pub gaps: Vec<Gap>,
    /// The bookings to come that would cost something else if they were made then.
    pub touched: Vec<Priced>,
    /// The day on which something else begins that is planned already.
    pub next: Option<NaiveDate>,
}

/// Looks at a space as if it were used by this tariff from a day on; none makes it free of charge.
pub async fn repricing(
    db: &impl ConnectionTrait,
    space: SpaceId,
    tariff: Option<TariffId>,
    from: NaiveDate,
    now: Instant,
) -> Result<Repricing, Fault> {
    let former = tariff_of(db, space, from).await?;
    let rates = rates(db, tariff).await?;
    let next = next(db, space, from).await?;
    let mut cards = standing_from(db, from, now).await?;
    cards.retain(|card| {
        let used_on = card.booking.starts_at.date();
        card.space.id == space && next.is_none_or(|next| used_on < next)
    });
    let touched = retariffed(db, cards, [former, tariff]).await?;
    Ok(Repricing {
        before: price_list(&self::rates(db, former).await?, from),
        after: price_list(&rates, from),
        // A space without a tariff is meant to be free.
        gaps: tariff.map_or_else(Vec::new, |_| gaps(&rates, from)),
        former,
        touched,
        next,
    })
}

async fn rates(db: &impl ConnectionTrait, tariff: Option<TariffId>) -> Result<Vec<Rate>, Fault> {
    match tariff {
        Some(id) => fees::read::rates(db, id).await,
        None => Ok(Vec::new()),
    }
}

/// The first day after this one on which another tariff begins.
async fn next(
    db: &impl ConnectionTrait,
    space: SpaceId,
    from: NaiveDate,
) -> Result<Option<NaiveDate>, Fault> {
    let row = space_tariff::Entity::find()
        .filter(space_tariff::COLUMN.space_id.eq(space))
        .filter(space_tariff::COLUMN.valid_from.gt(from.to_string()))
        .order_by_asc(space_tariff::COLUMN.valid_from)
        .one(db)
        .await?;
    Ok(row.and_then(|row| row.valid_from.parse().ok()))
}
