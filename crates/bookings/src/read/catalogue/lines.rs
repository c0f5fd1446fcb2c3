//! What each space is, in a line: seats or people, and what is in it.

use std::collections::HashMap;

use kernel::Fault;
use serde_json::{Value, json};
use views::{Lang, Views};

use super::{Catalogue, Place};
use crate::entity::{SpaceId, space::Kind};

/// The line of every space, in every language.
pub(super) type Lines = HashMap<(SpaceId, Lang), String>;

impl Catalogue {
    /// What a space is, in a line, as it was worded when the catalogue was read.
    pub fn line(&self, space: SpaceId, lang: Lang) -> &str {
        let line = self.lines.get(&(space, lang));
        line.map(String::as_str).unwrap_or_default()
    }

    /// Words the lines of its spaces.
    pub(super) fn worded(mut self, views: &Views) -> Result<Self, Fault> {
        for place in &self.places {
            for lang in Lang::ALL {
                let line = line(views, lang, place)?;
                self.lines.insert((place.space.id, lang), line);
            }
        }
        Ok(self)
    }
}

/// What a space is, in a line.
pub fn line(views: &Views, lang: Lang, place: &Place) -> Result<String, Fault> {
    let say = |key: &str, args: Value| {
        let said = views.text(lang, key, &args);
        said.map_err(|failed| Fault::broken("describing a space", failed))
    };
    let mut parts = Vec::new();
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
