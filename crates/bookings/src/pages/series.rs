//! Booking again and again: every clash before anything is saved, then all of it at once.

mod agreed;
mod asked;
mod cancel;
mod change;
mod form;
mod options;

use axum::{
    http::header,
    response::{IntoResponse, Response},
};
use kernel::{Failed, Fault, answers::once};
use serde_json::{Value, json};
use web::{Error, Id, Page, Typed, sent::asked};

use super::{book_form, booked_as::booked_as, comes_to};
use crate::{
    entity::{BookingId, SeriesId},
    letters,
    read::{self, Catalogue, ComesTo, Occurrence, SeriesCard, Wanted},
    refused::Refused,
    service::{self, Repeat},
};

pub(super) use cancel::{cancel, cancel_form};
pub(super) use change::{change, change_form, check};
pub(super) use form::is_wished;

/// The page with every time of the series, before anything is saved. `pressed`: the button to book
/// was pressed, and something stands against it.
pub(super) async fn ask(
    page: &Page,
    typed: Typed,
    pressed: bool,
    real: Option<ComesTo>,
) -> Result<Response, Error> {
    let wish = form::repeat(page, &typed)?;
    let wanted = match wanted(page, &wish).await {
        Ok(wanted) => wanted,
        Err(failed) => return again(page, &typed, failed).await,
    };
    let found = looked_at(page, &wish, &wanted).await?;
    let mut facts = book_form::facts(page, &typed).await?;
    // What still needs a choice comes to nothing yet.
    let settled = found.iter().filter(|one| !one.open);
    let wished: Vec<_> = settled.filter_map(|one| one.wanted.target()).collect();
    comes_to::fill(page, &mut facts, wish.first.party(), &wished, real).await?;
    asked::fill(&mut facts, &found);
    options::priced(page, &mut facts, wish.first.party()).await?;
    if let (Some(rhythm), Some(first)) = (wish.rhythm, wanted.first()) {
        facts["series"] = read::said(rhythm, first.span.from.date());
    }
    let mut wrong = Vec::new();
    if pressed {
        wrong = asked::wrong(&typed, &found);
        wrong.extend(comes_to::wrong(real));
    }
    // The same form sent twice is one series.
    let typed = typed.or("once", kernel::Secret::random().reveal());
    comes_to::answer(page, "bookings/series_check.html", &facts, &typed, &wrong)
}

async fn wanted(page: &Page, wish: &Repeat) -> Result<Vec<Wanted>, Failed<Refused>> {
    let (db, now) = (page.app.db.reader(), page.app.clock.now());
    let catalogue = Catalogue::current(&page.app).await?;
    service::wanted(db, &catalogue, &page.actor(), now, wish).await
}

/// Every time of it, as the ledger and the rules look at it.
async fn looked_at(
    page: &Page,
    wish: &Repeat,
    wanted: &[Wanted],
) -> Result<Vec<Occurrence>, Fault> {
    let (db, now) = (page.app.db.reader(), page.app.clock.now());
    let catalogue = Catalogue::current(&page.app).await?;
    let first = wish.first.r#use.starts_at.unwrap_or(now);
    let (rules, party) = (&catalogue.rules, wish.first.party());
    let booker = read::booker(db, rules, party, first, &[], now).await?;
    read::occurrences(db, &catalogue, wanted, &[], booker, now, page.lang).await
}

/// The form with what is wrong with the series as a whole.
async fn again(page: &Page, typed: &Typed, failed: Failed<Refused>) -> Result<Response, Error> {
    let facts = book_form::facts(page, typed).await?;
    page.refused(failed.into(), "bookings/use.html", &facts, typed)
}

/// `POST /series`
pub(super) async fn create(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("use");
    let wish = form::repeat(&page, &typed)?;
    if typed.text("agree").is_empty() {
        return ask(&page, typed, true, None).await;
    }
    let made = make(&page, &typed, &wish).await;
    let real = comes_to::otherwise(&made);
    match made {
        Ok(id) => Ok(page.go(&format!("/series/{id}/done"))),
        Err(Failed::Refused(Refused::Clashes | Refused::Unseen(_))) => {
            ask(&page, typed, true, real).await
        }
        Err(failed) => again(&page, &typed, failed).await,
    }
}

/// Books; a form that was sent already answers with the series it made.
async fn make(page: &Page, typed: &Typed, wish: &Repeat) -> Result<SeriesId, Failed<Refused>> {
    let app = &page.app;
    let (key, what) = (format!("form:{}", typed.text("once")), format!("{wish:?}"));
    let actor = book_form::actor(page, &wish.first);
    let asked = asked(&actor, typed, (&key, &what));
    let (by, shown) = ((actor, &app.clock), comes_to::shown(typed));
    once(
        &app.db,
        by,
        (asked, Refused::KeyReused.into()),
        async |work| {
            let made = service::repeat(work, wish).await?;
            service::agreed_series(work, made, shown).await?;
            Ok(made)
        },
    )
    .await
}

/// `GET /series/{id}`
pub(super) async fn one(page: Page, Id(id): Id<SeriesId>) -> Result<Response, Error> {
    let (_, facts) = seen(&page, id).await?;
    page.show("bookings/series.html", &facts)
}

/// `GET /series/{id}/done`
pub(super) async fn done(page: Page, Id(id): Id<SeriesId>) -> Result<Response, Error> {
    let page = page.nav("use");
    let (card, mut facts) = seen(&page, id).await?;
    let ids: Vec<BookingId> = card.cards.iter().map(|card| card.booking.id).collect();
    facts["fee"] = json!(read::owing(page.app.db.reader(), &ids).await?);
    page.show("bookings/series_done.html", &facts)
}

/// `GET /series/{id}/calendar.ics`
pub(super) async fn calendar(page: Page, Id(id): Id<SeriesId>) -> Result<Response, Error> {
    let (card, _) = seen(&page, id).await?;
    let event = |card: &read::Card| {
        let place = read::Place::bare(card.space.clone());
        letters::event(&card.booking, place.name(page.lang), card.state)
    };
    let events: Vec<mail::Event> = card.cards.iter().map(event).collect();
    let site = &page.app.site.public_url;
    let file = mail::calendar(&events, site, card.series.created_at);
    let name = format!("attachment; filename=\"{}.ics\"", card.series.reference);
    let headers = [
        (
            header::CONTENT_TYPE,
            "text/calendar; charset=utf-8".to_owned(),
        ),
        (header::CONTENT_DISPOSITION, name),
    ];
    Ok((headers, file).into_response())
}

/// A series this person may see, and what its pages show.
async fn seen(page: &Page, id: SeriesId) -> Result<(SeriesCard, Value), Error> {
    page.person()?;
    let (db, now) = (page.app.db.reader(), page.app.clock.now());
    let card = read::series_seen_by(db, &page.actor(), id).await?;
    let who = accounts::read::contact(db, card.series.person_id).await?;
    let all: Vec<&read::Card> = card.cards.iter().collect();
    let organisation = all.first().and_then(|card| card.booking.organisation_id);
    let facts = json!({
        "series": card.facts(),
        "bookings": SeriesCard::list(&all, page.lang, now),
        "remaining": card.remaining(None, now).len(),
        "name": who.as_ref().map(|who| who.name.as_str()),
        "email": who.as_ref().and_then(|who| who.email.as_deref()),
        "own": page.actor().person == Some(card.series.person_id),
        "booked_as": booked_as(page, organisation).await?,
    });
    Ok((card, facts))
}
