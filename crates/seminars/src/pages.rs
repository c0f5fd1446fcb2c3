//! 学ぶ: seminars for everybody, one's own, and those who keep them.

mod acts;
mod answered;
mod answers;
mod asking;
mod attend;
mod certificate;
mod change;
mod company;
mod counter;
mod door;
mod draws;
mod facts;
mod feeds;
mod figures;
mod guests;
mod lessons;
mod looked;
mod materials;
mod mine;
mod people;
mod public;
mod questions;
mod roll;
mod said;
mod screening;
mod series;
mod terms;
mod tickets;
mod write;

pub(crate) use looked::Looked;
use web::{Error, Page, Routes};

/// The routes of this crate.
pub fn routes() -> Routes {
    Routes::new()
        .get("/seminars", public::all)
        .get("/seminars/{id}", public::one)
        .post("/seminars/{id}/enrolments", public::enrol)
        .get("/mypage/seminars", mine::all)
        .get("/enrolments/{id}", mine::one)
        .post("/enrolments/{id}/acceptance", acts::accept)
        .post("/enrolments/{id}/decline", acts::decline)
        .post("/enrolments/{id}/cancellation", acts::cancel)
        .and(change::routes())
        .and(company::routes())
        .and(draws::routes())
        .and(guests::routes())
        .and(screening::routes())
        .and(series::routes())
        .and(counter::routes())
        .and(people::routes())
        .and(attend::routes())
        .and(feeds::routes())
        .and(tickets::routes())
        .and(certificate::routes())
        .and(answers::routes())
        .and(figures::routes())
        .and(terms::routes())
        .and(materials::routes())
        .and(roll::routes())
        .and(door::routes())
        .and(questions::routes())
        .and(said::routes())
        .and(crate::api::routes())
}

/// Lets pass who writes seminars.
fn keeper(page: &Page) -> Result<(), Error> {
    if crate::rules::may_keep(&page.person()?.actor) {
        Ok(())
    } else {
        Err(Error::forbidden())
    }
}
