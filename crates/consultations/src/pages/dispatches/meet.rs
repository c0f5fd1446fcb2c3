//! 派遣の日程: arranging one time of a dispatch.

use axum::response::Response;
use bookings::rules::{clock, minute};
use chrono::Days;
use japan::calendar::parse_date;
use kernel::transact;
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Typed};

use super::{Seen, facts, seen};
use crate::{
    entity::{CaseId, DispatchId, ExpertId, meeting::Mode},
    read::{self, Wanted},
    rules::Reading,
    service::{self, Arrange},
};

const FORM: &str = "consultations/dispatch_meeting.html";
/// So many days ahead free times are shown.
const AHEAD: u64 = 27;

/// `GET /dispatches/{id}/meetings/new`
pub(super) async fn new(
    page: Page,
    Id(id): Id<DispatchId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("dispatches");
    let seen = handled(&page, id).await?;
    let experts = experts(&page, seen.case.id).await?;
    let first = experts.first().map(|card| card.row.id.to_string());
    let filled = typed
        .or("expert", &first.unwrap_or_default())
        .or("link", &seen.row.place);
    let facts = given(&page, &seen, &filled).await?;
    page.form(FORM, &facts, &filled)
}

/// `POST /dispatches/{id}/meetings`
pub(super) async fn create(
    page: Page,
    Id(id): Id<DispatchId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("dispatches");
    let seen = handled(&page, id).await?;
    let wish = wish(&typed);
    let made = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::arrange_dispatch(work, id, &wish).await
    });
    match made.await {
        Ok(_) => {
            let flash = Flash::good("meetings-arranged", json!({}));
            Ok(page.go_saying(&format!("/dispatches/{id}"), &flash))
        }
        Err(failed) => {
            let facts = given(&page, &seen, &typed).await?;
            page.refused(failed.into(), FORM, &facts, &typed)
        }
    }
}

fn wish(typed: &Typed) -> Arrange {
    let (day, time) = (parse_date(typed.text("day")), clock(typed.text("time")));
    Arrange {
        expert: typed.text("expert").parse().ok(),
        mode: Some(Mode::Visit),
        from: day.zip(time).map(|(day, time)| minute(day, time)),
        link: typed.text("link").to_owned(),
    }
}

/// A dispatch for whoever handles its case.
async fn handled(page: &Page, id: DispatchId) -> Result<Seen, Error> {
    let seen = seen(page, id).await?;
    if seen.reading == Reading::Handles {
        Ok(seen)
    } else {
        Err(Error::forbidden())
    }
}

async fn experts(page: &Page, case: CaseId) -> Result<Vec<read::Card>, Error> {
    let db = page.app.db.reader();
    let own = read::experts_of(db, case).await?;
    let has = |card: &read::Card| own.iter().any(|own| own.id == card.row.id);
    let cards = read::cards(db).await?;
    Ok(cards.into_iter().filter(has).collect())
}

/// The form, with the times at which the expert goes out.
async fn given(page: &Page, seen: &Seen, typed: &Typed) -> Result<Value, Error> {
    let (db, now) = (page.app.db.reader(), page.app.clock.now());
    let expert: Option<ExpertId> = typed.text("expert").parse().ok();
    let wanted = Wanted {
        mode: Mode::Visit,
        fields: Vec::new(),
        lang: String::new(),
        expert,
        days: (now.date(), now.date() + Days::new(AHEAD)),
    };
    let free = match expert {
        Some(_) => read::free_hours(db, page.app.db.kept(), &wanted, now).await?,
        None => Vec::new(),
    };
    let free = free.iter().take(40).map(|slot| slot.span.from.rfc3339());
    let option =
        |card: &read::Card| json!({ "value": card.row.id.to_string(), "label": card.name });
    let experts = experts(page, seen.case.id).await?;
    let terms = read::dispatch_terms(db, now.date()).await?;
    Ok(json!({
        "dispatch": facts::dispatch(&seen.row, true),
        "case": { "id": seen.case.id, "reference": seen.case.reference },
        "experts": experts.iter().map(option).collect::<Vec<_>>(),
        "free": free.collect::<Vec<_>>(),
        "terms": facts::terms(&terms),
    }))
}
