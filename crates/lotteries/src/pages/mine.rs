//! One's own entries: waiting for the draw, won, lost.

use axum::response::Response;
use bookings::read::Catalogue;
use kernel::{Failed, Instant, Work, transact};
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Typed};

use super::facts;
use crate::{
    Refused,
    entity::{EntryId, entry::State},
    read::{self, Own},
    rules::{can_come, may_apply, may_receive},
    service,
};

const ONE: &str = "lotteries/entry.html";

/// `GET /mypage/lotteries`
pub(super) async fn all(page: Page) -> Result<Response, Error> {
    let page = page.nav("use");
    let person = page.person()?.person;
    let catalogue = Catalogue::current(&page.app).await?;
    let (db, now) = (page.app.db.reader(), page.app.clock.now());
    let rows = read::of_person(db, person, now).await?;
    let entries: Vec<_> = rows.iter().map(|own| &own.row).collect();
    let bookings = read::held(db, &entries).await?;
    let organisations = rows.iter().filter_map(|own| own.row.organisation_id);
    let names = organisations::read::names(db, organisations.collect()).await?;
    let fact = |own: &Own| {
        let mut fact = facts::own(own, &bookings, (&catalogue, &page));
        let booked_as = own.row.organisation_id.and_then(|id| names.get(&id));
        fact["booked_as"] = booked_as.map(String::as_str).into();
        fact
    };
    let all = rows.iter().map(fact);
    let (open, ended): (Vec<Value>, Vec<Value>) = all.partition(|fact| fact["open"] == true);
    let facts = json!({ "open": open, "ended": ended });
    page.show("lotteries/mine.html", &facts)
}

/// `GET /lottery-entries/{id}`
pub(super) async fn one(page: Page, Id(id): Id<EntryId>) -> Result<Response, Error> {
    let page = page.nav("use");
    let facts = given(&page, id).await?;
    page.form(ONE, &facts, &Typed::default())
}

/// `POST /lottery-entries/{id}/withdrawal`
pub(super) async fn withdraw(page: Page, Id(id): Id<EntryId>) -> Result<Response, Error> {
    does(&page, id, "lotteries-withdrawn-flash", service::withdraw).await
}

/// `POST /lottery-entries/{id}/confirmation`
pub(super) async fn confirm(page: Page, Id(id): Id<EntryId>) -> Result<Response, Error> {
    does(&page, id, "lotteries-confirmed-flash", service::confirm).await
}

async fn does(
    page: &Page,
    id: EntryId,
    said: &str,
    verb: impl for<'w> AsyncFnOnce(&'w Work, EntryId) -> Result<(), Failed<Refused>>,
) -> Result<Response, Error> {
    page.person()?;
    let done = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        verb(work, id).await
    });
    match done.await {
        Ok(()) => {
            let flash = Flash::good(said, json!({}));
            Ok(page.go_saying(&format!("/lottery-entries/{id}"), &flash))
        }
        Err(failed) => {
            let facts = given(page, id).await?;
            page.refused(failed.into(), ONE, &facts, &Typed::default())
        }
    }
}

/// An entry that the reader may see: their own, their organisation's, anybody's at the counter.
async fn given(page: &Page, id: EntryId) -> Result<Value, Error> {
    let (viewer, db) = (page.person()?, page.app.db.reader());
    let own = read::entry(db, id).await?;
    let own = own.ok_or_else(Error::not_found)?;
    if !read::may_see(db, &viewer.actor, &own.row).await? {
        return Err(Error::not_found());
    }
    let catalogue = Catalogue::current(&page.app).await?;
    let listed = read::lottery(db, own.lottery.id).await?;
    let terms = listed.map(|listed| facts::terms(&listed.terms, &catalogue, page.lang));
    let bookings = read::held(db, &[&own.row]).await?;
    let who = accounts::read::contact(db, own.row.person_id).await?;
    let names = organisations::read::names(db, own.row.organisation_id.into_iter().collect());
    let is_own = own.row.person_id == viewer.person;
    let [can_withdraw, can_confirm] = can(&own, &bookings, page.app.clock.now());
    Ok(json!({
        "entry": facts::own(&own, &bookings, (&catalogue, page)),
        "terms": terms,
        "name": who.map(|who| who.name),
        "own": is_own,
        "at_counter": !is_own && may_receive(&viewer.actor),
        "booked_as": names.await?.into_values().next(),
        "can_withdraw": can_withdraw,
        "can_confirm": can_confirm,
    }))
}

/// Whether an entry can be withdrawn, and whether it can be confirmed.
fn can(own: &Own, bookings: &facts::Bookings, now: Instant) -> [bool; 2] {
    let in_time = own.row.answer_by.is_some_and(|by| now < by);
    let booked = own.row.booking_id.and_then(|id| bookings.get(&id));
    let can_come = booked.is_some_and(|held| can_come(held.state));
    let applied = own.row.state == State::Applied;
    [
        applied && may_apply(&own.lottery, now).is_ok(),
        own.row.state == State::Won && in_time && can_come,
    ]
}
