//! マイページ: the next date, what follows it, the last notices, and what one has registered.

use axum::response::Response;
use bookings::read::Card;
use serde_json::{Value, json};
use web::{Error, Page};

use super::{clock, notices};
use crate::read;

/// So many dates are listed here; `/mypage/bookings` has all of them.
const DATES: u64 = 6;
/// So many notices are listed here.
const NOTICES: u64 = 3;

/// `GET /mypage`
pub(super) async fn mypage(page: Page) -> Result<Response, Error> {
    let viewer = page.person()?;
    let db = page.app.db.reader();
    let now = page.app.clock.now();
    let cards = read::coming(db, vec![viewer.person], now, DATES).await?;
    let facts = |card: &Card| card.facts(page.lang, now);
    let next = cards.first().map(|card| {
        let mut next = facts(card);
        next["from"] = clock(card.booking.starts_at).into();
        next["until"] = clock(card.booking.ends_at).into();
        next
    });
    let coming: Vec<Value> = cards.iter().skip(1).map(facts).collect();
    let facts = json!({
        "next": next,
        "coming": coming,
        "restrictions": bookings::read::restrictions(db, viewer.person, None, now, page.lang).await?,
        "notices": notices::of(&page, viewer.person, NOTICES).await?,
    });
    page.show("portal/mypage.html", &facts)
}
