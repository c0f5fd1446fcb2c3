//! What each space is, in a line: seats or people, and what is in it.

use std::{collections::HashMap, sync::OnceLock};

use kernel::Fault;
use serde_json::{Value, json};
use views::{Lang, Views};

use super::{Catalogue, Place};
use crate::entity::{SpaceId, space::Kind};

/// The line of every space, in every language that was asked for.
pub(super) type Lines = HashMap<(SpaceId, Lang), OnceLock<String>>;

impl Catalogue {
    /// What a space of it is, in a line, worded when it is first asked for.
    pub fn line(&self, views: &Views, lang: Lang, place: &Place) -> Result<&str, Fault> {
        let Some(cell) = self.lines.get(&(place.space.id, lang)) else {
            return Ok("");
        };
        if let Some(known) = cell.get() {
            return Ok(known);
        }
        let worded = line(views, lang, place)?;
        Ok(cell.get_or_init(|| worded))
    }

    /// Room for the lines of its spaces.
    pub(super) fn lines_of(places: &[Place]) -> Lines {
        let ids = places.iter().map(|place| place.space.id);
        ids.flat_map(|id| Lang::ALL.map(|lang| ((id, lang), OnceLock::new())))
            .collect()
    }
}

/// What a space is, in a line.
pub fn line(views: &Views, lang: Lang, place: &Place) -> Result<String, Fault> {
    let say = |key: &str, args: Value| {
        let said = views.text(lang, key, &args);
        said.map_err(|failed| Fault::broken("describing a space", failed))
    };
    let mut parts: Vec<String> = place.house(lang).map(str::to_owned).into_iter().collect();
    let units = place.units.len();
    if place.space.kind == Kind::Desk {
        parts.push(say("bookings-seats", json!({ "count": units }))?);
    } else {
        if units > 1 {
            parts.push(say("bookings-rooms", json!({ "count": units }))?);
        }
        let people = json!({ "count": place.space.capacity });
        parts.push(say("bookings-people", people)?);
    }
    for code in place.space.equipment() {
        parts.push(say(&format!("bookings-equipment-{code}"), Value::Null)?);
    }
    Ok(parts.join(&say("bookings-dot", Value::Null)?))
}
