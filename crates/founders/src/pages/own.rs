//! One's own application: where it stands, putting it right, taking it back.

use axum::response::Response;
use japan::calendar::parse_date;
use kernel::{Failed, Work, transact};
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Typed};

use super::{facts, typed};
use crate::{
    Refused,
    entity::ApplicationId,
    read::{self, Listed},
    service,
};

const PAGE: &str = "founders/application.html";
const FORM: &str = "founders/apply.html";

/// `GET /mypage/founding/{id}`
pub(super) async fn one(page: Page, Id(id): Id<ApplicationId>) -> Result<Response, Error> {
    let page = page.nav("learn");
    let facts = given(&page, id).await?;
    page.form(PAGE, &facts, &Typed::default())
}

/// `GET /mypage/founding/{id}/edit`
pub(super) async fn edit(page: Page, Id(id): Id<ApplicationId>) -> Result<Response, Error> {
    let page = page.nav("learn");
    let one = own(&page, id).await?;
    let facts = form(&page, &one).await?;
    page.form(FORM, &facts, &typed::filled(&one.row))
}

/// `POST /mypage/founding/{id}`
pub(super) async fn correct(
    page: Page,
    Id(id): Id<ApplicationId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("learn");
    let one = own(&page, id).await?;
    let draft = typed::draft(&typed);
    let seen = typed.number("edition").unwrap_or(0);
    let done = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::correct(work, id, seen, &draft).await
    });
    match done.await {
        Ok(()) => {
            let flash = Flash::good("founders-corrected", json!({}));
            Ok(page.go_saying(&format!("/mypage/founding/{id}"), &flash))
        }
        Err(failed) => page.refused(failed.into(), FORM, &form(&page, &one).await?, &typed),
    }
}

/// `POST /mypage/founding/{id}/withdrawal`
pub(super) async fn withdraw(
    page: Page,
    Id(id): Id<ApplicationId>,
    typed: Typed,
) -> Result<Response, Error> {
    let seen = typed.number("edition").unwrap_or(0);
    does(&page, (id, &typed), "founders-withdrawn", async |work| {
        service::withdraw(work, id, seen).await
    })
    .await
}

/// `POST /mypage/founding/{id}/start`: when the business was founded.
pub(super) async fn tell(
    page: Page,
    Id(id): Id<ApplicationId>,
    typed: Typed,
) -> Result<Response, Error> {
    let day = parse_date(typed.text("founded_on"));
    does(&page, (id, &typed), "founders-founded-told", async |work| {
        service::tell_founding(work, id, day).await
    })
    .await
}

/// Does something with one's own application, and shows it again.
async fn does(
    page: &Page,
    (id, typed): (ApplicationId, &Typed),
    said: &str,
    verb: impl for<'w> AsyncFnOnce(&'w Work) -> Result<(), Failed<Refused>>,
) -> Result<Response, Error> {
    own(page, id).await?;
    let done = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        verb(work).await
    });
    match done.await {
        Ok(()) => {
            let flash = Flash::good(said, json!({}));
            Ok(page.go_saying(&format!("/mypage/founding/{id}"), &flash))
        }
        Err(failed) => page.refused(failed.into(), PAGE, &given(page, id).await?, typed),
    }
}

/// An application of the reader's own; another's is not there.
pub(super) async fn own(page: &Page, id: ApplicationId) -> Result<Listed, Error> {
    let person = page.person()?.person;
    let found = read::application(page.app.db.reader(), id).await?;
    found
        .filter(|one| one.row.person_id == person)
        .ok_or_else(Error::not_found)
}

async fn given(page: &Page, id: ApplicationId) -> Result<Value, Error> {
    let one = own(page, id).await?;
    Ok(json!({ "application": facts::application(page, &one) }))
}

async fn form(page: &Page, one: &Listed) -> Result<Value, Error> {
    let db = page.app.db.reader();
    let (plan, laws) = (read::plan(db).await?, read::laws(db).await?);
    Ok(json!({
        "saved": facts::application(page, one),
        "progress": null,
        "consults": plan.has_consultations(),
        "choices": typed::choices(page, &plan, &laws.benefits)?,
    }))
}
