//! A plan is begun: empty, or with what another one says.

use axum::response::Response;
use japan::fiscal::FiscalYear;
use kernel::transact;
use serde_json::{Value, json};
use web::{Error, Flash, Page, Typed};

use super::{super::reader, facts::year_name};
use crate::{
    entity::{PlanId, plan::Kind},
    read::plans as read,
    rules::plan::{Draft, may_write},
    service::plans as service,
};

const FORM: &str = "plans/plan_form.html";

/// `GET /plans/new?kind=&from=`
pub(in super::super) async fn new(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("plans");
    writer(&page)?;
    let next = FiscalYear::of(page.app.clock.now().date()).next();
    let (facts, latest) = facts(&page).await?;
    let annual = may_write(&page.actor(), Kind::Annual);
    // The year after the latest one of its own, and what that says.
    let first = latest
        .as_ref()
        .filter(|_| annual)
        .map_or(next.year(), |(_, year)| year + 1);
    let from = latest.filter(|_| annual).map(|(id, _)| id.to_string());
    let typed = typed
        .or(
            "kind",
            if annual {
                Kind::Annual.code()
            } else {
                Kind::Action.code()
            },
        )
        .or("first", &first.to_string())
        .or("last", &(first + 3).to_string())
        .or("from", &from.unwrap_or_default());
    page.form(FORM, &facts, &typed)
}

/// `POST /plans`
pub(in super::super) async fn create(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("plans");
    writer(&page)?;
    let draft = draft(&typed);
    let from: Option<PlanId> = typed.text("from").parse().ok();
    let begun = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::begin(work, &draft, from).await
    });
    match begun.await {
        Ok(id) => Ok(page.go_saying(
            &format!("/plans/{id}"),
            &Flash::good("plans-begun", json!({})),
        )),
        Err(failed) => {
            let (facts, _) = facts(&page).await?;
            page.refused(failed.into(), FORM, &facts, &typed)
        }
    }
}

/// What was typed, as far as it could be read.
fn draft(typed: &Typed) -> Draft {
    Draft {
        kind: match typed.text("kind") {
            "vision" => Some(Kind::Vision),
            "action" => Some(Kind::Action),
            "annual" => Some(Kind::Annual),
            _ => None,
        },
        name: typed.text("name").to_owned(),
        first: FiscalYear::parse(typed.text("first")),
        last: FiscalYear::parse(typed.text("last")),
    }
}

/// Lets those pass who write any plan.
fn writer(page: &Page) -> Result<(), Error> {
    reader(page)?;
    let actor = page.actor();
    if may_write(&actor, Kind::Annual) || may_write(&actor, Kind::Action) {
        Ok(())
    } else {
        Err(Error::forbidden())
    }
}

/// What the form offers, and the latest annual plan.
async fn facts(page: &Page) -> Result<(Value, Option<(PlanId, i32)>), Error> {
    let actor = page.actor();
    let plans = read::plans(page.app.db.reader(), &actor).await?;
    let this = FiscalYear::of(page.app.clock.now().date()).year();
    let years: Vec<Value> = (this - 1..=this + 12)
        .map(|year| json!({ "value": year.to_string(), "label": year_name(year) }))
        .collect();
    let choice =
        |plan: &read::Plan| json!({ "value": plan.row.id.to_string(), "label": plan.row.name });
    let mut annual = plans.iter().filter(|plan| plan.row.kind == Kind::Annual);
    let latest = annual.next().map(|plan| (plan.row.id, plan.row.first_year));
    let facts = json!({
        "may_annual": may_write(&actor, Kind::Annual),
        "may_ward": may_write(&actor, Kind::Action),
        "years": years,
        "plans": plans.iter().map(choice).collect::<Vec<_>>(),
    });
    Ok((facts, latest))
}
