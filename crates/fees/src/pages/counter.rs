//! 料金: what is open at the counter, and one bill.

use approvals::rules::may_see;
use axum::response::Response;
use kernel::Fault;
use serde_json::{Value, json};
use web::{Error, Id, Page, Typed, sheet::Form};

use super::{facts, lists::BILLS};
use crate::{
    entity::{BillId, payment::Method},
    read::{self, Bill, Filter},
    rules::{may_set, standing},
};

/// So many bills are listed at most.
const LISTED: u64 = 200;

/// So many are in a file: ten years of a busy centre are fewer.
const TAKEN: u64 = 200_000;

/// `GET /counter/fees?q=&person=&organisation=&all=&as=`
pub(super) async fn all(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("fees");
    page.staff()?;
    let filter = filter(&page, &typed).await?;
    let wanted = Form::asked(&typed)?;
    let most = wanted.map_or(LISTED, |_| TAKEN);
    let bills = read::listed(page.app.db.reader(), filter, most).await?;
    let rows = rows(&page, &bills).await?;
    if let Some(form) = wanted {
        return page.file_of_today(form, &BILLS, &rows).await;
    }
    let facts = json!({
        "rows": rows,
        "full": bills.len() as u64 >= LISTED,
        "limit": LISTED,
        "may_set": may_set(&page.actor()),
    });
    page.form("fees/counter.html", &facts, &typed)
}

/// A reference finds its bill, settled or not; words find people.
async fn filter(page: &Page, typed: &Typed) -> Result<Filter, Error> {
    let q = typed.text("q");
    let mut filter = Filter {
        settled_too: !typed.text("all").is_empty(),
        ..Filter::default()
    };
    if let Some(under) = by_reference(page, q).await? {
        return Ok(under);
    }
    if !q.is_empty() {
        filter.named = Some(q.to_owned());
    } else if !typed.text("person").is_empty() {
        let person = typed.text("person").parse();
        filter.people = Some(vec![person.map_err(|_error| Error::not_found())?]);
    }
    if !typed.text("organisation").is_empty() {
        let organisation = typed.text("organisation").parse();
        filter.organisation = Some(organisation.map_err(|_error| Error::not_found())?);
    }
    Ok(filter)
}

/// The bills under a reference, if there are any.
async fn by_reference(page: &Page, q: &str) -> Result<Option<Filter>, Fault> {
    let Some(references) = references(q) else {
        return Ok(None);
    };
    let under = Filter {
        references: Some(references),
        settled_too: true,
        ..Filter::default()
    };
    let found = read::listed(page.app.db.reader(), under.clone(), 1).await?;
    Ok((!found.is_empty()).then_some(under))
}

/// How a reference may be written: as it was typed, and in groups of three.
fn references(typed: &str) -> Option<Vec<String>> {
    let written = japan::kana::digits(typed).to_ascii_uppercase();
    let signs: String = written
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .collect();
    let is_one = (4..=16).contains(&signs.len()) && written.is_ascii();
    let groups = signs.as_bytes().chunks(3);
    let grouped: Vec<&str> = groups
        .filter_map(|group| str::from_utf8(group).ok())
        .collect();
    is_one.then(|| vec![grouped.join("-"), written])
}

pub(super) async fn rows(page: &Page, bills: &[Bill]) -> Result<Vec<Value>, Fault> {
    let people = bills.iter().map(|bill| bill.row.person_id).collect();
    let people = facts::names(page, people).await?;
    let organisations = bills
        .iter()
        .filter_map(|bill| bill.row.organisation_id)
        .collect();
    let names = organisations::read::names(page.app.db.reader(), organisations).await?;
    let row = |bill: &Bill| {
        let mut facts = facts::bill(page, bill, &people);
        let organisation = bill.row.organisation_id.and_then(|id| names.get(&id));
        facts["organisation"] = organisation.map(String::as_str).into();
        facts
    };
    Ok(bills.iter().map(row).collect())
}

/// `GET /counter/bills/{id}?board=`: its lines, what was paid and given back, and what can be done.
pub(super) async fn one(page: Page, Id(id): Id<BillId>, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("fees");
    page.staff()?;
    let bill = read::seen_by(page.app.db.reader(), &page.actor(), id).await?;
    let mut facts = one_facts(&page, &bill).await?;
    facts["board"] = json!(super::board(&typed));
    page.show("fees/bill.html", &facts)
}

async fn one_facts(page: &Page, bill: &Bill) -> Result<Value, Fault> {
    let row = rows(page, std::slice::from_ref(bill)).await?.pop();
    let paid = bill.parts.iter().map(|(part, payment)| {
        json!({
            "id": payment.id, "at": payment.received_at, "method": payment.method,
            "amount": part.amount,
        })
    });
    let refunds = bill.refunds.iter().map(|refund| {
        json!({
            "id": refund.id, "payment": refund.payment_id, "at": refund.refunded_at,
            "method": refund.method, "amount": refund.amount, "reason": refund.reason,
        })
    });
    let reduced = standing(&bill.lines())
        .iter()
        .any(|line| line.reduces.is_some());
    let proposals = read::proposals_of(page.app.db.reader(), bill.row.id).await?;
    let waits = proposals.iter().any(|one| one.row.answered_at.is_none());
    let proposal = |one: &read::Proposal| {
        json!({
            "id": one.row.id, "percent": one.row.percent, "at": one.row.proposed_at,
            "state": one.approval.state,
        })
    };
    Ok(json!({
        "bill": row,
        "lines": facts::lines(page, bill),
        "payments": paid.collect::<Vec<_>>(),
        "refunds": refunds.collect::<Vec<_>>(),
        "methods": Method::ALL.map(Method::code),
        "proposals": proposals.iter().map(proposal).collect::<Vec<_>>(),
        "may_open": may_see(&page.actor()),
        "may_reduce": may_set(&page.actor()) && bill.stands().is_some() && !reduced && !waits,
    }))
}
