//! Another price of a tariff, before it is entered: what changes, and whose bookings it touches.

use axum::response::Response;
use fees::{
    Asked,
    entity::TariffId,
    rules::{NewRate, Price},
};
use serde_json::{Value, json};
use web::{Error, Id, Page, Typed};

use super::super::counter::named;
use crate::read::{self, Priced};

/// So many bookings are listed at most before it is entered.
const LISTED: usize = 200;

/// `POST /counter/tariffs/{id}/confirmation`: what changes from when on; changes nothing.
pub(in super::super) async fn confirm_rate(
    page: Page,
    Id(id): Id<TariffId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("fees");
    match fees::asked_for_rate(&page, id, &typed).await? {
        Asked::Answer(answer) => Ok(answer),
        Asked::Sure(mut facts, new) => {
            fill(&page, &mut facts, id, &new).await?;
            page.form(fees::SURE, &facts, &typed)
        }
    }
}

async fn fill(page: &Page, facts: &mut Value, id: TariffId, new: &NewRate) -> Result<(), Error> {
    let (db, now) = (page.app.db.reader(), page.app.clock.now());
    let mut all = read::rerated(db, id, new, now).await?;
    facts["count"] = all.len().into();
    facts["limit"] = LISTED.into();
    all.truncate(LISTED);
    let cards: Vec<_> = all.iter().map(|one| one.card.clone()).collect();
    let total = |price: &Option<Price>| price.as_ref().map_or(0, |price| price.total().0);
    let row = |(mut facts, one): (Value, &Priced)| {
        facts["before"] = total(&one.before).into();
        facts["after"] = total(&one.after).into();
        facts
    };
    let rows = named(page, &cards).await?.into_iter().zip(&all).map(row);
    facts["touched"] = json!(rows.collect::<Vec<_>>());
    Ok(())
}
