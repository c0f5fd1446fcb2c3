//! What is lent with a space: choosing it with a booking, and what to lay out on a day.

use std::collections::HashMap;

use axum::response::Response;
use kernel::Span;
use serde_json::{Value, json};
use web::{Error, Page, Typed, sheet::Form};

use super::lists;
use crate::{
    entity::{DeviceId, HoldId, ResourceId, space},
    read::{self, Catalogue, Entry},
    rules::devices::Pick,
};

/// How the field of one device begins; its id follows.
const FIELD: &str = "device-";

/// The field of one device.
pub fn field(id: DeviceId) -> String {
    format!("{FIELD}{id}")
}

/// How many of each were typed; of what is left empty, none.
pub fn picks(typed: &Typed) -> Vec<Pick> {
    let names = typed.names().filter_map(|name| name.strip_prefix(FIELD));
    let pick = |id: &str| {
        let number = japan::kana::digits(typed.text(&format!("{FIELD}{id}")));
        Some(Pick {
            device: id.parse().ok()?,
            number: if number.is_empty() {
                Some(0)
            } else {
                number.parse().ok()
            },
        })
    };
    names
        .filter_map(pick)
        .filter(|pick| pick.number != Some(0))
        .collect()
}

/// A form with what somebody has.
pub fn typed_of(typed: Typed, lent: &[Pick]) -> Typed {
    lent.iter().fold(typed, |typed, pick| {
        let number = pick.number.unwrap_or_default().to_string();
        typed.or(&field(pick.device), &number)
    })
}

/// What can be lent in a space, with how many are left at the time that was typed.
pub(super) async fn offered(
    page: &Page,
    space: &space::Model,
    typed: &Typed,
    own: &[HoldId],
) -> Result<Vec<Value>, Error> {
    let catalogue = Catalogue::current(&page.app).await?;
    let used = super::book_form::used(typed);
    let span = used.span().filter(|span| span.from < span.until);
    let date = span.map_or(page.app.clock.now(), |span| span.from).date();
    let is_picked = |id| used.devices.iter().any(|pick| pick.device == id);
    let is_lent = |own: &read::Device| own.is_for(space) && own.usable(date) > 0;
    let mut devices = catalogue.devices.clone();
    devices.retain(|device| is_picked(device.row.id) || is_lent(device));
    let left = match span {
        Some(span) => read::left(page.app.db.reader(), &devices, space, span, own).await?,
        None => HashMap::new(),
    };
    let choice = |device: &read::Device| {
        let id = device.row.id;
        let mut facts = device.facts(page.lang, device.usable(date));
        let left = left.get(&id).map(|left| device.counted(page.lang, left));
        facts["left"] = left.into();
        facts["field"] = field(id).into();
        // What was typed as none is none.
        let own = Some(field(id)).filter(|_| is_picked(id));
        facts["value"] = own.map_or("", |name| typed.text(&name)).into();
        facts
    };
    Ok(devices.iter().map(choice).collect())
}

/// `GET /counter/devices?date=&as=`: what to lay out on a day, in the order of time, to be printed.
pub(super) async fn day(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("board");
    page.staff()?;
    let today = page.app.clock.now().date();
    let date = super::date_near(today, typed.text("date")).unwrap_or(today);
    let catalogue = Catalogue::current(&page.app).await?;
    let entries = read::entries(page.app.db.reader(), Span::day(date)).await?;
    let rows = laid_out(&catalogue, &entries, page.lang);
    if let Some(form) = Form::asked(&typed)? {
        return page
            .file(form, &lists::DEVICES, &date.to_string(), &rows)
            .await;
    }
    let facts = json!({
        "date": date,
        "today": today,
        "previous": date.pred_opt(),
        "next": date.succ_opt(),
        "rows": rows,
    });
    page.show("bookings/devices/day.html", &facts)
}

/// Every use that has devices, with how many of which.
pub(super) fn laid_out(catalogue: &Catalogue, entries: &[Entry], lang: views::Lang) -> Vec<Value> {
    let known: HashMap<ResourceId, &read::Device> = catalogue
        .devices
        .iter()
        .flat_map(|device| device.units.iter().map(move |unit| (*unit, device)))
        .collect();
    let mut uses: Vec<(&Entry, Vec<&read::Device>)> = Vec::new();
    for entry in entries {
        let Some(device) = known.get(&entry.resource) else {
            continue;
        };
        match uses
            .iter_mut()
            .find(|(own, _)| own.hold.id == entry.hold.id)
        {
            Some((_, lent)) => lent.push(*device),
            None => uses.push((entry, vec![*device])),
        }
    }
    let said = |(entry, lent): &(&Entry, Vec<&read::Device>)| {
        let booking = entry.booking.as_ref();
        let place = entry.space().and_then(|space| catalogue.place(space));
        let number = |id| lent.iter().filter(|own| own.row.id == id).count();
        let devices = catalogue.devices.iter();
        let devices = devices.filter(|device| number(device.row.id) > 0);
        let devices: Vec<Value> = devices
            .map(|device| device.facts(lang, number(device.row.id)))
            .collect();
        json!({
            "from": entry.span.from.rfc3339(),
            "until": entry.span.until.rfc3339(),
            "space": place.map(|place| place.space.name.as_str()),
            "floor": place.map(|place| place.space.floor.as_str()),
            "own": entry.own_use.is_some(),
            "name": entry.hold.label,
            "link": entry.hold.link,
            "reference": booking.map(|booking| booking.reference.as_str()),
            "lent": lists::said(&devices),
            "devices": devices,
        })
    };
    uses.iter().map(said).collect()
}
