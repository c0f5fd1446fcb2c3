//! An expert's own appointments, and the address from which their calendar fetches them.

use axum::{http::HeaderMap, response::Response};
use bookings::read::Catalogue;
use kernel::{Fault, Instant, transact};
use mail::Event;
use serde_json::{Value, json};
use views::Lang;
use web::{CalendarFile, Error, Flash, Id, Page, Routes, Typed};

use super::facts;
use crate::{
    entity::expert,
    read::{self, Planned},
    service,
};

const TEMPLATE: &str = "consultations/advising.html";
/// So many days ahead appointments are listed.
const AHEAD: u64 = 60;

/// The routes of experts about themselves.
pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/mypage/advising", shown)
        .post("/mypage/advising/calendar", make)
        .post("/mypage/advising/calendar/end", end)
        .get("/calendar/experts/{name}", feed)
}

/// `GET /mypage/advising`
async fn shown(page: Page) -> Result<Response, Error> {
    let page = page.nav("cases");
    page.form(TEMPLATE, &given(&page, None).await?, &Typed::default())
}

/// `POST /mypage/advising/calendar`: answers with the page itself, for the address is nowhere else.
async fn make(page: Page) -> Result<Response, Error> {
    let page = page.nav("cases");
    oneself(&page).await?;
    let app = &page.app;
    let made = transact(&app.db, page.actor(), &app.clock, async |work| {
        service::make_feed(work).await
    });
    let secret = made.await?;
    let site = &app.site.public_url;
    let address = format!("{site}/calendar/experts/{}.ics", secret.reveal());
    let facts = given(&page, Some(address)).await?;
    page.form(TEMPLATE, &facts, &Typed::default())
}

/// `POST /mypage/advising/calendar/end`
async fn end(page: Page) -> Result<Response, Error> {
    oneself(&page).await?;
    transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::end_feed(work).await
    })
    .await?;
    let flash = Flash::good("bookings-feed-ended-flash", json!({}));
    Ok(page.go_saying("/mypage/advising", &flash))
}

/// The register's entry of whoever asks.
async fn oneself(page: &Page) -> Result<expert::Model, Error> {
    let person = page.person()?.person;
    let today = page.app.clock.now().date();
    let found = read::expert_on(page.app.db.reader(), person, today).await?;
    found.ok_or_else(Error::forbidden)
}

async fn given(page: &Page, made: Option<String>) -> Result<Value, Error> {
    let expert = oneself(page).await?;
    let (db, now) = (page.app.db.reader(), page.app.clock.now());
    let catalogue = Catalogue::current(&page.app).await?;
    let coming = read::coming(db, &catalogue, expert.id, (now, AHEAD)).await?;
    let since = read::feed_of(db, expert.id).await?;
    Ok(json!({
        "meetings": coming.iter().map(|one| facts::meeting(one, now)).collect::<Vec<_>>(),
        "days": AHEAD,
        "since": since.map(Instant::rfc3339),
        "made": made,
    }))
}

/// `GET /calendar/experts/{name}`: `<secret>.ics`, for a calendar that nobody has signed in to. It tells
/// when, where and the reference, and nobody's name.
async fn feed(page: Page, headers: HeaderMap, Id(name): Id<String>) -> Result<Response, Error> {
    let db = page.app.db.reader();
    let secret = name.strip_suffix(".ics").unwrap_or(&name);
    let found = read::feed_at(db, secret).await?;
    let feed = found.ok_or_else(Error::not_found)?;
    let expert = read::expert_row(db, Some(feed.expert_id)).await?;
    // An expert's calendar ends with the expert.
    let today = page.app.clock.now().date();
    let here = expert.filter(|one| one.works_as(Some(one.person_id), today));
    let expert = here.ok_or_else(Error::not_found)?;
    let who = accounts::read::contact(db, expert.person_id).await?;
    let lang = who.map(|who| who.lang).unwrap_or_default();
    let catalogue = Catalogue::current(&page.app).await?;
    let now = page.app.clock.now();
    let told = read::told(db, &catalogue, feed.expert_id, now).await?;
    let events = told.iter().map(|one| event(&page, lang, one));
    let events = events.collect::<Result<Vec<_>, _>>()?;
    let name = say(&page, lang, "consultations-feed-name", &Value::Null)?;
    let site = &page.app.site.public_url;
    let text = mail::feed(&name, &events, &[], site, feed.created_at);
    Ok(CalendarFile::private(text, None).answer(&headers))
}

fn event(page: &Page, lang: Lang, one: &Planned) -> Result<Event, Fault> {
    let row = &one.meeting.row;
    let mode = format!("consultations-mode-{}", row.mode.code());
    let location = match &one.room {
        Some(room) => room.clone(),
        None => say(page, lang, &mode, &Value::Null)?,
    };
    let reference = json!({ "reference": one.reference });
    Ok(Event {
        uid: row.id.to_string(),
        sequence: u32::try_from(row.version).unwrap_or(0),
        summary: say(page, lang, "consultations-feed-event", &reference)?,
        location,
        starts_at: row.starts_at,
        ends_at: row.ends_at,
        cancelled: !one.meeting.state.is_holding(),
        tentative: one.meeting.state == bookings::entity::hold::State::Requested,
        url: format!("/cases/{}", row.case_id),
    })
}

fn say(page: &Page, lang: Lang, key: &str, args: &Value) -> Result<String, Fault> {
    let said = page.app.views.text(lang, key, args);
    said.map_err(|failed| Fault::broken("wording a calendar", failed))
}
