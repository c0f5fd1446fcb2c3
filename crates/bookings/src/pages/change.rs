//! Changing one's own booking: what it comes to is shown before it is done.

use axum::response::Response;
use kernel::{Failed, Fault, Span, transact};
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Typed};

use super::{
    book_form::{clock, times, used},
    comes_to,
    described::described,
    devices, fee,
    mine::seen,
    requests,
};
use crate::{
    entity::{BookingId, SpaceId},
    read::{self, Card, Catalogue, ComesTo, Wish},
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
        .or("space_id", &card.space.id.to_string())
        .or("version", &card.booking.version.to_string());
    let hold = card.booking.hold_id;
    let lent = read::lent(page.app.db.reader(), &[hold]).await?;
    let typed = devices::typed_of(typed, lent.get(&hold).map_or(&[][..], Vec::as_slice));
    let facts = change_facts(&page, &card, &typed, None).await?;
    page.form(TEMPLATE, &facts, &typed)
}

/// `POST /bookings/{id}/change`
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
    let shown = comes_to::shown(&typed);
    let made = make(&page, &card, &wish, space(&typed), shown).await;
    let real = comes_to::otherwise(&made);
    if let Some(wrong) = comes_to::wrong(real) {
        let facts = change_facts(&page, &card, &typed, real).await?;
        return comes_to::answer(&page, TEMPLATE, &facts, &typed, &[wrong]);
    }
    if let Err(failed) = made {
        let facts = change_facts(&page, &card, &typed, None).await?;
        return page.refused(failed.into(), TEMPLATE, &facts, &typed);
    }
    let flash = Flash::good("bookings-changed-flash", json!({}));
    Ok(page.go_saying(&format!("/bookings/{id}"), &flash))
}

async fn make(
    page: &Page,
    card: &Card,
    wish: &Change,
    space: Option<SpaceId>,
    shown: ComesTo,
) -> Result<(), Failed<Refused>> {
    let app = &page.app;
    let changed = transact(&app.db, page.actor(), &app.clock, async |work| {
        service::change_to(work, wish, space).await?;
        service::agreed_change(work, &[wish.booking], shown).await
    });
    let (near, now) = (near(card, wish, space), app.clock.now());
    read::with_alternatives(changed.await, near, app, now, page.lang).await
}

/// The space that was chosen, where there is a choice.
fn space(typed: &Typed) -> Option<SpaceId> {
    typed.text("space_id").parse().ok()
}

/// What is looked for when the new time is taken.
fn near(card: &Card, wish: &Change, space: Option<SpaceId>) -> Wish {
    Wish {
        space: space.or(Some(card.space.id)),
        span: Span {
            from: wish.r#use.starts_at.unwrap_or(card.booking.starts_at),
            until: wish.r#use.ends_at.unwrap_or(card.booking.ends_at),
        },
        attendees: card.booking.attendees,
        party: Some(card.booking.party()),
        devices: wish.r#use.devices.clone(),
    }
}

/// What the form says; `real`: what it comes to, when that is not what was said before.
async fn change_facts(
    page: &Page,
    card: &Card,
    typed: &Typed,
    real: Option<ComesTo>,
) -> Result<Value, Error> {
    let catalogue = Catalogue::current(&page.app).await?;
    let (chosen, spaces) = offered(page, &catalogue, card, typed);
    let span = used(typed).span().unwrap_or(card.booking.span());
    let there = [(chosen, span)];
    let place = catalogue.place(chosen).ok_or_else(Error::not_found)?;
    let hours = catalogue.hours(&place.space);
    let date = japan::calendar::parse_date(typed.text("date"));
    let open = date
        .and_then(|date| rules::hours_on(hours, date))
        .or_else(|| rules::hours_on(hours, card.booking.starts_at.date()));
    let [approval, price, comes_to] = agreeing(page, card, &there, real).await?;
    Ok(json!({
        "booking": card.facts(page.lang, page.app.clock.now()),
        "approval": approval,
        "price": price,
        "comes_to": comes_to,
        "kept": fee::kept_by_change(page, &[card]).await?,
        "place": described(page, place)?,
        "spaces": spaces,
        "starts": times(open, place.space.step_minutes, typed.text("starts_at")),
        "ends": times(open, place.space.step_minutes, typed.text("ends_at")),
        "devices": devices::offered(page, &place.space, typed, &[card.booking.hold_id]).await?,
    }))
}

/// Whether it must be approved there, what it costs before and after when that is not what was said,
/// and what the form sends back.
async fn agreeing(
    page: &Page,
    card: &Card,
    there: &[(SpaceId, Span)],
    real: Option<ComesTo>,
) -> Result<[Value; 3], Fault> {
    let approval = requests::of_wish(page, card.booking.party(), there).await?;
    let so_far = read::comes_to(page.app.db.reader(), &[card.booking.id]).await?;
    let price = real.map(|real| (so_far.amount, real.amount));
    let price = price.filter(|(before, after)| before != after);
    let asked = so_far.requests.max(requests::count(&approval));
    let to = (so_far.amount, asked);
    let comes_to = comes_to::of_changing(page, &[card], to, real).await?;
    Ok([approval, json!(price), comes_to])
}

/// The space that was chosen, and all that can be: those of the same divisible room.
fn offered(page: &Page, catalogue: &Catalogue, card: &Card, typed: &Typed) -> (SpaceId, Value) {
    let spaces = catalogue.divisible(card.space.id);
    let mut ids = spaces.iter().map(|place| place.space.id);
    let chosen = ids.find(|id| space(typed) == Some(*id));
    let name =
        |place: &&read::Place| json!({ "value": place.space.id, "label": place.name(page.lang) });
    let said = spaces.iter().map(name).collect();
    (chosen.unwrap_or(card.space.id), said)
}
