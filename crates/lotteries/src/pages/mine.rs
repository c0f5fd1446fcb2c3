//! One's own entries: waiting for the draw, won, lost.

use axum::response::Response;
use bookings::read::Catalogue;
use kernel::{Failed, Work, transact};
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Typed};

use super::facts;
use crate::{
    Refused,
    entity::{EntryId, entry::State},
    read::{self, Own},
    rules::{may_apply, may_receive},
    service,
};

const ONE: &str = "lotteries/entry.html";

/// `GET /mypage/lotteries`
pub(super) async fn all(page: Page) -> Result<Response, Error> {
    let page = page.nav("use");
    let person = page.person()?.person;
    let catalogue = Catalogue::current(&page.app).await?;
    let rows = read::of_person(page.app.db.reader(), person).await?;
    let open = |own: &&Own| matches!(own.row.state, State::Applied | State::Won);
    let fact = |own: &Own| facts::own(own, &catalogue, &page);
    let (open, ended): (Vec<&Own>, Vec<&Own>) = rows.iter().partition(open);
    let facts = json!({
        "open": open.into_iter().map(fact).collect::<Vec<_>>(),
        "ended": ended.into_iter().map(fact).collect::<Vec<_>>(),
    });
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

/// An entry of the reader's own, or of anybody for those who work at the counter.
async fn given(page: &Page, id: EntryId) -> Result<Value, Error> {
    let (viewer, now) = (page.person()?, page.app.clock.now());
    let db = page.app.db.reader();
    let own = read::entry(db, id).await?;
    let may = |own: &Own| own.row.person_id == viewer.person || may_receive(&viewer.actor);
    let own = own.filter(may).ok_or_else(Error::not_found)?;
    let catalogue = Catalogue::current(&page.app).await?;
    let listed = read::lottery(db, own.lottery.id).await?;
    let terms = listed.map(|listed| facts::terms(&listed.terms, &catalogue, page.lang));
    let who = accounts::read::contact(db, own.row.person_id).await?;
    let names = organisations::read::names(db, own.row.organisation_id.into_iter().collect());
    let booked_as = names.await?.into_values().next();
    let in_time = own.row.answer_by.is_some_and(|by| now < by);
    let applied = own.row.state == State::Applied;
    Ok(json!({
        "entry": facts::own(&own, &catalogue, page),
        "terms": terms,
        "name": who.map(|who| who.name),
        "own": own.row.person_id == viewer.person,
        "booked_as": booked_as,
        "can_withdraw": applied && may_apply(&own.lottery, now).is_ok(),
        "can_confirm": own.row.state == State::Won && in_time,
    }))
}
