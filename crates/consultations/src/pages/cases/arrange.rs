//! 日程: arranging a meeting of a case, moving it, calling it off.

use axum::response::Response;
use bookings::rules::{clock, minute};
use japan::calendar::parse_date;
use kernel::transact;
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Typed};

use super::handled;
use crate::{
    entity::{CaseId, ExpertId, MeetingId, case::State, meeting::Mode},
    pages::facts,
    read::{self, CasePage, Wanted},
    rules::Slot,
    service::{self, Arrange},
};

const FORM: &str = "consultations/meeting_form.html";

/// `GET /cases/{id}/meetings/new?expert=&mode=`
pub(super) async fn new(page: Page, Id(id): Id<CaseId>, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("cases");
    let case = handled(&page, id).await?;
    if case.row.state == State::Closed {
        return Ok(page.go(&format!("/cases/{id}")));
    }
    let expert = case.experts.first().map(|card| card.row.id.to_string());
    let filled = typed
        .or("expert", &expert.unwrap_or_default())
        .or("mode", case.row.mode.code());
    let facts = given(&page, &case, None, &filled).await?;
    page.form(FORM, &facts, &filled)
}

/// `POST /cases/{id}/meetings`
pub(super) async fn create(
    page: Page,
    Id(id): Id<CaseId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("cases");
    let case = handled(&page, id).await?;
    let wish = wish(&typed);
    let made = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::arrange(work, id, &wish).await
    });
    match made.await {
        Ok(_) => {
            let flash = Flash::good("meetings-arranged", json!({}));
            Ok(page.go_saying(&format!("/cases/{id}"), &flash))
        }
        Err(failed) => {
            let facts = given(&page, &case, None, &typed).await?;
            page.refused(failed.into(), FORM, &facts, &typed)
        }
    }
}

/// `GET /cases/{id}/meetings/{meeting}/change?expert=&mode=`: what is asked for stands before what is.
pub(super) async fn edit(
    page: Page,
    Id((id, meeting)): Id<(CaseId, MeetingId)>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("cases");
    let case = handled(&page, id).await?;
    let found = case
        .meetings
        .iter()
        .find(|one| one.meeting.row.id == meeting);
    let row = &found.ok_or_else(Error::not_found)?.meeting.row;
    // Who has the case no longer cannot be met: the form begins with whoever has it now.
    let has = case
        .experts
        .iter()
        .find(|card| card.row.id == row.expert_id);
    let has = has.or_else(|| case.experts.first());
    let expert = has.map_or(row.expert_id, |card| card.row.id);
    let filled = typed
        .or("expert", &expert.to_string())
        .or("mode", row.mode.code())
        .or("day", &row.starts_at.date().to_string())
        .or("time", &row.starts_at.time().format("%H:%M").to_string())
        .or("link", &row.link)
        .or("version", &row.version.to_string());
    let facts = given(&page, &case, Some(meeting), &filled).await?;
    page.form(FORM, &facts, &filled)
}

/// `POST /cases/{id}/meetings/{meeting}/change`
pub(super) async fn change(
    page: Page,
    Id((id, meeting)): Id<(CaseId, MeetingId)>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("cases");
    let case = of_case(handled(&page, id).await?, meeting)?;
    let (wish, seen) = (wish(&typed), typed.number("version").unwrap_or(0));
    let moved = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::move_to(work, meeting, seen, &wish).await
    });
    match moved.await {
        Ok(()) => {
            let flash = Flash::good("meetings-moved", json!({}));
            Ok(page.go_saying(&format!("/cases/{id}"), &flash))
        }
        Err(failed) => {
            let facts = given(&page, &case, Some(meeting), &typed).await?;
            page.refused(failed.into(), FORM, &facts, &typed)
        }
    }
}

/// `POST /cases/{id}/meetings/{meeting}/cancellation`
pub(super) async fn cancel(
    page: Page,
    Id((id, meeting)): Id<(CaseId, MeetingId)>,
) -> Result<Response, Error> {
    of_case(handled(&page, id).await?, meeting)?;
    let called_off = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::cancel(work, meeting).await
    });
    called_off.await?;
    let flash = Flash::good("meetings-cancelled", json!({}));
    Ok(page.go_saying(&format!("/cases/{id}"), &flash))
}

/// The case, if the meeting is one of it.
pub(super) fn of_case(case: CasePage, meeting: MeetingId) -> Result<CasePage, Error> {
    let own = case
        .meetings
        .iter()
        .any(|one| one.meeting.row.id == meeting);
    if own {
        Ok(case)
    } else {
        Err(Error::not_found())
    }
}

fn wish(typed: &Typed) -> Arrange {
    let day = parse_date(typed.text("day"));
    let time = clock(typed.text("time"));
    Arrange {
        expert: typed.text("expert").parse().ok(),
        mode: Mode::parse(typed.text("mode")),
        from: day.zip(time).map(|(day, time)| minute(day, time)),
        link: typed.text("link").to_owned(),
    }
}

/// A free time, with the form's address on which it is filled in.
fn time(slot: &Slot<ExpertId>, mode: Mode, typed: &Typed) -> Value {
    let from = slot.span.from;
    let (day, time) = (from.date(), from.time().format("%H:%M"));
    let expert = slot.experts.first().map(ToString::to_string);
    let (expert, version) = (expert.unwrap_or_default(), typed.text("version"));
    let query = format!("expert={expert}&mode={}&day={day}&time={time}", mode.code());
    let seen = version
        .parse::<i32>()
        .map(|seen| format!("&version={seen}"));
    json!({ "at": from.rfc3339(), "query": query + &seen.unwrap_or_default() })
}

/// The form, with the free times of the experts who have the case.
async fn given(
    page: &Page,
    case: &CasePage,
    meeting: Option<MeetingId>,
    typed: &Typed,
) -> Result<Value, Error> {
    let now = page.app.clock.now();
    let expert = typed.text("expert").parse().ok();
    let mode = Mode::parse(typed.text("mode")).unwrap_or(case.row.mode);
    let wanted = Wanted {
        mode,
        fields: Vec::new(),
        lang: String::new(),
        expert,
        days: (now.date(), now.date() + chrono::Days::new(27)),
    };
    let free = match expert {
        Some(_) => read::free_hours(page.app.db.reader(), page.app.db.kept(), &wanted, now).await?,
        None => Vec::new(),
    };
    let free = free.iter().take(40).map(|slot| time(slot, mode, typed));
    let option =
        |card: &read::Card| json!({ "value": card.row.id.to_string(), "label": card.name });
    Ok(json!({
        "case": { "id": case.row.id, "reference": case.row.reference },
        "meeting": meeting,
        "experts": case.experts.iter().map(option).collect::<Vec<_>>(),
        "choices": facts::choices(page)?,
        "free": free.collect::<Vec<_>>(),
    }))
}
