//! 方針と計画: the ward's policies, and plans with their versions; writing, handing in, answering; what
//! anybody reads of them.

mod agreements;
mod coordination;
mod council;
mod initiatives;
mod plans;
mod policies;

use japan::fiscal::FiscalYear;
use web::{Error, Page, Routes, Typed};

use crate::service::policies::Seen;

/// The routes of this crate.
pub fn routes() -> Routes {
    Routes::new()
        .get("/policies", policies::all)
        .post("/policies", policies::write::create)
        .get("/policies/new", policies::write::new)
        .get("/policies/{id}", policies::one)
        .post("/policies/{id}", policies::write::change)
        .get("/policies/{id}/edit", policies::write::edit)
        .post("/policies/{id}/removal", policies::write::discard)
        .post("/policies/{id}/revision", policies::write::revise)
        .post("/policies/{id}/submission", policies::issue)
        .post("/policies/{id}/withdrawal", policies::withdraw)
        .post("/policies/{id}/decision", policies::decide)
        .and(agreements::routes())
        .and(coordination::routes())
        .and(council::routes())
        .get("/plans", plans::all)
        .post("/plans", plans::begin::create)
        .get("/plans/new", plans::begin::new)
        .get("/plans/{id}", plans::one)
        .post("/plans/{id}/removal", plans::acts::discard)
        .post("/plans/{id}/revision", plans::acts::revise)
        .post("/plans/{id}/submission", plans::acts::submit)
        .post("/plans/{id}/withdrawal", plans::acts::withdraw)
        .post("/plans/{id}/decision", plans::acts::decide)
        .get("/plans/{id}/comparison", plans::comparison::show)
        .get("/plans/{id}/print", plans::print::paper)
        .get("/plans/{id}/budget", plans::budget::edit)
        .post("/plans/{id}/budget", plans::budget::set)
        .get("/plans/{id}/import", plans::import::form)
        .post("/plans/{id}/import", plans::import::preview)
        .post("/plans/{id}/import/entry", plans::import::enter)
        .post("/plans/{id}/programmes", plans::programme_form::create)
        .get("/plans/{id}/programmes/new", plans::programme_form::new)
        .get("/plans/{id}/programmes/{programme}", plans::programme::one)
        .post(
            "/plans/{id}/programmes/{programme}",
            plans::programme_form::change,
        )
        .get(
            "/plans/{id}/programmes/{programme}/edit",
            plans::programme_form::edit,
        )
        .post(
            "/plans/{id}/programmes/{programme}/removal",
            plans::programme_form::take_out,
        )
        .post("/plans/{id}/comments", plans::review::comment)
        .post(
            "/plans/{id}/comments/{comment}/removal",
            plans::review::take_back,
        )
        .get("/plans/initiatives", initiatives::all)
        .post("/plans/initiatives", initiatives::create)
        .get("/plans/initiatives/new", initiatives::new)
        .get("/plans/initiatives/{id}", initiatives::one)
        .post("/plans/initiatives/{id}/decision", initiatives::decide)
        .post("/plans/initiatives/{id}/withdrawal", initiatives::withdraw)
        .get("/public/plans", plans::public::all)
        .get("/public/plans/{id}", plans::public::one)
}

/// Lets the manager and the ward pass.
fn reader(page: &Page) -> Result<(), Error> {
    if approvals::rules::may_see(&page.person()?.actor) {
        Ok(())
    } else {
        Err(Error::forbidden())
    }
}

/// Lets pass whoever keeps what was agreed with partners.
fn coordinator(page: &Page) -> Result<(), Error> {
    if crate::rules::may_coordinate(&page.person()?.actor) {
        Ok(())
    } else {
        Err(Error::forbidden())
    }
}

/// Lets the ward pass.
fn writer(page: &Page) -> Result<(), Error> {
    if crate::rules::policy::may_write(&page.person()?.actor) {
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
