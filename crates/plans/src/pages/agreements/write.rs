//! Writing an agreement down, or putting it right.

use axum::response::Response;
use japan::calendar::parse_date;
use kernel::transact;
use serde_json::{Value, json};
use web::{Error, Id, Page, Typed, sent};

use super::{
    super::{
        coordination::{agency_options, chosen},
        coordinator,
    },
    facts, seen,
};
use crate::{
    CoordinationRefused as Refused,
    entity::AgreementId,
    read::Agreement,
    rules::{AgreementDraft, Until},
    service,
};

const FORM: &str = "plans/coordination/agreement_form.html";

/// So many days before its end somebody is told, unless another number is typed.
const NOTICE: &str = "60";

/// `GET /agreements/new?agency=&follows=`: empty, or with what the one says that it renews.
pub(super) async fn new(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("coordination");
    coordinator(&page)?;
    let mut filled = sent::named(Typed::default());
    if let Ok(id) = typed.text("follows").parse() {
        let before = seen(&page, id).await?;
        let next = before.term.until.and_then(|last| last.succ_opt());
        filled = filled
            .or("follows", &id.to_string())
            .or("agency", &before.row.agency_id.to_string())
            .or("name", &before.row.name)
            .or("about", &before.row.about)
            .or("notice_days", &before.row.notice_days.to_string())
            .or(
                "valid_from",
                &next.map(|day| day.to_string()).unwrap_or_default(),
            );
    }
    let filled = filled
        .or("agency", typed.text("agency"))
        .or("notice_days", NOTICE);
    let facts = given(&page, &filled, None).await?;
    page.form(FORM, &facts, &filled)
}

/// `POST /agreements`
pub(super) async fn create(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("coordination");
    coordinator(&page)?;
    let (wish, follows) = (draft(&typed), typed.text("follows").parse().ok());
    let made = sent::once(&page, &typed, async |work| {
        service::add_agreement(work, &wish, follows).await
    });
    let done = made.await.map(|id| format!("/agreements/{id}"));
    let facts = given(&page, &typed, None);
    sent::answer(&page, (FORM, &typed), done, "coordination-saved", facts).await
}

/// `GET /agreements/{id}/edit`
pub(super) async fn edit(page: Page, Id(id): Id<AgreementId>) -> Result<Response, Error> {
    let page = page.nav("coordination");
    coordinator(&page)?;
    let found = seen(&page, id).await?;
    let row = &found.row;
    let filled = Typed::default()
        .or("agency", &row.agency_id.to_string())
        .or("name", &row.name)
        .or("about", &row.about)
        .or("signed_on", &row.signed_on)
        .or("valid_from", &row.valid_from)
        .or("valid_until", row.valid_until.as_deref().unwrap_or(""))
        .or("notice_days", &row.notice_days.to_string());
    let facts = given(&page, &filled, Some(&found)).await?;
    page.form(FORM, &facts, &filled)
}

/// `POST /agreements/{id}`
pub(super) async fn change(
    page: Page,
    Id(id): Id<AgreementId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("coordination");
    coordinator(&page)?;
    let (wish, edition) = (draft(&typed), typed.number("edition"));
    let changed = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        let edition = edition.ok_or(Refused::Changed)?;
        service::edit_agreement(work, id, edition, &wish).await
    });
    let done = changed.await.map(|()| format!("/agreements/{id}"));
    let facts = async {
        let found = seen(&page, id).await?;
        given(&page, &typed, Some(&found)).await
    };
    sent::answer(&page, (FORM, &typed), done, "coordination-saved", facts).await
}

fn draft(typed: &Typed) -> AgreementDraft {
    AgreementDraft {
        agency: typed.text("agency").parse().ok(),
        name: typed.text("name").to_owned(),
        // As browsers count its lines.
        about: typed.text("about").replace("\r\n", "\n"),
        signed_on: parse_date(typed.text("signed_on")),
        valid_from: parse_date(typed.text("valid_from")),
        until: Until::read(typed.text("valid_until")),
        notice_days: typed.number("notice_days"),
    }
}

/// What the form is given; `saved` is shown to whoever was overtaken.
async fn given(page: &Page, typed: &Typed, saved: Option<&Agreement>) -> Result<Value, Error> {
    let mut before = None;
    if let Ok(id) = typed.text("follows").parse() {
        before = Some(facts(&seen(page, id).await?));
    }
    Ok(json!({
        "saved": saved.map(facts),
        "before": before,
        "agencies": agency_options(page, &chosen(typed, "agency")).await?,
    }))
}
