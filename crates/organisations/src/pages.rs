//! Pages: applying, one's own applications, reception's lists and answers.

mod agencies;
mod apply;
mod counter;
mod form;
mod lists;
mod mine;
mod representatives;
mod review;
mod terms;

use axum::response::Response;
use files::{PaperId, Store};
use web::{Error, Page, Routes};

use crate::{entity::ApplicationId, read};

/// The routes of this crate.
pub fn routes() -> Routes {
    Routes::new()
        .get("/agencies", agencies::all)
        .post("/agencies", agencies::create)
        .get("/agencies/new", agencies::new)
        .get("/agencies/{id}", agencies::one)
        .post("/agencies/{id}", agencies::change)
        .get("/agencies/{id}/edit", agencies::edit)
        .get("/mypage/organisations", mine::all)
        .get("/applications/new", apply::new)
        .post("/applications/confirmation", apply::confirm)
        .post("/applications", apply::create)
        .get("/applications/{id}", mine::one)
        .get("/applications/{id}/change", apply::change)
        .post("/applications/{id}/withdrawal", mine::withdraw)
        .get("/applications/{id}/papers/{paper}", paper)
        .get("/organisations/{id}", representatives::all)
        .post("/organisations/{id}/invitations", representatives::invite)
        .post(
            "/organisations/{id}/representatives/{person}/removal",
            representatives::remove,
        )
        .get("/invitations/{token}", representatives::look)
        .post("/invitations/{token}", representatives::accept)
        .get("/counter/applications", review::all)
        .get("/counter/applications/{id}", review::one)
        .post("/counter/applications/{id}/review", review::answer)
        .get("/counter/registration-terms", terms::show)
        .post("/counter/registration-terms", terms::set)
        .get("/counter/organisations", counter::all)
        .get("/counter/organisations/{id}", counter::one)
        .post("/counter/organisations/{id}/representatives", counter::add)
}

/// `GET /applications/{id}/papers/{paper}`: to be saved, by whoever may see the application.
async fn paper(
    page: Page,
    axum::Extension(store): axum::Extension<Store>,
    web::Id((application, paper)): web::Id<(ApplicationId, PaperId)>,
) -> Result<Response, Error> {
    page.person()?;
    let found = read::paper(page.app.db.reader(), &page.actor(), application, paper).await?;
    let paper = found.ok_or_else(Error::not_found)?;
    Ok(files::attached(&store, &paper).await?)
}
