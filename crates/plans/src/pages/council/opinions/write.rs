//! Writing an opinion down, or putting it right.

use axum::response::Response;
use kernel::transact;
use serde_json::{Value, json};
use web::{Error, Id, Page, Typed, sent};

use super::{
    super::{super::coordinator, facts as council_facts, meeting_facts, meetings::meeting},
    facts, opinion,
};
use crate::{
    CoordinationRefused as Refused,
    entity::{CouncilMeetingId, CouncilOpinionId},
    read::{Meeting, Opinion, SpokenOf, programmes_to_speak_of},
    rules::OpinionDraft,
    service,
};

const FORM: &str = "plans/council/opinion_form.html";

/// `GET /council-meetings/{id}/opinions/new`
pub(in super::super) async fn new(
    page: Page,
    Id(id): Id<CouncilMeetingId>,
) -> Result<Response, Error> {
    let page = page.nav("councils");
    coordinator(&page)?;
    page.form(
        FORM,
        &given(&page, id, None).await?,
        &sent::named(Typed::default()),
    )
}

/// `POST /council-meetings/{id}/opinions`
pub(in super::super) async fn create(
    page: Page,
    Id(id): Id<CouncilMeetingId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("councils");
    coordinator(&page)?;
    let wish = draft(&typed);
    let made = sent::once(&page, &typed, async |work| {
        service::add_opinion(work, id, &wish).await
    });
    let done = made.await.map(|_| format!("/council-meetings/{id}"));
    let facts = given(&page, id, None);
    sent::answer(&page, (FORM, &typed), done, "council-opinion-saved", facts).await
}

/// `GET /opinions/{id}/edit`
pub(in super::super) async fn edit(
    page: Page,
    Id(id): Id<CouncilOpinionId>,
) -> Result<Response, Error> {
    let page = page.nav("councils");
    coordinator(&page)?;
    let found = opinion(&page, id).await?;
    let row = &found.row;
    let programme = row.programme_id.map(|id| id.to_string());
    let typed = Typed::default()
        .or("said_by", &row.said_by)
        .or("body", &row.body)
        .or("about", &row.about)
        .or("programme", programme.as_deref().unwrap_or(""));
    page.form(
        FORM,
        &given(&page, row.meeting_id, Some(&found)).await?,
        &typed,
    )
}

/// `POST /opinions/{id}`
pub(in super::super) async fn change(
    page: Page,
    Id(id): Id<CouncilOpinionId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("councils");
    coordinator(&page)?;
    let (wish, edition) = (draft(&typed), typed.number("edition"));
    let changed = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        let edition = edition.ok_or(Refused::Changed)?;
        service::edit_opinion(work, id, edition, &wish).await
    });
    let done = changed.await.map(|()| format!("/opinions/{id}"));
    let facts = async {
        let found = opinion(&page, id).await?;
        given(&page, found.row.meeting_id, Some(&found)).await
    };
    sent::answer(&page, (FORM, &typed), done, "coordination-saved", facts).await
}

fn draft(typed: &Typed) -> OpinionDraft {
    OpinionDraft {
        said_by: typed.text("said_by").to_owned(),
        // As browsers count its lines.
        body: typed.text("body").replace("\r\n", "\n"),
        about: typed.text("about").to_owned(),
        programme: typed.text("programme").to_owned(),
    }
}

/// What the form is given; `saved` is shown to whoever was overtaken.
async fn given(page: &Page, id: CouncilMeetingId, saved: Option<&Opinion>) -> Result<Value, Error> {
    let meeting = meeting(page, id).await?;
    Ok(json!({
        "programmes": choices(page, &meeting, saved).await?,
        "council": council_facts(&meeting.council),
        "meeting": meeting_facts(&meeting.row),
        "saved": saved.map(facts),
    }))
}

/// The programmes that the meeting can speak of, and the one that was chosen before.
async fn choices(
    page: &Page,
    meeting: &Meeting,
    saved: Option<&Opinion>,
) -> Result<Vec<Value>, Error> {
    let offered = match meeting.row.held_on.parse() {
        Ok(day) => programmes_to_speak_of(page.app.db.reader(), day).await?,
        Err(_) => Vec::new(),
    };
    let before = saved.and_then(|one| one.programme.clone());
    let before = before.filter(|one| offered.iter().all(|other| other.id != one.id));
    let choice = |one: SpokenOf| {
        let label = format!("{}　{}　{}", one.plan_name, one.number, one.name);
        json!({ "value": one.id, "label": label })
    };
    Ok(offered.into_iter().chain(before).map(choice).collect())
}
