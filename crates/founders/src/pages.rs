//! The certificate of founders: one's own way to it, those who confirm and issue, and whoever checks one.

mod acts;
mod check;
mod counter;
mod courses;
mod facts;
mod figures;
mod mine;
mod own;
mod paper;
mod scheme;
mod typed;

use kernel::Actor;
use web::{Error, Page, Routes};

/// The routes of this crate.
pub fn routes() -> Routes {
    Routes::new()
        .get("/mypage/founding", mine::all)
        .post("/mypage/founding", mine::apply)
        .get("/mypage/founding/new", mine::new)
        .get("/mypage/founding/{id}", own::one)
        .post("/mypage/founding/{id}", own::correct)
        .get("/mypage/founding/{id}/edit", own::edit)
        .post("/mypage/founding/{id}/withdrawal", own::withdraw)
        .post("/mypage/founding/{id}/start", own::tell)
        .get("/mypage/founding/{id}/certificate", paper::own)
        .get("/certificates", check::ask)
        .get("/certificates/{code}", check::one)
        .and(counter::routes())
        .and(courses::routes())
        .and(figures::routes())
        .and(scheme::routes())
}

/// Lets pass whom a rule lets.
fn only(page: &Page, may: impl Fn(&Actor) -> bool) -> Result<(), Error> {
    if may(&page.person()?.actor) {
        Ok(())
    } else {
        Err(Error::forbidden())
    }
}
