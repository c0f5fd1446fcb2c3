//! Putting right why, for which programme, and when the centre uses a space.

use axum::response::Response;
use kernel::{Failed, Fault, transact};
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Typed};

use super::{
    super::book_form::{clock, date, used},
    facts::in_the_way,
    form::{programmes, reasons},
    seen,
};
use crate::{
    entity::{OwnUseId, own_use},
    read::{self, Catalogue},
    refused::{Refused, Unowned},
    rules::own_uses::{Correction, NewTime},
    service,
};

const CHANGE: &str = "bookings/own_uses/change.html";

/// `GET /counter/own-uses/{id}/change`
pub(in super::super) async fn change_form(
    page: Page,
    Id(id): Id<OwnUseId>,
) -> Result<Response, Error> {
    let page = page.nav("own-uses");
    page.staff()?;
    let (row, facts) = facts(&page, id).await?;
    if row.ended_at.is_some() {
        // The page of the use says that it was given back.
        return Ok(page.go(&format!("/counter/own-uses/{id}")));
    }
    let typed = Typed::default()
        .or("reason", &row.reason_id.to_string())
        .or(
            "programme",
            &row.programme_id
                .map(|id| id.to_string())
                .unwrap_or_default(),
        )
        .or("title", &row.title)
        .or("date", &row.starts_at.date().to_string())
        .or("starts_at", &clock(row.starts_at))
        .or("ends_at", &clock(row.ends_at))
        .or("reach", "this");
    page.form(CHANGE, &facts, &typed)
}

/// `POST /counter/own-uses/{id}/change`
pub(in super::super) async fn change(
    page: Page,
    Id(id): Id<OwnUseId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("own-uses");
    page.staff()?;
    let wish = wish(&typed);
    let changed = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::correct_own_use(work, id, &wish).await
    });
    match changed.await {
        Ok(()) => {
            let flash = Flash::good("bookings-own-changed", json!({}));
            Ok(page.go_saying(&format!("/counter/own-uses/{id}"), &flash))
        }
        Err(failed) => {
            let (row, mut facts) = facts(&page, id).await?;
            if matches!(&failed, Failed::Refused(Refused::Own(why)) if *why == [Unowned::Taken]) {
                facts["ways"] = ways(&page, &row, &wish).await?.into();
            }
            page.refused(failed.into(), CHANGE, &facts, &typed)
        }
    }
}

/// What was typed; nothing is said of the time of a use that is over.
fn wish(typed: &Typed) -> Correction {
    let used = used(typed);
    let time = typed.names().any(|name| name == "date").then(|| NewTime {
        undated: date(typed).is_none(),
        starts_at: used.starts_at,
        ends_at: used.ends_at,
    });
    Correction {
        reason: typed.text("reason").parse().ok(),
        programme: typed.text("programme").parse().ok(),
        title: typed.text("title").to_owned(),
        time,
        and_following: typed.text("reach") == "following",
    }
}

/// The own use, and the reasons that could be given on its day.
async fn facts(page: &Page, id: OwnUseId) -> Result<(own_use::Model, Value), Error> {
    let (row, mut facts) = seen(page, id).await?;
    let all = read::own_use_reasons(page.app.db.reader()).await?;
    facts["reasons"] = reasons(&all, row.starts_at.date()).into();
    facts["programmes"] = programmes(page, Some(&row)).await?.into();
    facts["over"] = (row.ends_at <= page.app.clock.now()).into();
    facts["ways"] = json!([]);
    Ok((row, facts))
}

/// What is in the way at the new times.
async fn ways(page: &Page, own: &own_use::Model, wish: &Correction) -> Result<Vec<Value>, Fault> {
    let (db, now) = (page.app.db.reader(), page.app.clock.now());
    let catalogue = Catalogue::current(&page.app).await?;
    match read::own_correction(db, &catalogue, own, wish, now).await {
        Ok(found) => {
            let ways = read::in_the_way(db, &found.plan, now).await?;
            Ok(ways.iter().map(in_the_way).collect())
        }
        Err(Failed::Refused(_)) => Ok(Vec::new()),
        Err(Failed::Fault(fault)) => Err(fault),
    }
}
