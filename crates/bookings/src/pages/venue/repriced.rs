//! Another tariff of a space, before it is set: what it costs so far and then, who would pay nothing,
//! and which bookings would cost something else when they are changed.

use axum::response::Response;
use chrono::NaiveDate;
use fees::{
    entity::TariffId,
    read::{gap_facts, rate_facts},
    rules::Rate,
};
use serde_json::{Value, json};
use web::{Error, Page, Typed};

use super::super::{counter::named, dated::ask};
use crate::{
    entity::{SpaceId, space_tariff},
    read::{self, Repriced},
};

/// So many bookings are listed at most before it is set.
const LISTED: usize = 200;

/// The page that asks whether it is right.
pub(super) async fn check(
    page: &Page,
    mut facts: Value,
    (space, tariff): (SpaceId, Option<TariffId>),
    from: NaiveDate,
    typed: &Typed,
) -> Result<Response, Error> {
    let (db, now) = (page.app.db.reader(), page.app.clock.now());
    let found = read::repricing(db, space, tariff, from, now).await?;
    let shown: Vec<&Repriced> = found.touched.iter().take(LISTED).collect();
    let cards: Vec<_> = shown.iter().map(|one| one.card.clone()).collect();
    let row = |(mut facts, one): (Value, &&Repriced)| {
        facts["before"] = one.before.into();
        facts["after"] = one.after.into();
        facts
    };
    let rows = named(page, &cards).await?.into_iter().zip(&shown).map(row);
    let rates = |rates: &[Rate]| -> Vec<Value> { rates.iter().map(rate_facts).collect() };
    facts["touched"] = rows.collect();
    facts["count"] = found.touched.len().into();
    facts["limit"] = LISTED.into();
    facts["from"] = json!(from);
    facts["next"] = json!(found.next);
    facts["before"] = json!({ "tariff": found.former, "rates": rates(&found.before) });
    facts["after"] = json!({ "tariff": tariff, "rates": rates(&found.after) });
    facts["gaps"] = gap_facts(&found.gaps).into();
    ask(&mut facts, typed, planned(page, space, from).await?);
    page.form("bookings/venue/tariff_check.html", &facts, typed)
}

/// The mark of what was to begin for this space on the same day.
async fn planned(page: &Page, space: SpaceId, from: NaiveDate) -> Result<Option<String>, Error> {
    let (rows, day) = (
        read::tariff_rows(page.app.db.reader()).await?,
        from.to_string(),
    );
    let mut rows = rows.iter();
    let planned = rows.find(|row| row.space_id == space && row.valid_from == day);
    Ok(planned.map(space_tariff::Model::mark))
}
