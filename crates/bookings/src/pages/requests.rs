//! 承認待ちの申請: what waits for a decision, and deciding it.

mod facts;

use axum::response::Response;
use kernel::{Failed, transact};
use serde_json::json;
use web::{Error, Flash, Id, Page, Typed, sheet::Form};

pub(super) use facts::{count, of_booking, of_wish};

use super::lists::REQUESTS;
use crate::{
    entity::{BookingId, booking_request::Ground},
    read,
    refused::Refused,
    rules::requests::Verdict,
    service::{self, Decide},
};

const ONE: &str = "bookings/requests/one.html";

/// `GET /counter/requests?as=`: what nobody has decided yet, the oldest first.
pub(super) async fn all(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("requests");
    page.staff()?;
    let facts = facts::all(&page).await?;
    if let Some(form) = Form::asked(&typed)? {
        let rows = facts["rows"].as_array().map_or(&[][..], Vec::as_slice);
        return page.file_of_today(form, &REQUESTS, rows).await;
    }
    page.show("bookings/requests/all.html", &facts)
}

/// `GET /counter/requests/{id}`: who asks for what, and the decision.
pub(super) async fn one(page: Page, Id(id): Id<BookingId>) -> Result<Response, Error> {
    let page = page.nav("requests");
    page.staff()?;
    let card = read::seen_by(page.app.db.reader(), &page.actor(), id).await?;
    match facts::one(&page, &card).await? {
        Some(facts) => page.form(ONE, &facts, &Typed::default().or("reach", "all")),
        None => Ok(page.go(&format!("/bookings/{id}"))),
    }
}

/// `POST /counter/requests/{id}/approval`
pub(super) async fn approve(
    page: Page,
    Id(id): Id<BookingId>,
    typed: Typed,
) -> Result<Response, Error> {
    let verdict = Verdict::Approve {
        conditions: typed.text("conditions").to_owned(),
    };
    decide(page, id, &typed, verdict, "bookings-request-approved-flash").await
}

/// `POST /counter/requests/{id}/refusal`
pub(super) async fn refuse(
    page: Page,
    Id(id): Id<BookingId>,
    typed: Typed,
) -> Result<Response, Error> {
    let ground = typed.text("ground");
    let verdict = Verdict::Refuse {
        ground: Ground::ALL.into_iter().find(|one| one.code() == ground),
        words: typed.text("words").to_owned(),
    };
    decide(page, id, &typed, verdict, "bookings-request-refused-flash").await
}

/// Decides, and goes on with the next; what is still there is shown again with what is wrong.
async fn decide(
    page: Page,
    id: BookingId,
    typed: &Typed,
    verdict: Verdict,
    flash: &str,
) -> Result<Response, Error> {
    let page = page.nav("requests");
    page.staff()?;
    let failed = match settle(&page, id, typed, verdict).await {
        Ok(count) => {
            let flash = Flash::good(flash, json!({ "count": count }));
            return Ok(page.go_saying("/counter/requests", &flash));
        }
        Err(failed) => failed,
    };
    let card = read::seen_by(page.app.db.reader(), &page.actor(), id).await?;
    match facts::one(&page, &card).await? {
        Some(facts) => page.refused(failed.into(), ONE, &facts, typed),
        None => Err(failed.into()),
    }
}

async fn settle(
    page: &Page,
    id: BookingId,
    typed: &Typed,
    verdict: Verdict,
) -> Result<usize, Failed<Refused>> {
    let together = typed.text("reach") == "all";
    let wish = Decide {
        booking: id,
        together,
        seen: typed
            .text(if together { "seen_all" } else { "seen" })
            .to_owned(),
        verdict,
    };
    transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::decide(work, &wish).await
    })
    .await
}
