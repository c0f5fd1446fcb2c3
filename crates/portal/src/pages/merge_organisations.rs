//! 統合: reception makes one organisation of two, having seen what becomes of which.

use axum::response::Response;
use bookings::read::{Catalogue, organisations_together};
use kernel::{Failed, transact};
use organisations::{Refused, entity::OrganisationId, read::find_organisations};
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Typed};

use crate::{read::organisation_side, service::merge_organisations};

const PAGE: &str = "portal/merge_organisations.html";

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
    let (db, now) = (page.app.db.reader(), page.app.clock.now());
    let double = organisation_side(db, id, now).await?;
    let double = double.ok_or_else(Error::not_found)?;
    let into = match typed.text("into").parse() {
        Ok(into) if into != id => organisation_side(db, into, now).await?,
        _ => None,
    };
    let together = match &into {
        Some(into) => comes_together(page, [id, into.side.listed.id]).await?,
        None => Value::Null,
    };
    let q = typed.text("q");
    let found = match (&into, q) {
        (Some(_), _) | (None, "") => Vec::new(),
        (None, q) => {
            let all = find_organisations(db, q, None, now.date()).await?.items;
            all.into_iter().filter(|one| one.id != id).collect()
        }
    };
    Ok(json!({
        "double": double, "into": into, "together": together,
        "found": found, "asked": !q.is_empty(),
    }))
}

/// What is to be known before the bookings of two organisations come together.
async fn comes_together(page: &Page, pair: [OrganisationId; 2]) -> Result<Value, Error> {
    let now = page.app.clock.now();
    let catalogue = Catalogue::current(&page.app).await?;
    let db = page.app.db.reader();
    let found = organisations_together(db, &catalogue.rules, pair, now, page.lang).await?;
    let beyond = found.beyond.iter();
    Ok(json!({
        "beyond": beyond.map(|one| json!({ "key": one.key, "args": one.args })).collect::<Vec<_>>(),
        "restrictions": found.restrictions,
    }))
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
                merge_organisations(work, id, into).await?;
                Ok(into)
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
