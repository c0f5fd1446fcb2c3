//! Putting right why, and for which programme, the centre uses a space.

use axum::response::Response;
use kernel::transact;
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Typed};

use super::{form::reasons, seen};
use crate::{
    entity::{OwnUseId, own_use},
    read,
    service::{self, Correction},
};

const CHANGE: &str = "bookings/own_uses/change.html";

/// `GET /counter/own-uses/{id}/change`
pub(in super::super) async fn change_form(
    page: Page,
    Id(id): Id<OwnUseId>,
) -> Result<Response, Error> {
    let page = page.nav("own-uses");
    page.staff()?;
    let (row, facts) = facts(&page, id).await?;
    if row.ended_at.is_some() {
        // The page of the use says that it was given back.
        return Ok(page.go(&format!("/counter/own-uses/{id}")));
    }
    let typed = Typed::default()
        .or("reason", &row.reason_id.to_string())
        .or("programme", &row.programme)
        .or("reach", "this");
    page.form(CHANGE, &facts, &typed)
}

/// `POST /counter/own-uses/{id}/change`
pub(in super::super) async fn change(
    page: Page,
    Id(id): Id<OwnUseId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("own-uses");
    page.staff()?;
    let wish = Correction {
        reason: typed.text("reason").parse().ok(),
        programme: typed.text("programme").to_owned(),
        and_following: typed.text("reach") == "following",
    };
    let changed = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::correct_own_use(work, id, &wish).await
    });
    match changed.await {
        Ok(()) => {
            let flash = Flash::good("bookings-own-changed", json!({}));
            Ok(page.go_saying(&format!("/counter/own-uses/{id}"), &flash))
        }
        Err(failed) => page.refused(failed.into(), CHANGE, &facts(&page, id).await?.1, &typed),
    }
}

/// The own use, and the reasons that could be given on its day.
async fn facts(page: &Page, id: OwnUseId) -> Result<(own_use::Model, Value), Error> {
    let (row, mut facts) = seen(page, id).await?;
    let all = read::own_use_reasons(page.app.db.reader()).await?;
    facts["reasons"] = reasons(&all, row.starts_at.date()).into();
    Ok((row, facts))
}
