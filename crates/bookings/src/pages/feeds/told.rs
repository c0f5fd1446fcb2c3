//! What a calendar gets that fetches an address.

use std::fmt::Write;

use axum::{
    http::{HeaderMap, HeaderName, StatusCode, header},
    response::{IntoResponse, Response},
};
use chrono::DateTime;
use kernel::{Actor, Failed, Fault, Instant, Via, transact};
use serde_json::Value;
use sha2::{Digest, Sha256};
use views::Lang;
use web::{Error, Id, Page};

use crate::{
    entity::calendar_feed::Model,
    read::{self, Catalogue, FeedWords},
    refused::Refused,
    service,
};

/// `GET /calendar/{name}`: `<secret>.ics`, for a calendar that nobody has signed in to.
pub(crate) async fn feed(
    page: Page,
    headers: HeaderMap,
    Id(name): Id<String>,
) -> Result<Response, Error> {
    let db = page.app.db.reader();
    let secret = name.strip_suffix(".ics").unwrap_or(&name);
    let feed = read::feed_at(db, secret).await?;
    let feed = feed.ok_or_else(Error::not_found)?;
    let (text, etag) = written(&page, &feed).await?;
    let changed = noted(&page, &feed, &etag).await?;
    let changed = changed.utc().format("%a, %d %b %Y %H:%M:%S GMT");
    let told = Told {
        text,
        etag,
        changed: Some(changed.to_string()),
        cache: "private, max-age=300",
    };
    Ok(told.answer(&headers))
}

/// Notes that it was fetched, and says since when it tells this.
async fn noted(page: &Page, feed: &Model, etag: &str) -> Result<Instant, Fault> {
    let app = &page.app;
    let now = app.clock.now();
    if service::is_to_be_noted(feed, etag, now) {
        let system = Actor::system(Via::Task);
        transact::<_, Fault, _>(&app.db, system, &app.clock, async |work| {
            service::note_feed_use(work, feed, etag).await
        })
        .await?;
    }
    let same = feed.etag == etag;
    Ok(if same { feed.changed_at } else { now })
}

/// The text of a feed and its tag, in the language of whoever made it.
async fn written(page: &Page, feed: &Model) -> Result<(String, String), Error> {
    let db = page.app.db.reader();
    let who = accounts::read::contact(db, feed.person_id).await?;
    let lang = who.map(|who| who.lang).unwrap_or_default();
    let taken = say(page, lang, "bookings-feed-taken")?;
    let own = say(page, lang, "bookings-own-title")?;
    let now = page.app.clock.now();
    let words = FeedWords {
        taken: &taken,
        own: &own,
    };
    let catalogue = Catalogue::current(&page.app).await?;
    let events = read::feed_events(db, &catalogue, feed, now, (lang, words)).await?;
    let name = say(
        page,
        lang,
        &format!("bookings-feed-name-{}", feed.kind.code()),
    )?;
    let site = &page.app.site.public_url;
    let text = mail::feed(&name, &events, &[], site, feed.created_at);
    let etag = tag(&text);
    Ok((text, etag))
}

/// `GET /calendar/closed-days.ics`: for everybody.
pub(crate) async fn closed_days(page: Page, headers: HeaderMap) -> Result<Response, Error> {
    let catalogue = Catalogue::current(&page.app).await?;
    let name = say(&page, page.lang, "bookings-feed-name-closed")?;
    let today = page.app.clock.now().date();
    let days = read::closed_dates(&catalogue, today, page.lang, &name);
    let site = &page.app.site.public_url;
    let text = mail::feed(&name, &[], &days, site, kernel::Span::day(today).from);
    let etag = tag(&text);
    let told = Told {
        text,
        etag,
        changed: None,
        cache: "public, max-age=3600",
    };
    Ok(told.answer(&headers))
}

fn say(page: &Page, lang: Lang, key: &str) -> Result<String, Failed<Refused>> {
    let said = page.app.views.text(lang, key, &Value::Null);
    said.map_err(|failed| Fault::broken("wording a calendar", failed).into())
}

fn tag(text: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    let hex = digest.iter().take(16).fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    });
    format!("\"{hex}\"")
}

/// What a calendar is told.
struct Told {
    text: String,
    etag: String,
    changed: Option<String>,
    cache: &'static str,
}

impl Told {
    /// All of it, or that nothing has changed.
    fn answer(self, asked: &HeaderMap) -> Response {
        let known = self.is_known(asked);
        let mut headers = vec![
            (header::CACHE_CONTROL, self.cache.to_owned()),
            (header::ETAG, self.etag),
        ];
        headers.extend(self.changed.map(|at| (header::LAST_MODIFIED, at)));
        let mut response = if known {
            StatusCode::NOT_MODIFIED.into_response()
        } else {
            let kind = "text/calendar; charset=utf-8".to_owned();
            headers.push((header::CONTENT_TYPE, kind));
            self.text.into_response()
        };
        for (name, value) in headers {
            if let Ok(value) = value.parse() {
                response.headers_mut().insert(name, value);
            }
        }
        response
    }

    fn is_known(&self, asked: &HeaderMap) -> bool {
        let text = |name: HeaderName| asked.get(name).and_then(|value| value.to_str().ok());
        if let Some(tags) = text(header::IF_NONE_MATCH) {
            let own = |tag: &str| tag.trim().trim_start_matches("W/") == self.etag;
            return tags.split(',').any(own);
        }
        let read = |at: &str| DateTime::parse_from_rfc2822(at).ok();
        let since = text(header::IF_MODIFIED_SINCE).and_then(read);
        let changed = self.changed.as_deref().and_then(read);
        since
            .zip(changed)
            .is_some_and(|(since, changed)| changed <= since)
    }
}
