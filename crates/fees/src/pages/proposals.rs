//! 減免の伺い: a reduction beyond the ward's criteria, as it is read and decided.

use approvals::rules::{may_decide, may_see, may_submit};
use axum::response::Response;
use japan::money::Yen;
use kernel::{Failed, transact};
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Typed};

use super::{counter, grants::leaves};
use crate::{
    entity::{ReductionKindId, ReductionProposalId},
    read::{self, Bill, Kind, Proposal},
    refused::Refused,
    service::{self, Seen},
};

const TEMPLATE: &str = "fees/proposal.html";

/// `GET /counter/reductions/proposals/{id}`
pub(super) async fn one(page: Page, Id(id): Id<ReductionProposalId>) -> Result<Response, Error> {
    let page = page.nav("approvals");
    reader(&page)?;
    page.form(TEMPLATE, &facts(&page, id).await?, &Typed::default())
}

/// `POST /counter/reductions/proposals/{id}/decision`: the ward's approver answers.
pub(super) async fn decide(
    page: Page,
    Id(id): Id<ReductionProposalId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("approvals");
    reader(&page)?;
    let Some(verdict) = approvals::decision(&typed) else {
        return Ok(page.go(&path(id)));
    };
    let seen = seen(&typed);
    let decided = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        let seen = seen.ok_or(Refused::Approval(approvals::Refused::Changed))?;
        service::decide_proposal(work, id, seen, &verdict).await
    });
    answer(&page, id, &typed, decided.await, "fees-proposal-decided").await
}

/// `POST /counter/reductions/proposals/{id}/withdrawal`
pub(super) async fn withdraw(
    page: Page,
    Id(id): Id<ReductionProposalId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("approvals");
    reader(&page)?;
    let count = typed.number("seen");
    let withdrawn = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        let count = count.ok_or(Refused::Approval(approvals::Refused::Changed))?;
        service::withdraw_proposal(work, id, count).await
    });
    answer(
        &page,
        id,
        &typed,
        withdrawn.await,
        "fees-proposal-withdrawn",
    )
    .await
}

/// Lets the manager and the ward pass.
fn reader(page: &Page) -> Result<(), Error> {
    if may_see(&page.person()?.actor) {
        Ok(())
    } else {
        Err(Error::forbidden())
    }
}

/// What the page showed; none when the form does not say.
fn seen(typed: &Typed) -> Option<Seen> {
    Some(Seen {
        count: typed.number("seen")?,
        open: Yen(typed.number("open")?),
    })
}

fn path(id: ReductionProposalId) -> String {
    format!("/counter/reductions/proposals/{id}")
}

/// Back to the proposal with a word of what was done, or the page again with why not.
async fn answer(
    page: &Page,
    id: ReductionProposalId,
    typed: &Typed,
    done: Result<(), Failed<Refused>>,
    said: &str,
) -> Result<Response, Error> {
    match done {
        Ok(()) => Ok(page.go_saying(&path(id), &Flash::good(said, json!({})))),
        Err(failed) => page.refused(failed.into(), TEMPLATE, &facts(page, id).await?, typed),
    }
}

async fn facts(page: &Page, id: ReductionProposalId) -> Result<Value, Error> {
    let (db, actor) = (page.app.db.reader(), page.actor());
    let found = read::proposal(db, id).await?.ok_or_else(Error::not_found)?;
    let bill = read::bill(db, found.row.bill_id).await?;
    let bill = bill.ok_or_else(Error::not_found)?;
    let approval = &found.approval;
    let waits = approval.state.code() == "submitted";
    let whole = counter::rows(page, std::slice::from_ref(&bill)).await?;
    Ok(json!({
        "id": id,
        "bill": whole.into_iter().next(),
        "staff": page.staff().is_ok(),
        "kind": ground(page, found.row.kind_id).await?,
        "percent": found.row.percent,
        "reason": found.row.reason,
        "comes_to": comes_to(&bill, &found),
        "approval": approval,
        "steps": approvals::read::steps(db, approval.id).await?,
        "may_decide": waits && may_decide(&actor, approval.asked_of, approval.submitted_by),
        "may_withdraw": waits && may_submit(&actor, approval.handed_in_by),
        "may_propose": !waits && approval.state.code() != "approved"
            && may_submit(&actor, approval.handed_in_by),
    }))
}

/// What its ground is called, if it has one.
async fn ground(page: &Page, kind: Option<ReductionKindId>) -> Result<Option<String>, Error> {
    let Some(kind) = kind else { return Ok(None) };
    let kind = read::kind(page.app.db.reader(), kind).await?;
    let said = |kind: Kind| read::said(page.lang, &kind.row.name, &kind.row.name_en).to_owned();
    Ok(kind.map(said))
}

/// What it would leave to pay and to give back; none of a bill that is not what it was then.
fn comes_to(bill: &Bill, proposal: &Proposal) -> Value {
    let row = &proposal.row;
    if proposal.unchanged(bill).is_none() {
        return Value::Null;
    }
    let (after, paid) = (leaves(bill, row.percent), bill.balance().paid.0);
    json!({
        "before": bill.balance().charged.0,
        "after": after,
        "to_refund": (paid - after).max(0),
        "open": bill.balance().open().0,
    })
}
