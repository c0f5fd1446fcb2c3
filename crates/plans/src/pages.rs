//! 方針: the policies of a fiscal year, one with its versions, writing and acknowledging.

mod agreements;
mod coordination;
mod council;
mod facts;
mod policies;
mod write;

use japan::fiscal::FiscalYear;
use web::{Error, Page, Routes, Typed};

use crate::service::Seen;

/// The routes of this crate.
pub fn routes() -> Routes {
    Routes::new()
        .get("/policies", policies::all)
        .post("/policies", write::create)
        .get("/policies/new", write::new)
        .get("/policies/{id}", policies::one)
        .post("/policies/{id}", write::change)
        .get("/policies/{id}/edit", write::edit)
        .post("/policies/{id}/removal", write::discard)
        .post("/policies/{id}/revision", write::revise)
        .post("/policies/{id}/submission", policies::issue)
        .post("/policies/{id}/withdrawal", policies::withdraw)
        .post("/policies/{id}/decision", policies::decide)
        .and(agreements::routes())
        .and(coordination::routes())
        .and(council::routes())
}

/// Lets the manager and the ward pass.
fn reader(page: &Page) -> Result<(), Error> {
    if approvals::rules::may_see(&page.person()?.actor) {
        Ok(())
    } else {
        Err(Error::forbidden())
    }
}

/// Lets the ward pass.
fn writer(page: &Page) -> Result<(), Error> {
    if crate::rules::may_write(&page.person()?.actor) {
        Ok(())
    } else {
        Err(Error::forbidden())
    }
}

/// The version that the page showed; none when the form does not say.
fn seen_version(typed: &Typed, count: &str) -> Option<Seen> {
    Some(Seen {
        version: typed.text("of").parse().ok()?,
        count: typed.number(count)?,
    })
}

/// The fiscal year that is asked for; without a word of it, this one.
fn year(page: &Page, typed: &Typed) -> Result<FiscalYear, Error> {
    match typed.text("year") {
        "" => Ok(FiscalYear::of(page.app.clock.now().date())),
        text => FiscalYear::parse(text)
            .filter(|year| crate::rules::YEARS.contains(&year.year()))
            .ok_or_else(Error::not_found),
    }
}
