//! Which bookings another rate of consumption tax would price otherwise.

use std::collections::{HashMap, hash_map::Entry};

use fees::{
    entity::TariffId,
    read::Quotes,
    rules::{NewTax, Price},
};
use kernel::{Fault, Instant, Span};
use sea_orm::prelude::*;

use super::{Card, Filter, bill_ids, list, tariff_rows};
use crate::entity::{BookingId, SpaceId, space_tariff};

/// So many bookings ahead are looked through.
const MOST: u64 = 100_000;

/// A booking that would be priced otherwise.
#[derive(Clone, Debug)]
pub struct Retaxed {
    /// The booking.
    pub card: Card,
    /// What it costs by the rates so far.
    pub before: Price,
    /// What it would cost with the new one.
    pub after: Price,
}

/// The bookings that cost something and would be charged otherwise, were they made when this rate
/// is entered, the earliest use first. What is charged already stays.
pub async fn retaxed(
    db: &impl ConnectionTrait,
    new: &NewTax,
    now: Instant,
) -> Result<Vec<Retaxed>, Fault> {
    let ahead = Filter {
        from: Some(now.max(Span::day(new.valid_from).from)),
        standing_only: true,
        ..Filter::default()
    };
    let mut cards = list(db, ahead, MOST).await?;
    let ids: Vec<BookingId> = cards.iter().map(|card| card.booking.id).collect();
    let bills = bill_ids(db, &ids).await?;
    cards.retain(|card| bills.contains_key(&card.booking.id));
    let tariffs = tariff_rows(db).await?;
    let mut known = HashMap::<TariffId, [Quotes; 2]>::new();
    let mut found = Vec::new();
    for card in cards {
        let span = card.booking.span();
        let Some(tariff) = tariff_on(&tariffs, card.space.id, span) else {
            continue;
        };
        let [after, before] = match known.entry(tariff) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(unknown) => {
                let quotes = Quotes::load(db, tariff).await?;
                unknown.insert([quotes.taxed(new), quotes])
            }
        };
        let (party, on) = (card.booking.party(), span.from.date());
        let category = organisations::read::category(db, party.person, party.organisation, on);
        let category = category.await?;
        let prices = before.of(category, span).zip(after.of(category, span));
        if let Some((before, after)) = prices.filter(|(before, after)| before.sum != after.sum) {
            found.push(Retaxed {
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
