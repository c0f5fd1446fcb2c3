//! Entering a council, or putting it right.

use axum::response::Response;
use kernel::transact;
use serde_json::json;
use web::{Error, Flash, Id, Page, Typed};

use super::{super::coordinator, council, facts};
use crate::{CoordinationRefused as Refused, entity::CouncilId, rules::CouncilDraft, service};

const FORM: &str = "plans/council/form.html";

/// `GET /councils/new`
pub(super) async fn new(page: Page) -> Result<Response, Error> {
    let page = page.nav("councils");
    coordinator(&page)?;
    page.form(FORM, &json!({ "saved": null }), &Typed::default())
}

/// `POST /councils`
pub(super) async fn create(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("councils");
    coordinator(&page)?;
    let wish = draft(&typed);
    let made = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::add_council(work, &wish).await
    });
    match made.await {
        Ok(id) => {
            let flash = Flash::good("council-made", json!({}));
            Ok(page.go_saying(&format!("/councils/{id}"), &flash))
        }
        Err(failed) => page.refused(failed.into(), FORM, &json!({ "saved": null }), &typed),
    }
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
    match changed.await {
        Ok(()) => {
            let flash = Flash::good("coordination-saved", json!({}));
            Ok(page.go_saying(&format!("/councils/{id}"), &flash))
        }
        Err(failed) => {
            let facts = json!({ "saved": facts(&council(&page, id).await?) });
            page.refused(failed.into(), FORM, &facts, &typed)
        }
    }
}

fn draft(typed: &Typed) -> CouncilDraft {
    CouncilDraft {
        name: typed.text("name").to_owned(),
        // As browsers count its lines.
        purpose: typed.text("purpose").replace("\r\n", "\n"),
    }
}
