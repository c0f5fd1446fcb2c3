//! The form of an own use: what was typed, and what there is to choose from.

use chrono::NaiveDate;
use kernel::{Fault, Span};
use serde_json::{Value, json};
use web::{Page, Typed};

use super::super::{
    book_form::{date, used},
    devices, slot,
};
use crate::{
    entity::own_use_reason,
    read::{self, Catalogue, Device},
    rules::{own_uses::OwnWish, time_of_day},
};

/// Every field but those of the devices.
const FIELDS: [&str; 9] = [
    "space_id",
    "unit",
    "date",
    "starts_at",
    "ends_at",
    "times",
    "rhythm",
    "reason",
    "programme",
];

/// What was typed, as a wish; what cannot be read is left for the rules to name.
pub(super) fn wish(typed: &Typed) -> OwnWish {
    let used = used(typed);
    let dates = typed.all("without").into_iter();
    OwnWish {
        space: typed.text("space_id").parse().ok(),
        unit: typed.text("unit").to_owned(),
        undated: date(typed).is_none(),
        starts_at: used.starts_at,
        ends_at: used.ends_at,
        times: match japan::kana::digits(typed.text("times")).as_str() {
            "" => Some(1),
            number => number.parse().ok(),
        },
        daily: typed.text("rhythm") == "daily",
        without: dates.filter_map(japan::calendar::parse_date).collect(),
        reason: typed.text("reason").parse().ok(),
        programme: typed.text("programme").to_owned(),
        devices: used.devices,
    }
}

/// The same with the place and the time that were chosen instead.
pub(super) fn with_instead(typed: &Typed) -> Typed {
    let Some(slot) = slot::read(typed.text("instead")) else {
        return typed.clone();
    };
    let (space, span) = (slot.space.to_string(), slot.span);
    let midnight = Span::day(span.from.date()).from;
    let clock = |at: kernel::Instant| {
        let minutes = (at - midnight).num_minutes();
        time_of_day(i32::try_from(minutes).unwrap_or(0))
    };
    // The unit is one of the place that was wished first.
    let same = typed.text("space_id") == space;
    let chosen = Typed::default()
        .or("space_id", &space)
        .or("unit", if same { typed.text("unit") } else { "" })
        .or("date", &span.from.date().to_string())
        .or("starts_at", &clock(span.from))
        .or("ends_at", &clock(span.until));
    let others = typed.names().filter(|name| *name != "instead");
    others.fold(chosen, |chosen, name| chosen.or(name, typed.text(name)))
}

/// Every field with what was typed, to be sent again.
pub(super) fn kept(typed: &Typed) -> Vec<Value> {
    let devices = typed.names().filter(|name| name.starts_with("device-"));
    let field = |name: &str| json!({ "name": name, "value": typed.text(name) });
    FIELDS.into_iter().chain(devices).map(field).collect()
}

/// The spaces, the reasons that can be given from today on, and what can be lent.
pub(super) async fn facts(page: &Page, typed: &Typed) -> Result<Value, Fault> {
    let catalogue = Catalogue::current(&page.app).await?;
    let today = page.app.clock.now().date();
    let reasons = read::own_use_reasons(page.app.db.reader()).await?;
    let to_come = today.to_string();
    let reasons = reasons.iter().filter(|one| !one.is_over(&to_come));
    let spaces = catalogue.in_use(today).map(
        |place| json!({ "value": place.space.id.to_string(), "label": place.name(page.lang) }),
    );
    let devices = catalogue.devices.iter();
    let devices = devices.filter(|device| device.usable(today) > 0);
    Ok(json!({
        "spaces": spaces.collect::<Vec<_>>(),
        "reasons": reasons.map(option).collect::<Vec<_>>(),
        "devices": devices.map(|one| device(page, one, typed)).collect::<Vec<_>>(),
    }))
}

/// The reasons that can be given for a use on a day.
pub(super) fn reasons(all: &[own_use_reason::Model], on: NaiveDate) -> Vec<Value> {
    let given = all.iter().filter(|one| one.is_given_on(on));
    given.map(option).collect()
}

fn option(reason: &own_use_reason::Model) -> Value {
    json!({ "value": reason.id.to_string(), "label": reason.name })
}

fn device(page: &Page, device: &Device, typed: &Typed) -> Value {
    let mut facts = device.facts(page.lang, device.usable(page.app.clock.now().date()));
    let field = devices::field(device.row.id);
    facts["left"] = Value::Null;
    facts["value"] = typed.text(&field).into();
    facts["field"] = field.into();
    facts
}
