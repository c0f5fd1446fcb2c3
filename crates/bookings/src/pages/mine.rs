//! One's own bookings: seeing, cancelling.

use axum::response::Response;
use kernel::transact;
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page};

use super::requests;
use crate::{
    entity::{BookingId, hold},
    read::{self, Card, Filter},
    rules, service,
};

/// So many bookings are listed at most.
const LISTED: u64 = 100;

/// `GET /mypage/bookings`
pub(super) async fn all(page: Page) -> Result<Response, Error> {
    let person = page.person()?.person;
    let now = page.app.clock.now();
    let db = page.app.db.reader();
    let coming = Filter {
        people: Some(vec![person]),
        from: Some(now),
        standing_only: true,
        ..Filter::default()
    };
    let past = Filter {
        people: Some(vec![person]),
        until: Some(now),
        ..Filter::default()
    };
    let facts = |card: &Card| card.facts(page.lang, now);
    let coming = read::list(db, coming, LISTED).await?;
    let past = read::list(db, past, LISTED).await?;
    let facts = json!({
        "restrictions": read::restrictions(db, person, now, page.lang).await?,
        "coming": coming.iter().map(facts).collect::<Vec<_>>(),
        "past": past.iter().map(facts).collect::<Vec<_>>(),
    });
    page.show("bookings/mine.html", &facts)
}

/// `GET /bookings/{id}`
pub(super) async fn one(page: Page, Id(id): Id<BookingId>) -> Result<Response, Error> {
    let (card, facts) = seen(&page, id).await?;
    let nav = if page.actor().person == Some(card.booking.person_id) {
        ""
    } else {
        "bookings"
    };
    page.nav(nav).show("bookings/booking.html", &facts)
}

/// `GET /bookings/{id}/cancellation`: says what cancelling means, and asks.
pub(super) async fn cancel_form(page: Page, Id(id): Id<BookingId>) -> Result<Response, Error> {
    let (card, mut facts) = seen(&page, id).await?;
    let now = page.app.clock.now();
    let cancelling = read::cancelling(page.app.db.reader(), &[&card.booking], now).await?;
    facts["cancelling"] = json!(cancelling);
    rules::may_cancel(&page.actor(), card.state, card.booking.span(), now)
        .map_err(kernel::Failed::from)?;
    page.show("bookings/cancel.html", &facts)
}

/// `POST /bookings/{id}/cancellation`
pub(super) async fn cancel(page: Page, Id(id): Id<BookingId>) -> Result<Response, Error> {
    page.person()?;
    let app = &page.app;
    transact(&app.db, page.actor(), &app.clock, async |work| {
        service::cancel(work, id).await
    })
    .await?;
    let flash = Flash::good("bookings-cancelled-flash", json!({}));
    Ok(page.go_saying(&format!("/bookings/{id}"), &flash))
}

/// A booking this person may see, and what its page shows.
pub(super) async fn seen(page: &Page, id: BookingId) -> Result<(Card, Value), Error> {
    page.person()?;
    let db = page.app.db.reader();
    let card = read::seen_by(db, &page.actor(), id).await?;
    let who = accounts::read::contact(db, card.booking.person_id).await?;
    let now = page.app.clock.now();
    let facts = json!({
        "booking": card.facts(page.lang, now),
        "name": who.as_ref().map(|who| who.name.as_str()),
        "devices": read::lent_facts(db, card.booking.hold_id, page.lang).await?,
        "line": super::waiting::line(page, &card).await?,
        "papers": read::paper_choices(db, &card).await?,
        "request": requests::of_booking(page, &card).await?,
        "ward": super::ward::of(page, card.booking.hold_id, card.booking.space_id).await?,
        "released_for": super::closures::released_for(page, &card).await?,
        "went_unpaid": card.state == hold::State::Released && read::went_unpaid(db, id).await?,
        "own": page.actor().person == Some(card.booking.person_id),
        "fee": super::fee::of_booking(page, id).await?,
        "can_cancel": rules::may_cancel(&page.actor(), card.state, card.booking.span(), now).is_ok(),
        "absent": read::is_absent(db, id).await?,
        "can_mark_absent": page.actor().roles.is_staff()
            && rules::may_mark_absent(card.state, card.booking.span(), now).is_ok(),
        "can_arrive": page.actor().roles.is_staff()
            && rules::may_arrive(card.state, card.booking.span(), now).is_ok(),
    });
    Ok((card, facts))
}
