//! 窓口 › セミナー: those that are written, looked at, open and held.

use axum::response::Response;
use bookings::read::Catalogue;
use kernel::{Failed, Work, transact};
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Routes, Typed};

use super::{asking, draws, facts, keeper, lessons, write};
use crate::{
    Refused,
    entity::{SeminarId, enrolment::Mode},
    read::{self, Seminar},
    rules::{self, Fees, Standing, asks_fees, standing},
    service,
};

const ONE: &str = "seminars/counter_one.html";

/// The routes of those who keep seminars.
pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/counter/seminars", all)
        .post("/counter/seminars", write::create)
        .get("/counter/seminars/new", write::new)
        .get("/counter/seminars/{id}", one)
        .post("/counter/seminars/{id}", write::change)
        .get("/counter/seminars/{id}/edit", write::edit)
        .get("/counter/seminars/{id}/copy", write::copy_form)
        .post("/counter/seminars/{id}/copy", write::copy)
        .get("/counter/seminars/{id}/lessons/new", lessons::new)
        .post("/counter/seminars/{id}/lessons", lessons::add)
        .get("/counter/lessons/{id}/edit", lessons::edit)
        .post("/counter/lessons/{id}", lessons::change)
        .post("/counter/lessons/{id}/removal", lessons::remove)
        .post("/counter/seminars/{id}/review", submit)
        .post("/counter/seminars/{id}/publication", publish)
        .post("/counter/seminars/{id}/return", send_back)
        .post("/counter/seminars/{id}/calling-off", call_off)
        .post("/counter/seminars/{id}/report", report)
}

/// `GET /counter/seminars?standing=`
async fn all(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("seminars");
    page.staff()?;
    let now = page.app.clock.now();
    let catalogue = Catalogue::current(&page.app).await?;
    let found = read::all(page.app.db.reader()).await?;
    let asked = Standing::parse(typed.text("standing"));
    let fits = |one: &&Seminar| asked.is_none_or(|asked| standing(&one.row, now) == asked);
    let fact = |one: &Seminar| facts::seminar(one, &catalogue, (page.lang, now));
    let codes = Standing::ALL.iter().map(|one| one.code());
    let facts = json!({
        "seminars": found.iter().filter(fits).map(fact).collect::<Vec<_>>(),
        "standings": facts::options(&page, "standing", codes)?,
        "keeps": rules::may_keep(&page.actor()),
    });
    page.form("seminars/counter.html", &facts, &typed)
}

/// `GET /counter/seminars/{id}`
async fn one(page: Page, Id(id): Id<SeminarId>) -> Result<Response, Error> {
    let page = page.nav("seminars");
    page.staff()?;
    let facts = given(&page, id).await?;
    page.form(ONE, &facts, &Typed::default())
}

async fn given(page: &Page, id: SeminarId) -> Result<Value, Error> {
    let (db, one) = (page.app.db.reader(), found(page, id).await?);
    let catalogue = Catalogue::current(&page.app).await?;
    let now = page.app.clock.now();
    let stands = standing(&one.row, now);
    let lacking = lacking(page, &one).await?;
    let mut seminar = facts::seminar(&one, &catalogue, (page.lang, now));
    lessons::told(page, &one, &catalogue, &mut seminar).await?;
    Ok(json!({
        "seminar": seminar,
        "draws": draws::all(page, id).await?,
        "questions": asking::asked(page, id, true).await?,
        "applied": read::applied(db, id, Mode::ALL).await?,
        "lacking": lacking.iter().map(|what| what.code()).collect::<Vec<_>>(),
        "keeps": rules::may_keep(&page.actor()),
        "publishes": rules::may_publish(&page.actor(), &one.row),
        "shown": stands.is_public(),
        "ahead": stands.is_ahead(),
        "asks_fees": asks_fees(&one.row, now),
        "begun": read::was_begun(db, id).await?,
    }))
}

/// What it lacks, as long as it is not published.
async fn lacking(page: &Page, one: &Seminar) -> Result<Vec<rules::Lacking>, Error> {
    let db = &page.app.db;
    match standing(&one.row, page.app.clock.now()) {
        Standing::Draft | Standing::Review => {
            Ok(read::lacking_of(db.reader(), db.kept(), &one.row).await?)
        }
        _ => Ok(Vec::new()),
    }
}

/// A seminar for those who work at the centre.
pub(super) async fn found(page: &Page, id: SeminarId) -> Result<Seminar, Error> {
    let found = read::seminar(page.app.db.reader(), id).await?;
    found.ok_or_else(Error::not_found)
}

/// `POST /counter/seminars/{id}/review`
async fn submit(page: Page, Id(id): Id<SeminarId>, typed: Typed) -> Result<Response, Error> {
    does(
        &page,
        (id, &typed),
        "seminars-submitted",
        async |work, edition| service::submit(work, id, edition).await,
    )
    .await
}

/// `POST /counter/seminars/{id}/publication`
async fn publish(page: Page, Id(id): Id<SeminarId>, typed: Typed) -> Result<Response, Error> {
    does(
        &page,
        (id, &typed),
        "seminars-published",
        async |work, edition| service::publish(work, id, edition).await,
    )
    .await
}

/// `POST /counter/seminars/{id}/return`
async fn send_back(page: Page, Id(id): Id<SeminarId>, typed: Typed) -> Result<Response, Error> {
    let why = typed.text("why");
    does(
        &page,
        (id, &typed),
        "seminars-sent-back",
        async |work, edition| service::send_back(work, id, edition, why).await,
    )
    .await
}

/// `POST /counter/seminars/{id}/calling-off`
async fn call_off(page: Page, Id(id): Id<SeminarId>, typed: Typed) -> Result<Response, Error> {
    let off = (typed.text("why"), Fees::parse(typed.text("fees")));
    does(
        &page,
        (id, &typed),
        "seminars-called-off",
        async |work, edition| service::call_off(work, id, edition, off).await,
    )
    .await
}

/// `POST /counter/seminars/{id}/report`
async fn report(page: Page, Id(id): Id<SeminarId>, typed: Typed) -> Result<Response, Error> {
    let words = typed.text("report").replace("\r\n", "\n");
    does(
        &page,
        (id, &typed),
        "seminars-reported",
        async |work, edition| service::report(work, id, edition, &words).await,
    )
    .await
}

/// Does something with a seminar as it was seen, and shows it again.
async fn does(
    page: &Page,
    (id, typed): (SeminarId, &Typed),
    said: &str,
    verb: impl for<'w> AsyncFnOnce(&'w Work, i32) -> Result<(), Failed<Refused>>,
) -> Result<Response, Error> {
    keeper(page)?;
    let edition = typed.number("edition").unwrap_or(0);
    let done = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        verb(work, edition).await
    });
    match done.await {
        Ok(()) => {
            let flash = Flash::good(said, json!({}));
            Ok(page.go_saying(&format!("/counter/seminars/{id}"), &flash))
        }
        Err(failed) => again(page, id, failed, typed).await,
    }
}

/// The seminar once more, with why something was not done.
pub(super) async fn again(
    page: &Page,
    id: SeminarId,
    failed: Failed<Refused>,
    typed: &Typed,
) -> Result<Response, Error> {
    let facts = given(page, id).await?;
    page.refused(failed.into(), ONE, &facts, typed)
}
