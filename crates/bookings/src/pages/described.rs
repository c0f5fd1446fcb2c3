//! What a space is, in a line: seats or people, and what is in it.

use kernel::Fault;
use serde_json::{Value, json};
use web::Page;

use crate::{
    entity::space::Kind,
    read::{Place, PlaceFacts},
};

/// What pages show of a space, with its line.
pub(super) fn described<'p>(page: &Page, place: &'p Place) -> Result<PlaceFacts<'p>, Fault> {
    let say = |key: &str, args: Value| {
        let said = page.app.views.text(page.lang, key, &args);
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
    let mut facts = place.facts(page.lang);
    facts.line = Some(parts.join(&say("bookings-dot", Value::Null)?));
    Ok(facts)
}
