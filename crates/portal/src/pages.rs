//! Pages: home, マイページ, about the centre, and the counter's letters and search.

mod about;
mod home;
mod letters;
mod merge;
mod merge_organisations;
mod mypage;
mod notices;
mod plan;
mod search;

use chrono::Timelike;
use kernel::Instant;
use serde_json::json;
use web::{App, Routes};

/// The crate's routes.
pub fn routes() -> Routes {
    Routes::new()
        .get("/", home::home)
        .get("/learn", about::learn)
        .get("/connect", about::connect)
        .get("/guide", about::guide)
        .get("/visit", about::visit)
        .get("/rules", about::rules)
        .get("/privacy", about::privacy)
        .get("/accessibility", about::accessibility)
        .get("/contact", about::contact)
        .get("/mypage", mypage::mypage)
        .get("/mypage/notices", notices::all)
        .get("/mypage/notices/{id}", notices::one)
        .get("/mypage/notices/{id}/calendar.ics", notices::calendar)
        .get("/counter/letters", letters::all)
        .post("/counter/letters/{id}/again", letters::send_again)
        .get("/counter/search", search::search)
        .get("/counter/people/{id}/merge", merge::look)
        .post("/counter/people/{id}/merge", merge::merge)
        .get(
            "/counter/organisations/{id}/merge",
            merge_organisations::look,
        )
        .post(
            "/counter/organisations/{id}/merge",
            merge_organisations::merge,
        )
}

/// A time of day as people read it; midnight ends a day as 24:00.
fn clock(at: Instant) -> String {
    match (at.time().hour(), at.time().minute()) {
        (0, 0) => "24:00".to_owned(),
        (hour, minute) => format!("{hour}:{minute:02}"),
    }
}

/// Makes letters as this centre writes them.
pub fn letters_of(app: &App) -> mail::Letters {
    let named = app.clone();
    let frame = mail::Frame {
        public_url: app.site.public_url.clone(),
        venue: Box::new(move |lang| json!(*named.venue(lang))),
    };
    mail::Letters::new(app.views.clone(), frame)
}

#[cfg(test)]
mod tests;
