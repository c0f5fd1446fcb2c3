//! Booking, step by step: how it is used, is this right, done.

use axum::response::Response;
use kernel::{
    Failed,
    answers::{self, Asked},
    transact,
};
use serde_json::json;
use web::{Error, FieldError, Id, Page, Typed};

use super::{
    availability::guest,
    book_form::{self, clock},
    fee, requests, series,
    slot::{self, Slot},
};
use crate::{
    entity::BookingId,
    read,
    refused::{Alternative, Refused},
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
        return series::ask(&page, typed, false).await;
    }
    match service::check(db, &page.actor(), page.app.clock.now(), &wish).await {
        Ok(checked) => ask(&page, typed, &checked, &[]).await,
        Err(failed) => {
            let facts = book_form::facts(&page, &typed).await?;
            page.refused(failed.into(), "bookings/use.html", &facts, &typed)
        }
    }
}

/// The page that shows everything before it counts.
async fn ask(
    page: &Page,
    typed: Typed,
    checked: &Checked,
    errors: &[FieldError],
) -> Result<Response, Error> {
    let mut facts = book_form::facts(page, &typed).await?;
    facts["from"] = checked.allowed.span.from.rfc3339().into();
    facts["until"] = checked.allowed.span.until.rfc3339().into();
    facts["purpose"] = checked.allowed.purpose.as_str().into();
    facts["attendees"] = checked.allowed.attendees.into();
    let party = book_form::wish(page, &typed)?.party();
    let wished = [(checked.place.space.id, checked.allowed.span)];
    facts["fee"] = fee::of_wish(page, party, &wished).await?;
    facts["approval"] = requests::of_wish(page, party, &wished).await?;
    // The same form sent twice is one booking.
    let typed = typed.or("once", kernel::Secret::random().reveal());
    if errors.is_empty() {
        page.form("bookings/confirm.html", &facts, &typed)
    } else {
        page.again("bookings/confirm.html", &facts, &typed, errors)
    }
}

/// `POST /bookings`
pub(super) async fn create(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("use");
    let wish = book_form::wish(&page, &typed)?;
    if typed.text("agree").is_empty() {
        let now = page.app.clock.now();
        let checked = service::check(page.app.db.reader(), &page.actor(), now, &wish).await;
        if let Ok(checked) = checked {
            let wrong = [FieldError::new("agree", "bookings-agree-missing")];
            return ask(&page, typed, &checked, &wrong).await;
        }
    }
    match once(&page, &typed, &wish).await {
        Ok(id) => Ok(page.go(&format!("/bookings/{id}/done"))),
        Err(Failed::Refused(Refused::SlotTaken { alternatives })) => {
            taken(&page, &typed, alternatives).await
        }
        Err(failed) => {
            let facts = book_form::facts(&page, &typed).await?;
            page.refused(failed.into(), "bookings/use.html", &facts, &typed)
        }
    }
}

/// Someone was faster: what can be had instead, each with a button.
async fn taken(
    page: &Page,
    typed: &Typed,
    alternatives: Vec<Alternative>,
) -> Result<Response, Error> {
    let mut facts = book_form::facts(page, typed).await?;
    let offer = |other: &Alternative| {
        json!({
            "space_id": other.space_id,
            "space": other.space,
            "date": other.span.from.date(),
            "starts_at": clock(other.span.from),
            "ends_at": clock(other.span.until),
            "from": other.span.from.rfc3339(),
            "until": other.span.until.rfc3339(),
        })
    };
    facts["alternatives"] = alternatives.iter().map(offer).collect();
    facts["slot"] = slot::typed(typed).into();
    let error = Failed::Refused(Refused::SlotTaken { alternatives }).into();
    page.refused(error, "bookings/taken.html", &facts, typed)
}

/// Books; a form that was sent already answers with the booking it made.
async fn once(page: &Page, typed: &Typed, wish: &Reserve) -> Result<BookingId, Failed<Refused>> {
    let app = &page.app;
    let key = format!("form:{}", typed.text("once"));
    let what = format!("{wish:?}");
    let actor = book_form::actor(page, wish);
    let outcome = transact(&app.db, actor, &app.clock, async |work| {
        let keyed = actor.person.filter(|_| !typed.text("once").is_empty());
        if let Some(person) = keyed {
            match answers::asked(work, person, &key, &what).await? {
                Asked::New => {}
                Asked::Before(id) => return id.parse().map_err(|_error| Refused::KeyReused.into()),
                Asked::Otherwise => return Err(Refused::KeyReused.into()),
            }
        }
        let made = service::reserve(work, wish).await?;
        if let Some(person) = keyed {
            answers::keep(work, person, &key, &what, 303, made.id.to_string()).await?;
        }
        Ok(made.id)
    })
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
        "request": requests::of_booking(&page, &card).await?,
    });
    page.show("bookings/done.html", &facts)
}
