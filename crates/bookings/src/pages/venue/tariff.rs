//! What a space costs from a date on: by which tariff, or nothing.

use std::collections::HashMap;

use axum::response::Response;
use chrono::NaiveDate;
use fees::entity::TariffId;
use kernel::{Failed, transact};
use serde_json::{Value, json};
use views::Lang;
use web::{Error, Flash, Id, Page, Typed};

use super::{super::dated::seen, repriced::check};
use crate::{
    entity::{SpaceId, space_tariff},
    read::{self, Catalogue},
    refused::{Refused, Unfit},
    rules::{charges::begins, may_manage},
    service,
};

const TEMPLATE: &str = "bookings/venue/tariff.html";

/// What a form sends for a space that costs nothing.
const FREE: &str = "free";

/// The tariffs by name, and which space costs what from when on.
pub(super) struct Prices {
    tariffs: Vec<(TariffId, String)>,
    rows: HashMap<SpaceId, Vec<space_tariff::Model>>,
    today: String,
}

impl Prices {
    pub(super) async fn load(page: &Page) -> Result<Self, Error> {
        let db = page.app.db.reader();
        let tariffs = fees::read::tariffs(db).await?.into_iter().map(|tariff| {
            let row = tariff.row;
            let english = page.lang == Lang::En && !row.name_en.is_empty();
            (row.id, if english { row.name_en } else { row.name })
        });
        let mut rows: HashMap<SpaceId, Vec<space_tariff::Model>> = HashMap::new();
        for row in read::tariff_rows(db).await? {
            rows.entry(row.space_id).or_default().push(row);
        }
        Ok(Self {
            tariffs: tariffs.collect(),
            rows,
            today: page.app.clock.now().date().to_string(),
        })
    }

    /// What a space costs now, and its dated rows; without a name it is free.
    pub(super) fn of(&self, space: SpaceId) -> Value {
        let rows = self.rows.get(&space).map_or(&[][..], Vec::as_slice);
        let now = rows.iter().rposition(|row| row.valid_from <= self.today);
        let row = |(nth, row): (usize, &space_tariff::Model)| {
            let standing = match now {
                Some(now) if nth < now => "over",
                Some(now) if nth == now => "now",
                _ => "coming",
            };
            json!({ "from": row.valid_from, "name": self.name(row), "standing": standing })
        };
        json!({
            "now": now.and_then(|nth| self.name(&rows[nth])),
            "rows": rows.iter().enumerate().map(row).collect::<Vec<_>>(),
        })
    }

    fn name(&self, row: &space_tariff::Model) -> Option<&str> {
        let mut tariffs = self.tariffs.iter();
        let found = tariffs.find(|(id, _)| Some(*id) == row.tariff_id);
        found.map(|(_, name)| name.as_str())
    }
}

/// `GET /counter/spaces/{id}/tariff`
pub(in super::super) async fn tariff_form(
    page: Page,
    Id(id): Id<SpaceId>,
) -> Result<Response, Error> {
    let page = page.nav("venue");
    page.staff()?;
    page.form(TEMPLATE, &facts(&page, id).await?, &Typed::default())
}

/// `POST /counter/spaces/{id}/tariff`: first shows what it changes, then sets it.
pub(in super::super) async fn set_tariff(
    page: Page,
    Id(id): Id<SpaceId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("venue");
    page.manager()?;
    let facts = facts(&page, id).await?;
    if typed.text("act") == "back" {
        return page.form(TEMPLATE, &facts, &typed);
    }
    let wanted = wanted(&page, &facts, &typed);
    if let (Ok((tariff, from)), "check") = (&wanted, typed.text("act")) {
        return check(&page, facts, (id, *tariff), *from, &typed).await;
    }
    if let Err(failed) = set(&page, id, wanted, &typed).await {
        return page.refused(failed.into(), TEMPLATE, &facts, &typed);
    }
    let flash = Flash::good("bookings-tariff-set-flash", json!({}));
    Ok(page.go_saying(&format!("/counter/spaces/{id}/tariff"), &flash))
}

async fn set(
    page: &Page,
    id: SpaceId,
    wanted: Result<(Option<TariffId>, NaiveDate), Vec<Unfit>>,
    typed: &Typed,
) -> Result<(), Failed<Refused>> {
    let (tariff, from) = wanted.map_err(Refused::Unfit)?;
    let seen = (!typed.text("seen").is_empty()).then(|| seen(typed));
    transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::set_tariff(work, id, tariff, from, seen.as_ref()).await
    })
    .await
}

async fn facts(page: &Page, id: SpaceId) -> Result<Value, Error> {
    let catalogue = Catalogue::current(&page.app).await?;
    let place = catalogue.place(id).ok_or_else(Error::not_found)?;
    let prices = Prices::load(page).await?;
    let mut choices = vec![json!({ "value": FREE, "label": null })];
    let choice = |(id, name): &(TariffId, String)| json!({ "value": id, "label": name });
    choices.extend(prices.tariffs.iter().map(choice));
    Ok(json!({
        "id": id,
        "name": place.name(page.lang),
        "prices": prices.of(id),
        "seen": prices.rows.get(&id).map_or(0, Vec::len),
        "tariffs": choices,
        "may_change": may_manage(&page.actor()),
    }))
}

/// The tariff and its first date, or what cannot be read of them.
fn wanted(
    page: &Page,
    facts: &Value,
    typed: &Typed,
) -> Result<(Option<TariffId>, NaiveDate), Vec<Unfit>> {
    let mut known = facts["tariffs"].as_array().into_iter().flatten();
    let tariff = match typed.text("tariff") {
        FREE => Ok(None),
        id if known.any(|one| one["value"] == id) => Ok(id.parse().ok()),
        _ => Err(Unfit::Missing("tariff")),
    };
    let today = page.app.clock.now().date();
    let from = japan::calendar::parse_date(typed.text("from"));
    match (tariff, begins(from, today)) {
        (Ok(tariff), Ok(from)) => Ok((tariff, from)),
        (tariff, from) => Err(tariff.err().into_iter().chain(from.err()).collect()),
    }
}
