//! 企業訪問: campaigns, their targets, and the visits of whoever goes.

mod campaign;
mod connect;
mod facts;
mod import;
mod mine;
mod sheets;
mod targets;
mod ward;

use axum::response::Response;
use japan::calendar::parse_date;
use kernel::{Failed, transact};
use serde_json::json;
use web::{Error, Flash, Id, Page, Routes, Typed};

use crate::{
    Refused,
    entity::{VisitCampaignId, visit_campaign},
    read,
    rules::{self, CampaignDraft},
    service,
};

const FORM: &str = "consultations/visit_campaign_form.html";

/// The routes of visits.
pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/visits", all)
        .post("/visits", create)
        .get("/visits/new", new)
        .get("/visits/mine", mine::all)
        .get("/visits/figures", ward::figures)
        .get("/visits/{id}", campaign::one)
        .post("/visits/{id}", change)
        .get("/visits/{id}/edit", edit)
        .post("/visits/{id}/targets", targets::add)
        .post("/visits/{id}/assignment", targets::assign)
        .get("/visits/{id}/import", import::form)
        .post("/visits/{id}/import", import::preview)
        .post("/visits/{id}/import/entry", import::enter)
        .get("/visit-targets/{id}", sheets::one)
        .post("/visit-targets/{id}/sheets", sheets::write)
        .get("/visit-targets/{id}/sheets/{sheet}", sheets::edit)
        .post("/visit-targets/{id}/sheets/{sheet}", sheets::rewrite)
        .get("/visit-targets/{id}/case", connect::form)
        .post("/visit-targets/{id}/case", connect::create)
}

/// Lets pass who runs campaigns.
fn runner(page: &Page) -> Result<(), Error> {
    if rules::may_run_visits(&page.person()?.actor) {
        Ok(())
    } else {
        Err(Error::forbidden())
    }
}

/// `GET /visits`
async fn all(page: Page) -> Result<Response, Error> {
    let page = page.nav("visits");
    runner(&page)?;
    let today = page.app.clock.now().date();
    let rows = read::campaigns(page.app.db.reader()).await?;
    let facts = json!({
        "campaigns": rows.iter().map(|one| facts::campaign(one, today)).collect::<Vec<_>>(),
        "visits": rules::may_visit(&page.actor()),
    });
    page.show("consultations/visits.html", &facts)
}

/// `GET /visits/new?follows=`
async fn new(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("visits");
    runner(&page)?;
    let facts = given(&page, None).await?;
    page.form(FORM, &facts, &typed)
}

/// `POST /visits`
async fn create(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("visits");
    runner(&page)?;
    let draft = draft(&typed);
    let made = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::open_campaign(work, &draft).await
    });
    match made.await {
        Ok(id) => Ok(saved(&page, id)),
        Err(failed) => again(&page, None, failed, &typed).await,
    }
}

/// `GET /visits/{id}/edit`
async fn edit(page: Page, Id(id): Id<VisitCampaignId>) -> Result<Response, Error> {
    let page = page.nav("visits");
    let row = found(&page, id).await?;
    let filled = Typed::default()
        .or("name", &row.name)
        .or("purpose", &row.purpose)
        .or("starts_on", &row.starts_on)
        .or("ends_on", &row.ends_on)
        .or("edition", &row.edition.to_string());
    let facts = given(&page, Some(id)).await?;
    page.form(FORM, &facts, &filled)
}

/// `POST /visits/{id}`
async fn change(page: Page, Id(id): Id<VisitCampaignId>, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("visits");
    found(&page, id).await?;
    let (draft, seen) = (draft(&typed), typed.number("edition").unwrap_or(0));
    let changed = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::edit_campaign(work, id, seen, &draft).await
    });
    match changed.await {
        Ok(()) => Ok(saved(&page, id)),
        Err(failed) => again(&page, Some(id), failed, &typed).await,
    }
}

fn saved(page: &Page, id: VisitCampaignId) -> Response {
    let flash = Flash::good("visits-saved", json!({}));
    page.go_saying(&format!("/visits/{id}"), &flash)
}

async fn again(
    page: &Page,
    id: Option<VisitCampaignId>,
    failed: Failed<Refused>,
    typed: &Typed,
) -> Result<Response, Error> {
    let facts = given(page, id).await?;
    page.refused(failed.into(), FORM, &facts, typed)
}

/// A campaign for those who run it.
async fn found(page: &Page, id: VisitCampaignId) -> Result<visit_campaign::Model, Error> {
    runner(page)?;
    let row = read::campaign_row(page.app.db.reader(), id).await?;
    row.ok_or_else(Error::not_found)
}

fn draft(typed: &Typed) -> CampaignDraft {
    CampaignDraft {
        name: typed.text("name").to_owned(),
        purpose: typed.text("purpose").replace("\r\n", "\n"),
        starts_on: parse_date(typed.text("starts_on")),
        ends_on: parse_date(typed.text("ends_on")),
        follows: typed.text("follows").parse().ok(),
    }
}

/// The form: a new campaign may begin with the targets of one that is over.
async fn given(page: &Page, id: Option<VisitCampaignId>) -> Result<serde_json::Value, Error> {
    let today = page.app.clock.now().date();
    let rows = read::campaigns(page.app.db.reader()).await?;
    let saved = rows.iter().find(|one| Some(one.row.id) == id);
    let over = rows
        .iter()
        .filter(|one| one.row.ends_on < today.to_string());
    let option =
        |one: &read::Campaign| json!({ "value": one.row.id.to_string(), "label": one.row.name });
    Ok(json!({
        "saved": saved.map(|one| facts::campaign(one, today)),
        "before": over.map(option).collect::<Vec<_>>(),
    }))
}
