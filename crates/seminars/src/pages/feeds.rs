//! What goes out of seminars without anybody's name: the calendar that other programs fetch, and the open
//! data.

mod open_data;

use axum::{http::HeaderMap, response::Response};
use bookings::read::Catalogue;
use chrono::TimeDelta;
use kernel::{Instant, Span};
use web::{CalendarFile, Error, Page, Routes, Typed};

use super::looked::Looked;
use crate::{
    entity::seminar::State,
    letters::event,
    read::{self, Seminar},
};

/// So long what was held stays in the calendar.
const KEPT: TimeDelta = TimeDelta::days(31);

/// The routes of what goes out.
pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/calendar/seminars.ics", calendar)
        .get("/calendar/seminars.csv", open_data::lines)
}

/// `GET /calendar/seminars.ics`: the lessons of what is to come, under the conditions of the list.
async fn calendar(page: Page, headers: HeaderMap, typed: Typed) -> Result<Response, Error> {
    let now = page.app.clock.now();
    let catalogue = Catalogue::current(&page.app).await?;
    let looked = Looked::of(&typed);
    let mut found = read::public(page.app.db.reader()).await?;
    found.retain(|one| since(one, now, KEPT) && looked.fits(one, now));
    let online = page.worded("seminars-mode-online")?;
    let mut events = Vec::new();
    for one in &found {
        let (link, off) = (
            format!("/seminars/{}", one.row.id),
            one.row.state == State::CalledOff,
        );
        for lesson in &one.lessons {
            let words = (page.lang, link.as_str(), off);
            let mut event = event(lesson, (&one.row, None), &catalogue, words);
            // The address of an online room is for those who have a place.
            if lesson.space_id.is_none() {
                event.location.clone_from(&online);
            }
            events.push(event);
        }
    }
    let (name, from) = (page.worded("seminars-title")?, Span::day(now.date()).from);
    let text = mail::feed(&name, &events, &[], &page.app.site.public_url, from);
    Ok(CalendarFile::public(text).answer(&headers))
}

/// Whether it is to come, or was over not longer than so ago.
fn since(one: &Seminar, now: Instant, long: TimeDelta) -> bool {
    one.row.ends_at.is_some_and(|ends| now - long < ends)
}
