//! Changing one's own booking: what it comes to is shown before it is done.

use axum::response::Response;
use kernel::{Failed, Span, transact};
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Typed};

use super::{
    book_form::{clock, times, used},
    described::described,
    devices, fee,
    mine::seen,
    requests,
};
use crate::{
    entity::{BookingId, booking},
    read::{self, Card, Catalogue, Wish},
    refused::Refused,
    rules,
    service::{self, Change},
};

const TEMPLATE: &str = "bookings/change.html";

/// `GET /bookings/{id}/change`
pub(super) async fn form(page: Page, Id(id): Id<BookingId>) -> Result<Response, Error> {
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
    let hold = card.booking.hold_id;
    let lent = read::lent(page.app.db.reader(), &[hold]).await?;
    let typed = devices::typed_of(typed, lent.get(&hold).map_or(&[][..], Vec::as_slice));
    let facts = change_facts(&page, &card, &typed).await?;
    page.form(TEMPLATE, &facts, &typed)
}

/// `POST /bookings/{id}/change`: asks once more when it changes what the booking costs, or makes it
/// a request of which nothing was said before.
pub(super) async fn change(
    page: Page,
    Id(id): Id<BookingId>,
    typed: Typed,
) -> Result<Response, Error> {
    let (card, _) = seen(&page, id).await?;
    let wish = Change {
        booking: id,
        version: typed.text("version").parse().unwrap_or(0),
        r#use: used(&typed),
    };
    let price = fee::of_change(&page, &card, wish.r#use.span()).await?;
    let agreed = price.is_none_or(|(_, after)| after.to_string() == typed.text("fee"));
    let announced = typed.text("approval") == "yes" || !asks_again(&page, &card, &wish).await?;
    if !agreed || !announced {
        let mut facts = change_facts(&page, &card, &typed).await?;
        facts["price"] = json!(price);
        return page.form(TEMPLATE, &facts, &typed);
    }
    if let Err(failed) = make(&page, &card, &wish).await {
        let facts = change_facts(&page, &card, &typed).await?;
        return page.refused(failed.into(), TEMPLATE, &facts, &typed);
    }
    let flash = Flash::good("bookings-changed-flash", json!({}));
    Ok(page.go_saying(&format!("/bookings/{id}"), &flash))
}

/// Whether the change makes it a request.
async fn asks_again(page: &Page, card: &Card, wish: &Change) -> Result<bool, Error> {
    let booking = &card.booking;
    let span = wish.r#use.span().unwrap_or(booking.span());
    if span == booking.span() && wish.r#use.purpose.trim() == booking.purpose {
        return Ok(false);
    }
    let there = [(card.space.id, span)];
    let approval = requests::of_wish(page, booking.party(), &there).await?;
    Ok(!approval.is_null())
}

async fn make(page: &Page, card: &Card, wish: &Change) -> Result<booking::Model, Failed<Refused>> {
    let app = &page.app;
    let changed = transact(&app.db, page.actor(), &app.clock, async |work| {
        service::change(work, wish).await
    });
    let (near, now) = (near(card, wish), app.clock.now());
    read::with_alternatives(changed.await, near, app, now, page.lang).await
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
        devices: wish.r#use.devices.clone(),
    }
}

async fn change_facts(page: &Page, card: &Card, typed: &Typed) -> Result<Value, Error> {
    let loaded = Catalogue::load_one(page.app.db.reader(), card.space.id).await?;
    let span = used(typed).span().unwrap_or(card.booking.span());
    let there = [(card.space.id, span)];
    let (place, hours) = loaded.ok_or_else(Error::not_found)?;
    let date = japan::calendar::parse_date(typed.text("date"));
    let open = date
        .and_then(|date| rules::hours_on(&hours, date))
        .or_else(|| rules::hours_on(&hours, card.booking.starts_at.date()));
    Ok(json!({
        "booking": card.facts(page.lang, page.app.clock.now()),
        "approval": requests::of_wish(page, card.booking.party(), &there).await?,
        "kept": fee::of_changed(page, &[card]).await?,
        "place": described(page, &place)?,
        "starts": times(open, place.space.step_minutes, typed.text("starts_at")),
        "ends": times(open, place.space.step_minutes, typed.text("ends_at")),
        "devices": devices::offered(page, &place.space, typed, &[card.booking.hold_id]).await?,
    }))
}
