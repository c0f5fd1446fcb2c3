//! Pages about the centre: what is not built yet, how to begin, when it is open, what holds here.

use axum::response::Response;
use bookings::{
    entity::{VenueId, venue::Model as Venue},
    read::{Catalogue, PaymentTerms, Place, closed_days},
};
use chrono::NaiveDate;
use kernel::Fault;
use serde_json::{Value, json};
use web::{Error, Page};

use super::clock;

/// So many days of opening hours are shown.
const SHOWN: usize = 14;

/// `GET /learn`: what there is to learn is listed with the seminars.
pub(super) async fn learn(page: Page) -> Result<Response, Error> {
    Ok(page.go("/seminars"))
}

/// `GET /connect`: what the counter still does by hand: what it is, and how to ask today.
pub(super) async fn connect(page: Page) -> Result<Response, Error> {
    page.nav("connect")
        .show("portal/coming.html", &json!({ "verb": "connect" }))
}

/// `GET /guide`
pub(super) async fn guide(page: Page) -> Result<Response, Error> {
    page.nav("guide").show("portal/guide.html", &json!({}))
}

/// `GET /visit`: the hours of each house that is used, with its name where there are several.
pub(super) async fn visit(page: Page) -> Result<Response, Error> {
    let catalogue = Catalogue::current(&page.app).await?;
    let today = page.app.clock.now().date();
    let used = catalogue.used_venues(today).count();
    let house = |venue: &Venue| house(&page, &catalogue, venue, used > 1);
    let houses: Result<Vec<Value>, Fault> = catalogue.used_venues(today).map(house).collect();
    page.nav("visit")
        .show("portal/visit.html", &json!({ "houses": houses? }))
}

fn house(page: &Page, catalogue: &Catalogue, venue: &Venue, named: bool) -> Result<Value, Fault> {
    let today = page.app.clock.now().date();
    let days = today.iter_days().take(SHOWN);
    Ok(json!({
        "name": named.then(|| venue.name(page.lang)),
        "postal_code": venue.postal_code,
        "address": venue.address,
        "telephone": venue.telephone,
        "days": days.map(|date| hours(catalogue, venue.id, date)).collect::<Vec<_>>(),
        "closed_days": closed_days(catalogue, venue.id, today, &page.app.views, page.lang)?,
    }))
}

fn hours(catalogue: &Catalogue, venue: VenueId, date: NaiveDate) -> Value {
    let house = catalogue.house(venue);
    let open = house.and_then(|house| bookings::rules::hours_on(house, date));
    let open = open.map(|hours| hours.on(date));
    json!({
        "date": date,
        "opens": open.map(|open| clock(open.from)),
        "closes": open.map(|open| clock(open.until)),
    })
}

/// `GET /rules`: what the places themselves say, and what holds for all of them.
pub(super) async fn rules(page: Page) -> Result<Response, Error> {
    let catalogue = Catalogue::current(&page.app).await?;
    let today = page.app.clock.now().date();
    let places: Vec<Value> = catalogue
        .in_use(today)
        .map(|place| terms(place, page.lang))
        .collect();
    let rules = bookings::read::rules_to_quote(&catalogue, None, today, page.lang);
    let facts = json!({ "places": places, "rules": rules, "payment": payment(&page).await? });
    page.show("portal/rules.html", &facts)
}

/// By when fees are paid and what cancelling costs: now, and from each day on which that changes.
async fn payment(page: &Page) -> Result<Vec<Value>, Error> {
    let today = page.app.clock.now().date().to_string();
    // The newest comes first.
    let rows = bookings::read::payment_rows(page.app.db.reader()).await?;
    let now = rows.iter().position(|row| row.valid_from <= today);
    let last = now.map_or(rows.len(), |now| now + 1);
    Ok(rows[..last].iter().rev().map(PaymentTerms::facts).collect())
}

fn terms(place: &Place, lang: views::Lang) -> Value {
    let space = &place.space;
    json!({
        "id": space.id,
        "name": place.name(lang),
        "capacity": space.capacity,
        "step": length(space.step_minutes),
        "shortest": length(space.shortest_minutes),
        "longest": length(space.longest_minutes),
        "clearing": (space.clearing_minutes > 0).then(|| length(space.clearing_minutes)),
    })
}

/// A length of time in words: `30分`, `4時間`, `1時間30分`.
fn length(minutes: i32) -> Value {
    let (hours, minutes) = (minutes / 60, minutes % 60);
    let key = match (hours, minutes) {
        (0, _) => "portal-length-minutes",
        (_, 0) => "portal-length-hours",
        _ => "portal-length-both",
    };
    json!({ "key": key, "args": { "hours": hours, "minutes": minutes } })
}

/// `GET /privacy`
pub(super) async fn privacy(page: Page) -> Result<Response, Error> {
    page.show("portal/privacy.html", &json!({}))
}

/// `GET /accessibility`
pub(super) async fn accessibility(page: Page) -> Result<Response, Error> {
    page.show("portal/accessibility.html", &json!({}))
}

/// `GET /contact`
pub(super) async fn contact(page: Page) -> Result<Response, Error> {
    page.show("portal/contact.html", &json!({}))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_is_said_in_the_shortest_way() {
        for (minutes, key) in [
            (30, "portal-length-minutes"),
            (240, "portal-length-hours"),
            (90, "portal-length-both"),
        ] {
            assert_eq!(length(minutes)["key"], key, "{minutes}");
        }
    }
}
