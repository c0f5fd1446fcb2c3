//! What a calendar gets that fetches an address.

use axum::{http::HeaderMap, response::Response};
use kernel::{Actor, Failed, Fault, Instant, Via, transact};
use serde_json::Value;
use views::Lang;
use web::{CalendarFile, Error, Id, Page};

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
    let told = CalendarFile::private(text, Some(changed));
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
    let etag = web::calendar_tag(&text);
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
    Ok(CalendarFile::public(text).answer(&headers))
}

fn say(page: &Page, lang: Lang, key: &str) -> Result<String, Failed<Refused>> {
    let said = page.app.views.text(lang, key, &Value::Null);
    said.map_err(|failed| Fault::broken("wording a calendar", failed).into())
}
