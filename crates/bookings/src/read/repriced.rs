//! What another tariff of a space would change.

use std::collections::{HashMap, hash_map::Entry};

use chrono::NaiveDate;
use fees::{
    entity::TariffId,
    read::Quotes,
    rules::{Gap, Rate, gaps, price_list},
};
use kernel::{Fault, Instant, Span};
use organisations::rules::Category;
use sea_orm::{QueryOrder, entity::prelude::*};

use super::{Card, Filter, list, tariff_of};
use crate::entity::{SpaceId, booking::Party, space_tariff};

/// So many bookings ahead are looked through.
const MOST: u64 = 100_000;

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
    pub touched: Vec<Repriced>,
    /// The day on which something else begins that is planned already.
    pub next: Option<NaiveDate>,
}

/// A booking that would cost something else; what is charged stays.
#[derive(Clone, Debug)]
pub struct Repriced {
    /// The booking.
    pub card: Card,
    /// What such a use costs so far, in yen.
    pub before: i64,
    /// What it would cost.
    pub after: i64,
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
    let [old, new] = [quotes(db, former).await?, quotes(db, tariff).await?];
    let mut touched = Vec::new();
    let mut categories: HashMap<(Party, NaiveDate), Category> = HashMap::new();
    for card in ahead(db, space, from, now).await? {
        let (party, on) = (card.booking.party(), card.booking.starts_at.date());
        if next.is_some_and(|next| next <= on) {
            break;
        }
        let category = match categories.entry((party, on)) {
            Entry::Occupied(known) => *known.get(),
            Entry::Vacant(new) => {
                let of = organisations::read::category(db, party.person, party.organisation, on);
                *new.insert(of.await?)
            }
        };
        let price = |quotes: &Quotes| quotes.of(category, card.booking.span());
        let [before, after] = [&old, &new].map(|quotes| {
            let price = quotes.as_ref().and_then(price);
            price.map_or(0, |price| price.total().0)
        });
        if before != after {
            touched.push(Repriced {
                card,
                before,
                after,
            });
        }
    }
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

async fn quotes(
    db: &impl ConnectionTrait,
    tariff: Option<TariffId>,
) -> Result<Option<Quotes>, Fault> {
    match tariff {
        Some(id) => Quotes::load(db, id).await.map(Some),
        None => Ok(None),
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

/// The bookings of a space from a day on, the earliest first.
async fn ahead(
    db: &impl ConnectionTrait,
    space: SpaceId,
    from: NaiveDate,
    now: Instant,
) -> Result<Vec<Card>, Fault> {
    let filter = Filter {
        from: Some(now.max(Span::day(from).from)),
        standing_only: true,
        ..Filter::default()
    };
    let mut cards = list(db, filter, MOST).await?;
    cards.retain(|card| card.space.id == space);
    Ok(cards)
}
