//! The JSON API of spaces and bookings, by the same rules and verbs as the pages.

use axum::Json;
use kernel::{Failed, paging::Paged, transact};
use utoipa::OpenApi;
use web::{Error, Id, Page, Routes, Typed};

use crate::{
    entity::{BookingId, SpaceId, booking::Party},
    read::{self, Card, Catalogue, Filter},
    refused::Refused,
    service,
};

mod create;
mod dto;

pub use dto::Problem;

use dto::{Availability, Booking, Bookings, Device, Devices, Space, Spaces};

/// So many bookings are on a page unless asked for fewer.
const PAGE: usize = 50;

/// The API's routes.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/api/v1/spaces", spaces)
        .get("/api/v1/devices", devices)
        .get("/api/v1/spaces/{id}/availability", availability)
        .get("/api/v1/bookings", bookings)
        .post("/api/v1/bookings", create::create)
        .get("/api/v1/bookings/{id}", booking)
        .post("/api/v1/bookings/{id}/cancellation", cancel)
}

/// The description of these routes, to be merged into the whole.
#[derive(OpenApi)]
#[openapi(paths(
    spaces,
    devices,
    availability,
    bookings,
    create::create,
    booking,
    cancel
))]
pub struct Document;

/// Every space, in the order of lists.
#[utoipa::path(get, path = "/api/v1/spaces", tag = "spaces", responses(
    (status = 200, description = "Every space that can be booked", body = Spaces),
))]
async fn spaces(page: Page) -> Result<Json<Spaces>, Error> {
    let catalogue = Catalogue::current(&page.app).await?;
    let today = page.app.clock.now().date();
    Ok(Json(Spaces {
        items: catalogue.in_use(today).map(Space::of).collect(),
        next: None,
    }))
}

/// What is lent with spaces, in the order of lists.
#[utoipa::path(get, path = "/api/v1/devices", tag = "spaces", responses(
    (status = 200, description = "Every device that is lent with spaces", body = Devices),
))]
async fn devices(page: Page) -> Result<Json<Devices>, Error> {
    let catalogue = Catalogue::current(&page.app).await?;
    let today = page.app.clock.now().date();
    let lent = catalogue.devices.iter();
    let items = lent.map(|device| Device::of(device, &catalogue, today));
    Ok(Json(Devices {
        items: items.filter(Device::is_there).collect(),
        next: None,
    }))
}

/// When a space is free: any allowed time within one of these stretches can be booked.
#[utoipa::path(get, path = "/api/v1/spaces/{id}/availability", tag = "spaces",
    params(
        ("id" = Uuid, Path, description = "The space"),
        ("from" = String, Query, description = "RFC 3339, or a date in Tokyo"),
        ("until" = String, Query, description = "RFC 3339, or a date in Tokyo, which is included; at most 31 days after `from`"),
    ),
    responses(
        (status = 200, description = "The stretches in which it is free", body = Availability),
        (status = 404, description = "No such space", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "A field is wrong", body = Problem, content_type = "application/problem+json"),
    ))]
async fn availability(
    page: Page,
    Id(id): Id<SpaceId>,
    typed: Typed,
) -> Result<Json<Availability>, Error> {
    let db = page.app.db.reader();
    let catalogue = Catalogue::current(&page.app).await?;
    let found = catalogue.place(id);
    let place = found.ok_or(Failed::Refused(Refused::NoSuchSpace))?;
    let hours = catalogue.hours(&place.space);
    let span = dto::asked_span(typed.text("from"), typed.text("until"))
        .map_err(|wrong| Failed::Refused(Refused::Wrong(wrong)))?;
    let resources = place.units.iter().flat_map(|unit| unit.resources.clone());
    let busy = read::busy(db, dto::whole_days(span), Some(resources.collect())).await?;
    let now = page.app.clock.now();
    let party = page.actor().person.map(|person| Party {
        person,
        organisation: None,
    });
    let booker = read::looking(db, &catalogue.rules, party, now).await?;
    let terms = catalogue.terms(&booker);
    let free = read::free(place, hours, terms, &busy, span, now);
    Ok(Json(Availability::of(id, span, free)))
}

/// One's own bookings, in the order of their beginning.
#[utoipa::path(get, path = "/api/v1/bookings", tag = "bookings", security(("token" = [])),
    params(
        ("after" = Option<String>, Query, description = "`next` of the page before"),
        ("limit" = Option<u64>, Query, description = "How many on a page, 50 at most"),
    ),
    responses(
        (status = 200, description = "A page of bookings", body = Bookings),
        (status = 401, description = "No token, or a wrong one", body = Problem, content_type = "application/problem+json"),
    ))]
async fn bookings(page: Page, typed: Typed) -> Result<Json<Bookings>, Error> {
    let person = page.person()?.person;
    let limit = typed.text("limit").parse().unwrap_or(PAGE).clamp(1, PAGE);
    let filter = Filter {
        people: Some(vec![person]),
        after: read::read_cursor(typed.text("after")),
        ..Filter::default()
    };
    let cards = read::list(page.app.db.reader(), filter, limit as u64 + 1).await?;
    let now = page.app.clock.now();
    let paged = Paged::cut(cards, limit, read::cursor);
    let besides = read::besides(page.app.db.reader(), &paged.items).await?;
    Ok(Json(Bookings {
        items: Booking::all(&paged.items, &besides, now),
        next: paged.next,
    }))
}

/// One booking.
#[utoipa::path(get, path = "/api/v1/bookings/{id}", tag = "bookings", security(("token" = [])),
    params(("id" = Uuid, Path, description = "The booking")),
    responses(
        (status = 200, description = "The booking", body = Booking),
        (status = 401, description = "No token, or a wrong one", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such booking, or another person's", body = Problem, content_type = "application/problem+json"),
    ))]
async fn booking(page: Page, Id(id): Id<BookingId>) -> Result<Json<Booking>, Error> {
    page.person()?;
    let card: Card = read::seen_by(page.app.db.reader(), &page.actor(), id).await?;
    one(&page, card).await
}

/// Cancels a booking, until it begins.
#[utoipa::path(post, path = "/api/v1/bookings/{id}/cancellation", tag = "bookings", security(("token" = [])),
    params(("id" = Uuid, Path, description = "The booking")),
    responses(
        (status = 200, description = "The booking, cancelled", body = Booking),
        (status = 401, description = "No token, or a wrong one", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "The token may only read", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such booking, or another person's", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "It has begun, or no longer stands", body = Problem, content_type = "application/problem+json"),
    ))]
async fn cancel(page: Page, Id(id): Id<BookingId>) -> Result<Json<Booking>, Error> {
    page.person()?;
    let app = &page.app;
    transact(&app.db, page.actor(), &app.clock, async |work| {
        service::cancel(work, id).await
    })
    .await?;
    let card = read::seen_by(app.db.reader(), &page.actor(), id).await?;
    one(&page, card).await
}

async fn one(page: &Page, card: Card) -> Result<Json<Booking>, Error> {
    let cards = [card];
    let besides = read::besides(page.app.db.reader(), &cards).await?;
    let said = Booking::all(&cards, &besides, page.app.clock.now()).pop();
    said.map(Json).ok_or_else(Error::not_found)
}
