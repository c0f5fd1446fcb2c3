//! Entering a council, or putting it right.

use axum::response::Response;
use kernel::transact;
use serde_json::json;
use web::{Error, Id, Page, Typed, sent};

use super::{super::coordinator, council, facts};
use crate::{CoordinationRefused as Refused, entity::CouncilId, rules::CouncilDraft, service};

const FORM: &str = "plans/council/form.html";

/// `GET /councils/new`
pub(super) async fn new(page: Page) -> Result<Response, Error> {
    let page = page.nav("councils");
    coordinator(&page)?;
    page.form(
        FORM,
        &json!({ "saved": null }),
        &sent::named(Typed::default()),
    )
}

/// `POST /councils`
pub(super) async fn create(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("councils");
    coordinator(&page)?;
    let wish = draft(&typed);
    let made = sent::once(&page, &typed, async |work| {
        service::add_council(work, &wish).await
    });
    let done = made.await.map(|id| format!("/councils/{id}"));
    let facts = async { Ok(json!({ "saved": null })) };
    sent::answer(&page, (FORM, &typed), done, "council-made", facts).await
}

/// `GET /councils/{id}/edit`
pub(super) async fn edit(page: Page, Id(id): Id<CouncilId>) -> Result<Response, Error> {
    let page = page.nav("councils");
    coordinator(&page)?;
    let row = council(&page, id).await?;
    let typed = Typed::default()
        .or("name", &row.name)
        .or("purpose", &row.purpose);
    page.form(FORM, &json!({ "saved": facts(&row) }), &typed)
}

/// `POST /councils/{id}`
pub(super) async fn change(
    page: Page,
    Id(id): Id<CouncilId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("councils");
    coordinator(&page)?;
    let (wish, edition) = (draft(&typed), typed.number("edition"));
    let changed = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        let edition = edition.ok_or(Refused::Changed)?;
        service::edit_council(work, id, edition, &wish).await
    });
    let done = changed.await.map(|()| format!("/councils/{id}"));
    let facts = async { Ok(json!({ "saved": facts(&council(&page, id).await?) })) };
    sent::answer(&page, (FORM, &typed), done, "coordination-saved", facts).await
}

fn draft(typed: &Typed) -> CouncilDraft {
    CouncilDraft {
        name: typed.text("name").to_owned(),
        // As browsers count its lines.
        purpose: typed.text("purpose").replace("\r\n", "\n"),
    }
}
