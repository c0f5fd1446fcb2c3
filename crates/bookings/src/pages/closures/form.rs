//! The form of a closure: what was typed, and what there is to choose from.

use chrono::{NaiveDate, Weekday};
use serde_json::{Value, json};
use web::Typed;

use crate::{
    entity::{SpaceId, VenueId},
    read::Catalogue,
    refused::Unclosable,
    rules::{
        Closure, clock,
        closing::{Draft, DraftWhen, Part},
        closure::Reason,
    },
    service,
};

/// Every field, for the page that asks whether it is right.
const FIELDS: [&str; 17] = [
    "kind",
    "venue",
    "weekday",
    "moves",
    "since",
    "first_month",
    "first_day",
    "last_month",
    "last_day",
    "first",
    "last",
    "from",
    "until",
    "where",
    "spaces",
    "reason",
    "reason_en",
];

/// A closure that can be entered.
pub(super) struct Wished {
    /// Of which house.
    pub(super) venue: VenueId,
    /// The rule, with every space that it closes.
    pub(super) closure: Closure,
}

/// What was typed, or everything that is wrong with it.
pub(super) fn wished(
    catalogue: &Catalogue,
    typed: &Typed,
    today: NaiveDate,
) -> Result<Wished, Vec<Unclosable>> {
    let some = match typed.text("kind") {
        "for_good" => true,
        kind => kind == "once" && typed.text("where") == "some",
    };
    let spaces: Option<Vec<SpaceId>> = typed
        .all("spaces")
        .into_iter()
        .filter(|_| some)
        .map(|id| id.parse().ok())
        .collect();
    let venues = || catalogue.venues.iter().map(|venue| venue.id);
    let named = spaces
        .as_ref()
        .and_then(|all| catalogue.place(*all.first()?));
    let named = named.map(|place| place.space.venue_id);
    let venue: Option<VenueId> = match typed.text("venue") {
        // The spaces say which house it is.
        _ if some && named.is_some() => named,
        "" => venues().next(),
        id => venues().find(|own| own.to_string() == id),
    };
    let draft = Draft {
        when: when(typed),
        spaces: spaces.unwrap_or_default(),
        reason: Reason {
            ja: typed.text("reason").to_owned(),
            en: typed.text("reason_en").to_owned(),
        },
    };
    let mut wrong = Vec::new();
    let closure = draft.allowed(today).map_err(|all| wrong.extend(all)).ok();
    if some && draft.spaces.is_empty() {
        wrong.push(Unclosable::SpacesMissing);
    }
    if !some && typed.text("kind") == "once" && !typed.all("spaces").is_empty() {
        wrong.push(Unclosable::HouseAndSpaces);
    }
    match (venue, closure) {
        (Some(venue), Some(closure)) if wrong.is_empty() => Ok(Wished {
            venue,
            closure: service::whole(catalogue, venue, &closure)?,
        }),
        _ => Err(wrong),
    }
}

fn when(typed: &Typed) -> DraftWhen {
    let date = |name| japan::calendar::parse_date(typed.text(name));
    let number = |name| typed.number::<u32>(name);
    match typed.text("kind") {
        "weekly" => DraftWhen::Weekly {
            weekday: number("weekday")
                .and_then(|day| u8::try_from(day).ok()?.checked_sub(1))
                .and_then(|day| Weekday::try_from(day).ok()),
            moves: typed.text("moves") == "on",
            since: date("since"),
        },
        "yearly" => DraftWhen::Yearly {
            first: number("first_month").zip(number("first_day")),
            last: number("last_month").zip(number("last_day")),
            since: date("since"),
        },
        "for_good" => DraftWhen::ForGood {
            from: date("first"),
        },
        _ => {
            let last = if typed.text("last").is_empty() {
                "first"
            } else {
                "last"
            };
            let times = [typed.text("from"), typed.text("until")];
            DraftWhen::Once {
                first: date("first"),
                last: date(last),
                part: times.iter().any(|time| !time.is_empty()).then(|| Part {
                    from: clock(times[0]),
                    until: clock(times[1]),
                }),
            }
        }
    }
}

/// What there is to choose from.
pub(super) fn facts(catalogue: &Catalogue, typed: &Typed, today: NaiveDate) -> Value {
    let choice = |value: String, label: &str| json!({ "value": value, "label": label });
    let numbers = |most: u32| {
        (1..=most)
            .map(|number| choice(number.to_string(), &number.to_string()))
            .collect::<Vec<_>>()
    };
    let kind = match typed.text("kind") {
        known @ ("weekly" | "yearly" | "for_good") => known,
        _ => "once",
    };
    json!({
        "kind": kind,
        "venues": catalogue
            .venues
            .iter()
            .map(|venue| choice(venue.id.to_string(), &venue.name))
            .collect::<Vec<_>>(),
        "places": catalogue
            .in_use(today)
            .map(|place| choice(place.space.id.to_string(), &place.space.name))
            .collect::<Vec<_>>(),
        "months": numbers(12),
        "days": numbers(31),
    })
}

/// Every field with what was typed, to be sent again.
pub(super) fn kept(typed: &Typed) -> Vec<Value> {
    FIELDS
        .iter()
        .flat_map(|name| {
            let values = typed.all(name).into_iter();
            values.map(move |value| json!({ "name": name, "value": value }))
        })
        .collect()
}
