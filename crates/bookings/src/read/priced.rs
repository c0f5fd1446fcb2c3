//! Which bookings would cost something else by another price, another tariff of their space or
//! another rate of consumption tax. What is charged already stays.

use std::collections::{HashMap, hash_map::Entry};

use chrono::NaiveDate;
use fees::{
    entity::TariffId,
    read::Quotes,
    rules::{NewRate, NewTax, Price},
};
use kernel::{Fault, Instant, Span};
use organisations::rules::Category;
use sea_orm::prelude::*;

use super::{Card, Filter, bill_ids, list, tariff_rows};
use crate::entity::{BookingId, SpaceId, booking::Party, space_tariff};

/// So many bookings ahead are looked through.
const MOST: u64 = 100_000;

/// A booking that would be priced otherwise, were it made then.
#[derive(Clone, Debug)]
pub struct Priced {
    /// The booking.
    pub card: Card,
    /// What it costs so far; none where no price speaks of it.
    pub before: Option<Price>,
    /// What it would cost.
    pub after: Option<Price>,
}

/// The bookings that cost something and would be charged otherwise by another rate of tax, the
/// earliest use first.
pub async fn retaxed(
    db: &impl ConnectionTrait,
    new: &NewTax,
    now: Instant,
) -> Result<Vec<Priced>, Fault> {
    let mut cards = standing_from(db, new.valid_from, now).await?;
    let ids: Vec<BookingId> = cards.iter().map(|card| card.booking.id).collect();
    let bills = bill_ids(db, &ids).await?;
    cards.retain(|card| bills.contains_key(&card.booking.id));
    let prices = Prices::load(db, |_| true, |quotes| quotes.taxed(new)).await?;
    // The same price can have another tax in it.
    let sum = |price: &Price| price.sum;
    otherwise(db, cards, |card, category| prices.of(card, category), sum).await
}

/// The bookings that would cost something else by one more price of a tariff, the earliest first.
pub async fn rerated(
    db: &impl ConnectionTrait,
    tariff: TariffId,
    new: &NewRate,
    now: Instant,
) -> Result<Vec<Priced>, Fault> {
    let cards = standing_from(db, new.valid_from, now).await?;
    let prices = Prices::load(db, |id| id == tariff, |quotes| quotes.priced(new)).await?;
    otherwise(
        db,
        cards,
        |card, category| prices.of(card, category),
        Price::total,
    )
    .await
}

/// Of these bookings of a space, those that would cost something else by the second of two tariffs;
/// without one it is free of charge.
pub(super) async fn retariffed(
    db: &impl ConnectionTrait,
    cards: Vec<Card>,
    [before, after]: [Option<TariffId>; 2],
) -> Result<Vec<Priced>, Fault> {
    let [before, after] = [quotes(db, before).await?, quotes(db, after).await?];
    let both = |card: &Card, category| {
        [&before, &after].map(|quotes| quotes.as_ref()?.of(category, card.booking.span()))
    };
    otherwise(db, cards, both, Price::total).await
}

/// Every booking that stands on a day or later and has not ended, the earliest first.
pub(super) async fn standing_from(
    db: &impl ConnectionTrait,
    day: NaiveDate,
    now: Instant,
) -> Result<Vec<Card>, Fault> {
    let ahead = Filter {
        from: Some(now.max(Span::day(day).from)),
        standing_only: true,
        ..Filter::default()
    };
    list(db, ahead, MOST).await
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

/// What uses cost by the tariffs of their spaces, so far and then.
struct Prices {
    rows: Vec<space_tariff::Model>,
    both: HashMap<TariffId, [Quotes; 2]>,
}

impl Prices {
    /// Reads the tariffs that it concerns.
    async fn load(
        db: &impl ConnectionTrait,
        concerns: impl Fn(TariffId) -> bool,
        then: impl Fn(&Quotes) -> Quotes,
    ) -> Result<Self, Fault> {
        let rows = tariff_rows(db).await?;
        let mut both = HashMap::new();
        for tariff in rows.iter().filter_map(|row| row.tariff_id) {
            if concerns(tariff)
                && let Entry::Vacant(unknown) = both.entry(tariff)
            {
                let quotes = Quotes::load(db, tariff).await?;
                let after = then(&quotes);
                unknown.insert([quotes, after]);
            }
        }
        Ok(Self { rows, both })
    }

    fn of(&self, card: &Card, category: Category) -> [Option<Price>; 2] {
        let span = card.booking.span();
        let both = self.tariff(card.space.id, span);
        let Some(both) = both.and_then(|tariff| self.both.get(&tariff)) else {
            return [None, None];
        };
        both.each_ref().map(|quotes| quotes.of(category, span))
    }

    /// By which tariff a space is used then; the rows are in the order of their days.
    fn tariff(&self, space: SpaceId, span: Span) -> Option<TariffId> {
        let on = span.from.date().to_string();
        let mut own = self.rows.iter().filter(|row| row.space_id == space);
        own.rfind(|row| row.valid_from <= on)?.tariff_id
    }
}

/// Those of which `seen` says something else before and after.
async fn otherwise<S: PartialEq>(
    db: &impl ConnectionTrait,
    cards: Vec<Card>,
    both: impl Fn(&Card, Category) -> [Option<Price>; 2],
    seen: impl Fn(&Price) -> S,
) -> Result<Vec<Priced>, Fault> {
    let mut categories: HashMap<(Party, NaiveDate), Category> = HashMap::new();
    let mut found = Vec::new();
    for card in cards {
        let (party, on) = (card.booking.party(), card.booking.starts_at.date());
        let category = match categories.entry((party, on)) {
            Entry::Occupied(known) => *known.get(),
            Entry::Vacant(new) => {
                let of = organisations::read::category(db, party.person, party.organisation, on);
                *new.insert(of.await?)
            }
        };
        let [before, after] = both(&card, category);
        if before.as_ref().map(&seen) != after.as_ref().map(&seen) {
            found.push(Priced {
                card,
                before,
                after,
            });
        }
    }
    Ok(found)
}
