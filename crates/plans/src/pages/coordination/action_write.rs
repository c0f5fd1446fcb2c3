//! Writing down what is to be done, or correcting it.

use approvals::entity::approval::Side;
use axum::response::Response;
use japan::calendar::parse_date;
use kernel::transact;
use serde_json::{Value, json};
use web::{Error, Id, Page, Typed, sent};

use super::{
    super::coordinator,
    actions::{action, facts},
    entry,
};
use crate::{
    CoordinationRefused as Refused,
    entity::{CoordinationActionId, CoordinationEntryId},
    read::Action,
    rules::ActionDraft,
    service,
};

const FORM: &str = "plans/coordination/action_form.html";

/// `GET /coordination/{id}/actions/new`
pub(super) async fn new(page: Page, Id(id): Id<CoordinationEntryId>) -> Result<Response, Error> {
    let page = page.nav("coordination");
    coordinator(&page)?;
    let facts = given(&page, id, None).await?;
    page.form(FORM, &facts, &sent::named(Typed::default()))
}

/// `POST /coordination/{id}/actions`
pub(super) async fn create(
    page: Page,
    Id(id): Id<CoordinationEntryId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("coordination");
    coordinator(&page)?;
    let wish = draft(&typed);
    let made = sent::once(&page, &typed, async |work| {
        service::add_action(work, id, &wish).await
    });
    let done = made.await.map(|_| format!("/coordination/{id}"));
    let facts = given(&page, id, None);
    sent::answer(
        &page,
        (FORM, &typed),
        done,
        "coordination-action-saved",
        facts,
    )
    .await
}

/// `GET /actions/{id}/edit`
pub(super) async fn edit(page: Page, Id(id): Id<CoordinationActionId>) -> Result<Response, Error> {
    let page = page.nav("coordination");
    coordinator(&page)?;
    let found = action(&page, id).await?;
    let row = &found.row;
    let filled = Typed::default()
        .or("what", &row.what)
        .or("side", json!(row.side).as_str().unwrap_or_default())
        .or("who", &row.who)
        .or("due_on", &row.due_on);
    let facts = given(&page, row.entry_id, Some(&found)).await?;
    page.form(FORM, &facts, &filled)
}

/// `POST /actions/{id}`
pub(super) async fn change(
    page: Page,
    Id(id): Id<CoordinationActionId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("coordination");
    coordinator(&page)?;
    let (wish, edition) = (draft(&typed), typed.number("edition"));
    let changed = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        let edition = edition.ok_or(Refused::Changed)?;
        service::edit_action(work, id, edition, &wish).await
    });
    let done = changed.await.map(|()| format!("/actions/{id}"));
    let facts = async {
        let found = action(&page, id).await?;
        given(&page, found.row.entry_id, Some(&found)).await
    };
    sent::answer(&page, (FORM, &typed), done, "coordination-saved", facts).await
}

fn draft(typed: &Typed) -> ActionDraft {
    ActionDraft {
        what: typed.text("what").replace("\r\n", "\n"),
        side: match typed.text("side") {
            "ward" => Some(Side::Ward),
            "manager" => Some(Side::Manager),
            _ => None,
        },
        who: typed.text("who").to_owned(),
        due_on: parse_date(typed.text("due_on")),
    }
}

/// What the form is given; `saved` is shown to whoever was overtaken.
async fn given(
    page: &Page,
    id: CoordinationEntryId,
    saved: Option<&Action>,
) -> Result<Value, Error> {
    let entry = entry(page, id).await?;
    Ok(json!({
        "entry": super::facts(&entry),
        "saved": saved.map(|one| facts(page, one)),
    }))
}
