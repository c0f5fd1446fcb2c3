//! 料金の扱い: whose the fees are, and who stands on a receipt.

use axum::response::Response;
use kernel::transact;
use serde_json::{Value, json};
use web::{Error, Flash, Page, Typed};

use super::tariff_form;
use crate::{
    entity::fee_terms::{Regime, TaxRounding},
    read,
    rules::{NewTerms, may_set},
    service,
};

const TEMPLATE: &str = "fees/terms.html";

/// `GET /counter/fees/terms`
pub(super) async fn all(page: Page) -> Result<Response, Error> {
    let page = page.nav("fees");
    page.staff()?;
    let facts = facts(&page).await?;
    let now = facts["rows"]
        .as_array()
        .and_then(|rows| rows.first())
        .cloned();
    let text = |name: &str| {
        let own = now.as_ref().and_then(|now| now[name].as_str());
        own.unwrap_or_default().to_owned()
    };
    let mut typed = Typed::default();
    for name in [
        "regime",
        "issuer",
        "address",
        "registration_number",
        "collector",
        "rounding",
    ] {
        typed = typed.or(name, &text(name));
    }
    page.form(TEMPLATE, &facts, &typed)
}

async fn facts(page: &Page) -> Result<Value, Error> {
    let today = super::now(page).date().to_string();
    let rows = read::terms_rows(page.app.db.reader()).await?;
    let now = rows
        .iter()
        .find(|row| row.valid_from <= today)
        .map(|row| row.id);
    let row = |row: &crate::entity::fee_terms::Model| {
        json!({
            "regime": row.regime, "issuer": row.issuer, "address": row.address,
            "registration_number": row.registration_number, "collector": row.collector,
            "rounding": row.rounding, "valid_from": row.valid_from,
            "standing": if Some(row.id) == now { "now" } else if row.valid_from > today { "coming" } else { "over" },
        })
    };
    Ok(json!({
        "rows": rows.iter().map(row).collect::<Vec<_>>(),
        "may_set": may_set(&page.actor()),
        "regimes": Regime::ALL.map(Regime::code),
        "roundings": TaxRounding::ALL.map(TaxRounding::code),
    }))
}

/// `POST /counter/fees/terms`
pub(super) async fn set(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("fees");
    page.manager()?;
    let text = |name: &str| typed.text(name).to_owned();
    let new = NewTerms {
        regime: Regime::parse(typed.text("regime")),
        issuer: text("issuer"),
        address: text("address"),
        registration_number: text("registration_number"),
        collector: text("collector"),
        rounding: TaxRounding::parse(typed.text("rounding")),
        valid_from: tariff_form::date(&typed, "valid_from"),
    };
    let set = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::set_terms(work, &new).await
    });
    if let Err(failed) = set.await {
        return page.refused(failed.into(), TEMPLATE, &facts(&page).await?, &typed);
    }
    let flash = Flash::good("fees-terms-flash", json!({}));
    Ok(page.go_saying("/counter/fees/terms", &flash))
}
