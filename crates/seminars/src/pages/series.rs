//! A series: this year's course beside those of the years before, from which it was copied.

use axum::response::Response;
use bookings::read::Catalogue;
use serde_json::{Value, json};
use web::{Error, Id, Page, Routes};

use super::facts;
use crate::{
    entity::SeminarId,
    read::{self, Seminar},
    rules::standing,
};

/// The routes of series.
pub(super) fn routes() -> Routes {
    Routes::new().get("/seminars/{id}/series", series)
}

/// `GET /seminars/{id}/series`
async fn series(page: Page, Id(id): Id<SeminarId>) -> Result<Response, Error> {
    let page = page.nav("learn");
    let (db, now) = (page.app.db.reader(), page.app.clock.now());
    let found = read::seminar(db, id).await?;
    let found = found.filter(|one| one.row.published_at.is_some());
    let one = found.ok_or_else(Error::not_found)?;
    let catalogue = Catalogue::current(&page.app).await?;
    let fact = |own: &Seminar| facts::seminar(own, &catalogue, (page.lang, now));
    let all = read::series(db, &one.row).await?;
    let (over, ahead): (Vec<&Seminar>, Vec<&Seminar>) = all.iter().partition(|own| {
        own.row.ends_at.is_none_or(|ends| ends <= now) || !standing(&own.row, now).is_ahead()
    });
    let told = |some: Vec<&Seminar>| some.into_iter().map(fact).collect::<Vec<Value>>();
    let facts = json!({ "seminar": fact(&one), "ahead": told(ahead), "over": told(over) });
    page.show("seminars/series.html", &facts)
}
