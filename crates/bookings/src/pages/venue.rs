//! 施設の設定: the house, its hours and its spaces, as the manager changes them.

mod device;
mod form;
mod hours;
mod house;
mod priced;
mod rate;
mod repriced;
mod space;
mod stock;
mod tariff;

use axum::response::Response;
use kernel::Failed;
use serde_json::{Value, json};
use web::{Error, Flash, Page, Typed, sheet::Form};

use super::{lists, spaces};
use crate::{
    entity::{VenueId, venue},
    read::{self, Catalogue, Place, Strained},
    refused::Refused,
    rules::may_manage,
};

pub(super) use device::{add_device, change_device, device_form, new_device};
pub(super) use form::kept;
pub(super) use hours::{hours_form, set_hours};
pub(super) use house::{change_venue, new_venue, open_venue, venue_form};
pub(super) use rate::confirm_rate;
pub(super) use space::{change, change_form, new, open};
pub(super) use stock::{set_stock, stock_form};
pub(super) use tariff::{set_tariff, tariff_form};

/// `GET /counter/venue?as=`: the houses, their hours now and to come, their spaces.
pub(super) async fn all(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("venue");
    page.staff()?;
    let catalogue = Catalogue::current(&page.app).await?;
    let today = page.app.clock.now().date().to_string();
    let prices = tariff::Prices::load(&page).await?;
    let houses = catalogue.venues.iter();
    let houses = houses.map(|venue| house_facts(&page, &catalogue, &prices, venue, &today));
    let facts = json!({
        "houses": houses.collect::<Vec<_>>(),
        "may_change": may_manage(&page.actor()),
    });
    if let Some(form) = Form::asked(&typed)? {
        let rows = lists::spaces(&facts["houses"]);
        return page.file_of_today(form, &lists::SPACES, &rows).await;
    }
    page.show("bookings/venue/all.html", &facts)
}

/// A house with its hours and its spaces.
fn house_facts(
    page: &Page,
    catalogue: &Catalogue,
    prices: &tariff::Prices,
    venue: &venue::Model,
    today: &str,
) -> Value {
    let house = catalogue.house(venue.id);
    let rows = house.map_or(&[][..], |house| house.hours.as_slice());
    let own = |place: &&Place| place.space.venue_id == venue.id;
    let space = |place: &Place| {
        json!({
            "facts": place.facts(page.lang),
            "joined": place.is_joined(),
            "given_up": spaces::given_up(catalogue, place, page.app.clock.now().date(), page.lang),
            "prices": prices.of(place.space.id),
        })
    };
    json!({
        "venue": card(venue),
        "weeks": hours::weeks(rows, today),
        "spaces": catalogue.places.iter().filter(own).map(space).collect::<Vec<_>>(),
        "devices": device::of_house(page, catalogue, venue.id),
    })
}

async fn known(page: &Page, id: VenueId) -> Result<venue::Model, Error> {
    let catalogue = Catalogue::current(&page.app).await?;
    let venue = catalogue.venues.iter().find(|venue| venue.id == id);
    venue.cloned().ok_or_else(Error::not_found)
}

/// What a form is made from; it is refused once something else was changed.
async fn seen(page: &Page) -> Result<i64, Error> {
    Ok(read::catalogue_version(page.app.db.reader()).await?)
}

fn done(page: &Page, key: &'static str) -> Response {
    page.go_saying("/counter/venue", &Flash::good(key, json!({})))
}

/// The form again, with what was typed. After a change made elsewhere whoever sends it once more
/// has been told.
async fn refused(
    page: &Page,
    failed: Failed<Refused>,
    template: &str,
    mut facts: Value,
    typed: &Typed,
) -> Result<Response, Error> {
    facts["seen"] = match failed {
        Failed::Refused(Refused::SetUpChanged) => seen(page).await?,
        _ => form::seen(typed),
    }
    .into();
    page.refused(failed.into(), template, &facts, typed)
}

/// The page that asks whether a change is right, with the uses that it leaves as they are
/// although they could not be made any more.
async fn check(
    page: &Page,
    strained: &Strained,
    mut facts: Value,
    typed: &Typed,
) -> Result<Response, Error> {
    facts["strained"] = super::counter::named(page, &strained.bookings)
        .await?
        .into();
    facts["own_uses"] = strained
        .own_uses
        .iter()
        .map(super::own_uses::line)
        .collect();
    facts["kept"] = form::kept(typed).into();
    page.form("bookings/venue/check.html", &facts, typed)
}

fn card(venue: &venue::Model) -> Value {
    json!({
        "id": venue.id,
        "name": venue.name,
        "name_en": venue.name_en,
        "postal_code": venue.postal_code,
        "address": venue.address,
        "telephone": venue.telephone,
        "counter_hours": venue.counter_hours,
    })
}
