//! How many of a device there are, by date; bookings for which too few would be left are shown first.

use axum::response::Response;
use chrono::NaiveDate;
use kernel::transact;
use serde_json::{Value, json};
use views::Lang;
use web::{Error, Flash, Id, Page, Typed};

use super::{check, form, refused, seen};
use crate::{
    entity::{DeviceId, device_stock},
    read::{self, Catalogue, Device},
    rules::{devices::StockDraft, may_manage},
    service,
};

const STOCK: &str = "bookings/devices/stock.html";

/// `GET /counter/devices/{id}/stock`
pub(in super::super) async fn stock_form(
    page: Page,
    Id(id): Id<DeviceId>,
) -> Result<Response, Error> {
    let page = page.nav("venue");
    page.staff()?;
    let catalogue = Catalogue::current(&page.app).await?;
    let device = catalogue.device(id).ok_or_else(Error::not_found)?;
    let mut facts = facts(&page, device);
    facts["seen"] = seen(&page).await?.into();
    page.form(STOCK, &facts, &Typed::default().or("broken", "0"))
}

/// `POST /counter/devices/{id}/stock`: how many there are from a date on; bookings for which too few
/// would be left are shown first.
pub(in super::super) async fn set_stock(
    page: Page,
    Id(id): Id<DeviceId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("venue");
    page.manager()?;
    let catalogue = Catalogue::current(&page.app).await?;
    let device = catalogue.device(id).ok_or_else(Error::not_found)?;
    let draft = stock(&typed);
    let facts = facts(&page, device);
    if typed.text("act") != "set"
        && let Some(shown) = asked(&page, device, &draft, &facts, &typed).await?
    {
        return Ok(shown);
    }
    let set = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::set_stock(work, id, draft, form::seen(&typed)).await
    });
    if let Err(failed) = set.await {
        return refused(&page, failed, STOCK, facts, &typed).await;
    }
    let flash = Flash::good("bookings-device-changed", json!({}));
    Ok(page.go_saying(&format!("/counter/devices/{id}/stock"), &flash))
}

/// The page that asks whether it is right, when too few would be left for some bookings; the form
/// again when the manager goes back.
async fn asked(
    page: &Page,
    device: &Device,
    draft: &StockDraft,
    facts: &Value,
    typed: &Typed,
) -> Result<Option<Response>, Error> {
    if typed.text("act") == "back" {
        let mut facts = facts.clone();
        facts["seen"] = form::seen(typed).into();
        return page.form(STOCK, &facts, typed).map(Some);
    }
    let (db, now) = (page.app.db.reader(), page.app.clock.now());
    let catalogue = Catalogue::current(&page.app).await?;
    let short = read::short_of(db, &catalogue, &device.with(draft), now).await?;
    if short.bookings.is_empty() && short.own_uses.is_empty() {
        return Ok(None);
    }
    let facts = json!({
        "heading": "bookings-device-stock-check",
        "action": format!("/counter/devices/{}/stock", device.row.id),
    });
    check(page, &short, facts, typed).await.map(Some)
}

/// The numbers as typed.
pub(super) fn stock(typed: &Typed) -> StockDraft {
    let number = |name| typed.number(name);
    StockDraft {
        from: japan::calendar::parse_date(typed.text("from")),
        stock: number("stock"),
        broken: number("broken"),
    }
}

/// The dated numbers, each with whether it is over, in force or to come.
pub(super) fn rows(device: &Device, lang: Lang, today: NaiveDate) -> Value {
    let today = today.to_string();
    let mut begun = device.stocks.iter();
    let now = begun.rposition(|row| row.valid_from <= today);
    let row = |(nth, row): (usize, &device_stock::Model)| {
        let standing = match now {
            Some(now) if nth < now => "over",
            Some(now) if nth == now => "now",
            _ => "coming",
        };
        json!({
            "from": row.valid_from,
            "stock": row.stock,
            "broken": row.broken,
            "usable": device.counted(lang, row.stock - row.broken),
            "out": device.counted(lang, row.broken),
            "standing": standing,
        })
    };
    device.stocks.iter().enumerate().map(row).collect()
}

fn facts(page: &Page, device: &Device) -> Value {
    let today = page.app.clock.now().date();
    json!({
        "device": device.facts(page.lang, device.usable(today)),
        "rows": rows(device, page.lang, today),
        "may_change": may_manage(&page.actor()),
    })
}
