//! 統合: reception makes one organisation of two, having seen what becomes of which.

use axum::response::Response;
use kernel::{Failed, transact};
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Typed};

use crate::{Refused, entity::OrganisationId, read, service};

const PAGE: &str = "organisations/merge.html";

/// `GET /counter/organisations/{id}/merge?into=`: both side by side; changes nothing.
pub(super) async fn look(
    page: Page,
    Id(id): Id<OrganisationId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("organisations");
    page.staff()?;
    let facts = facts(&page, id, &typed).await?;
    page.form(PAGE, &facts, &typed)
}

async fn facts(page: &Page, id: OrganisationId, typed: &Typed) -> Result<Value, Error> {
    let db = page.app.db.reader();
    let today = page.app.clock.now().date();
    let double = read::side(db, id, today).await?;
    let double = double.ok_or_else(Error::not_found)?;
    let into = match typed.text("into").parse() {
        Ok(into) => read::side(db, into, today).await?,
        Err(_unreadable) => None,
    };
    let q = typed.text("q");
    let found = match (&into, q) {
        (Some(_), _) | (None, "") => Vec::new(),
        (None, q) => {
            let all = read::find_organisations(db, q, None, today).await?.items;
            all.into_iter().filter(|one| one.id != id).collect()
        }
    };
    Ok(json!({ "double": double, "into": into, "found": found, "asked": !q.is_empty() }))
}

/// `POST /counter/organisations/{id}/merge`
pub(super) async fn merge(
    page: Page,
    Id(id): Id<OrganisationId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("organisations");
    page.staff()?;
    let done = match typed.text("into").parse() {
        Ok(into) => {
            transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
                service::merge(work, id, into).await.map(|()| into)
            })
            .await
        }
        Err(_unreadable) => Err(Failed::from(Refused::CannotMerge)),
    };
    match done {
        Ok(into) => {
            let flash = Flash::good("organisations-flash-merged", json!({}));
            Ok(page.go_saying(&format!("/counter/organisations/{into}"), &flash))
        }
        Err(refused) => {
            let facts = facts(&page, id, &typed).await?;
            page.refused(refused.into(), PAGE, &facts, &typed)
        }
    }
}
