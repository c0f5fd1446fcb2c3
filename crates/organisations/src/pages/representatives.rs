//! 担当者: who may act for an organisation, as they themselves see and change it.

use axum::{extract::Path, response::Response};
use kernel::{Failed, PersonId, transact};
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Typed};

use crate::{Refused, entity::OrganisationId, read, service};

const PAGE: &str = "organisations/representatives.html";
const INVITATION: &str = "organisations/invitation.html";

/// `GET /organisations/{id}`
pub(super) async fn all(page: Page, Id(id): Id<OrganisationId>) -> Result<Response, Error> {
    page.form(PAGE, &facts(&page, id).await?, &Typed::default())
}

/// What the page is given, for those who act for the organisation.
async fn facts(page: &Page, id: OrganisationId) -> Result<Value, Error> {
    let person = page.person()?.person;
    let db = page.app.db.reader();
    let now = page.app.clock.now();
    let found = read::organisation(db, id, now.date()).await?;
    let found = found.ok_or_else(Error::not_found)?;
    if !read::represents(db, person, found.listed.id).await? {
        return Err(Error::not_found());
    }
    Ok(json!({
        "invitations": read::invitations(db, found.listed.id, now).await?,
        "organisation": found,
        "me": person,
    }))
}

/// `POST /organisations/{id}/invitations`
pub(super) async fn invite(
    page: Page,
    Id(id): Id<OrganisationId>,
    typed: Typed,
) -> Result<Response, Error> {
    page.person()?;
    let email = typed.text("email");
    let done = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::invite(work, id, email, page.lang).await
    });
    match done.await {
        Ok(()) => {
            let flash = Flash::good("organisations-flash-invited", json!({ "email": email }));
            Ok(page.go_saying(&format!("/organisations/{id}"), &flash))
        }
        Err(refused) => page.refused(refused.into(), PAGE, &facts(&page, id).await?, &typed),
    }
}

/// `POST /organisations/{id}/representatives/{person}/removal`, by one of them or by staff.
pub(super) async fn remove(
    page: Page,
    Id((id, person)): Id<(OrganisationId, PersonId)>,
) -> Result<Response, Error> {
    let viewer = page.person()?;
    let staff = viewer.actor.roles.is_staff();
    let place = match (staff, viewer.person == person) {
        (true, _) => format!("/counter/organisations/{id}"),
        (false, true) => "/mypage/organisations".to_owned(),
        (false, false) => format!("/organisations/{id}"),
    };
    transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::remove(work, id, person).await
    })
    .await?;
    let flash = Flash::good("organisations-flash-removed", json!({}));
    Ok(page.go_saying(&place, &flash))
}

/// `GET /invitations/{token}`
pub(super) async fn look(page: Page, Path(token): Path<String>) -> Result<Response, Error> {
    page.person()?;
    let db = page.app.db.reader();
    match read::invitation(db, &token, page.app.clock.now()).await {
        Ok(invited) => {
            let names = read::names(db, vec![invited.organisation_id]).await?;
            let facts = json!({ "called": names.get(&invited.organisation_id), "token": token });
            page.form(INVITATION, &facts, &Typed::default())
        }
        Err(refused) => over(&page, refused),
    }
}

/// The invitation can no longer be accepted: why, and what to do.
fn over(page: &Page, refused: Failed<Refused>) -> Result<Response, Error> {
    let facts = json!({ "called": null });
    page.refused(refused.into(), INVITATION, &facts, &Typed::default())
}

/// `POST /invitations/{token}`
pub(super) async fn accept(page: Page, Path(token): Path<String>) -> Result<Response, Error> {
    let person = page.person()?.person;
    let done = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::accept(work, &token, person).await
    });
    match done.await {
        Ok(id) => {
            let flash = Flash::good("organisations-flash-accepted", json!({}));
            Ok(page.go_saying(&format!("/organisations/{id}"), &flash))
        }
        Err(refused) => over(&page, refused),
    }
}
