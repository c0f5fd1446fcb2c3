//! What was typed of a house, its hours and its spaces.

use serde_json::{Value, json};
use uuid::Uuid;
use web::Typed;

use crate::{
    entity::{
        SpaceId,
        space::{EQUIPMENT, Kind},
    },
    read::Place,
    refused::Unfit,
    rules::{
        self, Hours,
        fitting::{Numbers, SpaceDraft},
    },
};

/// Every sort of place, in the order of the form.
const KINDS: [Kind; 6] = [
    Kind::Desk,
    Kind::Booth,
    Kind::Meeting,
    Kind::Seminar,
    Kind::Community,
    Kind::Online,
];

/// The fields of the hours of each weekday, Monday first.
pub(super) const DAYS: [(&str, &str); 7] = [
    ("opens_1", "closes_1"),
    ("opens_2", "closes_2"),
    ("opens_3", "closes_3"),
    ("opens_4", "closes_4"),
    ("opens_5", "closes_5"),
    ("opens_6", "closes_6"),
    ("opens_7", "closes_7"),
];

/// What the form was made from.
pub(super) fn seen(typed: &Typed) -> i64 {
    typed.text("seen").parse().unwrap_or(0)
}

/// A space as typed.
pub(super) fn space(typed: &Typed) -> SpaceDraft {
    let text = |name| typed.text(name).to_owned();
    let number = |name| typed.number(name);
    let lines = typed
        .raw("units")
        .lines()
        .map(|line| line.trim().to_owned());
    SpaceDraft {
        kind: KINDS
            .into_iter()
            .find(|kind| kind.code() == typed.text("kind")),
        name: text("name"),
        name_en: text("name_en"),
        name_easy: text("name_easy"),
        description: text("description"),
        description_en: text("description_en"),
        floor: text("floor"),
        equipment: typed
            .all("equipment")
            .into_iter()
            .map(str::to_owned)
            .collect(),
        numbers: Numbers {
            capacity: number("capacity"),
            step: number("step"),
            shortest: number("shortest"),
            longest: number("longest"),
            clearing: number("clearing"),
        },
        units: lines.filter(|line| !line.is_empty()).collect(),
        // What is no space is none that can be joined.
        parts: typed
            .all("parts")
            .into_iter()
            .map(|id| id.parse().unwrap_or(SpaceId(Uuid::nil())))
            .collect(),
    }
}

/// A space as it is, as if it had been typed.
pub(super) fn typed_of(place: &Place) -> Typed {
    let space = &place.space;
    let labels: Vec<&str> = place.units.iter().map(|unit| unit.label.as_str()).collect();
    let typed = Typed::default()
        .or("kind", space.kind.code())
        .or("name", &space.name)
        .or("name_en", &space.name_en)
        .or("name_easy", &space.name_easy)
        .or("description", &space.description)
        .or("description_en", &space.description_en)
        .or("floor", &space.floor)
        .or("capacity", &space.capacity.to_string())
        .or("step", &space.step_minutes.to_string())
        .or("shortest", &space.shortest_minutes.to_string())
        .or("longest", &space.longest_minutes.to_string())
        .or("clearing", &space.clearing_minutes.to_string())
        .or("units", &labels.join("\n"));
    space
        .equipment()
        .fold(typed, |typed, code| typed.and("equipment", code.to_owned()))
}

/// What there is to choose from.
pub(super) fn choices() -> Value {
    json!({
        "kinds": KINDS.map(Kind::code),
        "equipment": EQUIPMENT,
    })
}

/// The hours of a week as typed; a day without both times is closed.
pub(super) fn week(typed: &Typed) -> Result<[Option<Hours>; 7], Vec<Unfit>> {
    let mut week = [None; 7];
    let mut wrong = Vec::new();
    for (day, (opens, closes)) in week.iter_mut().zip(DAYS) {
        let times = [typed.text(opens), typed.text(closes)];
        if times == ["", ""] {
            continue;
        }
        match (rules::clock(times[0]), rules::clock(times[1])) {
            (None, _) => wrong.push(Unfit::NoSuchHours(opens)),
            (Some(from), Some(until)) if from < until => {
                *day = Some(Hours {
                    opens: from,
                    closes: until,
                });
            }
            _ => wrong.push(Unfit::NoSuchHours(closes)),
        }
    }
    if wrong.is_empty() && week.iter().all(Option::is_none) {
        wrong.push(Unfit::NeverOpen);
    }
    if wrong.is_empty() {
        Ok(week)
    } else {
        Err(wrong)
    }
}

/// Every field of a form, to be sent again from the page that asks whether it is right.
pub(in super::super) fn kept(typed: &Typed) -> Vec<Value> {
    let mut names: Vec<&str> = typed.names().filter(|name| *name != "act").collect();
    names.sort_unstable();
    names.dedup();
    names
        .into_iter()
        .flat_map(|name| {
            let values = typed.all(name).into_iter();
            values.map(move |value| json!({ "name": name, "value": value }))
        })
        .collect()
}
