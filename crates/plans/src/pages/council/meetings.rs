//! The meetings of a council: when, where, about what.

use axum::response::Response;
use japan::calendar::parse_date;
use kernel::transact;
use serde_json::{Value, json};
use web::{Error, Id, Page, Typed, sent};

use super::{super::coordinator, council, facts, meeting_facts, opinions};
use crate::{
    CoordinationRefused as Refused,
    entity::{CouncilId, CouncilMeetingId},
    read::{self, Meeting, OpinionFilter},
    rules::{MeetingDraft, parse_time},
    service,
};

pub(super) const ONE: &str = "plans/council/meeting.html";
const FORM: &str = "plans/council/meeting_form.html";

/// So many opinions of one meeting are shown.
const MOST_OPINIONS: u64 = 500;

/// `GET /council-meetings/{id}`
pub(super) async fn one(page: Page, Id(id): Id<CouncilMeetingId>) -> Result<Response, Error> {
    let page = page.nav("councils");
    coordinator(&page)?;
    page.form(
        ONE,
        &whole(&page, id).await?,
        &sent::named(Typed::default()),
    )
}

/// `GET /councils/{id}/meetings/new`: with the next number, and the place of the last one.
pub(super) async fn new(page: Page, Id(id): Id<CouncilId>) -> Result<Response, Error> {
    let page = page.nav("councils");
    coordinator(&page)?;
    let earlier = read::council_meetings(page.app.db.reader(), id).await?;
    let last = earlier.first();
    let typed = sent::named(Typed::default())
        .or("number", &last.map_or(1, |one| one.number + 1).to_string())
        .or("place", last.map_or("", |one| &one.place));
    page.form(FORM, &given(&page, id, None).await?, &typed)
}

/// `POST /councils/{id}/meetings`
pub(super) async fn create(
    page: Page,
    Id(id): Id<CouncilId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("councils");
    coordinator(&page)?;
    let wish = draft(&typed);
    let made = sent::once(&page, &typed, async |work| {
        service::add_meeting(work, id, &wish).await
    });
    let done = made
        .await
        .map(|meeting| format!("/council-meetings/{meeting}"));
    let facts = given(&page, id, None);
    sent::answer(&page, (FORM, &typed), done, "council-meeting-saved", facts).await
}

/// `GET /council-meetings/{id}/edit`
pub(super) async fn edit(page: Page, Id(id): Id<CouncilMeetingId>) -> Result<Response, Error> {
    let page = page.nav("councils");
    coordinator(&page)?;
    let found = meeting(&page, id).await?;
    let row = &found.row;
    if row.confirmed_at.is_some() {
        // The page of the meeting says that it is settled.
        return Ok(page.go(&format!("/council-meetings/{id}")));
    }
    let typed = Typed::default()
        .or("number", &row.number.to_string())
        .or("held_on", &row.held_on)
        .or("starts_at", &row.starts_at)
        .or("ends_at", &row.ends_at)
        .or("place", &row.place)
        .or("agenda", &row.agenda);
    page.form(
        FORM,
        &given(&page, row.council_id, Some(&found)).await?,
        &typed,
    )
}

/// `POST /council-meetings/{id}`
pub(super) async fn change(
    page: Page,
    Id(id): Id<CouncilMeetingId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("councils");
    coordinator(&page)?;
    let (wish, edition) = (draft(&typed), typed.number("edition"));
    let changed = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        let edition = edition.ok_or(Refused::Changed)?;
        service::edit_meeting(work, id, edition, &wish).await
    });
    let done = changed.await.map(|()| format!("/council-meetings/{id}"));
    let facts = async {
        let found = meeting(&page, id).await?;
        given(&page, found.row.council_id, Some(&found)).await
    };
    sent::answer(&page, (FORM, &typed), done, "council-meeting-saved", facts).await
}

pub(super) async fn meeting(page: &Page, id: CouncilMeetingId) -> Result<Meeting, Error> {
    let found = read::council_meeting(page.app.db.reader(), id).await?;
    found.ok_or_else(Error::not_found)
}

/// A meeting with its papers, corrections and opinions, as its page has it.
pub(super) async fn whole(page: &Page, id: CouncilMeetingId) -> Result<Value, Error> {
    let found = meeting(page, id).await?;
    let filter = OpinionFilter {
        meeting: Some(id),
        ..OpinionFilter::default()
    };
    let said = read::opinions(page.app.db.reader(), &filter, 0, MOST_OPINIONS).await?;
    let correction = |one: &read::Correction| {
        json!({
            "number": one.number.to_string(), "body": one.body, "by": one.by,
            "at": one.at.rfc3339(),
        })
    };
    let mut meeting = meeting_facts(&found.row);
    meeting["confirmed_by"] = json!(found.confirmed_by);
    Ok(json!({
        "council": facts(&found.council),
        "meeting": meeting,
        "papers": found.papers,
        "corrections": found.corrections.iter().map(correction).collect::<Vec<_>>(),
        "opinions": said.iter().map(opinions::facts).collect::<Vec<_>>(),
    }))
}

fn draft(typed: &Typed) -> MeetingDraft {
    MeetingDraft {
        number: typed.number("number"),
        held_on: parse_date(typed.text("held_on")),
        starts_at: parse_time(typed.text("starts_at")),
        ends_at: parse_time(typed.text("ends_at")),
        place: typed.text("place").to_owned(),
        // As browsers count its lines.
        agenda: typed.text("agenda").replace("\r\n", "\n"),
    }
}

/// What the form is given; `saved` is shown to whoever was overtaken.
async fn given(page: &Page, id: CouncilId, saved: Option<&Meeting>) -> Result<Value, Error> {
    Ok(json!({
        "council": facts(&council(page, id).await?),
        "saved": saved.map(|one| meeting_facts(&one.row)),
    }))
}
