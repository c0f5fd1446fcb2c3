//! Home: what the centre is, four ways in, and what is true of it now.

use axum::response::Response;
use bookings::entity::space::Kind;
use chrono::Days;
use consultations::{entity::emergency_desk, read::open_desks};
use kernel::Instant;
use serde_json::{Value, json};
use web::{Error, Page};

use super::{
    clock,
    plan::{self, Speaker},
};
use crate::{
    read::{Seen, Today},
    rules::{House, Now},
};

/// `GET /`
pub(super) async fn home(page: Page) -> Result<Response, Error> {
    let now = page.app.clock.now();
    let today = Today::load(&page.app, now).await?;
    let seen = today.places();
    let speaker = Speaker {
        views: &page.app.views,
        lang: page.lang,
    };
    // The whole of a divisible room is as free as its halves.
    let single = seen.iter().filter(|seen| !seen.is_joined());
    let places = single.map(|seen| named(&page, seen));
    let facts = json!({
        "now": now,
        "desks": desks(&page, now).await?,
        "house": house(today.house()),
        "tomorrow": tomorrow(&today, now.date()),
        "use": to_use(&today, &seen),
        "learn": to_learn(&page, now).await?,
        "places": places.collect::<Vec<_>>(),
        "plan": plan::drawn(&seen, &speaker)?,
    });
    page.show("portal/home.html", &facts)
}

/// A place with its name.
fn named(page: &Page, seen: &Seen) -> Value {
    let mut facts = told(seen);
    facts["id"] = json!(seen.place.space.id);
    facts["name"] = seen.place.name(page.lang).into();
    facts
}

/// When the next seminar begins that one can enrol in.
async fn to_learn(page: &Page, now: Instant) -> Result<Value, Error> {
    let found = seminars::read::public(page.app.db.reader()).await?;
    let mut open = found
        .iter()
        .filter(|one| seminars::rules::standing(&one.row, now).takes(false));
    let begins = open.find_map(|one| one.row.starts_at.filter(|begins| now < *begins));
    Ok(match begins {
        Some(begins) => say(
            "portal-way-next",
            &json!({ "date": begins.date().to_string() }),
        ),
        None => say("portal-way-none", &json!({})),
    })
}

/// The special desks for hard times that are open.
async fn desks(page: &Page, now: Instant) -> Result<Vec<Value>, Error> {
    let open = open_desks(page.app.db.reader(), now.date()).await?;
    let fact = |desk: &emergency_desk::Model| json!({ "id": desk.id, "name": desk.name, "about": desk.about });
    Ok(open.iter().map(fact).collect())
}

/// A text and what it needs, for `t(key=…, args=…)`.
fn say(key: &str, args: &Value) -> Value {
    json!({ "key": key, "args": args })
}

fn house(house: House) -> Value {
    let none = &json!({});
    let mut facts = match house {
        House::Open(until) => say("portal-house-open", &json!({ "time": clock(until) })),
        House::Opens(from) => say("portal-house-opens", &json!({ "time": clock(from) })),
        House::Closed => say("portal-house-closed", none),
        House::Rests => say("portal-house-rests", none),
    };
    facts["open"] = matches!(house, House::Open(_)).into();
    facts
}

fn tomorrow(today: &Today, date: chrono::NaiveDate) -> Value {
    let next = date.checked_add_days(Days::new(1)).unwrap_or(date);
    let open = today.open_on(next);
    json!({
        "date": next,
        "opens": open.map(|open| clock(open.from)),
        "closes": open.map(|open| clock(open.until)),
    })
}

/// What can be used at once: free desks, else when the door opens.
fn to_use(today: &Today, seen: &[Seen<'_>]) -> Value {
    let free: usize = seen
        .iter()
        .filter(|seen| seen.place.space.kind == Kind::Desk)
        .map(|seen| match seen.now {
            Now::Free { units, .. } => units,
            _ => 0,
        })
        .sum();
    match today.house() {
        House::Open(_) if free > 0 => say("portal-use-desks", &json!({ "count": free })),
        House::Open(_) => say("portal-use-no-desks", &json!({})),
        House::Opens(from) => say("portal-use-opens", &json!({ "time": clock(from) })),
        House::Closed => say("portal-use-closed", &json!({})),
        House::Rests => say("portal-use-rests", &json!({})),
    }
}

/// A place in the list: symbol, sentence, and for like units how long one of them is free.
fn told(seen: &Seen<'_>) -> Value {
    let all = seen.units.len();
    let is_desk = seen.place.space.kind == Kind::Desk;
    let (symbol, mut facts) = match seen.now {
        Now::Free { until, .. } if all == 1 => {
            let args = &json!({ "time": clock(until) });
            ("circle", say("portal-now-free", args))
        }
        Now::Free { units, .. } => {
            let key = if is_desk {
                "portal-now-desks"
            } else {
                "portal-now-units"
            };
            ("circle", say(key, &json!({ "all": all, "count": units })))
        }
        Now::Taken(next) => (
            "cross",
            say("portal-now-taken", &json!({ "time": clock(next) })),
        ),
        Now::Full => ("cross", say("portal-now-full", &json!({}))),
        Now::Later(from) => (
            "dash",
            say("portal-now-later", &json!({ "time": clock(from) })),
        ),
        Now::Over => ("dash", say("portal-now-over", &json!({}))),
        Now::Rests => ("dash", say("portal-now-rests", &json!({}))),
    };
    facts["symbol"] = symbol.into();
    facts["until"] = match seen.now {
        Now::Free { until, .. } if all > 1 => clock(until).into(),
        _ => Value::Null,
    };
    facts
}
