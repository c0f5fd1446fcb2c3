//! 申込時の回答: what somebody answered who enrolled, for them and for those who keep the seminar. What is
//! still open is answered here.

use axum::{Extension, extract::Request, response::Response};
use files::Store;
use kernel::{Failed, Work, transact};
use serde_json::{Value, json};
use surveys::rules::Question;
use web::{Error, Flash, Id, Page, Routes, Typed};

use super::{answered, asking, mine::seen};
use crate::{
    Refused,
    entity::{EnrolmentId, answer},
    letters::title,
    read::{self, Own},
    rules::{self, Leaves},
    service,
};

const ONE: &str = "seminars/said.html";

/// The routes of answers.
pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/enrolments/{id}/answers", one)
        .post("/enrolments/{id}/answers", complete)
        .get("/enrolments/{id}/answers/{number}", paper)
        .post("/enrolments/{id}/answers/erasure", erase)
}

/// What was answered with an enrolment, for whoever may read it: all of it, and how much is still open. None
/// where nothing is asked.
pub(super) async fn of(page: &Page, own: &Own) -> Result<Value, Error> {
    let db = page.app.db.reader();
    let asked = read::questions(db, own.row.seminar_id).await?;
    if asked.is_empty() || !rules::may_read_answers(&page.actor(), own.row.person_id) {
        return Ok(Value::Null);
    }
    let rows = read::answers(db, own.row.id).await?;
    let erased = read::erased(db, own.row.id).await?.is_some();
    let said = answered::said(page, &asked, (&rows, takes(page, own) && !erased))?;
    let open = said.iter().filter(|one| one["open"] == true).count();
    Ok(json!({ "said": said, "open": open, "erased": erased }))
}

/// Whether the reader can still answer, unless all was erased.
fn takes(page: &Page, own: &Own) -> bool {
    let theirs = page.actor().is(own.row.person_id);
    let row = &own.seminar.row;
    rules::takes_answers(own.row.state, row, (!theirs, page.app.clock.now()))
}

/// `GET /enrolments/{id}/answers`
async fn one(page: Page, Id(id): Id<EnrolmentId>) -> Result<Response, Error> {
    let page = page.nav("learn");
    let facts = given(&page, id).await?;
    page.form(ONE, &facts, &Typed::default())
}

/// `POST /enrolments/{id}/answers`: what was open.
async fn complete(
    page: Page,
    Id(id): Id<EnrolmentId>,
    request: Request,
) -> Result<Response, Error> {
    let own = readable(&page, id).await?;
    let erased = read::erased(page.app.db.reader(), id).await?.is_some();
    let takes = async || Ok(takes(&page, &own) && !erased);
    let asked = (own.row.seminar_id, Refused::NotStanding);
    let sent = asking::read_form(&page, asked, takes, request).await?;
    let typed = sent.typed.clone();
    let answers = asking::sent(sent, Leaves::Nothing);
    let verb = async |work: &Work| service::complete(work, id, &answers).await;
    done(&page, (id, &typed), verb, "seminars-said-kept").await
}

/// `POST /enrolments/{id}/answers/erasure`: because the person asked for it.
async fn erase(page: Page, Id(id): Id<EnrolmentId>, typed: Typed) -> Result<Response, Error> {
    let why = typed.text("why").replace("\r\n", "\n");
    let verb = async |work: &Work| service::erase_answers(work, id, &why).await;
    done(&page, (id, &typed), verb, "seminars-said-erased").await
}

async fn done(
    page: &Page,
    (id, typed): (EnrolmentId, &Typed),
    verb: impl for<'w> AsyncFnOnce(&'w Work) -> Result<(), Failed<Refused>>,
    said: &str,
) -> Result<Response, Error> {
    readable(page, id).await?;
    let done = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        verb(work).await
    });
    match done.await {
        Ok(()) => {
            let flash = Flash::good(said, json!({}));
            Ok(page.go_saying(&format!("/enrolments/{id}/answers"), &flash))
        }
        Err(failed) => {
            let facts = given(page, id).await?;
            page.refused(failed.into(), ONE, &facts, typed)
        }
    }
}

/// `GET /enrolments/{id}/answers/{number}`: the paper that was handed in.
async fn paper(
    page: Page,
    Extension(store): Extension<Store>,
    Id((id, number)): Id<(EnrolmentId, i32)>,
) -> Result<Response, Error> {
    readable(&page, id).await?;
    let db = page.app.db.reader();
    let rows = read::answers(db, id).await?;
    let own = rows.iter().find(|row| row.number == number);
    let paper = own.and_then(|row| row.paper_id);
    let found = files::read::paper(db, paper.ok_or_else(Error::not_found)?).await?;
    Ok(files::attached(&store, &found.ok_or_else(Error::not_found)?).await?)
}

/// An enrolment whose answers the reader may read; nobody else learns that there are any.
async fn readable(page: &Page, id: EnrolmentId) -> Result<Own, Error> {
    let own = seen(page, id).await?;
    if rules::may_read_answers(&page.actor(), own.row.person_id) {
        Ok(own)
    } else {
        Err(Error::not_found())
    }
}

async fn given(page: &Page, id: EnrolmentId) -> Result<Value, Error> {
    let own = readable(page, id).await?;
    let db = page.app.db.reader();
    let asked = read::questions(db, own.row.seminar_id).await?;
    if asked.is_empty() {
        return Err(Error::not_found());
    }
    let rows = read::answers(db, id).await?;
    let erased = read::erased(db, id).await?;
    let takes = takes(page, &own) && erased.is_none();
    let theirs = page.actor().is(own.row.person_id);
    let keeps = rules::may_keep(&page.actor());
    let who = read::name_of(db, own.row.person_id).await?;
    Ok(json!({
        "enrolment": { "id": id, "number": own.row.number, "name": who, "attendee": own.row.attendee },
        "seminar": { "id": own.row.seminar_id, "title": title(&own.seminar.row, page.lang) },
        "said": answered::said(page, &asked, (&rows, takes))?,
        "questions": if takes { open(page, &asked, (&rows, theirs)) } else { Vec::new() },
        "erased": erased.map(|one| json!({ "at": one.erased_at.rfc3339(), "why": keeps.then_some(one.why) })),
        "theirs": theirs,
        "keeps": keeps,
    }))
}

/// What is still asked; whoever answers for somebody else may leave it open.
fn open(page: &Page, asked: &[Question], (rows, theirs): (&[answer::Model], bool)) -> Vec<Value> {
    let open = answered::still_open(page, asked, rows);
    if theirs {
        open
    } else {
        asking::left_open(open)
    }
}
