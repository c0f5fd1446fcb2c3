//! What someone waits for, and accepting an offer at the price that its page says.

use axum::response::Response;
use kernel::transact;
use serde_json::{Value, json};
use web::{Error, Id, Page, Typed};

use super::{
    super::{booked_as::booked_as, comes_to},
    terms,
};
use crate::{
    entity::WaitingId,
    read::{self, ComesTo},
    service,
};

const ONE: &str = "bookings/waiting/one.html";

/// `GET /waiting/{id}`
pub(crate) async fn one(page: Page, Id(id): Id<WaitingId>) -> Result<Response, Error> {
    let facts = facts(&page, id, None).await?;
    let nav = if facts["own"] == true { "" } else { "bookings" };
    page.nav(nav).show(ONE, &facts)
}

/// `POST /waiting/{id}/acceptance`: asks once more when it costs something else by now.
pub(crate) async fn accept(
    page: Page,
    Id(id): Id<WaitingId>,
    typed: Typed,
) -> Result<Response, Error> {
    page.person()?;
    let app = &page.app;
    let accepted = transact(&app.db, page.actor(), &app.clock, async |work| {
        let made = service::accept_offer(work, id).await?;
        service::agreed(work, &[made.id], comes_to::shown(&typed)).await?;
        Ok(made.id)
    })
    .await;
    let real = comes_to::otherwise(&accepted);
    if let Some(wrong) = comes_to::wrong(real) {
        let facts = facts(&page, id, real).await?;
        return comes_to::answer(&page, ONE, &facts, &typed, &[wrong]);
    }
    Ok(page.go(&format!("/bookings/{}/done", accepted?)))
}

async fn facts(page: &Page, id: WaitingId, real: Option<ComesTo>) -> Result<Value, Error> {
    page.person()?;
    let db = page.app.db.reader();
    let waiting = read::waiting_seen_by(db, &page.actor(), id).await?;
    let (entry, person) = (&waiting.entry, waiting.entry.person_id);
    let who = accounts::read::contact(db, person).await?;
    let mut facts = json!({
        "waiting": waiting.facts(page.lang, page.app.clock.now()),
        "name": who.as_ref().map(|who| who.name.as_str()),
        "booked_as": booked_as(page, entry.organisation_id).await?,
        "telephone": who.as_ref().map(|who| who.telephone.as_str()),
        "email": who.as_ref().and_then(|who| who.email.as_deref()),
        "own": page.actor().is(person),
        "terms": terms(page).await?,
    });
    let wished = [(entry.space_id, entry.span())];
    comes_to::fill(page, &mut facts, entry.party(), &wished, real).await?;
    Ok(facts)
}
