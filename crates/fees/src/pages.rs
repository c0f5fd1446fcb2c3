//! Pages: what is open, taking and giving back money, receipts, prices, reductions, one's own fees.

mod counter;
mod facts;
mod grants;
mod kinds;
mod lists;
mod mine;
mod papers;
mod pay;
mod proposals;
mod reductions;
mod refund;
mod report;
mod tariff_form;
mod tariffs;
mod terms;

use chrono::NaiveDate;
use kernel::Instant;
use web::{Error, Page, Routes, Typed};

pub use tariffs::{RATE_CONFIRM, RateAsked, ask_about_rate};

/// The pages' routes.
pub fn routes() -> Routes {
    Routes::new()
        .get("/counter/fees", counter::all)
        .get("/counter/bills/{id}", counter::one)
        .get("/counter/bills/{id}/reduction", grants::ask)
        .post("/counter/bills/{id}/reduction", grants::grant)
        .post("/counter/payments/confirmation", pay::confirm)
        .post("/counter/payments", pay::receive)
        .get("/counter/payments/{id}", pay::one)
        .post("/counter/payments/{id}/receipt", papers::issue)
        .get("/counter/payments/{id}/refund", refund::new)
        .post(
            "/counter/payments/{id}/refund/confirmation",
            refund::confirm,
        )
        .post("/counter/payments/{id}/refund", refund::give_back)
        .post("/counter/receipts/{id}/printing", papers::print_again)
        .get("/receipts/{id}", papers::receipt)
        .get("/refunds/{id}", papers::refund)
        .get("/counter/fees/report", report::money)
        .get("/counter/fees/terms", terms::all)
        .post("/counter/fees/terms", terms::set)
        .get("/counter/tariffs", tariffs::all)
        .post("/counter/tariffs", tariffs::open)
        .get("/counter/tariffs/{id}", tariffs::one)
        .get("/counter/tariffs/{id}/new", tariffs::new)
        .post("/counter/tariffs/{id}/rates", tariffs::set)
        .get("/counter/reductions", reductions::all)
        .post("/counter/reductions", reductions::issue)
        .get("/counter/reductions/proposals/{id}", proposals::one)
        .post(
            "/counter/reductions/proposals/{id}/decision",
            proposals::decide,
        )
        .post(
            "/counter/reductions/proposals/{id}/withdrawal",
            proposals::withdraw,
        )
        .get("/counter/reductions/{id}", kinds::one)
        .post("/counter/reductions/{id}/end", kinds::end)
        .get("/mypage/fees", mine::all)
}

/// Lets staff and the ward pass.
fn house_or_ward(page: &Page) -> Result<(), Error> {
    if !page.person()?.actor.roles.is_ward() {
        page.staff()?;
    }
    Ok(())
}

/// The day whose board the counter came from, and goes back to.
fn board(typed: &Typed) -> Option<NaiveDate> {
    japan::calendar::parse_date(typed.text("board"))
}

fn now(page: &Page) -> Instant {
    page.app.clock.now()
}
