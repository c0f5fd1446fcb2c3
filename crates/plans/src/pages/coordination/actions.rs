//! やること: what is to be done, who does it, by when.

use axum::response::Response;
use japan::calendar::parse_date;
use kernel::{Failed, transact};
use serde_json::{Value, json};
use web::{Error, Id, Page, Typed, sent};

use super::super::coordinator;
use crate::{
    CoordinationRefused as Refused,
    entity::CoordinationActionId,
    read::{self, Action},
    rules::Completion,
    service,
};

const ONE: &str = "plans/coordination/action.html";

/// So many that were done are listed.
const DONE: u64 = 50;

/// `GET /actions`: what is open, what is due first first; then what was done.
pub(super) async fn all(page: Page) -> Result<Response, Error> {
    let page = page.nav("coordination");
    coordinator(&page)?;
    let db = page.app.db.reader();
    let (open, done) = (
        read::open_actions(db).await?,
        read::done_actions(db, DONE).await?,
    );
    let rows = |all: &[Action]| all.iter().map(|one| facts(&page, one)).collect::<Vec<_>>();
    let facts = json!({ "open": rows(&open), "done": rows(&done) });
    page.show("plans/coordination/actions.html", &facts)
}

/// `GET /actions/{id}`
pub(super) async fn one(page: Page, Id(id): Id<CoordinationActionId>) -> Result<Response, Error> {
    let page = page.nav("coordination");
    coordinator(&page)?;
    let today = page.app.clock.now().date().to_string();
    let facts = json!({ "action": facts(&page, &action(&page, id).await?) });
    page.form(ONE, &facts, &Typed::default().or("done_on", &today))
}

/// `POST /actions/{id}/completion`: it was done.
pub(super) async fn complete(
    page: Page,
    Id(id): Id<CoordinationActionId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("coordination");
    coordinator(&page)?;
    let (edition, done) = (typed.number("edition"), completion(&typed));
    let completed = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        let edition = edition.ok_or(Refused::Changed)?;
        service::complete_action(work, id, edition, &done).await
    });
    answer(
        &page,
        id,
        &typed,
        completed.await,
        "coordination-action-completed",
    )
    .await
}

/// `POST /actions/{id}/completion/withdrawal`: it is still to be done.
pub(super) async fn reopen(
    page: Page,
    Id(id): Id<CoordinationActionId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("coordination");
    coordinator(&page)?;
    let edition = typed.number("edition");
    let reopened = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::reopen_action(work, id, edition.ok_or(Refused::Changed)?).await
    });
    answer(
        &page,
        id,
        &typed,
        reopened.await,
        "coordination-action-reopened",
    )
    .await
}

async fn answer(
    page: &Page,
    id: CoordinationActionId,
    typed: &Typed,
    done: Result<(), Failed<Refused>>,
    said: &str,
) -> Result<Response, Error> {
    let done = done.map(|()| format!("/actions/{id}"));
    let facts = async { Ok(json!({ "action": facts(page, &action(page, id).await?) })) };
    sent::answer(page, (ONE, typed), done, said, facts).await
}

fn completion(typed: &Typed) -> Completion {
    Completion {
        done_on: parse_date(typed.text("done_on")),
        note: typed.text("note").replace("\r\n", "\n"),
    }
}

pub(super) async fn action(page: &Page, id: CoordinationActionId) -> Result<Action, Error> {
    let found = read::action(page.app.db.reader(), id).await?;
    found.ok_or_else(Error::not_found)
}

/// An action as pages have it.
pub(super) fn facts(page: &Page, action: &Action) -> Value {
    let (row, today) = (&action.row, page.app.clock.now().date().to_string());
    let state = match &row.done_on {
        Some(_) => "done",
        None if row.due_on < today => "overdue",
        None => "open",
    };
    json!({
        "id": row.id,
        "entry": row.entry_id,
        "subject": action.subject,
        "what": row.what,
        "side": row.side,
        "who": row.who,
        "due_on": row.due_on,
        "done_on": row.done_on,
        "done_note": row.done_note,
        "state": state,
        "edition": row.edition,
    })
}
