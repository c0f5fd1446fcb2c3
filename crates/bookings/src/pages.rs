//! Pages: what there is, what is free, booking, one's own bookings, the counter.

mod absences;
mod availability;
mod book;
mod book_form;
mod booked_as;
mod change;
mod closures;
mod comes_to;
mod counter;
mod dated;
mod day_board;
mod described;
mod devices;
mod fee;
mod feeds;
mod figures;
mod grid;
mod lists;
mod looking;
mod mine;
mod own_uses;
mod papers;
mod requests;
mod rules;
mod search;
mod series;
mod slot;
mod spaces;
mod venue;
mod waiting;
mod ward_numbers;

pub use devices::{field as device_field, picks as device_picks, typed_of as with_devices};
use std::collections::HashMap;

use accounts::read::{Contact, contacts};
use chrono::{Days, NaiveDate};
use kernel::{Fault, PersonId};
use web::{Page, Routes};

/// So many days before and after today a page may be asked for.
const REACH: Days = Days::new(800);

/// A date as typed, if it is within reach; the ends of the calendar have no next day to lead to.
fn date_near(today: NaiveDate, typed: &str) -> Option<NaiveDate> {
    let reach = today.checked_sub_days(REACH)?..=today.checked_add_days(REACH)?;
    japan::calendar::parse_date(typed).filter(|date| reach.contains(date))
}

/// How these people are named and reached, each by their id.
async fn reached(
    page: &Page,
    mut people: Vec<PersonId>,
) -> Result<HashMap<PersonId, Contact>, Fault> {
    people.sort_unstable();
    people.dedup();
    let mut named = HashMap::new();
    // Databases take some thousand values in one question.
    for some in people.chunks(1_000) {
        let found = contacts(page.app.db.reader(), some.to_vec()).await?;
        named.extend(found.into_iter().map(|who| (who.person, who)));
    }
    Ok(named)
}

/// The pages' routes.
pub(crate) fn routes() -> Routes {
    of_everyone().and(of_the_counter())
}

/// Looking, booking, waiting, and what one has.
fn of_everyone() -> Routes {
    Routes::new()
        .get("/spaces", spaces::all)
        .get("/spaces/{id}", spaces::one)
        .get("/availability", availability::day)
        .get("/bookings/new", book::new)
        .post("/bookings/confirmation", book::confirm)
        .post("/bookings", book::create)
        .get("/bookings/{id}", mine::one)
        .get("/bookings/{id}/done", book::done)
        .get("/bookings/{id}/calendar.ics", feeds::of_booking)
        .get("/bookings/{id}/change", change::form)
        .post("/bookings/{id}/change", change::change)
        .get("/bookings/{id}/cancellation", mine::cancel_form)
        .post("/bookings/{id}/cancellation", mine::cancel)
        .get("/mypage/bookings", mine::all)
        .get("/waiting/new", waiting::new)
        .post("/waiting", waiting::join)
        .get("/waiting/{id}", waiting::one)
        .post("/waiting/{id}/acceptance", waiting::accept)
        .post("/waiting/{id}/withdrawal", waiting::leave)
        .post("/bookings/{id}/papers", papers::issue)
        .get("/papers/{id}", papers::paper)
        .get("/mypage/waiting", waiting::mine)
        .get("/mypage/calendar", feeds::list)
        .post("/mypage/calendar", feeds::make)
        .post("/mypage/calendar/{id}/end", feeds::end)
        .get("/calendar/closed-days.ics", feeds::closed_days)
        .get("/calendar/{name}", feeds::feed)
        .post("/series", series::create)
        .get("/series/{id}", series::one)
        .get("/series/{id}/done", series::done)
        .get("/series/{id}/calendar.ics", series::calendar)
        .get("/series/{id}/change", series::change_form)
        .post("/series/{id}/change/confirmation", series::check)
        .post("/series/{id}/change", series::change)
        .get("/series/{id}/cancellation", series::cancel_form)
        .post("/series/{id}/cancellation", series::cancel)
}

/// What those do who work at the counter, and what the ward looks at.
fn of_the_counter() -> Routes {
    Routes::new()
        .get("/counter", day_board::board)
        .get("/counter/bookings", counter::all)
        .get("/counter/bookings/file", lists::bookings)
        .get("/counter/waiting", lists::lines)
        .get("/counter/figures", figures::month)
        .get("/counter/bookings/new", counter::new)
        .get("/counter/closures", closures::all)
        .post("/counter/closures", closures::create)
        .get("/counter/closures/new", closures::new)
        .post("/counter/closures/confirmation", closures::confirm)
        .get("/counter/closures/{id}", closures::one)
        .get("/counter/closures/{id}/letters", closures::letters)
        .post("/counter/closures/{id}/end", closures::end)
        .get("/counter/venue", venue::all)
        .post("/counter/venue", venue::open_venue)
        .get("/counter/venue/new", venue::new_venue)
        .get("/counter/venue/{id}", venue::venue_form)
        .post("/counter/venue/{id}", venue::change_venue)
        .get("/counter/venue/{id}/hours", venue::hours_form)
        .post("/counter/venue/{id}/hours", venue::set_hours)
        .post("/counter/spaces", venue::open)
        .get("/counter/spaces/new", venue::new)
        .get("/counter/spaces/{id}", venue::change_form)
        .post("/counter/spaces/{id}", venue::change)
        .get("/counter/spaces/{id}/tariff", venue::tariff_form)
        .post("/counter/spaces/{id}/tariff", venue::set_tariff)
        .post("/counter/tariffs/{id}/confirmation", venue::confirm_rate)
        .get("/counter/own-uses", own_uses::month)
        .post("/counter/own-uses", own_uses::create)
        .get("/counter/own-uses/new", own_uses::new)
        .post("/counter/own-uses/confirmation", own_uses::confirm)
        .get("/counter/own-uses/{id}", own_uses::one)
        .get("/counter/own-uses/{id}/change", own_uses::change_form)
        .post("/counter/own-uses/{id}/change", own_uses::change)
        .post("/counter/own-uses/{id}/return", own_uses::give_back)
        .post(
            "/counter/own-uses/{id}/ward-reference",
            ward_numbers::of_own_use,
        )
        .post("/bookings/{id}/ward-reference", ward_numbers::of_booking)
        .post("/counter/spaces/{id}/sharing", ward_numbers::share)
        .get("/counter/own-use-reasons", own_uses::reasons)
        .post("/counter/own-use-reasons", own_uses::add_reason)
        .post("/counter/own-use-reasons/{id}/end", own_uses::end_reason)
        .get("/counter/devices", devices::day)
        .post("/counter/devices", venue::add_device)
        .get("/counter/devices/new", venue::new_device)
        .get("/counter/devices/{id}", venue::device_form)
        .post("/counter/devices/{id}", venue::change_device)
        .get("/counter/devices/{id}/stock", venue::stock_form)
        .post("/counter/devices/{id}/stock", venue::set_stock)
        .get("/counter/rules", rules::all)
        .post("/counter/rules", rules::create)
        .get("/counter/rules/new", rules::new)
        .post("/counter/rules/confirmation", rules::confirm)
        .get("/counter/rules/{id}", rules::one)
        .post("/counter/rules/{id}/end", rules::end)
        .get("/counter/payment-terms", dated::payment)
        .post("/counter/payment-terms", dated::set_payment)
        .get("/counter/waiting-terms", dated::waiting)
        .post("/counter/waiting-terms", dated::set_waiting)
        .get("/counter/tax-rates", dated::tax)
        .post("/counter/tax-rates", dated::set_tax)
        .get("/counter/requests", requests::all)
        .get("/counter/requests/{id}", requests::one)
        .post("/counter/requests/{id}/approval", requests::approve)
        .post("/counter/requests/{id}/refusal", requests::refuse)
        .get("/counter/absences", absences::all)
        .post("/counter/absences/warnings", absences::warn)
        .get("/counter/absences/warnings/{id}", absences::withdrawal)
        .post(
            "/counter/absences/warnings/{id}/withdrawal",
            absences::withdraw,
        )
        .post("/bookings/{id}/absence", absences::mark)
        .post("/bookings/{id}/absence/withdrawal", absences::unmark)
        .post("/bookings/{id}/arrival", counter::arrive)
        .post("/bookings/{id}/arrival/withdrawal", counter::leave_again)
}
