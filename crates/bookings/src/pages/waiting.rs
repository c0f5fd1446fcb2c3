//! Waiting for what is taken: joining a line, one's place in it, answering an offer.

mod offer;

use axum::response::Response;
use kernel::{Failed, transact};
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Typed};

use super::{
    book_form::{self, clock},
    reached,
    slot::{self, Slot},
};
use crate::{
    entity::WaitingId,
    read::{self, Card, Waiting},
    refused::{Refused, Unwaitable},
    service,
};

pub(super) use offer::{accept, one};

/// The form of joining.
const JOIN: &str = "bookings/waiting/new.html";

/// `GET /waiting/new?slot=…&for=`
pub(super) async fn new(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("use");
    page.person()?;
    let Ok(Slot { space, span }) = slot::chosen(&typed) else {
        return Err(Error::not_found());
    };
    let typed = typed
        .or("space_id", &space.to_string())
        .or("date", &span.from.date().to_string())
        .or("starts_at", &clock(span.from))
        .or("ends_at", &clock(span.until));
    let hopeless = book_form::hopeless(&page, &typed).await?;
    let facts = facts(&page, &typed, hopeless.is_some()).await?;
    match hopeless {
        Some(why) => page.refused(Failed::Refused(why).into(), JOIN, &facts, &typed),
        None => page.form(JOIN, &facts, &typed),
    }
}

/// `POST /waiting`
pub(super) async fn join(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("use");
    let wish = book_form::wish(&page, &typed)?;
    let actor = book_form::actor(&page, &wish);
    let joined = transact(&page.app.db, actor, &page.app.clock, async |work| {
        service::join_line(work, &wish).await
    })
    .await;
    let now = page.app.clock.now();
    match read::with_alternatives(joined, wish.near(now), &page.app, now, page.lang).await {
        Ok(joined) => {
            let flash = Flash::good("bookings-waiting-joined-flash", json!({}));
            Ok(page.go_saying(&format!("/waiting/{}", joined.id), &flash))
        }
        Err(Failed::Refused(Refused::Waiting(Unwaitable::Free))) => {
            let flash = Flash::good("bookings-waiting-free-flash", json!({}));
            Ok(page.go_saying(&to_book(&typed), &flash))
        }
        Err(failed) => {
            let hopeless = book_form::hopeless(&page, &typed).await?.is_some();
            let facts = facts(&page, &typed, hopeless).await?;
            page.refused(failed.into(), JOIN, &facts, &typed)
        }
    }
}

/// What became free in the meantime is booked at once.
fn to_book(typed: &Typed) -> String {
    let slot = slot::typed(typed);
    let guest = match typed.text("for") {
        "" => String::new(),
        id => format!("&for={id}"),
    };
    format!("/bookings/new?slot={slot}{guest}")
}

/// The place, the time, whether anybody can have it, who is before, and the terms of offers.
async fn facts(page: &Page, typed: &Typed, hopeless: bool) -> Result<Value, Error> {
    let mut facts = book_form::facts(page, typed).await?;
    let db = page.app.db.reader();
    let used = book_form::used(typed);
    let span = used.starts_at.zip(used.ends_at);
    let span = span.and_then(|(from, until)| kernel::Span::try_new(from, until));
    let space = typed.text("space_id").parse().ok();
    let before = match space.zip(span) {
        Some(of) => read::lines(db, Some(of)).await?.len(),
        None => 0,
    };
    facts["from"] = span.map(|span| span.from.rfc3339()).into();
    facts["until"] = span.map(|span| span.until.rfc3339()).into();
    facts["before"] = before.into();
    // What nobody has is booked, not waited for.
    facts["taken"] = match space.zip(span) {
        Some((space, span)) => read::is_taken(&page.app, space, span).await?.into(),
        None => true.into(),
    };
    facts["hopeless"] = hopeless.into();
    facts["slot"] = slot::typed(typed).into();
    facts["terms"] = terms(page).await?;
    Ok(facts)
}

/// How long an offer waits, as pages say it.
async fn terms(page: &Page) -> Result<Value, Error> {
    let today = page.app.clock.now().date();
    let terms = read::waiting_terms_on(page.app.db.reader(), today).await?;
    Ok(json!({
        "longest": terms.longest_minutes,
        "shortest": terms.shortest_minutes,
        "last_call": terms.last_call_minutes,
        "lapses": terms.lapses,
        "most": terms.most,
        "valid_from": terms.valid_from,
    }))
}

/// `POST /waiting/{id}/withdrawal`
pub(super) async fn leave(page: Page, Id(id): Id<WaitingId>) -> Result<Response, Error> {
    page.person()?;
    let app = &page.app;
    transact(&app.db, page.actor(), &app.clock, async |work| {
        service::leave_line(work, id).await
    })
    .await?;
    let flash = Flash::good("bookings-waiting-left-flash", json!({}));
    Ok(page.go_saying(&format!("/waiting/{id}"), &flash))
}

/// `GET /mypage/waiting`
pub(super) async fn mine(page: Page) -> Result<Response, Error> {
    let person = page.person()?.person;
    let now = page.app.clock.now();
    let all = read::waiting_of(page.app.db.reader(), person).await?;
    let facts = |one: &Waiting| one.facts(page.lang, now);
    let (open, ended): (Vec<&Waiting>, Vec<&Waiting>) =
        all.iter().partition(|one| one.entry.state.is_open());
    let facts = json!({
        "open": open.into_iter().map(facts).collect::<Vec<_>>(),
        "ended": ended.into_iter().map(facts).collect::<Vec<_>>(),
    });
    page.show("bookings/waiting/mine.html", &facts)
}

/// Who waits for the time of a booking, for staff to see.
pub(super) async fn line(page: &Page, card: &Card) -> Result<Vec<Value>, Error> {
    if !page.actor().roles.is_staff() || !card.state.is_holding() {
        return Ok(Vec::new());
    }
    let of = Some((card.space.id, card.booking.span()));
    let all = read::lines(page.app.db.reader(), of).await?;
    named(page, &all).await
}

/// Those in a line with their names.
pub(super) async fn named(page: &Page, all: &[Waiting]) -> Result<Vec<Value>, Error> {
    let people = all.iter().map(|one| one.entry.person_id).collect();
    let people = reached(page, people).await?;
    let row = |one: &Waiting| {
        let who = people.get(&one.entry.person_id);
        let mut facts = one.facts(page.lang, page.app.clock.now());
        facts["name"] = who.map(|who| who.name.as_str()).into();
        facts["telephone"] = who.map(|who| who.telephone.as_str()).into();
        facts
    };
    Ok(all.iter().map(row).collect())
}
