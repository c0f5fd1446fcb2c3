//! One's own bookings: seeing, cancelling.

use axum::response::Response;
use kernel::{Fault, paging::Paged, transact};
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Typed};

use super::{booked_as::booked_as, comes_to, requests};
use crate::{
    entity::{BookingId, hold},
    read::{self, Card, ComesTo, Filter},
    rules, service,
};

const CANCEL: &str = "bookings/cancel.html";

/// So many bookings are on a page of each list.
const LISTED: usize = 50;

/// `GET /mypage/bookings?coming=&past=`: what comes and what was; what is on further pages stands
/// alone.
pub(super) async fn all(page: Page, typed: Typed) -> Result<Response, Error> {
    let person = page.person()?.person;
    let now = page.app.clock.now();
    let db = page.app.db.reader();
    let further = ["coming", "past"].map(|name| read::read_cursor(typed.text(name)));
    let own = |after| Filter {
        people: Some(vec![person]),
        after,
        ..Filter::default()
    };
    let coming = Filter {
        from: Some(now),
        standing_only: true,
        ..own(further[0])
    };
    let past = Filter {
        until: Some(now),
        fallen: true,
        ..own(further[1])
    };
    let facts = json!({
        "restrictions": read::restrictions(db, person, None, now, page.lang).await?,
        "coming": listed(&page, "coming", coming, further[1].is_none()).await?,
        "past": listed(&page, "past", past, further[0].is_none()).await?,
    });
    page.show("bookings/mine.html", &facts)
}

/// A page of a list and where the next one is; none when another list stands alone.
async fn listed(
    page: &Page,
    name: &str,
    filter: Filter,
    is_shown: bool,
) -> Result<Option<Value>, Fault> {
    if !is_shown {
        return Ok(None);
    }
    let now = page.app.clock.now();
    let cards = read::list(page.app.db.reader(), filter, LISTED as u64 + 1).await?;
    let paged = Paged::cut(cards, LISTED, read::cursor);
    let next = paged.next.as_ref();
    let next = next.map(|cursor| format!("/mypage/bookings?{name}={cursor}"));
    let facts = |card: &Card| card.facts(page.lang, now);
    Ok(Some(json!({
        "rows": paged.items.iter().map(facts).collect::<Vec<_>>(),
        "more": next.unwrap_or_default(),
    })))
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
    let facts = cancel_facts(&page, id, None).await?;
    page.show(CANCEL, &facts)
}

async fn cancel_facts(page: &Page, id: BookingId, real: Option<ComesTo>) -> Result<Value, Error> {
    let (card, mut facts) = seen(page, id).await?;
    let now = page.app.clock.now();
    comes_to::fill_cancelling(page, &mut facts, &[&card], real).await?;
    rules::may_cancel(&page.actor(), card.state, card.booking.span(), now)
        .map_err(kernel::Failed::from)?;
    Ok(facts)
}

/// `POST /bookings/{id}/cancellation`: asks once more when it costs something else by now.
pub(super) async fn cancel(
    page: Page,
    Id(id): Id<BookingId>,
    typed: Typed,
) -> Result<Response, Error> {
    page.person()?;
    let app = &page.app;
    let cancelled = transact(&app.db, page.actor(), &app.clock, async |work| {
        service::cancel(work, id).await?;
        service::agreed_cancellation(work, &[id], comes_to::shown(&typed)).await
    })
    .await;
    let real = comes_to::otherwise(&cancelled);
    if let Some(wrong) = comes_to::wrong(real) {
        let facts = cancel_facts(&page, id, real).await?;
        return comes_to::answer(&page, CANCEL, &facts, &typed, &[wrong]);
    }
    cancelled?;
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
    let mut facts = json!({
        "booking": card.facts(page.lang, now),
        "name": who.as_ref().map(|who| who.name.as_str()),
        "booked_as": booked_as(page, card.booking.organisation_id).await?,
        "email": who.as_ref().and_then(|who| who.email.as_deref()),
        "devices": read::lent_facts(db, card.booking.hold_id, page.lang).await?,
        "line": super::waiting::line(page, &card).await?,
        "papers": read::paper_choices(db, &card).await?,
        "request": requests::of_booking(page, &card).await?,
        "ward": super::ward_numbers::of(page, card.booking.hold_id, card.booking.space_id).await?,
        "released_for": super::closures::released_for(page, &card).await?,
        "went_unpaid": card.state == hold::State::Released && read::went_unpaid(db, id).await?,
        "own": page.actor().person == Some(card.booking.person_id),
        "fee": super::fee::of_booking(page, id).await?,
        "can_cancel": rules::may_cancel(&page.actor(), card.state, card.booking.span(), now).is_ok(),
        "absent": read::is_absent(db, id).await?,
    });
    who_comes(page, &card, &mut facts).await?;
    Ok((card, facts))
}

/// Adds what staff can mark when the time has come, and what would follow from it.
async fn who_comes(page: &Page, card: &Card, facts: &mut Value) -> Result<(), Fault> {
    let (now, span) = (page.app.clock.now(), card.booking.span());
    let staff = page.actor().roles.is_staff();
    let can_mark_absent = staff && rules::may_mark_absent(card.state, span, now).is_ok();
    facts["can_arrive"] = (staff && rules::may_arrive(card.state, span, now).is_ok()).into();
    facts["can_mark_absent"] = can_mark_absent.into();
    facts["would_follow"] = json!([]);
    if can_mark_absent {
        let db = page.app.db.reader();
        let would_follow = read::would_follow(db, &card.booking, now, page.lang).await?;
        facts["would_follow"] = would_follow.into();
    }
    Ok(())
}
