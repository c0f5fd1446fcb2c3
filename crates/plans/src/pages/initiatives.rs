//! 自主事業: what the manager would carry out beside the plan, as it is proposed, read and decided.

use approvals::{
    read::steps,
    rules::{may_decide, may_submit},
};
use axum::response::Response;
use japan::fiscal::FiscalYear;
use kernel::{Failed, transact};
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Typed};

use super::{plans::year_name, reader};
use crate::{
    Refused,
    entity::ProgrammeId,
    read::initiatives::{self as read, Initiative},
    rules::initiative::{AHEAD, Draft, may_propose},
    service::initiatives as service,
};

const ONE: &str = "plans/initiatives/one.html";
const FORM: &str = "plans/initiatives/form.html";

/// `GET /plans/initiatives`
pub(super) async fn all(page: Page) -> Result<Response, Error> {
    let page = page.nav("plans");
    reader(&page)?;
    let all = read::initiatives(page.app.db.reader()).await?;
    let facts = json!({
        "rows": all.iter().map(listed).collect::<Vec<_>>(),
        "may_propose": may_propose(&page.actor()),
    });
    page.show("plans/initiatives/all.html", &facts)
}

/// `GET /plans/initiatives/new?of=`: empty, or with the words of one that was not approved.
pub(super) async fn new(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("plans");
    proposer(&page)?;
    let of: Option<ProgrammeId> = typed.text("of").parse().ok();
    let before = match of {
        Some(of) => read::initiative(page.app.db.reader(), of).await?,
        None => None,
    };
    let this = FiscalYear::of(page.app.clock.now().date()).year();
    let typed = match before {
        Some(one) => Typed::default()
            .or("year", &one.row.fiscal_year.to_string())
            .or("name", &one.row.name)
            .or("summary", &one.row.summary),
        None => Typed::default().or("year", &this.to_string()),
    };
    page.form(FORM, &years(&page), &typed)
}

/// `POST /plans/initiatives`
pub(super) async fn create(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("plans");
    proposer(&page)?;
    let draft = Draft {
        year: FiscalYear::parse(typed.text("year")),
        name: typed.text("name").to_owned(),
        summary: typed.text("summary").replace("\r\n", "\n"),
    };
    let proposed = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::propose(work, &draft).await
    });
    match proposed.await {
        Ok(id) => Ok(page.go_saying(
            &format!("/plans/initiatives/{id}"),
            &Flash::good("plans-initiative-proposed", json!({})),
        )),
        Err(failed) => page.refused(failed.into(), FORM, &years(&page), &typed),
    }
}

/// `GET /plans/initiatives/{id}`
pub(super) async fn one(page: Page, Id(id): Id<ProgrammeId>) -> Result<Response, Error> {
    let page = page.nav("plans");
    reader(&page)?;
    page.form(ONE, &facts(&page, id).await?, &Typed::default())
}

/// `POST /plans/initiatives/{id}/decision`: the ward's approver answers.
pub(super) async fn decide(
    page: Page,
    Id(id): Id<ProgrammeId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("plans");
    reader(&page)?;
    let Some(verdict) = approvals::decision(&typed) else {
        return Ok(page.go(&format!("/plans/initiatives/{id}")));
    };
    let decided = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::decide(work, id, seen(&typed)?, &verdict).await
    });
    answer(&page, id, &typed, decided.await, "plans-initiative-decided").await
}

/// `POST /plans/initiatives/{id}/withdrawal`
pub(super) async fn withdraw(
    page: Page,
    Id(id): Id<ProgrammeId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("plans");
    reader(&page)?;
    let withdrawn = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::withdraw(work, id, seen(&typed)?).await
    });
    answer(&page, id, &typed, withdrawn.await, "plans-withdrawn").await
}

/// How far its approval was when it was seen.
fn seen(typed: &Typed) -> Result<i32, Refused> {
    typed.number("seen").ok_or(Refused::Changed)
}

/// Lets those pass who propose.
fn proposer(page: &Page) -> Result<(), Error> {
    reader(page)?;
    if may_propose(&page.actor()) {
        Ok(())
    } else {
        Err(Error::forbidden())
    }
}

/// Back to the proposal with a word of what was done, or the page again with why not.
async fn answer(
    page: &Page,
    id: ProgrammeId,
    typed: &Typed,
    done: Result<(), Failed<Refused>>,
    said: &str,
) -> Result<Response, Error> {
    let path = format!("/plans/initiatives/{id}");
    match done {
        Ok(()) => Ok(page.go_saying(&path, &Flash::good(said, json!({})))),
        Err(failed) => page.refused(failed.into(), ONE, &facts(page, id).await?, typed),
    }
}

/// The years for which something can be proposed.
fn years(page: &Page) -> Value {
    let this = FiscalYear::of(page.app.clock.now().date()).year();
    let years = this..=this + AHEAD;
    let choice = |year: i32| json!({ "value": year.to_string(), "label": year_name(year) });
    json!({ "years": years.map(choice).collect::<Vec<_>>() })
}

fn listed(one: &Initiative) -> Value {
    json!({
        "id": one.row.id,
        "name": one.row.name,
        "year_name": year_name(one.row.fiscal_year),
        "state": one.approval.state.code(),
    })
}

async fn facts(page: &Page, id: ProgrammeId) -> Result<Value, Error> {
    let (db, actor) = (page.app.db.reader(), page.actor());
    let found = read::initiative(db, id)
        .await?
        .ok_or_else(Error::not_found)?;
    let approval = &found.approval;
    let waits = approval.state.code() == "submitted";
    let mut facts = listed(&found);
    facts["summary"] = found.row.summary.clone().into();
    facts["approval"] = json!(approval);
    facts["steps"] = json!(steps(db, approval.id).await?);
    facts["may_decide"] =
        (waits && may_decide(&actor, approval.asked_of, approval.submitted_by)).into();
    facts["may_withdraw"] = (waits && may_submit(&actor, approval.handed_in_by)).into();
    facts["may_again"] =
        (!waits && approval.state.code() != "approved" && may_propose(&actor)).into();
    Ok(facts)
}
