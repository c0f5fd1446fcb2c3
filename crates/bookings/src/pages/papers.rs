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
        "changed": changed(&said),
        "paper": said,
        "ward_reference": read::ward_reference_of(db, paper.booking_id).await?,
    });
    page.show("bookings/paper.html", &facts)
}

/// Everything that a change has changed, each as it was before and as it is; papers of long ago
/// know less of what was before.
fn changed(said: &Value) -> Vec<Value> {
    let sides = [&said["before"], said];
    let parts = [
        ("place", vec!["space", "unit"]),
        ("when", vec!["starts_at", "ends_at"]),
        ("purpose", vec!["purpose"]),
        ("attendees", vec!["attendees"]),
    ];
    let differs = |(what, fields): (&str, Vec<&str>)| {
        let [before, after] = sides.map(|side| fields.iter().map(|name| &side[*name]));
        let is_known = sides[0].get(fields[0]).is_some_and(|own| !own.is_null());
        (is_known && !before.eq(after)).then(|| {
            let shown = |side: &Value| -> Value {
                let own = fields
                    .iter()
                    .map(|name| ((*name).to_owned(), side[*name].clone()));
                own.collect::<serde_json::Map<_, _>>().into()
            };
            json!({ "what": what, "before": shown(sides[0]), "after": shown(sides[1]) })
        })
    };
    parts.into_iter().filter_map(differs).collect()
}
