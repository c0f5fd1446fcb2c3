//! The hours of a week, from a date on.

use axum::response::Response;
use chrono::{Days, NaiveDate};
use kernel::transact;
use serde_json::{Value, json};
use web::{Error, Id, Page, Typed};

use super::{check, done, form, known, refused, seen};
use crate::{
    entity::{VenueId, opening_hours},
    read::{self, Catalogue},
    refused::{Refused, Unfit},
    rules::{Hours, time_of_day},
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
    page.manager()?;
    known(&page, id).await?;
    let catalogue = Catalogue::current(&page.app).await?;
    let mut typed = Typed::default();
    let tomorrow = page.app.clock.now().date() + Days::new(1);
    if let Some(calendar) = catalogue.house(id) {
        for date in tomorrow.iter_days().take(7) {
            let weekday = chrono::Datelike::weekday(&date).num_days_from_monday();
            let (opens, closes) = form::DAYS[weekday as usize];
            if let Some(open) = calendar.usual(date) {
                typed = typed.or(opens, &time_of_day(open.opens));
                typed = typed.or(closes, &time_of_day(open.closes));
            }
        }
    }
    let is_new = catalogue.house(id).is_none();
    let facts = json!({ "id": id, "seen": seen(&page).await?, "is_new": is_new });
    page.form(TEMPLATE, &facts, &typed)
}

/// `POST /counter/venue/{id}/hours`: first shows which bookings lie outside, then sets them.
pub(in super::super) async fn set_hours(
    page: Page,
    Id(id): Id<VenueId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("venue");
    page.manager()?;
    known(&page, id).await?;
    let is_new = Catalogue::current(&page.app).await?.house(id).is_none();
    let facts = json!({ "id": id, "seen": form::seen(&typed), "is_new": is_new });
    let (week, from) = match wanted(&page, is_new, &typed) {
        _ if typed.text("act") == "back" => return page.form(TEMPLATE, &facts, &typed),
        Ok(wanted) => wanted,
        Err(wrong) => {
            let refusal = Refused::Unfit(wrong).into();
            return refused(&page, refusal, TEMPLATE, facts, &typed).await;
        }
    };
    if typed.text("act") != "set" {
        return ask(&page, id, (&week, from), &typed).await;
    }
    let set = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::change_hours(work, id, &week, from, form::seen(&typed)).await
    });
    match set.await {
        Ok(()) => Ok(done(&page, "bookings-venue-hours-set")),
        Err(failed) => refused(&page, failed, TEMPLATE, facts, &typed).await,
    }
}

/// Asks whether the new hours are right, with the bookings that lie outside.
async fn ask(
    page: &Page,
    id: VenueId,
    (week, from): (&[Option<Hours>; 7], NaiveDate),
    typed: &Typed,
) -> Result<Response, Error> {
    let (db, now) = (page.app.db.reader(), page.app.clock.now());
    let outside = read::outside_hours(db, id, week, from, now).await?;
    let catalogue = Catalogue::current(&page.app).await?;
    let rows = catalogue.house(id).map_or(&[][..], |house| &house.hours);
    let facts = json!({
        "heading": "bookings-venue-check-hours",
        "action": format!("/counter/venue/{id}/hours"),
        "from": from,
        "days": changing(rows, week, from),
    });
    check(page, &outside.into(), facts, typed).await
}

/// Each day of the week as it would be open without the change, and with it.
fn changing(rows: &[opening_hours::Model], week: &[Option<Hours>; 7], from: NaiveDate) -> Value {
    let open = |times: Option<(i32, i32)>| {
        times.map(
            |(opens, closes)| json!({ "opens": time_of_day(opens), "closes": time_of_day(closes) }),
        )
    };
    let day = from.to_string();
    let days = (1..).zip(week).map(|(weekday, after)| {
        let before = open(in_force(rows, weekday, &day));
        let after = open(after.map(|hours| (hours.opens, hours.closes)));
        json!({ "weekday": weekday, "changes": before != after, "before": before, "after": after })
    });
    days.collect()
}

/// From when until when the house is open on a weekday by the rows of a day.
fn in_force(rows: &[opening_hours::Model], weekday: i32, day: &str) -> Option<(i32, i32)> {
    let own = rows
        .iter()
        .filter(|row| row.weekday == weekday && row.valid_from.as_str() <= day);
    let row = own.max_by(|a, b| a.valid_from.cmp(&b.valid_from))?;
    row.opens.zip(row.closes)
}

/// The week and its first date, or everything that is wrong with them.
fn wanted(
    page: &Page,
    is_new: bool,
    typed: &Typed,
) -> Result<([Option<Hours>; 7], NaiveDate), Vec<Unfit>> {
    // What nobody could use yet can open today.
    let first = page.app.clock.now().date() + Days::new(u64::from(!is_new));
    let last = first + FURTHEST;
    let from = match japan::calendar::parse_date(typed.text("from")) {
        Some(date) if date > last => Err(Unfit::TooFar(last)),
        Some(date) if date >= first => Ok(date),
        _ => Err(Unfit::TooEarly(first)),
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

/// The week in force, and each that comes, with the date it begins on.
pub(super) fn weeks(rows: &[opening_hours::Model], today: &str) -> Vec<Value> {
    let mut dates: Vec<&str> = rows.iter().map(|row| row.valid_from.as_str()).collect();
    dates.sort_unstable();
    dates.dedup();
    let current = dates.iter().rposition(|date| *date <= today).unwrap_or(0);
    let week = |date: &&str| {
        let days = (1..=7).map(|weekday| {
            let times = in_force(rows, weekday, date);
            json!({
                "weekday": weekday,
                "opens": times.map(|(opens, _)| time_of_day(opens)),
                "closes": times.map(|(_, closes)| time_of_day(closes)),
            })
        });
        json!({
            "from": date,
            "coming": *date > today,
            "days": days.collect::<Vec<_>>(),
        })
    };
    dates.iter().skip(current).map(week).collect()
}
