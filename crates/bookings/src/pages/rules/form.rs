//! The form of a rule of booking: what was typed, and what there is to choose from.

use chrono::NaiveDate;
use organisations::rules::Selector;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use web::Typed;

use crate::{
    entity::{
        SpaceId,
        booking_rule::{CountedBy, Kind, Period},
    },
    read::Catalogue,
    refused::Unruly,
    rules::{
        self, Rule,
        closure::Reason,
        terms::{Draft, DraftTerm, Measure},
    },
};

/// Every field of the form.
const FIELDS: [&str; 16] = [
    "kind",
    "by",
    "amount",
    "clock",
    "period",
    "within",
    "for_months",
    "late_days",
    "space",
    "locality",
    "party",
    "stage",
    "source",
    "source_en",
    "since",
    "last",
];

/// The catalogue from which the manager was shown what it changes.
pub(super) fn seen(typed: &Typed) -> i64 {
    typed.number("seen").unwrap_or(0)
}

/// What was typed, as a rule that can be entered.
pub(super) fn rule(
    catalogue: &Catalogue,
    typed: &Typed,
    today: NaiveDate,
) -> Result<Rule, Vec<Unruly>> {
    let mut wrong = Vec::new();
    let mut space: Option<SpaceId> = None;
    if !typed.text("space").is_empty() {
        let named = typed.text("space").parse().ok();
        space = named.filter(|id| catalogue.place(*id).is_some());
        wrong.extend(space.is_none().then_some(Unruly::NoSuchSpace));
    }
    let selector = Selector {
        locality: side("locality", typed, &mut wrong),
        party: side("party", typed, &mut wrong),
        stage: side("stage", typed, &mut wrong),
    };
    let draft = Draft {
        term: term(typed),
        space,
        selector,
        source: Reason {
            ja: typed.text("source").to_owned(),
            en: typed.text("source_en").to_owned(),
        },
        since: japan::calendar::parse_date(typed.text("since")),
        last: match typed.text("last") {
            "" => None,
            date => Some(japan::calendar::parse_date(date)),
        },
    };
    match draft.allowed(today) {
        Ok(rule) if wrong.is_empty() => Ok(rule),
        Ok(_) => Err(wrong),
        Err(more) => Err(wrong.into_iter().chain(more).collect()),
    }
}

/// One side of a category; empty for everyone.
fn side<E: DeserializeOwned>(
    field: &'static str,
    typed: &Typed,
    wrong: &mut Vec<Unruly>,
) -> Option<E> {
    let text = typed.text(field);
    if text.is_empty() {
        return None;
    }
    let found = read(text);
    wrong.extend(found.is_none().then_some(Unruly::NotChosen(field)));
    found
}

/// Reads a choice by its code; what was never offered is none.
fn read<E: DeserializeOwned>(text: &str) -> Option<E> {
    serde_json::from_value(text.into()).ok()
}

fn term(typed: &Typed) -> DraftTerm {
    let number = |name| typed.number::<i32>(name);
    let clock = rules::clock(typed.text("clock"));
    let among =
        |known: &[CountedBy]| read::<CountedBy>(typed.text("by")).filter(|by| known.contains(by));
    match kind(typed) {
        Kind::Window => {
            let known = [CountedBy::FirstOfMonth, CountedBy::Months, CountedBy::Days];
            DraftTerm::Window(among(&known), number("amount"), clock)
        }
        Kind::Notice => {
            let known = [CountedBy::Minutes, CountedBy::Days];
            DraftTerm::Notice(among(&known), number("amount"), clock)
        }
        Kind::Quota => {
            let measure = match typed.text("by") {
                "bookings" => Some(Measure::Bookings),
                "hours" => Some(Measure::Hours),
                _ => None,
            };
            let period = read::<Period>(typed.text("period"));
            DraftTerm::Quota(measure, number("amount"), period)
        }
        Kind::Run => DraftTerm::Run(number("amount")),
        Kind::Approval => DraftTerm::Approval(number("amount")),
        Kind::NoShow => DraftTerm::NoShow(
            number("amount"),
            number("within"),
            number("for_months"),
            (!typed.text("late_days").is_empty()).then(|| number("late_days")),
        ),
    }
}

fn kind(typed: &Typed) -> Kind {
    let named = Kind::ALL
        .into_iter()
        .find(|kind| kind.code() == typed.text("kind"));
    named.unwrap_or(Kind::Window)
}

/// What there is to choose from.
pub(super) fn facts(catalogue: &Catalogue, typed: &Typed, today: NaiveDate) -> Value {
    let place = |place: &crate::read::Place| json!({ "value": place.space.id.to_string(), "label": place.space.name });
    json!({
        "kind": kind(typed).code(),
        "kinds": Kind::ALL.map(Kind::code),
        "places": catalogue.in_use(today).map(place).collect::<Vec<_>>(),
    })
}

/// Every field with what was typed, to be sent again.
pub(super) fn kept(typed: &Typed) -> Vec<Value> {
    FIELDS
        .iter()
        .map(|name| json!({ "name": name, "value": typed.text(name) }))
        .collect()
}
