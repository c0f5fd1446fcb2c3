//! The papers of one's own case, and the photographs of experts.

use axum::{Extension, response::Response};
use files::{Form, PaperId, Store};
use kernel::{Failed, transact};
use serde_json::json;
use web::{Error, Flash, Id, Page, Routes};

use super::{cases::attached, keeper, mine::shown_own};
use crate::{
    Refused,
    entity::{CaseId, ExpertId},
    read,
    rules::Reading,
    service,
};

/// The routes of papers and photographs.
pub(super) fn routes() -> Routes {
    Routes::new()
        .post("/consultations/{id}/papers", add)
        .get("/consultations/{id}/papers/{paper}", one)
        .post("/consultations/{id}/papers/{paper}/removal", remove)
        .get("/experts/{id}/photo", photo)
        .post("/counter/experts/{id}/photo", set_photo)
}

/// `POST /consultations/{id}/papers`
async fn add(page: Page, Id(id): Id<CaseId>, sent: Form) -> Result<Response, Error> {
    let page = page.nav("consult");
    own(&page, id).await?;
    let added = match sent.papers() {
        Ok(papers) => {
            transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
                service::add_papers(work, id, papers).await
            })
            .await
        }
        Err(refused) => Err(Failed::from(Refused::Paper(refused))),
    };
    match added {
        Ok(()) => Ok(told(&page, id, "papers-added")),
        Err(failed) => shown_own(&page, id, Some(failed.into())).await,
    }
}

/// `GET /consultations/{id}/papers/{paper}`: what they handed in themselves, to be saved.
async fn one(
    page: Page,
    Extension(store): Extension<Store>,
    Id((id, paper)): Id<(CaseId, PaperId)>,
) -> Result<Response, Error> {
    own(&page, id).await?;
    let mut papers = read::papers_of(page.app.db.reader(), id, Reading::Handles).await?;
    papers.retain(|one| one.from_client);
    attached(&page, &store, &papers, paper).await
}

/// `POST /consultations/{id}/papers/{paper}/removal`
async fn remove(page: Page, Id((id, paper)): Id<(CaseId, PaperId)>) -> Result<Response, Error> {
    own(&page, id).await?;
    transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::remove_paper(work, (id, paper)).await
    })
    .await?;
    Ok(told(&page, id, "papers-removed"))
}

/// Lets pass whose case it is.
async fn own(page: &Page, id: CaseId) -> Result<(), Error> {
    let person = page.person()?.person;
    let case = read::case_row(page.app.db.reader(), id).await?;
    let own = case.is_some_and(|case| case.person_id == person);
    own.then_some(()).ok_or_else(Error::not_found)
}

fn told(page: &Page, id: CaseId, key: &str) -> Response {
    page.go_saying(
        &format!("/consultations/{id}"),
        &Flash::good(key, json!({})),
    )
}

/// `GET /experts/{id}/photo`: of an expert whom the public sees, or for those who keep the register.
async fn photo(
    page: Page,
    Extension(store): Extension<Store>,
    Id(id): Id<ExpertId>,
) -> Result<Response, Error> {
    let db = page.app.db.reader();
    let expert = read::expert_row(db, Some(id)).await?;
    let seen = expert.filter(|expert| expert.shown || keeper(&page).is_ok());
    let named = seen.and_then(|expert| expert.photo_id);
    let named = named.ok_or_else(Error::not_found)?;
    let paper = files::read::paper(db, named).await?;
    Ok(files::shown(&store, &paper.ok_or_else(Error::not_found)?).await?)
}

/// `POST /counter/experts/{id}/photo`: another one, or none when no file is chosen.
async fn set_photo(page: Page, Id(id): Id<ExpertId>, sent: Form) -> Result<Response, Error> {
    let page = page.nav("experts");
    keeper(&page)?;
    let papers = sent
        .papers()
        .map_err(|refused| Failed::from(Refused::Paper(refused)))?;
    transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::set_photo(work, id, papers).await
    })
    .await?;
    let flash = Flash::good("experts-saved", json!({}));
    Ok(page.go_saying(&format!("/counter/experts/{id}"), &flash))
}
