//! 相談案件: the queue, and one case as far as each may see it.

mod acts;
mod arrange;
mod beyond;
mod described;
mod glass;
mod papers;
mod records;
mod sheet;
mod triage;

use axum::response::Response;
use bookings::{read::Catalogue, rules::reference};
use kernel::{Role, transact};
use serde_json::json;
use web::{Error, Id, Page, Routes, Typed, sent};

use self::described::{described, listed};
pub(super) use self::{
    beyond::referral,
    papers::{attached, paper},
};
use super::viewer;
use crate::{
    entity::{
        CaseId,
        case::{self, State},
    },
    read::{self, CasePage, Queue},
    rules::{self, Reading},
    service,
};

/// So many stand on one page.
const PAGE: u64 = 50;
/// The furthest place in a list that can be asked for.
const FURTHEST: u64 = 1_000_000;

/// The routes of cases.
pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/cases", all)
        .get("/cases/{id}", one)
        .post("/cases/{id}/lead", triage::lead)
        .post("/cases/{id}/experts", triage::assign)
        .post("/cases/{id}/experts/{expert}/removal", triage::unassign)
        .get("/cases/{id}/meetings/new", arrange::new)
        .post("/cases/{id}/meetings", arrange::create)
        .get("/cases/{id}/meetings/{meeting}/change", arrange::edit)
        .post("/cases/{id}/meetings/{meeting}/change", arrange::change)
        .post(
            "/cases/{id}/meetings/{meeting}/cancellation",
            arrange::cancel,
        )
        .get("/cases/{id}/meetings/{meeting}/record", records::edit)
        .post("/cases/{id}/meetings/{meeting}/record", records::save)
        .post("/cases/{id}/meetings/{meeting}/record/draft", records::keep)
        .post(
            "/cases/{id}/meetings/{meeting}/corrections",
            records::correct,
        )
        .get("/cases/{id}/sheet", sheet::edit)
        .post("/cases/{id}/sheet", sheet::save)
        .post("/cases/{id}/actions", acts::add_action)
        .post("/cases/{id}/actions/{action}/completion", acts::complete)
        .post(
            "/cases/{id}/actions/{action}/completion/withdrawal",
            acts::reopen_action,
        )
        .post("/cases/{id}/follow-ups/{follow_up}", acts::follow_up)
        .post("/cases/{id}/papers", papers::add)
        .get("/cases/{id}/papers/{paper}", papers::one)
        .post("/cases/{id}/papers/{paper}/removal", papers::remove)
        .post("/cases/{id}/referrals", beyond::refer)
        .post("/cases/{id}/referrals/{referral}/end", beyond::end_referral)
        .post("/cases/{id}/milestones", beyond::reach)
        .post("/cases/{id}/milestones/{milestone}/removal", beyond::remove)
        .get("/cases/{id}/closing", acts::closing)
        .post("/cases/{id}/closing", acts::close)
        .post("/cases/{id}/closing/withdrawal", acts::reopen)
        .post("/cases/{id}/erasure", beyond::erase)
        .post("/cases/{id}/glass", glass::break_glass)
        .get("/cases/readings", glass::readings)
        .get("/cases/{id}/accesses", glass::accesses)
}

/// `GET /cases?state=&whose=&reference=&after=`
async fn all(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("cases");
    viewer(&page)?;
    let (db, now) = (page.app.db.reader(), page.app.clock.now());
    let queue = queue(&page, &typed).await?;
    let after = typed.number("after").unwrap_or(0).min(FURTHEST);
    let found = read::listed(db, &queue, (&page.actor(), now), (after, PAGE + 1)).await?;
    let today = now.date().to_string();
    let rows = found.iter().take(usize::try_from(PAGE).unwrap_or(50));
    let at = |after: u64| {
        let (state, whose) = (typed.text("state"), typed.text("whose"));
        let state = State::parse(state).map_or("", State::code);
        let whose = if whose == "mine" { "mine" } else { "" };
        format!("/cases?state={state}&whose={whose}&after={after}")
    };
    let facts = json!({
        "cases": rows.map(|one| listed(one, &today)).collect::<Vec<_>>(),
        "previous": (after > 0).then(|| at(after.saturating_sub(PAGE))),
        "next": (found.len() as u64 > PAGE).then(|| at(after + PAGE)),
        "arranges": rules::may_arrange(&page.actor()),
        "staff": page.actor().roles.is_staff(),
        "advises": page.actor().roles.has(Role::Expert),
        "figures": rules::may_see_figures(&page.actor()).is_some(),
        "oversees": page.actor().roles.has(Role::Manager),
    });
    page.form("consultations/cases.html", &facts, &typed)
}

/// Which cases are asked for. An expert who is none of the staff sees their own.
async fn queue(page: &Page, typed: &Typed) -> Result<Queue, Error> {
    let actor = page.actor();
    let person = page.person()?.person;
    let own = read::expert_on(page.app.db.reader(), person, page.app.clock.now().date()).await?;
    let own = own.map(|expert| expert.id);
    let mine = typed.text("whose") == "mine" || !actor.roles.is_staff();
    if !actor.roles.is_staff() && own.is_none() {
        return Err(Error::forbidden());
    }
    let leads = actor.roles.has(Role::Coordinator);
    Ok(Queue {
        state: State::parse(typed.text("state")),
        expert: own.filter(|_| mine),
        lead: (mine && own.is_none() && leads).then_some(person),
        reference: reference::read(typed.text("reference")),
    })
}

/// `GET /cases/{id}`: that it was opened is written down.
async fn one(page: Page, Id(id): Id<CaseId>, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("cases");
    let (case, reading) = opened(&page, id).await?;
    let mut facts = described(&page, &case, reading);
    facts["agencies"] = beyond::agencies(&page, reading).await?;
    if rules::may_arrange(&page.actor()) && reading.asked() && case.row.state != State::Closed {
        facts["suggestions"] = triage::suggestions(&page, &case).await?;
        facts["eligible"] = triage::eligible(&page, &case.row).await?;
    }
    page.form("consultations/case.html", &facts, &sent::named(typed))
}

/// A case for whoever may see that it is there; who may read of it leaves a trace.
async fn opened(page: &Page, id: CaseId) -> Result<(CasePage, Reading), Error> {
    viewer(page)?;
    let reading = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::open(work, id).await
    })
    .await?;
    seen(page, id, reading).await
}

async fn seen(page: &Page, id: CaseId, reading: Reading) -> Result<(CasePage, Reading), Error> {
    if reading == Reading::Outside && !page.actor().roles.is_staff() {
        return Err(Error::not_found());
    }
    let catalogue = Catalogue::current(&page.app).await?;
    let case = read::case_page(page.app.db.reader(), &catalogue, id, reading).await?;
    Ok((case.ok_or_else(Error::not_found)?, reading))
}

/// A case for whoever handles it, for the forms that change it.
async fn handled(page: &Page, id: CaseId) -> Result<CasePage, Error> {
    viewer(page)?;
    let (db, now) = (page.app.db.reader(), page.app.clock.now());
    let row = read::case_row(db, id).await?;
    let row: case::Model = row.ok_or_else(Error::not_found)?;
    let standing = read::standing(db, &page.actor(), id, now).await?;
    let reading = rules::may_read(&page.actor(), &row, standing, now);
    if reading != Reading::Handles {
        return Err(if page.actor().roles.is_staff() {
            Error::forbidden()
        } else {
            Error::not_found()
        });
    }
    Ok(seen(page, id, reading).await?.0)
}
