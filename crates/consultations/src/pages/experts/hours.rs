//! An expert's week, and the days on which it does not hold.

use axum::response::Response;
use bookings::rules::clock;
use chrono::Days;
use japan::calendar::parse_date;
use kernel::transact;
use serde_json::json;
use web::{Error, Flash, Id, Page, Typed, sent};

use super::{card, given};
use crate::{
    entity::{ExpertDayId, ExpertHoursId, ExpertId, meeting::Mode},
    rules::{DayDraft, HoursDraft},
    service,
};

const PAGE: &str = "consultations/register_one.html";

/// `POST /counter/experts/{id}/hours`
pub(super) async fn add(page: Page, Id(id): Id<ExpertId>, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("experts");
    let card = card(&page, id).await?;
    let draft = HoursDraft {
        weekday: typed.number("weekday"),
        from_minute: clock(typed.text("from")),
        until_minute: clock(typed.text("until")),
        modes: modes(&typed),
        valid_from: parse_date(typed.text("valid_from")),
    };
    let added = sent::once(&page, &typed, async |work| {
        service::add_hours(work, id, &draft).await
    });
    match added.await {
        Ok(_) => Ok(saved(&page, id)),
        Err(failed) => page.refused(failed.into(), PAGE, &given(&page, &card).await?, &typed),
    }
}

/// `POST /counter/experts/{id}/hours/{row}/ending`
pub(super) async fn end(
    page: Page,
    Id((id, row)): Id<(ExpertId, ExpertHoursId)>,
) -> Result<Response, Error> {
    card(&page, id).await?;
    let last = page.app.clock.now().date() - Days::new(1);
    let ended = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::end_hours(work, id, row, last).await
    });
    ended.await?;
    Ok(saved(&page, id))
}

/// `POST /counter/experts/{id}/days`
pub(super) async fn set_day(
    page: Page,
    Id(id): Id<ExpertId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("experts");
    let card = card(&page, id).await?;
    let works = typed.text("works") == "yes";
    let draft = DayDraft {
        day: parse_date(typed.text("day")),
        from_minute: clock(typed.text("from")),
        until_minute: clock(typed.text("until")),
        works,
        modes: modes(&typed),
    };
    let set = sent::once(&page, &typed, async |work| {
        service::set_day(work, id, &draft).await
    });
    match set.await {
        Ok(_) => Ok(saved(&page, id)),
        Err(failed) => page.refused(failed.into(), PAGE, &given(&page, &card).await?, &typed),
    }
}

/// `POST /counter/experts/{id}/days/{row}/removal`
pub(super) async fn remove_day(
    page: Page,
    Id((id, row)): Id<(ExpertId, ExpertDayId)>,
) -> Result<Response, Error> {
    card(&page, id).await?;
    let removed = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::remove_day(work, id, row).await
    });
    removed.await?;
    Ok(saved(&page, id))
}

fn modes(typed: &Typed) -> Vec<Mode> {
    typed
        .all("modes")
        .into_iter()
        .filter_map(Mode::parse)
        .collect()
}

fn saved(page: &Page, id: ExpertId) -> Response {
    let flash = Flash::good("experts-hours-saved", json!({}));
    page.go_saying(&format!("/counter/experts/{id}"), &flash)
}
