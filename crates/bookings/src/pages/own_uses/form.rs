//! The form of an own use: what was typed, and what there is to choose from.

use approvals::rules::may_see;
use chrono::NaiveDate;
use japan::fiscal::FiscalYear;
use kernel::{Fault, Span};
use plans::read::offered::{Offered, offered};
use serde_json::{Value, json};
use web::{Page, Typed};

use super::super::{
    book_form::{date, used},
    devices, slot,
};
use crate::{
    entity::{own_use, own_use_reason},
    read::{self, Catalogue, Device},
    rules::{own_uses::OwnWish, time_of_day},
};

/// Every field but those of the devices.
const FIELDS: [&str; 10] = [
    "space_id",
    "unit",
    "date",
    "starts_at",
    "ends_at",
    "times",
    "rhythm",
    "reason",
    "programme",
    "title",
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
        programme: typed.text("programme").parse().ok(),
        title: typed.text("title").to_owned(),
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
        "programmes": programmes(page, None).await?,
        "sees_plans": may_see(&page.actor()),
        "devices": devices.map(|one| device(page, one, typed)).collect::<Vec<_>>(),
    }))
}

/// What may be named in the years for which something can be entered, and what a use names already.
pub(super) async fn programmes(
    page: &Page,
    row: Option<&own_use::Model>,
) -> Result<Vec<Value>, Fault> {
    let (db, now) = (page.app.db.reader(), page.app.clock.now());
    let years = read::own_years(now, row.map(|row| row.starts_at));
    let offered = offered(db, &years).await?;
    let views = &page.app.views;
    let initiative = views.text(page.lang, "bookings-own-initiative", &Value::Null);
    let initiative = initiative.map_err(|failed| Fault::broken("wording programmes", failed))?;
    let year = |year: i32| FiscalYear::try_starting_in(year).map(FiscalYear::name);
    let choice = |one: &Offered| {
        let year = year(one.year).unwrap_or_default();
        let number = one.number.map(|number| number.to_string());
        let number = number.unwrap_or_else(|| initiative.clone());
        let label = format!("{year}　{number}　{}", one.name);
        json!({ "value": one.id.to_string(), "label": label })
    };
    let mut all: Vec<Value> = offered.iter().map(choice).collect();
    let named = row.and_then(|row| Some((row.programme_id?, &row.programme)));
    if let Some((id, name)) = named.filter(|(id, _)| offered.iter().all(|one| one.id != *id)) {
        all.push(json!({ "value": id.to_string(), "label": name }));
    }
    Ok(all)
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
