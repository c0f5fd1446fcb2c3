//! One space: opening it, and changing it with a look at the bookings it would not allow any more.

use axum::response::Response;
use kernel::{Failed, transact};
use serde_json::{Value, json};
use web::{Error, Id, Page, Typed};

use super::{check, done, form, refused, seen};
use crate::{
    entity::{SpaceId, VenueId},
    read::{self, Catalogue, Place},
    service,
};

const TEMPLATE: &str = "bookings/venue/space.html";

/// `GET /counter/spaces/new?venue=`
pub(in super::super) async fn new(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("venue");
    page.manager()?;
    let catalogue = Catalogue::current(&page.app).await?;
    let venue = venue_of(&catalogue, &typed)?;
    let mut facts = facts(None);
    facts["parts"] = parts(&page, &catalogue, venue);
    facts["seen"] = seen(&page).await?.into();
    let typed = typed.or("kind", "meeting").or("clearing", "0");
    page.form(TEMPLATE, &facts, &typed)
}

/// `POST /counter/spaces`
pub(in super::super) async fn open(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("venue");
    page.manager()?;
    let catalogue = Catalogue::current(&page.app).await?;
    let venue = venue_of(&catalogue, &typed)?;
    let draft = form::space(&typed);
    let opened = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::open_space(work, venue, &draft, form::seen(&typed)).await
    });
    match opened.await {
        Ok(_) => Ok(done(&page, "bookings-venue-space-opened")),
        Err(failed) => {
            let mut facts = facts(None);
            facts["parts"] = parts(&page, &catalogue, venue);
            refused(&page, failed, TEMPLATE, facts, &typed).await
        }
    }
}

/// `GET /counter/spaces/{id}`
pub(in super::super) async fn change_form(
    page: Page,
    Id(id): Id<SpaceId>,
) -> Result<Response, Error> {
    let page = page.nav("venue");
    page.manager()?;
    let catalogue = Catalogue::current(&page.app).await?;
    let place = catalogue.place(id).ok_or_else(Error::not_found)?;
    let mut facts = facts(Some(place));
    facts["seen"] = seen(&page).await?.into();
    facts["shared"] = read::is_shared(page.app.db.reader(), id).await?.into();
    page.form(TEMPLATE, &facts, &form::typed_of(place))
}

/// `POST /counter/spaces/{id}`: bookings that would not be allowed any more are shown first.
pub(in super::super) async fn change(
    page: Page,
    Id(id): Id<SpaceId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("venue");
    page.manager()?;
    let catalogue = Catalogue::current(&page.app).await?;
    let place = catalogue.place(id).ok_or_else(Error::not_found)?;
    let draft = form::space(&typed);
    if typed.text("act") != "set"
        && let Some(shown) = asked(&page, &catalogue, place, &typed).await?
    {
        return Ok(shown);
    }
    let changed = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::change_space(work, id, &draft, form::seen(&typed)).await
    });
    match changed.await {
        Ok(()) => Ok(done(&page, "bookings-venue-space-changed")),
        Err(failed) => refused(&page, failed, TEMPLATE, facts(Some(place)), &typed).await,
    }
}

/// The page that asks whether it is right, when bookings stand against it; the form again when
/// something is wrong or the manager goes back.
async fn asked(
    page: &Page,
    catalogue: &Catalogue,
    place: &Place,
    typed: &Typed,
) -> Result<Option<Response>, Error> {
    let draft = form::space(typed);
    let mut facts = facts(Some(place));
    facts["seen"] = form::seen(typed).into();
    if typed.text("act") == "back" {
        return page.form(TEMPLATE, &facts, typed).map(Some);
    }
    if let Err(wrong) = read::fit(catalogue, Some(place), &draft) {
        let failed = Failed::Refused(wrong);
        return refused(page, failed, TEMPLATE, facts, typed)
            .await
            .map(Some);
    }
    let venue = place.space.venue_id;
    let Some(space) = read::drafted(catalogue, Some(place), venue, &draft) else {
        return Ok(None);
    };
    let cards = read::beyond(page.app.db.reader(), &space, page.app.clock.now()).await?;
    if cards.is_empty() {
        return Ok(None);
    }
    facts["heading"] = "bookings-venue-check-space".into();
    facts["action"] = format!("/counter/spaces/{}", place.space.id).into();
    check(page, &cards.into(), facts, typed).await.map(Some)
}

fn facts(place: Option<&Place>) -> Value {
    let mut facts = form::choices();
    facts["id"] = json!(place.map(|place| place.space.id));
    facts["shared"] = Value::Null;
    facts["parts"] = json!([]);
    facts["joined"] = place.is_some_and(Place::is_joined).into();
    facts
}

/// The spaces of a house that one more can be together.
fn parts(page: &Page, catalogue: &Catalogue, venue: VenueId) -> Value {
    let places = catalogue.in_use(page.app.clock.now().date());
    places
        .filter(|place| place.space.venue_id == venue && place.is_joinable())
        .map(|place| json!({ "value": place.space.id, "label": place.space.name }))
        .collect()
}

/// The house of a new space: the one named, or the first.
pub(super) fn venue_of(catalogue: &Catalogue, typed: &Typed) -> Result<VenueId, Error> {
    let known = catalogue.venues.iter().map(|venue| venue.id);
    let named = known
        .clone()
        .find(|id| id.to_string() == typed.text("venue"));
    match typed.text("venue") {
        "" => known.into_iter().next(),
        _ => named,
    }
    .ok_or_else(Error::not_found)
}
