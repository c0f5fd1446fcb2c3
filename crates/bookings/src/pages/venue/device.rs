//! What is lent with spaces, as the manager sets it up: names, places, and how many there are.

use axum::response::Response;
use chrono::NaiveDate;
use kernel::transact;
use serde_json::{Value, json};
use web::{Error, Id, Page, Typed};

use super::{
    done, form, refused, seen,
    space::venue_of,
    stock::{rows, stock},
};
use crate::{
    entity::{DeviceId, VenueId, space},
    read::{Catalogue, Device, Place},
    rules::devices::{DeviceDraft, StockDraft},
    service,
};

const TEMPLATE: &str = "bookings/devices/device.html";

/// `GET /counter/devices/new?venue=`
pub(in super::super) async fn new_device(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("venue");
    page.manager()?;
    let catalogue = Catalogue::current(&page.app).await?;
    let venue = venue_of(&catalogue, &typed)?;
    let mut facts = choices(&catalogue, None, venue, today(&page));
    facts["seen"] = seen(&page).await?.into();
    let typed = typed.or("counted_in", "台").or("where", "all");
    page.form(TEMPLATE, &facts, &typed)
}

/// `POST /counter/devices`
pub(in super::super) async fn add_device(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("venue");
    page.manager()?;
    let catalogue = Catalogue::current(&page.app).await?;
    let venue = venue_of(&catalogue, &typed)?;
    let draft = draft(&typed);
    let stock = StockDraft {
        from: Some(today(&page)),
        broken: Some(0),
        ..stock(&typed)
    };
    let added = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::add_device(work, venue, &draft, stock, form::seen(&typed)).await
    });
    match added.await {
        Ok(_) => Ok(done(&page, "bookings-device-added")),
        Err(failed) => {
            let facts = choices(&catalogue, None, venue, today(&page));
            refused(&page, failed, TEMPLATE, facts, &typed).await
        }
    }
}

/// `GET /counter/devices/{id}`
pub(in super::super) async fn device_form(
    page: Page,
    Id(id): Id<DeviceId>,
) -> Result<Response, Error> {
    let page = page.nav("venue");
    page.manager()?;
    let catalogue = Catalogue::current(&page.app).await?;
    let device = catalogue.device(id).ok_or_else(Error::not_found)?;
    let mut facts = choices(&catalogue, Some(id), device.row.venue_id, today(&page));
    facts["seen"] = seen(&page).await?.into();
    page.form(TEMPLATE, &facts, &typed_of(device))
}

/// `POST /counter/devices/{id}`: how it is called, and where it is lent.
pub(in super::super) async fn change_device(
    page: Page,
    Id(id): Id<DeviceId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("venue");
    page.manager()?;
    let catalogue = Catalogue::current(&page.app).await?;
    let device = catalogue.device(id).ok_or_else(Error::not_found)?;
    let draft = draft(&typed);
    let changed = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::change_device(work, id, &draft, form::seen(&typed)).await
    });
    match changed.await {
        Ok(()) => Ok(done(&page, "bookings-device-changed")),
        Err(failed) => {
            let facts = choices(&catalogue, Some(id), device.row.venue_id, today(&page));
            refused(&page, failed, TEMPLATE, facts, &typed).await
        }
    }
}

fn today(page: &Page) -> NaiveDate {
    page.app.clock.now().date()
}

fn draft(typed: &Typed) -> DeviceDraft {
    let text = |name| typed.text(name).to_owned();
    DeviceDraft {
        name: text("name"),
        name_en: text("name_en"),
        counted_in: text("counted_in"),
        some_spaces: typed.text("where") == "some",
        spaces: typed
            .all("spaces")
            .into_iter()
            .filter_map(|id| id.parse().ok())
            .collect(),
    }
}

/// A device as it is, as if it had been typed.
fn typed_of(device: &Device) -> Typed {
    let row = &device.row;
    let typed = Typed::default()
        .or("name", &row.name)
        .or("name_en", &row.name_en)
        .or("counted_in", &row.counted_in)
        .or("where", if row.some_spaces { "some" } else { "all" });
    let spaces = device.spaces.iter();
    spaces.fold(typed, |typed, id| typed.and("spaces", id.to_string()))
}

/// The spaces of the house: those in use, and others where the device is lent already.
fn choices(catalogue: &Catalogue, id: Option<DeviceId>, venue: VenueId, today: NaiveDate) -> Value {
    let lent = id.and_then(|id| catalogue.device(id));
    let offered = |space: &&space::Model| {
        let is_lent = lent.is_some_and(|device| device.spaces.contains(&space.id));
        space.venue_id == venue && (is_lent || catalogue.given_up(space, today).is_none())
    };
    let own = catalogue.places.iter().map(|place| &place.space);
    let option =
        |space: &space::Model| json!({ "value": space.id.to_string(), "label": space.name });
    let spaces: Vec<Value> = own.filter(offered).map(option).collect();
    json!({ "id": id, "spaces": spaces })
}

/// What the list of a house shows of its devices.
pub(super) fn of_house(page: &Page, catalogue: &Catalogue, venue: VenueId) -> Vec<Value> {
    let today = today(page);
    let own = catalogue.devices.iter();
    let own = own.filter(|device| device.row.venue_id == venue);
    own.map(|device| {
        let mut facts = device.facts(page.lang, device.usable(today));
        let lent = |place: &&Place| device.spaces.contains(&place.space.id);
        let names = catalogue.in_use(today).filter(lent);
        facts["spaces"] = names.map(|place| place.name(page.lang)).collect();
        facts["some_spaces"] = device.row.some_spaces.into();
        facts["rows"] = rows(device, page.lang, today);
        facts
    })
    .collect()
}
