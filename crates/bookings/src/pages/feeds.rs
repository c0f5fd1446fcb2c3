//! Addresses from which calendars fetch bookings: made, shown once, listed, ended.

mod told;

use axum::{
    http::header,
    response::{IntoResponse, Response},
};
use kernel::transact;
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Typed};

pub(super) use told::{closed_days, feed};

use crate::{
    entity::{
        BookingId, FeedId,
        calendar_feed::{Kind, Model},
    },
    letters,
    read::{self, Catalogue, Place},
    service::{self, Feed},
};

const LIST: &str = "bookings/feeds.html";

/// `GET /mypage/calendar`
pub(super) async fn list(page: Page) -> Result<Response, Error> {
    page.person()?;
    page.form(LIST, &facts(&page, None).await?, &blank())
}

fn blank() -> Typed {
    Typed::default().or("kind", Kind::Own.code())
}

async fn facts(page: &Page, made: Option<String>) -> Result<Value, Error> {
    let person = page.person()?.person;
    let feeds = read::feeds_of(page.app.db.reader(), person).await?;
    let catalogue = Catalogue::current(&page.app).await?;
    let name = |place: &Place| place.name(page.lang).to_owned();
    let row = |feed: &Model| {
        let space = feed.space_id.and_then(|id| catalogue.place(id));
        json!({
            "id": feed.id,
            "kind": feed.kind.code(),
            "space": space.map(name),
            "created_at": feed.created_at.rfc3339(),
            "used_at": feed.used_at.map(kernel::Instant::rfc3339),
        })
    };
    let option = |place: &Place| json!({ "value": place.space.id, "label": name(place) });
    Ok(json!({
        "feeds": feeds.iter().map(row).collect::<Vec<_>>(),
        "made": made,
        "site": page.app.site.public_url,
        "staff": page.actor().roles.is_staff(),
        "spaces": catalogue.in_use(page.app.clock.now().date()).map(option).collect::<Vec<_>>(),
    }))
}

/// `POST /mypage/calendar`: answers with the page itself, for the address is nowhere else.
pub(super) async fn make(page: Page, typed: Typed) -> Result<Response, Error> {
    page.person()?;
    let wish = Feed {
        kind: Kind::parse(typed.text("kind")).unwrap_or(Kind::Own),
        space: typed.text("space_id").parse().ok(),
    };
    let app = &page.app;
    let made = transact(&app.db, page.actor(), &app.clock, async |work| {
        service::make_feed(work, wish).await
    });
    match made.await {
        Ok(secret) => {
            let address = format!("{}/calendar/{}.ics", app.site.public_url, secret.reveal());
            page.form(LIST, &facts(&page, Some(address)).await?, &blank())
        }
        Err(refused) => page.refused(refused.into(), LIST, &facts(&page, None).await?, &typed),
    }
}

/// `POST /mypage/calendar/{id}/end`
pub(super) async fn end(page: Page, Id(id): Id<FeedId>) -> Result<Response, Error> {
    page.person()?;
    transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::end_feed(work, id).await
    })
    .await?;
    let flash = Flash::good("bookings-feed-ended-flash", json!({}));
    Ok(page.go_saying("/mypage/calendar", &flash))
}

/// `GET /bookings/{id}/calendar.ics`: one booking, to be taken in once.
pub(super) async fn of_booking(page: Page, Id(id): Id<BookingId>) -> Result<Response, Error> {
    page.person()?;
    let card = read::seen_by(page.app.db.reader(), &page.actor(), id).await?;
    let place = Place::bare(card.space.clone());
    let event = letters::event(&card.booking, place.name(page.lang), card.state);
    let site = &page.app.site.public_url;
    let file = mail::calendar(&[event], site, card.booking.created_at);
    let name = format!("attachment; filename=\"{}.ics\"", card.booking.reference);
    let headers = [
        (
            header::CONTENT_TYPE,
            "text/calendar; charset=utf-8".to_owned(),
        ),
        (header::CONTENT_DISPOSITION, name),
    ];
    Ok((headers, file).into_response())
}
