//! Granting a reduction (減免) on a bill, or proposing it to the ward.

use axum::response::Response;
use japan::money::Yen;
use kernel::{Fault, Role, transact};
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Typed};

use super::{facts, reductions::told};
use crate::{
    entity::{BillId, fee_terms::Regime},
    read::{self, Bill},
    rules::{Way, may_propose, may_reduce, standing, taken_off},
    service::{self, Grant},
};

const ASK: &str = "fees/reduction.html";

/// As the form names what is proposed to the ward.
const PROPOSED: &str = "approval";

/// `GET /counter/bills/{id}/reduction`: which grounds apply, and what would be left to pay.
pub(super) async fn ask(page: Page, Id(id): Id<BillId>, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("fees");
    decides(&page)?;
    let facts = grant_facts(&page, id).await?;
    let typed = as_before(&page, id, typed).await?;
    page.form(ASK, &facts, &typed)
}

/// What was proposed before and not approved, to be mended and proposed anew.
async fn as_before(page: &Page, bill: BillId, typed: Typed) -> Result<Typed, Error> {
    let Ok(before) = typed.text("again").parse() else {
        return Ok(typed);
    };
    let found = read::proposal(page.app.db.reader(), before).await?;
    let Some(row) = found
        .map(|found| found.row)
        .filter(|row| row.bill_id == bill)
    else {
        return Err(Error::not_found());
    };
    let kind = row.kind_id.map(|kind| kind.to_string()).unwrap_or_default();
    let percent = row.kind_id.is_none().then(|| row.percent.to_string());
    Ok(typed
        .or("kind", &kind)
        .or("percent", &percent.unwrap_or_default())
        .or("reason", &row.reason.unwrap_or_default()))
}

/// Reception looks a ground up; the manager and the ward decide and propose.
fn decides(page: &Page) -> Result<(), Error> {
    let roles = page.person()?.actor.roles;
    if roles.has(Role::Manager) || roles.is_ward() {
        Ok(())
    } else {
        Err(Error::forbidden())
    }
}

async fn grant_facts(page: &Page, id: BillId) -> Result<Value, Error> {
    let bill = read::bill(page.app.db.reader(), id).await?;
    Ok(of_bill(page, &bill.ok_or_else(Error::not_found)?).await?)
}

async fn of_bill(page: &Page, bill: &Bill) -> Result<Value, Fault> {
    let db = page.app.db.reader();
    let row = &bill.row;
    let on = row.used_on.parse().unwrap_or(super::now(page).date());
    let organisation = row.organisation_id;
    let category = organisations::read::category(db, row.person_id, organisation, on).await?;
    let terms = read::terms(db, on).await?;
    let regime = terms.map_or(Regime::WardFee, |terms| terms.regime);
    let actor = page.actor();
    let kinds = read::kinds(db).await?.into_iter();
    let kinds = kinds
        .filter(|kind| kind.applies(category, on).is_ok())
        .map(|kind| {
            let mut facts = told(page, &kind);
            let ground = Some(kind.row.issued_by);
            facts["may"] = may_reduce(&actor, regime, ground).into();
            facts["proposed"] = may_propose(&actor, regime, ground).into();
            facts["leaves"] = leaves(bill, kind.row.percent).into();
            facts
        });
    Ok(json!({
        "bill": facts::bill(page, bill, &[]),
        "staff": page.staff().is_ok(),
        "regime": regime,
        "kinds": kinds.collect::<Vec<_>>(),
        "outside": may_propose(&actor, regime, None),
        "proposal": read::open_proposal(db, bill.row.id).await?,
        "reduced": standing(&bill.lines()).iter().any(|line| line.reduces.is_some()),
        "stands": bill.stands().is_some(),
        "seen": bill.balance().open().0,
    }))
}

/// What would be left to pay: of the use so much less, of what its change left nothing less.
pub(super) fn leaves(bill: &Bill, percent: i32) -> i64 {
    let off = bill.stands().map(|own| taken_off(Yen(own.amount), percent));
    (bill.balance().charged - off.unwrap_or(Yen::ZERO)).0
}

/// `POST /counter/bills/{id}/reduction`: first shows what it leaves to pay and to give back, then
/// grants it, or proposes it to the ward, as that page has said.
pub(super) async fn grant(page: Page, Id(id): Id<BillId>, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("fees");
    decides(&page)?;
    let act = typed.text("act");
    if act == "back" {
        return page.form(ASK, &grant_facts(&page, id).await?, &typed);
    }
    let wish = wish(id, &typed);
    let done = match act {
        "check" => check(&page, &wish, &typed).await,
        _ if typed.text("way") == PROPOSED => propose(&page, &wish).await,
        _ => granted(&page, &wish).await,
    };
    match done {
        Err(refused @ Error::Refused(_)) => {
            page.refused(refused, ASK, &grant_facts(&page, id).await?, &typed)
        }
        done => done,
    }
}

fn wish(bill: BillId, typed: &Typed) -> Grant {
    Grant {
        bill,
        kind: typed.text("kind").parse().ok(),
        percent: typed.number("percent"),
        reason: typed.text("reason").to_owned(),
        seen: Yen(typed.text("seen").parse().unwrap_or(i64::MIN)),
    }
}

/// The page that asks whether it is right.
async fn check(page: &Page, wish: &Grant, typed: &Typed) -> Result<Response, Error> {
    let found = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::granting(work, wish).await
    });
    let found = found.await.map_err(Error::from)?;
    let (before, paid) = (found.bill.balance().charged, found.bill.balance().paid);
    let after = before - taken_off(Yen(found.charge.amount), found.percent);
    let kind = found.kind.as_ref();
    let names = ["kind", "percent", "reason", "seen"];
    let kept = names.map(|name| json!({ "name": name, "value": typed.text(name) }));
    let proposed = found.way == Way::Approval;
    let way = if proposed { PROPOSED } else { "" };
    let kept = [kept.as_slice(), &[json!({ "name": "way", "value": way })]].concat();
    let facts = json!({
        "bill": facts::bill(page, &found.bill, &[]),
        "kind": kind.map(|kind| read::said(page.lang, &kind.row.name, &kind.row.name_en)),
        "percent": found.percent,
        "reason": found.reason,
        "before": before.0,
        "after": after.0,
        "to_refund": (paid - after).max(Yen::ZERO).0,
        "proposed": proposed,
        "kept": kept,
    });
    page.form("fees/reduction_check.html", &facts, typed)
}

async fn granted(page: &Page, wish: &Grant) -> Result<Response, Error> {
    transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::grant(work, wish).await
    })
    .await?;
    let flash = Flash::good("fees-reduced-flash", json!({}));
    let back = match page.staff() {
        Ok(_) => format!("/counter/bills/{}", wish.bill),
        Err(_) => "/counter/reductions".to_owned(),
    };
    Ok(page.go_saying(&back, &flash))
}

async fn propose(page: &Page, wish: &Grant) -> Result<Response, Error> {
    let proposed = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::propose(work, wish).await
    });
    let id = proposed.await?;
    let flash = Flash::good("fees-proposal-flash", json!({}));
    Ok(page.go_saying(&format!("/counter/reductions/proposals/{id}"), &flash))
}
