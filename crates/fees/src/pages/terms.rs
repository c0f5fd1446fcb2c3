//! 料金の扱い: whose the fees are, and who stands on a receipt.

use axum::response::Response;
use japan::corporate_number::RegistrationNumber;
use kernel::transact;
use serde_json::{Value, json};
use web::{Error, Flash, Page, Typed};

use super::tariff_form;
use crate::{
    entity::fee_terms::{self, Regime, TaxRounding},
    read,
    rules::{NewTerms, Seen, check_terms, may_set},
    service,
};

const TEMPLATE: &str = "fees/terms.html";

/// Every field of the form.
const FIELDS: [&str; 8] = [
    "seen",
    "regime",
    "issuer",
    "address",
    "registration_number",
    "collector",
    "rounding",
    "valid_from",
];

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
    let row = |row: &fee_terms::Model| {
        let mut facts = said(row);
        facts["standing"] = match row.valid_from > today {
            _ if Some(row.id) == now => "now".into(),
            true => "coming".into(),
            false => "over".into(),
        };
        facts
    };
    Ok(json!({
        "seen": rows.len(),
        "rows": rows.iter().map(row).collect::<Vec<_>>(),
        "may_set": may_set(&page.actor()),
        "regimes": Regime::ALL.map(Regime::code),
        "roundings": TaxRounding::ALL.map(TaxRounding::code),
    }))
}

fn said(row: &fee_terms::Model) -> Value {
    json!({
        "regime": row.regime, "issuer": row.issuer, "address": row.address,
        "registration_number": row.registration_number, "collector": row.collector,
        "rounding": row.rounding, "valid_from": row.valid_from,
    })
}

/// `POST /counter/fees/terms`: first shows what it changes, then sets it.
pub(super) async fn set(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("fees");
    page.manager()?;
    let new = typed_terms(&typed);
    if let Some(shown) = before_set(&page, &new, &typed).await? {
        return Ok(shown);
    }
    let seen = typed.number("seen").map(|rows| Seen {
        rows,
        replaces: typed.text("replaces").to_owned(),
    });
    let set = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::set_terms(work, &new, seen.as_ref()).await
    });
    if let Err(failed) = set.await {
        return page.refused(failed.into(), TEMPLATE, &facts(&page).await?, &typed);
    }
    let flash = Flash::good("fees-terms-flash", json!({}));
    Ok(page.go_saying("/counter/fees/terms", &flash))
}

/// What was typed.
fn typed_terms(typed: &Typed) -> NewTerms {
    let text = |name: &str| typed.text(name).to_owned();
    NewTerms {
        regime: Regime::parse(typed.text("regime")),
        issuer: text("issuer"),
        address: text("address"),
        registration_number: text("registration_number"),
        collector: text("collector"),
        rounding: TaxRounding::parse(typed.text("rounding")),
        valid_from: tariff_form::date(typed, "valid_from"),
    }
}

/// The page that asks whether it is right, or the form again on the way back.
async fn before_set(page: &Page, new: &NewTerms, typed: &Typed) -> Result<Option<Response>, Error> {
    let today = super::now(page).date();
    match typed.text("act") {
        "back" => {
            let mut facts = facts(page).await?;
            // What was seen stays what was seen.
            facts["seen"] = typed.text("seen").into();
            page.form(TEMPLATE, &facts, typed).map(Some)
        }
        "check" if check_terms(new, today).is_ok() => check(page, new, typed).await.map(Some),
        _ => Ok(None),
    }
}

/// The page that asks whether it is right.
async fn check(page: &Page, new: &NewTerms, typed: &Typed) -> Result<Response, Error> {
    let db = page.app.db.reader();
    let from = typed_day(new);
    let rows = read::terms_rows(db).await?;
    let before = rows.iter().find(|row| row.valid_from <= from);
    // What has begun is not replaced: setting says so.
    let to_come = new.valid_from > Some(super::now(page).date());
    let text = |text: &str| text.trim().to_owned();
    let number = RegistrationNumber::parse(new.registration_number.trim()).ok();
    let mut facts = json!({
        "from": from,
        "before": before.map(said),
        "after": {
            "regime": new.regime, "issuer": text(&new.issuer), "address": text(&new.address),
            "registration_number": number.map(|number| number.to_string()),
            "collector": text(&new.collector), "rounding": new.rounding,
        },
        "doubtful": number.is_some_and(|number| !number.may_be_corporate()),
        "count": read::count_used_from(db, &from).await?,
    });
    ask(
        &mut facts,
        typed,
        before.filter(|row| to_come && row.valid_from == from),
    );
    page.form("fees/terms_check.html", &facts, typed)
}

/// The first day, as rows keep it.
fn typed_day(new: &NewTerms) -> String {
    let from = new.valid_from.map(|date| date.to_string());
    from.unwrap_or_default()
}

/// What was typed, and the terms whose place is taken.
fn ask(facts: &mut Value, typed: &Typed, there: Option<&fee_terms::Model>) {
    let mut kept = super::facts::kept(typed, &FIELDS);
    kept.extend(there.map(|row| json!({ "name": "replaces", "value": row.mark() })));
    facts["replaces"] = there.is_some().into();
    facts["kept"] = kept.into();
}
