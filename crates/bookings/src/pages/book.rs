//! Booking, step by step: how it is used, is this right, done.

mod taken;

use axum::response::Response;
use kernel::{Failed, Fault, answers::once};
use serde_json::json;
use web::{Error, FieldError, Id, Page, Typed, sent::asked};

use super::{
    book_form::{self, clock},
    booked_as::booked_as,
    comes_to, fee,
    looking::guest,
    requests, series,
    slot::{self, Slot},
};
use crate::{
    entity::BookingId,
    read::{self, Catalogue, ComesTo},
    refused::Refused,
    service::{self, Checked, Reserve},
};

/// `GET /bookings/new?slot=…&slot=…&for=`
pub(super) async fn new(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("use");
    page.person()?;
    let Slot { space, span } = match slot::chosen(&typed) {
        Ok(slot) => slot,
        Err(wrong) => {
            let facts = json!({ "for": guest(&page, typed.text("for")).await?, "date": typed.text("date") });
            return page.again("bookings/no_time.html", &facts, &typed, &[wrong]);
        }
    };
    let typed = typed
        .or("space_id", &space.to_string())
        .or("date", &span.from.date().to_string())
        .or("starts_at", &clock(span.from))
        .or("ends_at", &clock(span.until));
    if let Some(why) = book_form::hopeless(&page, &typed).await? {
        return taken::instead(&page, &typed, why).await;
    }
    let facts = book_form::facts(&page, &typed).await?;
    page.form("bookings/use.html", &facts, &typed)
}

/// `POST /bookings/confirmation`: asks whether this is right; changes nothing.
pub(super) async fn confirm(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("use");
    let wish = book_form::wish(&page, &typed)?;
    if typed.text("back") == "back" {
        let facts = book_form::facts(&page, &typed).await?;
        return page.form("bookings/use.html", &facts, &typed);
    }
    let db = page.app.db.reader();
    if series::is_wished(&typed) {
        return series::ask(&page, typed, false, None).await;
    }
    let now = page.app.clock.now();
    let catalogue = Catalogue::current(&page.app).await?;
    let checked = match service::check(db, &catalogue, &page.actor(), now, &wish).await {
        // Nobody reads a page of terms for what is gone already.
        Ok(checked) if is_gone(&page, &checked).await? => {
            Err(Refused::SlotTaken(Vec::new()).into())
        }
        checked => checked,
    };
    match read::with_alternatives(checked, wish.near(now), &page.app, now, page.lang).await {
        Ok(checked) => ask(&page, typed, &checked, &[], None).await,
        Err(failed) => taken::refused(&page, &typed, failed).await,
    }
}

async fn is_gone(page: &Page, checked: &Checked) -> Result<bool, Fault> {
    read::is_taken(&page.app, checked.place.space.id, checked.allowed.span).await
}

/// The page that shows everything before it counts.
async fn ask(
    page: &Page,
    typed: Typed,
    checked: &Checked,
    wrong: &[FieldError],
    real: Option<ComesTo>,
) -> Result<Response, Error> {
    let mut facts = book_form::facts(page, &typed).await?;
    facts["from"] = checked.allowed.span.from.rfc3339().into();
    facts["until"] = checked.allowed.span.until.rfc3339().into();
    facts["purpose"] = checked.allowed.purpose.as_str().into();
    facts["attendees"] = checked.allowed.attendees.into();
    let party = book_form::wish(page, &typed)?.party();
    let wished = [(checked.place.space.id, checked.allowed.span)];
    comes_to::fill(page, &mut facts, party, &wished, real).await?;
    // The same form sent twice is one booking.
    let typed = typed.or("once", kernel::Secret::random().reveal());
    comes_to::answer(page, "bookings/confirm.html", &facts, &typed, wrong)
}

/// `POST /bookings`
pub(super) async fn create(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("use");
    let wish = book_form::wish(&page, &typed)?;
    if typed.text("agree").is_empty() {
        let wrong = FieldError::new("agree", "bookings-agree-missing");
        if let Some(asked) = ask_again(&page, &typed, &wish, wrong, None).await? {
            return Ok(asked);
        }
    }
    let made = make(&page, &typed, &wish).await;
    let real = comes_to::otherwise(&made);
    if let Some(wrong) = comes_to::wrong(real)
        && let Some(asked) = ask_again(&page, &typed, &wish, wrong, real).await?
    {
        return Ok(asked);
    }
    match made {
        Ok(id) => Ok(page.go(&format!("/bookings/{id}/done"))),
        Err(failed) => taken::refused(&page, &typed, failed).await,
    }
}

/// The same page once more with what is missing; none when rules stand against the wish by now.
async fn ask_again(
    page: &Page,
    typed: &Typed,
    wish: &Reserve,
    wrong: FieldError,
    real: Option<ComesTo>,
) -> Result<Option<Response>, Error> {
    let (db, now) = (page.app.db.reader(), page.app.clock.now());
    let catalogue = Catalogue::current(&page.app).await?;
    match service::check(db, &catalogue, &page.actor(), now, wish).await {
        Ok(checked) => ask(page, typed.clone(), &checked, &[wrong], real)
            .await
            .map(Some),
        Err(_) => Ok(None),
    }
}

/// Books; a form that was sent already answers with the booking it made.
async fn make(page: &Page, typed: &Typed, wish: &Reserve) -> Result<BookingId, Failed<Refused>> {
    let app = &page.app;
    let (key, what) = (format!("form:{}", typed.text("once")), format!("{wish:?}"));
    let actor = book_form::actor(page, wish);
    let asked = asked(&actor, typed, (&key, &what));
    let (by, shown) = ((actor, &app.clock), comes_to::shown(typed));
    let outcome = once(
        &app.db,
        by,
        (asked, Refused::KeyReused.into()),
        async |work| Ok(service::reserve_as_seen(work, wish, shown).await?.id),
    )
    .await;
    let now = app.clock.now();
    read::with_alternatives(outcome, wish.near(now), app, now, page.lang).await
}

/// `GET /bookings/{id}/done`
pub(super) async fn done(page: Page, Id(id): Id<BookingId>) -> Result<Response, Error> {
    let page = page.nav("use");
    page.person()?;
    let card = read::seen_by(page.app.db.reader(), &page.actor(), id).await?;
    if !card.state.is_holding() {
        return Ok(page.go(&format!("/bookings/{id}")));
    }
    let who = accounts::read::contact(page.app.db.reader(), card.booking.person_id).await?;
    let facts = json!({
        "booking": card.facts(page.lang, page.app.clock.now()),
        "email": who.as_ref().and_then(|who| who.email.as_deref()),
        "name": who.as_ref().map(|who| who.name.as_str()),
        "own": page.actor().person == Some(card.booking.person_id),
        "booked_as": booked_as(&page, card.booking.organisation_id).await?,
        "request": requests::of_booking(&page, &card).await?,
        "fee": fee::of_booking(&page, id).await?,
    });
    page.show("bookings/done.html", &facts)
}
