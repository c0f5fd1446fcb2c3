//! Which bookings would cost something else by another price or another rate of consumption tax.

use std::collections::{HashMap, hash_map::Entry};

use chrono::NaiveDate;
use fees::{
    entity::TariffId,
    read::Quotes,
    rules::{NewRate, NewTax, Price},
};
use kernel::{Fault, Instant, Span};
use sea_orm::prelude::*;

use super::{Card, Filter, bill_ids, list, tariff_rows};
use crate::entity::{BookingId, SpaceId, space_tariff};

/// So many bookings ahead are looked through.
const MOST: u64 = 100_000;

/// A booking that would be priced otherwise, were it made then. What is charged already stays.
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
    let mut cards = ahead(db, new.valid_from, now).await?;
    let ids: Vec<BookingId> = cards.iter().map(|card| card.booking.id).collect();
    let bills = bill_ids(db, &ids).await?;
    cards.retain(|card| bills.contains_key(&card.booking.id));
    otherwise(db, cards, |_| true, |quotes| quotes.taxed(new)).await
}

/// The bookings that would cost something else by one more price of a tariff, the earliest first.
pub async fn rerated(
    db: &impl ConnectionTrait,
    tariff: TariffId,
    new: &NewRate,
    now: Instant,
) -> Result<Vec<Priced>, Fault> {
    let cards = ahead(db, new.valid_from, now).await?;
    let is_own = |id| id == tariff;
    otherwise(db, cards, is_own, |quotes| quotes.priced(new)).await
}

async fn ahead(
    db: &impl ConnectionTrait,
    from: NaiveDate,
    now: Instant,
) -> Result<Vec<Card>, Fault> {
    let ahead = Filter {
        from: Some(now.max(Span::day(from).from)),
        standing_only: true,
        ..Filter::default()
    };
    list(db, ahead, MOST).await
}

async fn otherwise(
    db: &impl ConnectionTrait,
    cards: Vec<Card>,
    concerns: impl Fn(TariffId) -> bool,
    with: impl Fn(&Quotes) -> Quotes,
) -> Result<Vec<Priced>, Fault> {
    let tariffs = tariff_rows(db).await?;
    let mut known = HashMap::<TariffId, [Quotes; 2]>::new();
    let mut found = Vec::new();
    for card in cards {
        let span = card.booking.span();
        let tariff = tariff_on(&tariffs, card.space.id, span);
        let Some(tariff) = tariff.filter(|tariff| concerns(*tariff)) else {
            continue;
        };
        let [before, after] = match known.entry(tariff) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(unknown) => {
                let quotes = Quotes::load(db, tariff).await?;
                let after = with(&quotes);
                unknown.insert([quotes, after])
            }
        };
        let (party, on) = (card.booking.party(), span.from.date());
        let category = organisations::read::category(db, party.person, party.organisation, on);
        let category = category.await?;
        let (before, after) = (before.of(category, span), after.of(category, span));
        let sum = |price: &Option<Price>| price.as_ref().map(|price| price.sum);
        if sum(&before) != sum(&after) {
            found.push(Priced {
                card,
                before,
                after,
            });
        }
    }
    Ok(found)
}

/// By which tariff a space is used then; the rows are in the order of their days.
fn tariff_on(rows: &[space_tariff::Model], space: SpaceId, span: Span) -> Option<TariffId> {
    let on = span.from.date().to_string();
    let mut own = rows.iter().filter(|row| row.space_id == space);
    own.rfind(|row| row.valid_from <= on)?.tariff_id
}
