//! 消費税率: which rate holds since when by which law, and another from a day to come on.

use axum::response::Response;
use fees::{
    entity::tax_rate::{self, Code},
    refused::Refused,
    rules::{DraftTax, ENTERED, NewTax, Price, percent_typed},
};
use japan::money::Rate;
use kernel::{Failed, transact};
use serde_json::{Value, json};
use web::{Error, Flash, Page, Typed, standings};

use super::{
    super::{counter::named, rules::reader},
    ask, seen,
};
use crate::{
    read::{self, Priced},
    rules::may_manage,
    service,
};

const TEMPLATE: &str = "bookings/dated/tax.html";

/// So many bookings are listed at most before it is entered.
const LISTED: usize = 200;

/// `GET /counter/tax-rates`
pub(in super::super) async fn tax(page: Page) -> Result<Response, Error> {
    let page = page.nav("rules");
    reader(&page)?;
    let rows = fees::read::tax_rows(page.app.db.reader()).await?;
    let typed = Typed::default().or("code", Code::Standard.code());
    page.form(TEMPLATE, &facts(&page, &rows, rows.len()), &typed)
}

/// `POST /counter/tax-rates`: first shows what it changes, then enters it.
pub(in super::super) async fn set_tax(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("rules");
    page.manager()?;
    let draft = draft(&typed);
    let seen = seen(&typed);
    let rows = fees::read::tax_rows(page.app.db.reader()).await?;
    if typed.text("act") != "set" {
        return before_set(&page, &typed, &draft, (&rows, seen.rows)).await;
    }
    let entered = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::set_tax(work, &draft, &seen).await
    });
    if let Err(failed) = entered.await {
        let facts = facts(&page, &rows, rows.len());
        return page.refused(failed.into(), TEMPLATE, &facts, &typed);
    }
    let flash = Flash::good("bookings-tax-set-flash", json!({}));
    Ok(page.go_saying("/counter/tax-rates", &flash))
}

/// The page that asks whether it is right, or the form again: on the way back, or with what is wrong
/// beside its field.
async fn before_set(
    page: &Page,
    typed: &Typed,
    draft: &DraftTax,
    (rows, seen): (&[tax_rate::Model], usize),
) -> Result<Response, Error> {
    if typed.text("act") == "back" {
        return page.form(TEMPLATE, &facts(page, rows, seen), typed);
    }
    match draft.allowed(rows, page.app.clock.now().date()) {
        Ok(new) => check(page, rows, &new, typed).await,
        Err(wrong) => {
            let failed = Failed::Refused(Refused::Wrong(wrong));
            page.refused(failed.into(), TEMPLATE, &facts(page, rows, seen), typed)
        }
    }
}

fn draft(typed: &Typed) -> DraftTax {
    DraftTax {
        code: Code::parse(typed.text("code")),
        rate: percent_typed(typed.text("percent")),
        source: typed.text("source").to_owned(),
        valid_from: japan::calendar::parse_date(typed.text("valid_from")),
    }
}

/// `seen`: how many rows the form was made from.
fn facts(page: &Page, rows: &[tax_rate::Model], seen: usize) -> Value {
    let today = page.app.clock.now().date().to_string();
    let row = |(row, standing): (&&tax_rate::Model, &str)| {
        json!({
            "code": row.code, "percent": percent(row), "source": row.source,
            "from": row.valid_from, "standing": standing,
        })
    };
    let of = |code: Code| -> Vec<Value> {
        let own: Vec<_> = rows.iter().filter(|row| row.code == code).collect();
        let dates: Vec<&str> = own.iter().map(|row| row.valid_from.as_str()).collect();
        let standings = standings(&dates, &today);
        own.iter().zip(standings).map(row).collect()
    };
    json!({
        "rows": Code::ALL.into_iter().flat_map(of).collect::<Vec<_>>(),
        "codes": ENTERED.map(Code::code),
        "seen": seen,
        "may_change": may_manage(&page.actor()),
    })
}

fn percent(row: &tax_rate::Model) -> String {
    let thousandths = u16::try_from(row.thousandths).unwrap_or(0);
    Rate::try_thousandths(thousandths).map_or_else(|_| String::new(), fees::read::percent)
}

/// The page that asks whether it is right: the rate so far, the next one, and the bookings that
/// would be priced otherwise.
async fn check(
    page: &Page,
    rows: &[tax_rate::Model],
    new: &NewTax,
    typed: &Typed,
) -> Result<Response, Error> {
    let date = new.valid_from.to_string();
    let own = |row: &&tax_rate::Model| row.code == new.code;
    let before = rows.iter().filter(own).find(|row| row.valid_from <= date);
    let later = rows.iter().filter(own).rfind(|row| row.valid_from > date);
    let all = read::retaxed(page.app.db.reader(), new, page.app.clock.now()).await?;
    let mut facts = json!({
        "code": new.code,
        "from": new.valid_from,
        "before": before.map(percent),
        "after": fees::read::percent(new.rate),
        "source": new.source,
        "later": later.map(|row| json!({ "from": row.valid_from, "percent": percent(row) })),
        "count": all.len(),
        "limit": LISTED,
        "touched": touched(page, all).await?,
    });
    let planned = before.filter(|row| row.valid_from == date);
    ask(&mut facts, typed, planned.map(tax_rate::Model::mark));
    page.form("bookings/dated/tax_check.html", &facts, typed)
}

/// The first of these bookings, each with what it costs by both rates.
async fn touched(page: &Page, mut all: Vec<Priced>) -> Result<Vec<Value>, Error> {
    all.truncate(LISTED);
    let cards: Vec<_> = all.iter().map(|one| one.card.clone()).collect();
    let all_named = named(page, &cards).await?;
    let price = |price: &Option<Price>| {
        let sum = price.as_ref().map(|price| price.sum);
        sum.map(|sum| json!({ "total": sum.total, "tax": sum.tax }))
    };
    let row = |(mut facts, one): (Value, &Priced)| {
        facts["before"] = json!(price(&one.before));
        facts["after"] = json!(price(&one.after));
        facts
    };
    Ok(all_named.into_iter().zip(&all).map(row).collect())
}
