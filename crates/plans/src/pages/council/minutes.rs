//! 議事録: written, confirmed, corrected by additions; and the sheet with all of it.

use axum::response::Response;
use kernel::{Failed, transact};
use serde_json::{Value, json};
use web::{Error, Id, Page, Typed, sent};

use super::{
    super::coordinator,
    facts, is_over, meeting_facts,
    meetings::{ONE, meeting, whole},
    member_facts,
};
use crate::{CoordinationRefused as Refused, entity::CouncilMeetingId, read, service};

const FORM: &str = "plans/council/minutes_form.html";

/// `GET /council-meetings/{id}/minutes`: to be written.
pub(super) async fn edit(page: Page, Id(id): Id<CouncilMeetingId>) -> Result<Response, Error> {
    let page = page.nav("councils");
    coordinator(&page)?;
    let found = meeting(&page, id).await?;
    if found.row.confirmed_at.is_some() {
        // The page of the meeting says that they are settled.
        return Ok(page.go(&format!("/council-meetings/{id}")));
    }
    let typed = Typed::default().or("minutes", &found.row.minutes);
    page.form(FORM, &given(&page, id).await?, &typed)
}

/// `POST /council-meetings/{id}/minutes`
pub(super) async fn change(
    page: Page,
    Id(id): Id<CouncilMeetingId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("councils");
    coordinator(&page)?;
    // As browsers count its lines.
    let minutes = typed.text("minutes").replace("\r\n", "\n");
    let edition = typed.number("edition");
    let written = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        let edition = edition.ok_or(Refused::Changed)?;
        service::write_minutes(work, id, edition, &minutes).await
    });
    let done = written.await.map(|()| format!("/council-meetings/{id}"));
    let facts = given(&page, id);
    sent::answer(&page, (FORM, &typed), done, "council-minutes-saved", facts).await
}

/// `POST /council-meetings/{id}/confirmation`: from then on the minutes are not changed.
pub(super) async fn confirm(
    page: Page,
    Id(id): Id<CouncilMeetingId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("councils");
    coordinator(&page)?;
    let edition = typed.number("edition");
    let confirmed = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::confirm_minutes(work, id, edition.ok_or(Refused::Changed)?).await
    });
    answer(
        &page,
        id,
        &typed,
        confirmed.await,
        "council-minutes-confirmed",
    )
    .await
}

/// `POST /council-meetings/{id}/corrections`: added to confirmed minutes.
pub(super) async fn correct(
    page: Page,
    Id(id): Id<CouncilMeetingId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("councils");
    coordinator(&page)?;
    let body = typed.text("correction").replace("\r\n", "\n");
    let added = sent::once(&page, &typed, async |work| {
        service::add_correction(work, id, &body).await?;
        Ok(id)
    });
    let done = added.await.map(|_| ());
    answer(&page, id, &typed, done, "council-minutes-corrected").await
}

/// Back to the meeting with a word of what was done, or its page with why not.
pub(super) async fn answer(
    page: &Page,
    id: CouncilMeetingId,
    typed: &Typed,
    done: Result<(), Failed<Refused>>,
    said: &str,
) -> Result<Response, Error> {
    let done = done.map(|()| format!("/council-meetings/{id}"));
    let facts = whole(page, id);
    sent::answer(page, (ONE, typed), done, said, facts).await
}

/// `GET /council-meetings/{id}/sheet`: agenda and minutes, to be printed.
pub(super) async fn sheet(page: Page, Id(id): Id<CouncilMeetingId>) -> Result<Response, Error> {
    let page = page.nav("councils");
    coordinator(&page)?;
    let found = meeting(&page, id).await?;
    let mut facts = whole(&page, id).await?;
    let members = read::council_members(page.app.db.reader(), found.row.council_id).await?;
    let on = &found.row.held_on;
    let sat = members
        .iter()
        .filter(|one| one.valid_from <= *on && !is_over(one, on));
    facts["members"] = sat.map(member_facts).collect::<Vec<_>>().into();
    page.show("plans/council/sheet.html", &facts)
}

/// What the form is given.
async fn given(page: &Page, id: CouncilMeetingId) -> Result<Value, Error> {
    let found = meeting(page, id).await?;
    Ok(json!({ "council": facts(&found.council), "saved": meeting_facts(&found.row) }))
}
