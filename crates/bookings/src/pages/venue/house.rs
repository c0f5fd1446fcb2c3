//! A house: opening one more, and changing how it is called and reached.

use axum::response::Response;
use kernel::transact;
use serde_json::json;
use web::{Error, Flash, Id, Page, Typed};

use super::{done, form, known, refused, seen};
use crate::{
    entity::VenueId,
    service::{self, VenueDraft},
};

const VENUE: &str = "bookings/venue/venue.html";

/// `GET /counter/venue/{id}`
pub(in super::super) async fn venue_form(
    page: Page,
    Id(id): Id<VenueId>,
) -> Result<Response, Error> {
    let page = page.nav("venue");
    page.manager()?;
    let venue = known(&page, id).await?;
    let typed = Typed::default()
        .or("name", &venue.name)
        .or("name_en", &venue.name_en)
        .or("postal_code", &venue.postal_code)
        .or("address", &venue.address)
        .or("telephone", &venue.telephone)
        .or("counter_hours", &venue.counter_hours);
    let facts = json!({ "id": id, "seen": seen(&page).await? });
    page.form(VENUE, &facts, &typed)
}

/// `GET /counter/venue/new`
pub(in super::super) async fn new_venue(page: Page) -> Result<Response, Error> {
    let page = page.nav("venue");
    page.manager()?;
    let facts = json!({ "id": null, "seen": seen(&page).await? });
    page.form(VENUE, &facts, &Typed::default())
}

/// `POST /counter/venue`: its hours come next.
pub(in super::super) async fn open_venue(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("venue");
    page.manager()?;
    let draft = venue_draft(&typed);
    let opened = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::open_venue(work, &draft, form::seen(&typed)).await
    });
    match opened.await {
        Ok(id) => {
            let flash = Flash::good("bookings-venue-opened", json!({}));
            Ok(page.go_saying(&format!("/counter/venue/{id}/hours"), &flash))
        }
        Err(failed) => refused(&page, failed, VENUE, json!({ "id": null }), &typed).await,
    }
}

fn venue_draft(typed: &Typed) -> VenueDraft {
    let text = |name| typed.text(name).to_owned();
    VenueDraft {
        name: text("name"),
        name_en: text("name_en"),
        postal_code: text("postal_code"),
        address: text("address"),
        telephone: text("telephone"),
        counter_hours: text("counter_hours"),
    }
}

/// `POST /counter/venue/{id}`
pub(in super::super) async fn change_venue(
    page: Page,
    Id(id): Id<VenueId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("venue");
    page.manager()?;
    known(&page, id).await?;
    let draft = venue_draft(&typed);
    let changed = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::change_venue(work, id, &draft, form::seen(&typed)).await
    });
    match changed.await {
        Ok(()) => Ok(done(&page, "bookings-venue-changed")),
        Err(failed) => {
            let facts = json!({ "id": id });
            refused(&page, failed, VENUE, facts, &typed).await
        }
    }
}
