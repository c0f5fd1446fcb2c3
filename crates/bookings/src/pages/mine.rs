//! One's own bookings: seeing, changing, cancelling.

use axum::response::Response;
use kernel::{Fault, PersonId, Span, transact};
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Typed};

use super::{
    book_form::{clock, times, used},
    described::described,
};
use crate::{
    entity::{BookingId, booking::Party, hold},
    read::{self, Card, Catalogue, Filter, Wish},
    rules,
    service::{self, Change},
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
        "restrictions": restrictions(&page, person).await?,
        "coming": coming.iter().map(facts).collect::<Vec<_>>(),
        "past": past.iter().map(facts).collect::<Vec<_>>(),
    });
    page.show("bookings/mine.html", &facts)
}

/// The times without new bookings that run or come for someone.
async fn restrictions(page: &Page, person: PersonId) -> Result<Vec<Value>, Fault> {
    let catalogue = Catalogue::current(&page.app).await?;
    let party = Party {
        person,
        organisation: None,
    };
    let (db, now) = (page.app.db.reader(), page.app.clock.now());
    read::restrictions(db, &catalogue.rules, party, now, page.lang).await
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

/// `GET /bookings/{id}/change`
pub(super) async fn change_form(page: Page, Id(id): Id<BookingId>) -> Result<Response, Error> {
    let (card, _) = seen(&page, id).await?;
    rules::may_change(card.state, card.booking.starts_at, page.app.clock.now())
        .map_err(kernel::Failed::from)?;
    let typed = Typed::default()
        .or("date", &card.booking.starts_at.date().to_string())
        .or("starts_at", &clock(card.booking.starts_at))
        .or("ends_at", &clock(card.booking.ends_at))
        .or("purpose", &card.booking.purpose)
        .or("attendees", &card.booking.attendees.to_string())
        .or("version", &card.booking.version.to_string());
    let facts = change_facts(&page, &card, &typed).await?;
    page.form("bookings/change.html", &facts, &typed)
}

/// `POST /bookings/{id}/change`
pub(super) async fn change(
    page: Page,
    Id(id): Id<BookingId>,
    typed: Typed,
) -> Result<Response, Error> {
    let (card, _) = seen(&page, id).await?;
    let app = &page.app;
    let wish = Change {
        booking: id,
        version: typed.text("version").parse().unwrap_or(0),
        r#use: used(&typed),
    };
    let changed = transact(&app.db, page.actor(), &app.clock, async |work| {
        service::change(work, &wish).await
    })
    .await;
    let (near, now) = (near(&card, &wish), app.clock.now());
    match read::with_alternatives(changed, near, app, now, page.lang).await {
        Ok(_) => {
            let flash = Flash::good("bookings-changed-flash", json!({}));
            Ok(page.go_saying(&format!("/bookings/{id}"), &flash))
        }
        Err(failed) => {
            let facts = change_facts(&page, &card, &typed).await?;
            page.refused(failed.into(), "bookings/change.html", &facts, &typed)
        }
    }
}

/// What is looked for when the new time is taken.
fn near(card: &Card, wish: &Change) -> Wish {
    Wish {
        space: Some(card.space.id),
        span: Span {
            from: wish.r#use.starts_at.unwrap_or(card.booking.starts_at),
            until: wish.r#use.ends_at.unwrap_or(card.booking.ends_at),
        },
        attendees: card.booking.attendees,
        party: Some(card.booking.party()),
    }
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
async fn seen(page: &Page, id: BookingId) -> Result<(Card, Value), Error> {
    page.person()?;
    let db = page.app.db.reader();
    let card = read::seen_by(db, &page.actor(), id).await?;
    let who = accounts::read::contact(db, card.booking.person_id).await?;
    let now = page.app.clock.now();
    let facts = json!({
        "booking": card.facts(page.lang, now),
        "name": who.as_ref().map(|who| who.name.as_str()),
        "line": super::waiting::line(page, &card).await?,
        "papers": read::paper_choices(db, &card).await?,
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

async fn change_facts(page: &Page, card: &Card, typed: &Typed) -> Result<Value, Error> {
    let loaded = Catalogue::load_one(page.app.db.reader(), card.space.id).await?;
    let (place, hours) = loaded.ok_or_else(Error::not_found)?;
    let date = japan::calendar::parse_date(typed.text("date"));
    let open = date
        .and_then(|date| rules::hours_on(&hours, date))
        .or_else(|| rules::hours_on(&hours, card.booking.starts_at.date()));
    Ok(json!({
        "booking": card.facts(page.lang, page.app.clock.now()),
        "place": described(page, &place)?,
        "starts": times(open, place.space.step_minutes, typed.text("starts_at")),
        "ends": times(open, place.space.step_minutes, typed.text("ends_at")),
    }))
}
