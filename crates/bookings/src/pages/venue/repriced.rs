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

use super::{super::dated::ask, priced};
use crate::{
    entity::{SpaceId, space_tariff},
    read,
};

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
    priced::fill(page, &mut facts, &found.touched).await?;
    let rates = |rates: &[Rate]| -> Vec<Value> { rates.iter().map(rate_facts).collect() };
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
