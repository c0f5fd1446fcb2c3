//! アンケート: what people answer by their link, what came of it, and the questions.

mod answers;
mod edit;
mod facts;
mod figures;
mod results;
pub mod rows;

pub use answers::wish;
pub use facts::asked;
use web::{Error, Page, Routes};

use crate::rules;

/// The routes of this crate.
pub fn routes() -> Routes {
    Routes::new()
        .get("/answers/{token}", answers::form)
        .post("/answers/{token}", answers::send)
        .get("/answers/{token}/done", answers::done)
        .get("/surveys", results::all)
        .get("/surveys/{id}", results::one)
        .post("/surveys/{id}", edit::change)
        .get("/surveys/{id}/edit", edit::form)
}

/// Lets those pass who see what came of surveys.
fn reader(page: &Page) -> Result<(), Error> {
    if rules::may_see(&page.person()?.actor) {
        Ok(())
    } else {
        Err(Error::forbidden())
    }
}

/// Lets those pass who write the questions.
fn writer(page: &Page) -> Result<(), Error> {
    if rules::may_edit(&page.person()?.actor) {
        Ok(())
    } else {
        Err(Error::forbidden())
    }
}
