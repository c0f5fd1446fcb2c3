//! The hours of a week, from a date on.

use axum::response::Response;
use chrono::{Days, NaiveDate};
use kernel::transact;
use serde_json::json;
use web::{Error, Id, Page, Typed};

use super::{done, form, house, manager, refused, seen, strained};
use crate::{
    entity::VenueId,
    read::{self, Catalogue},
    refused::{Refused, Unfit},
    rules::Hours,
    service,
};

/// So many days lie at most between today and new hours.
const FURTHEST: Days = Days::new(730);

const TEMPLATE: &str = "bookings/venue/hours.html";

/// `GET /counter/venue/{id}/hours`: as they are from tomorrow on.
pub(in super::super) async fn hours_form(
    page: Page,
    Id(id): Id<VenueId>,
) -> Result<Response, Error> {
    let page = page.nav("venue");
    manager(&page)?;
    house(&page, id).await?;
    let catalogue = Catalogue::current(&page.app).await?;
    let mut typed = Typed::default();
    let tomorrow = page.app.clock.now().date() + Days::new(1);
    if let Some(calendar) = catalogue.house(id) {
        for date in tomorrow.iter_days().take(7) {
            let weekday = chrono::Datelike::weekday(&date).num_days_from_monday();
            let (opens, closes) = form::DAYS[weekday as usize];
            if let Some(open) = calendar.usual(date) {
                typed = typed.or(opens, &form::clock(open.opens));
                typed = typed.or(closes, &form::clock(open.closes));
            }
        }
    }
    let facts = json!({ "id": id, "seen": seen(&page).await? });
    page.form(TEMPLATE, &facts, &typed)
}

/// `POST /counter/venue/{id}/hours`: first shows which bookings lie outside, then sets them.
pub(in super::super) async fn set_hours(
    page: Page,
    Id(id): Id<VenueId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("venue");
    manager(&page)?;
    house(&page, id).await?;
    let facts = json!({ "id": id, "seen": form::seen(&typed) });
    let (week, from) = match wanted(&page, &typed) {
        _ if typed.text("act") == "back" => return page.form(TEMPLATE, &facts, &typed),
        Ok(wanted) => wanted,
        Err(wrong) => {
            let refusal = Refused::Unfit(wrong).into();
            return refused(&page, refusal, TEMPLATE, facts, &typed).await;
        }
    };
    if typed.text("act") != "set" {
        return check(&page, id, (&week, from), &typed).await;
    }
    let set = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::change_hours(work, id, &week, from, form::seen(&typed)).await
    });
    match set.await {
        Ok(()) => Ok(done(&page, "bookings-venue-hours-set")),
        Err(failed) => refused(&page, failed, TEMPLATE, facts, &typed).await,
    }
}

/// The page that asks whether it is right, with the bookings that lie outside.
async fn check(
    page: &Page,
    id: VenueId,
    (week, from): (&[Option<Hours>; 7], NaiveDate),
    typed: &Typed,
) -> Result<Response, Error> {
    let (db, now) = (page.app.db.reader(), page.app.clock.now());
    let cards = read::outside_hours(db, id, week, from, now).await?;
    let facts = json!({
        "id": id,
        "from": from,
        "strained": strained(page, &cards).await?,
        "kept": form::kept(typed),
    });
    page.form("bookings/venue/hours_check.html", &facts, typed)
}

/// The week and its first date, or everything that is wrong with them.
fn wanted(page: &Page, typed: &Typed) -> Result<([Option<Hours>; 7], NaiveDate), Vec<Unfit>> {
    let tomorrow = page.app.clock.now().date() + Days::new(1);
    let last = tomorrow + FURTHEST;
    let from = match japan::calendar::parse_date(typed.text("from")) {
        Some(date) if date > last => Err(Unfit::TooFar(last)),
        Some(date) if date >= tomorrow => Ok(date),
        _ => Err(Unfit::TooEarly(tomorrow)),
    };
    match (form::week(typed), from) {
        (Ok(week), Ok(from)) => Ok((week, from)),
        (week, from) => {
            let mut wrong = week.err().unwrap_or_default();
            wrong.extend(from.err());
            Err(wrong)
        }
    }
}
