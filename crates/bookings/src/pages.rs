//! Pages: what there is, what is free, booking, one's own bookings, the counter.

mod availability;
mod book;
mod book_form;
mod counter;
mod day_board;
mod described;
mod grid;
mod mine;
mod search;
mod slot;
mod spaces;

use chrono::{Days, NaiveDate};
use web::Routes;

/// So many days before and after today a page may be asked for.
const REACH: Days = Days::new(800);

/// A date as typed, if it is within reach; the ends of the calendar have no next day to lead to.
fn date_near(today: NaiveDate, typed: &str) -> Option<NaiveDate> {
    let reach = today.checked_sub_days(REACH)?..=today.checked_add_days(REACH)?;
    japan::calendar::parse_date(typed).filter(|date| reach.contains(date))
}

/// The pages' routes.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/spaces", spaces::all)
        .get("/spaces/{id}", spaces::one)
        .get("/availability", availability::day)
        .get("/bookings/new", book::new)
        .post("/bookings/confirmation", book::confirm)
        .post("/bookings", book::create)
        .get("/bookings/{id}", mine::one)
        .get("/bookings/{id}/done", book::done)
        .get("/bookings/{id}/calendar.ics", mine::calendar)
        .get("/bookings/{id}/change", mine::change_form)
        .post("/bookings/{id}/change", mine::change)
        .get("/bookings/{id}/cancellation", mine::cancel_form)
        .post("/bookings/{id}/cancellation", mine::cancel)
        .get("/mypage/bookings", mine::all)
        .get("/counter", day_board::board)
        .get("/counter/bookings", counter::all)
        .get("/counter/bookings/new", counter::new)
        .post("/bookings/{id}/arrival", counter::arrive)
        .post("/bookings/{id}/arrival/withdrawal", counter::leave_again)
}
