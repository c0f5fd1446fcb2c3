//! 面談: who comes today, at the counter and for the expert; arrivals.

use axum::response::Response;
use bookings::read::Catalogue;
use chrono::Days;
use japan::calendar::parse_date;
use kernel::{Span, Work, transact};
use serde_json::json;
use web::{Error, Flash, Id, Page, Routes, Typed};

use super::{facts, viewer};
use crate::{
    Refused,
    entity::{MeetingId, meeting::Late},
    read, service,
};

/// The routes of meetings.
pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/meetings", day)
        .get("/meetings/{id}", one)
        .post("/meetings/{id}/arrival", arrive)
        .post("/meetings/{id}/arrival/withdrawal", undo)
        .post("/meetings/{id}/absence", absent)
        .post("/meetings/{id}/delay", late)
}

/// `GET /meetings?date=`: staff see everybody's, an expert their own.
async fn day(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("meetings");
    viewer(&page)?;
    let now = page.app.clock.now();
    let date = parse_date(typed.text("date")).unwrap_or_else(|| now.date());
    let db = page.app.db.reader();
    let expert = if page.actor().roles.is_staff() {
        None
    } else {
        let own = read::expert_on(db, page.person()?.person, now.date()).await?;
        Some(own.ok_or_else(Error::forbidden)?.id)
    };
    let catalogue = Catalogue::current(&page.app).await?;
    let found = read::on_day(db, &catalogue, Span::day(date), expert).await?;
    let facts = json!({
        "date": date.to_string(),
        "previous": (date - Days::new(1)).to_string(),
        "next": (date + Days::new(1)).to_string(),
        "today": now.date().to_string(),
        "meetings": found.iter().map(|one| facts::meeting(one, now)).collect::<Vec<_>>(),
    });
    page.form("consultations/meetings.html", &facts, &typed)
}

/// `GET /meetings/{id}`: to the case, where the ledger's link leads.
async fn one(page: Page, Id(id): Id<MeetingId>) -> Result<Response, Error> {
    viewer(&page)?;
    let found = read::meeting(page.app.db.reader(), id).await?;
    let case = found.ok_or_else(Error::not_found)?.row.case_id;
    Ok(page.go(&format!("/cases/{case}")))
}

/// `POST /meetings/{id}/arrival`
async fn arrive(page: Page, Id(id): Id<MeetingId>, typed: Typed) -> Result<Response, Error> {
    come(page, (id, typed), "meetings-arrived", async |work| {
        service::arrive(work, id).await
    })
    .await
}

/// `POST /meetings/{id}/arrival/withdrawal`
async fn undo(page: Page, Id(id): Id<MeetingId>, typed: Typed) -> Result<Response, Error> {
    let verb = async |work: &Work| service::undo_arrival(work, id).await;
    come(page, (id, typed), "meetings-arrival-undone", verb).await
}

/// `POST /meetings/{id}/absence`
async fn absent(page: Page, Id(id): Id<MeetingId>, typed: Typed) -> Result<Response, Error> {
    come(page, (id, typed), "meetings-absent-marked", async |work| {
        service::absent(work, id).await
    })
    .await
}

/// `POST /meetings/{id}/delay`: the person called, or (`who=expert`) the expert is late.
async fn late(page: Page, Id(id): Id<MeetingId>, typed: Typed) -> Result<Response, Error> {
    let who = Late::parse(typed.text("who")).unwrap_or(Late::Client);
    let minutes = typed.number("minutes").unwrap_or(0);
    come(page, (id, typed), "meetings-late-told", async |work| {
        service::tell_late(work, id, who, minutes).await.map(drop)
    })
    .await
}

async fn come(
    page: Page,
    (id, typed): (MeetingId, Typed),
    said: &str,
    verb: impl for<'w> AsyncFnOnce(&'w Work) -> Result<(), kernel::Failed<Refused>>,
) -> Result<Response, Error> {
    viewer(&page)?;
    transact(&page.app.db, page.actor(), &page.app.clock, verb).await?;
    let found = read::meeting(page.app.db.reader(), id).await?;
    let row = found.ok_or_else(Error::not_found)?.row;
    let back = match typed.text("back") {
        "case" => format!("/cases/{}", row.case_id),
        "board" => format!("/counter?date={}", row.starts_at.date()),
        _ => format!("/meetings?date={}", row.starts_at.date()),
    };
    Ok(page.go_saying(&back, &Flash::good(said, json!({}))))
}
