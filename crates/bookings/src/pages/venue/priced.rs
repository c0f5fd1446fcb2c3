//! The bookings that another price would touch, as the pages that ask about it list them.

use fees::rules::Price;
use serde_json::Value;
use web::{Error, Page};

use super::super::counter::named;
use crate::read::Priced;

/// So many bookings are listed at most before it is entered.
const LISTED: usize = 200;

/// Adds the first of them with what they cost so far and then, and how many there are.
pub(super) async fn fill(page: &Page, facts: &mut Value, all: &[Priced]) -> Result<(), Error> {
    let shown = &all[..all.len().min(LISTED)];
    let cards: Vec<_> = shown.iter().map(|one| one.card.clone()).collect();
    let total = |price: &Option<Price>| price.as_ref().map_or(0, |price| price.total().0);
    let row = |(mut facts, one): (Value, &Priced)| {
        facts["before"] = total(&one.before).into();
        facts["after"] = total(&one.after).into();
        facts
    };
    let rows = named(page, &cards).await?.into_iter().zip(shown).map(row);
    facts["touched"] = rows.collect();
    facts["count"] = all.len().into();
    facts["limit"] = LISTED.into();
    Ok(())
}
