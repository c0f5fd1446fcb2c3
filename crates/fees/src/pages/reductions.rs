//! 減免: the grounds with their criteria.
//!
//! The ward's approver sees references and amounts here, and no names.

use axum::response::Response;
use kernel::transact;
use serde_json::{Value, json};
use web::{Error, Flash, Page, Typed, sheet::Form};

use super::{house_or_ward, lists::REDUCTIONS, tariff_form};
use crate::{
    entity::reduction_kind::Authority,
    read::{self, Filter, Kind},
    rules::{NewKind, may_issue},
    service,
};

/// `GET /counter/reductions?reference=&as=`
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
    if let Some(form) = Form::asked(&typed)? {
        let rows = facts["rows"].as_array().map_or(&[][..], Vec::as_slice);
        return page.file_of_today(form, &REDUCTIONS, rows).await;
    }
    page.form("fees/reductions.html", &facts, &typed)
}

async fn all_facts(page: &Page) -> Result<Value, Error> {
    let kinds = read::kinds(page.app.db.reader()).await?;
    let mut facts = tariff_form::choices();
    facts["rows"] = kinds.iter().map(|kind| told(page, kind)).collect();
    facts["issues_as"] = issues_as(page).map(Authority::code).into();
    facts["may_search"] = (page.staff().is_ok() || page.actor().roles.is_ward()).into();
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
