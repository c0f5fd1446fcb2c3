//! 減免: the grounds with their criteria, and granting one on a bill.
//!
//! The ward's approver sees references and amounts here, and no names.

use axum::response::Response;
use japan::money::Yen;
use kernel::{Fault, Role, transact};
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Typed};

use super::{facts, house_or_ward, tariff_form};
use crate::{
    entity::{BillId, fee_terms::Regime, reduction_kind::Authority},
    read::{self, Bill, Filter, Kind},
    rules::{NewKind, may_issue, may_reduce, standing},
    service::{self, Grant},
};

/// `GET /counter/reductions?reference=`
pub(super) async fn all(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("fees");
    house_or_ward(&page)?;
    let reference = japan::kana::digits(typed.text("reference")).to_ascii_uppercase();
    if !reference.is_empty() {
        let filter = Filter {
            references: Some(vec![reference]),
            ..Filter::default()
        };
        let found = read::listed(page.app.db.reader(), filter, 1).await?;
        if let Some(bill) = found.first() {
            return Ok(page.go(&format!("/counter/bills/{}/reduction", bill.row.id)));
        }
    }
    let facts = all_facts(&page).await?;
    page.form("fees/reductions.html", &facts, &typed)
}

async fn all_facts(page: &Page) -> Result<Value, Error> {
    let kinds = read::kinds(page.app.db.reader()).await?;
    let mut facts = tariff_form::choices();
    facts["rows"] = kinds.iter().map(|kind| told(page, kind)).collect();
    facts["issues_as"] = issues_as(page).map(Authority::code).into();
    facts["may_search"] =
        (page.staff().is_ok() || page.actor().roles.has(Role::WardApprover)).into();
    Ok(facts)
}

/// As whom this person issues criteria, if they do.
fn issues_as(page: &Page) -> Option<Authority> {
    let mut all = Authority::ALL.into_iter();
    all.find(|by| may_issue(&page.actor(), *by))
}

pub(super) fn told(page: &Page, kind: &Kind) -> Value {
    let today = super::now(page).date();
    let over = kind.valid_until.is_some_and(|until| until < today);
    let standing = match kind.valid_from > today {
        true => "coming",
        false if over => "over",
        false => "now",
    };
    json!({
        "id": kind.row.id,
        "name": read::said(page.lang, &kind.row.name, &kind.row.name_en),
        "percent": kind.row.percent,
        "criteria": kind.row.criteria,
        "issued_by": kind.row.issued_by,
        "selector": read::selector_facts(kind.selector),
        "valid_from": kind.valid_from,
        "valid_until": kind.valid_until,
        "standing": standing,
    })
}

/// `POST /counter/reductions`: a new ground.
pub(super) async fn issue(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("fees");
    house_or_ward(&page)?;
    let by = issues_as(&page).ok_or_else(Error::forbidden)?;
    let new = NewKind {
        name: typed.text("name").to_owned(),
        name_en: typed.text("name_en").to_owned(),
        percent: typed.number("percent"),
        criteria: typed.text("criteria").to_owned(),
        selector: tariff_form::selector(&typed),
        valid_from: tariff_form::date(&typed, "valid_from"),
        valid_until: tariff_form::until(&typed),
    };
    let issued = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::issue_kind(work, &new, by).await
    });
    if let Err(failed) = issued.await {
        let facts = all_facts(&page).await?;
        return page.refused(failed.into(), "fees/reductions.html", &facts, &typed);
    }
    let flash = Flash::good("fees-kind-flash", json!({}));
    Ok(page.go_saying("/counter/reductions", &flash))
}

/// `GET /counter/bills/{id}/reduction`: which grounds apply, and what would be left to pay.
pub(super) async fn ask(page: Page, Id(id): Id<BillId>, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("fees");
    decides(&page)?;
    let facts = grant_facts(&page, id).await?;
    page.form("fees/reduction.html", &facts, &typed)
}

/// Reception looks a ground up; the manager and the ward's approver decide.
fn decides(page: &Page) -> Result<(), Error> {
    let roles = page.person()?.actor.roles;
    if roles.has(Role::Manager) || roles.has(Role::WardApprover) {
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
            facts["may"] = may_reduce(&actor, regime, Some(kind.row.issued_by)).into();
            facts["leaves"] = leaves(bill, kind.row.percent).into();
            facts
        });
    Ok(json!({
        "bill": facts::bill(page, bill, &[]),
        "staff": page.staff().is_ok(),
        "regime": regime,
        "kinds": kinds.collect::<Vec<_>>(),
        "outside": may_reduce(&actor, regime, None),
        "reduced": standing(&bill.lines()).iter().any(|line| line.reduces.is_some()),
        "stands": bill.stands().is_some(),
        "seen": bill.balance().open().0,
    }))
}

/// What would be left to pay of the charge.
fn leaves(bill: &Bill, percent: i32) -> i64 {
    bill.stands().map_or(0, |charge| {
        charge.amount - crate::rules::taken_off(Yen(charge.amount), percent).0
    })
}

/// `POST /counter/bills/{id}/reduction`
pub(super) async fn grant(page: Page, Id(id): Id<BillId>, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("fees");
    decides(&page)?;
    let wish = Grant {
        bill: id,
        kind: typed.text("kind").parse().ok(),
        percent: typed.number("percent"),
        reason: typed.text("reason").to_owned(),
        seen: Yen(typed.text("seen").parse().unwrap_or(i64::MIN)),
    };
    let granted = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::grant(work, &wish).await
    });
    if let Err(failed) = granted.await {
        let facts = grant_facts(&page, id).await?;
        return page.refused(failed.into(), "fees/reduction.html", &facts, &typed);
    }
    let flash = Flash::good("fees-reduced-flash", json!({}));
    let back = match page.staff() {
        Ok(_) => format!("/counter/bills/{id}"),
        Err(_) => "/counter/reductions".to_owned(),
    };
    Ok(page.go_saying(&back, &flash))
}
