//! Papers of a booking on A4: permit, change notice, notices of cancellation and refusal.

use axum::response::Response;
use kernel::{Fault, transact};
use serde_json::{Value, json};
use web::{Error, Id, Page, Typed};

use crate::{
    entity::{BookingId, PaperId, booking_paper::Kind},
    read, service,
};

/// `POST /bookings/{id}/papers`: issues a paper, or one more copy of it.
pub(super) async fn issue(
    page: Page,
    Id(id): Id<BookingId>,
    typed: Typed,
) -> Result<Response, Error> {
    page.person()?;
    let kind = Kind::parse(typed.text("kind")).ok_or_else(Error::not_found)?;
    let app = &page.app;
    let issued = transact(&app.db, page.actor(), &app.clock, async |work| {
        service::issue_paper(work, id, kind).await
    })
    .await?;
    Ok(page.go(&format!("/papers/{issued}")))
}

/// `GET /papers/{id}`
pub(super) async fn paper(page: Page, Id(id): Id<PaperId>) -> Result<Response, Error> {
    page.person()?;
    let db = page.app.db.reader();
    let paper = read::paper_seen_by(db, &page.actor(), id).await?;
    let said: Value = serde_json::from_str(&paper.facts)
        .map_err(|error| Fault::broken("reading a paper", error))?;
    let facts = json!({
        "kind": paper.kind.code(),
        "booking": paper.booking_id,
        "year": read::year(&paper),
        "number": paper.number.to_string(),
        "issued_on": paper.issued_at.date(),
        "again_on": (paper.copies > 1).then(|| paper.copied_at.date()),
        "paper": said,
        "ward_reference": read::ward_reference_of(db, paper.booking_id).await?,
    });
    page.show("bookings/paper.html", &facts)
}
