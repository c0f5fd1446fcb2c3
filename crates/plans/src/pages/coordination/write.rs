//! Writing an entry of the log, or correcting it.

use axum::response::Response;
use japan::calendar::parse_date;
use kernel::transact;
use serde_json::{Value, json};
use web::{Error, Id, Page, Typed, sent};

use super::{super::coordinator, agency_options, chosen, entry, facts};
use crate::{
    CoordinationRefused as Refused, entity::CoordinationEntryId, read::Entry, rules::EntryDraft,
    service,
};

const FORM: &str = "plans/coordination/entry_form.html";

/// `GET /coordination/new?agency=`
pub(super) async fn new(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("coordination");
    coordinator(&page)?;
    let today = page.app.clock.now().date().to_string();
    let filled = sent::named(Typed::default())
        .or("held_on", &today)
        .or("agencies", typed.text("agency"));
    let facts = given(&page, &filled, None).await?;
    page.form(FORM, &facts, &filled)
}

/// `POST /coordination`
pub(super) async fn create(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("coordination");
    coordinator(&page)?;
    let wish = draft(&typed);
    let made = sent::once(&page, &typed, async |work| {
        service::add_entry(work, &wish).await
    });
    let done = made.await.map(|id| format!("/coordination/{id}"));
    let facts = given(&page, &typed, None);
    sent::answer(
        &page,
        (FORM, &typed),
        done,
        "coordination-entry-saved",
        facts,
    )
    .await
}

/// `GET /coordination/{id}/edit`
pub(super) async fn edit(page: Page, Id(id): Id<CoordinationEntryId>) -> Result<Response, Error> {
    let page = page.nav("coordination");
    coordinator(&page)?;
    let found = entry(&page, id).await?;
    let row = &found.row;
    let mut filled = Typed::default()
        .or("held_on", &row.held_on)
        .or("took_part", &row.took_part)
        .or("subject", &row.subject)
        .or("discussed", &row.discussed)
        .or("agreed", &row.agreed);
    for (agency, _) in &found.agencies {
        filled = filled.and("agencies", agency.to_string());
    }
    let facts = given(&page, &filled, Some(&found)).await?;
    page.form(FORM, &facts, &filled)
}

/// `POST /coordination/{id}`
pub(super) async fn change(
    page: Page,
    Id(id): Id<CoordinationEntryId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("coordination");
    coordinator(&page)?;
    let (wish, edition) = (draft(&typed), typed.number("edition"));
    let changed = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        let edition = edition.ok_or(Refused::Changed)?;
        service::edit_entry(work, id, edition, &wish).await
    });
    let done = changed.await.map(|()| format!("/coordination/{id}"));
    let facts = async {
        let found = entry(&page, id).await?;
        given(&page, &typed, Some(&found)).await
    };
    sent::answer(&page, (FORM, &typed), done, "coordination-saved", facts).await
}

fn draft(typed: &Typed) -> EntryDraft {
    // As browsers count its lines.
    let text = |name| typed.text(name).replace("\r\n", "\n");
    EntryDraft {
        held_on: parse_date(typed.text("held_on")),
        agencies: chosen(typed, "agencies"),
        took_part: text("took_part"),
        subject: text("subject"),
        discussed: text("discussed"),
        agreed: text("agreed"),
    }
}

/// What the form is given; `saved` is shown to whoever was overtaken.
async fn given(page: &Page, typed: &Typed, saved: Option<&Entry>) -> Result<Value, Error> {
    Ok(json!({
        "saved": saved.map(facts),
        "agencies": agency_options(page, &chosen(typed, "agencies")).await?,
    }))
}
