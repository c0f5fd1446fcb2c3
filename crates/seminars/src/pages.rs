//! 学ぶ: seminars for everybody, one's own, and those who keep them.

mod attend;
mod company;
mod counter;
mod draws;
mod facts;
mod guests;
mod lessons;
mod mine;
mod people;
mod public;
mod screening;
mod write;

use web::{Error, Page, Routes};

/// The routes of this crate.
pub fn routes() -> Routes {
    Routes::new()
        .get("/seminars", public::all)
        .get("/seminars/{id}", public::one)
        .post("/seminars/{id}/enrolments", public::enrol)
        .get("/mypage/seminars", mine::all)
        .get("/enrolments/{id}", mine::one)
        .post("/enrolments/{id}/acceptance", mine::accept)
        .post("/enrolments/{id}/decline", mine::decline)
        .post("/enrolments/{id}/cancellation", mine::cancel)
        .and(company::routes())
        .and(draws::routes())
        .and(guests::routes())
        .and(screening::routes())
        .and(counter::routes())
        .and(people::routes())
        .and(attend::routes())
}

/// Lets pass who writes seminars.
fn keeper(page: &Page) -> Result<(), Error> {
    if crate::rules::may_keep(&page.person()?.actor) {
        Ok(())
    } else {
        Err(Error::forbidden())
    }
}
