//! 謝金明細: what each expert is paid for the meetings of a month.

use axum::response::Response;
use chrono::{Datelike, Days, Months, NaiveDate};
use kernel::Span;
use serde_json::{Value, json};
use web::{
    Error, Page, Routes, Typed,
    sheet::{Column, Form, List},
};

use super::keeper;
use crate::read::{self, Account};

/// Years of which one can ask.
const YEARS: std::ops::RangeInclusive<i32> = 2000..=2200;

/// The list as a file.
const HONORARIA: List = List {
    name: "honoraria",
    taken: Some("honoraria.list_taken"),
    columns: &[
        Column::Text("cases-label-expert", "/expert"),
        Column::Date("meetings-label-day", "/day"),
        Column::Text("consultations-label-reference", "/reference"),
        Column::Said("honoraria-label-kind", "/kind", "honoraria-kind-"),
        Column::Number("honoraria-label-minutes", "/minutes"),
        Column::Number("honoraria-label-rate", "/rate"),
        Column::Number("honoraria-label-yen", "/yen"),
    ],
};

/// The route of the list.
pub(super) fn routes() -> Routes {
    Routes::new().get("/honoraria", all)
}

/// `GET /honoraria?month=2026-12&of=dispatch&as=`: those who keep experts; of dispatches, or (`of=all`)
/// of every meeting.
async fn all(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("experts");
    keeper(&page)?;
    let month = month(&page, &typed)?;
    let span = whole(month);
    let only_dispatches = typed.text("of") != "all";
    let (actor, now) = (page.actor(), page.app.clock.now());
    let accounts =
        read::honoraria(page.app.db.reader(), (span, only_dispatches), (&actor, now)).await?;
    let of = if only_dispatches { "dispatch" } else { "all" };
    if let Some(form) = Form::asked(&typed)? {
        let name = format!("{of}-{}", month.format("%Y-%m"));
        return page
            .file(form, &HONORARIA, &name, &lines(&page, &accounts)?)
            .await;
    }
    let at = |month: NaiveDate| format!("/honoraria?month={}&of={of}", month.format("%Y-%m"));
    let facts = json!({
        "month": month, "code": month.format("%Y-%m").to_string(), "of": of,
        "previous": at(month - Months::new(1)), "next": at(month + Months::new(1)),
        "accounts": accounts.iter().map(account).collect::<Vec<_>>(),
        "all": total(&accounts),
    });
    page.show("consultations/honoraria.html", &facts)
}

fn whole(month: NaiveDate) -> Span {
    let last = month + Months::new(1) - Days::new(1);
    Span {
        from: Span::day(month).from,
        until: Span::day(last).until,
    }
}

fn month(page: &Page, typed: &Typed) -> Result<NaiveDate, Error> {
    let today = page.app.clock.now().date();
    let month = match typed.text("month") {
        "" => today.with_day(1),
        month => format!("{month}-01").parse().ok(),
    };
    let month = month.filter(|month: &NaiveDate| YEARS.contains(&month.year()));
    month.ok_or_else(Error::not_found)
}

fn account(one: &Account) -> Value {
    let (minutes, yen) = one.sum();
    let row = |paid: &read::Paid| {
        json!({
            "day": paid.row.starts_at.date(), "case": paid.reference,
            "dispatch": paid.row.dispatch_id, "minutes": paid.row.minutes,
            "rate": paid.row.rate_yen, "yen": paid.yen,
        })
    };
    json!({
        "expert": one.expert, "name": one.name, "minutes": minutes, "yen": yen,
        "withheld": withheld(one),
        "rows": one.rows.iter().map(row).collect::<Vec<_>>(),
    })
}

/// What is paid without being named.
fn withheld(one: &Account) -> Value {
    let kept = one.withheld;
    json!({ "meetings": kept.meetings, "minutes": kept.minutes, "yen": kept.yen })
}

fn total(accounts: &[Account]) -> Value {
    let sums = || accounts.iter().map(Account::sum);
    json!({
        "meetings": accounts.iter().map(Account::meetings).sum::<usize>(),
        "minutes": sums().map(|(minutes, _)| minutes).sum::<i64>(),
        "yen": sums().map(|(_, yen)| yen).sum::<i64>(),
    })
}

/// The lines of the file: each meeting, then what an expert is paid in all.
fn lines(page: &Page, accounts: &[Account]) -> Result<Vec<Value>, Error> {
    let sum = page.worded("honoraria-sum")?;
    let secret = page.worded("honoraria-withheld")?;
    let mut lines = Vec::new();
    for one in accounts {
        let rows = one.rows.iter().map(|paid| {
            let kind = paid.row.dispatch_id.map_or("meeting", |_| "dispatch");
            json!({
                "expert": one.name, "day": paid.row.starts_at.date(),
                "reference": paid.reference, "kind": kind, "minutes": paid.row.minutes,
                "rate": paid.row.rate_yen, "yen": paid.yen,
            })
        });
        lines.extend(rows);
        if one.withheld.meetings > 0 {
            let mut line = withheld(one);
            line["expert"] = json!(one.name);
            line["reference"] = json!(secret);
            lines.push(line);
        }
        let (minutes, yen) = one.sum();
        lines.push(json!({ "expert": one.name, "day": sum, "minutes": minutes, "yen": yen }));
    }
    Ok(lines)
}
