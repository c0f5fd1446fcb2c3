//! Who sits in a council.

use axum::response::Response;
use japan::calendar::parse_date;
use kernel::transact;
use serde_json::{Value, json};
use web::{Error, Id, Page, Typed, sent};

use super::{super::coordinator, council, facts, member_facts};
use crate::{
    CoordinationRefused as Refused,
    entity::{
        CouncilId, CouncilMemberId,
        council_member::{self, Seat},
    },
    read,
    rules::{MemberDraft, Until},
    service,
};

const FORM: &str = "plans/council/member_form.html";

/// `GET /councils/{id}/members/new`
pub(super) async fn new(page: Page, Id(id): Id<CouncilId>) -> Result<Response, Error> {
    let page = page.nav("councils");
    coordinator(&page)?;
    let typed = sent::named(Typed::default()).or("seat", "member");
    page.form(FORM, &given(&page, id, None).await?, &typed)
}

/// `POST /councils/{id}/members`
pub(super) async fn create(
    page: Page,
    Id(id): Id<CouncilId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("councils");
    coordinator(&page)?;
    let wish = draft(&typed);
    let made = sent::once(&page, &typed, async |work| {
        service::add_member(work, id, &wish).await
    });
    let done = made.await.map(|_| format!("/councils/{id}"));
    let facts = given(&page, id, None);
    sent::answer(&page, (FORM, &typed), done, "council-member-saved", facts).await
}

/// `GET /council-members/{id}/edit`
pub(super) async fn edit(page: Page, Id(id): Id<CouncilMemberId>) -> Result<Response, Error> {
    let page = page.nav("councils");
    coordinator(&page)?;
    let row = member(&page, id).await?;
    let typed = Typed::default()
        .or("name", &row.name)
        .or("organisation", &row.organisation)
        .or("seat", json!(row.seat).as_str().unwrap_or_default())
        .or("valid_from", &row.valid_from)
        .or("valid_until", row.valid_until.as_deref().unwrap_or(""));
    page.form(
        FORM,
        &given(&page, row.council_id, Some(&row)).await?,
        &typed,
    )
}

/// `POST /council-members/{id}`
pub(super) async fn change(
    page: Page,
    Id(id): Id<CouncilMemberId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("councils");
    coordinator(&page)?;
    let (wish, edition) = (draft(&typed), typed.number("edition"));
    let changed = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        let edition = edition.ok_or(Refused::Changed)?;
        service::edit_member(work, id, edition, &wish).await
    });
    let changed = changed.await;
    let row = member(&page, id).await?;
    let done = changed.map(|()| format!("/councils/{}", row.council_id));
    let facts = given(&page, row.council_id, Some(&row));
    sent::answer(&page, (FORM, &typed), done, "council-member-saved", facts).await
}

async fn member(page: &Page, id: CouncilMemberId) -> Result<council_member::Model, Error> {
    let found = read::council_member(page.app.db.reader(), id).await?;
    found.ok_or_else(Error::not_found)
}

fn draft(typed: &Typed) -> MemberDraft {
    MemberDraft {
        name: typed.text("name").to_owned(),
        organisation: typed.text("organisation").to_owned(),
        seat: serde_json::from_value(typed.text("seat").into()).ok(),
        valid_from: parse_date(typed.text("valid_from")),
        until: Until::read(typed.text("valid_until")),
    }
}

/// What the form is given; `saved` is shown to whoever was overtaken.
async fn given(
    page: &Page,
    id: CouncilId,
    saved: Option<&council_member::Model>,
) -> Result<Value, Error> {
    Ok(json!({
        "council": facts(&council(page, id).await?),
        "saved": saved.map(member_facts),
        "seats": Seat::ALL,
    }))
}
