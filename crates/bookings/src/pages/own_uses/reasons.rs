//! 事由: the words for why the centre uses its spaces, as the manager keeps them.

use axum::response::Response;
use kernel::{Fault, transact};
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Typed, sheet::Form};

use super::{
    super::{date_near, rules::reader},
    sheet::REASONS,
};
use crate::{
    entity::{OwnUseReasonId, own_use_reason},
    read,
    rules::{may_manage, own_uses::ReasonDraft},
    service,
};

const TEMPLATE: &str = "bookings/own_uses/reasons.html";

/// `GET /counter/own-use-reasons?as=`
pub(in super::super) async fn reasons(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("own-uses");
    reader(&page)?;
    if let Some(form) = Form::asked(&typed)? {
        let facts = facts(&page).await?;
        let rows = ["open", "over"].map(|name| facts[name].as_array().cloned());
        let rows: Vec<Value> = rows.into_iter().flatten().flatten().collect();
        return page.file_of_today(form, &REASONS, &rows).await;
    }
    let today = page.app.clock.now().date().to_string();
    let typed = Typed::default().or("from", &today);
    page.form(TEMPLATE, &facts(&page).await?, &typed)
}

/// `POST /counter/own-use-reasons`
pub(in super::super) async fn add_reason(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("own-uses");
    page.manager()?;
    let today = page.app.clock.now().date();
    let draft = ReasonDraft {
        name: typed.text("name").to_owned(),
        from: date_near(today, typed.text("from")),
    };
    let added = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::add_reason(work, &draft).await
    });
    match added.await {
        Ok(_) => Ok(listed(&page, "bookings-own-reason-added")),
        Err(failed) => page.refused(failed.into(), TEMPLATE, &facts(&page).await?, &typed),
    }
}

/// `POST /counter/own-use-reasons/{id}/end`
pub(in super::super) async fn end_reason(
    page: Page,
    Id(id): Id<OwnUseReasonId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("own-uses");
    page.manager()?;
    let last = date_near(page.app.clock.now().date(), typed.text("last"));
    let ended = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::end_reason(work, id, last).await
    });
    match ended.await {
        Ok(()) => Ok(listed(&page, "bookings-own-reason-ended-flash")),
        Err(failed) => page.refused(failed.into(), TEMPLATE, &facts(&page).await?, &typed),
    }
}

fn listed(page: &Page, key: &'static str) -> Response {
    page.go_saying("/counter/own-use-reasons", &Flash::good(key, json!({})))
}

/// Every reason: those that can be given now or later, and those that are over.
async fn facts(page: &Page) -> Result<Value, Fault> {
    let today = page.app.clock.now().date().to_string();
    let all = read::own_use_reasons(page.app.db.reader()).await?;
    let (over, open): (Vec<_>, Vec<_>) = all.iter().partition(|one| one.is_over(&today));
    let row = |one: &&own_use_reason::Model| {
        json!({
            "id": one.id,
            "name": one.name,
            "from": one.valid_from,
            "until": one.valid_until,
            "standing": match one.valid_from > today {
                true => "coming",
                false if one.is_over(&today) => "over",
                false => "now",
            },
        })
    };
    Ok(json!({
        "open": open.iter().map(row).collect::<Vec<_>>(),
        "over": over.iter().map(row).collect::<Vec<_>>(),
        "today": today,
        "may_change": may_manage(&page.actor()),
    }))
}
