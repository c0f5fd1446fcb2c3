//! 収納日報: what came in and went out on a day, or in a month. The ward sees sums and no lines.

use axum::response::Response;
use chrono::{Datelike, Days, Months, NaiveDate};
use kernel::Span;
use serde_json::{Value, json};
use web::{Error, FieldError, Page, Typed, sheet::Form};

use super::lists::{DAYS, MONEY};
use crate::{
    entity::payment::Method,
    read::{self, Moved, Report, Sums},
    rules::yen_typed,
};

/// So many days before and after today a report may be asked for.
const REACH: Days = Days::new(3_660);

/// `GET /counter/fees/report?date=&float=&month=&as=`
pub(super) async fn money(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("money");
    super::house_or_ward(&page)?;
    if !typed.text("month").is_empty() {
        return month(&page, &typed).await;
    }
    let today = super::now(&page).date();
    let date = near(today, typed.text("date")).unwrap_or(today);
    let errors = wrong(today, &typed);
    let report = read::report(page.app.db.reader(), Span::day(date)).await?;
    let facts = facts(&page, date, &report, &typed);
    if let Some(form) = Form::asked(&typed)? {
        page.staff()?;
        let rows = facts["rows"].as_array().map_or(&[][..], Vec::as_slice);
        return page.file(form, &MONEY, &date.to_string(), rows).await;
    }
    if errors.is_empty() {
        page.form("fees/report.html", &facts, &typed)
    } else {
        page.again("fees/report.html", &facts, &typed, &errors)
    }
}

/// What cannot be read of what was asked for.
fn wrong(today: NaiveDate, typed: &Typed) -> Vec<FieldError> {
    let (date, float) = (typed.text("date"), typed.text("float"));
    let date = (!date.is_empty() && near(today, date).is_none())
        .then(|| FieldError::new("date", "fees-report-date-wrong"));
    let float = (!float.is_empty() && yen_typed(float).is_none())
        .then(|| FieldError::new("float", "fees-float-wrong"));
    date.into_iter().chain(float).collect()
}

fn facts(page: &Page, date: NaiveDate, report: &Report, typed: &Typed) -> Value {
    let cash = report
        .by_method
        .iter()
        .find(|(method, _)| *method == Method::Cash);
    let cash = cash.map_or(0, |(_, sums)| sums.net());
    let float = yen_typed(typed.text("float"));
    let row = |row: &Moved| {
        json!({
            "at": row.at, "payment": row.payment, "method": row.method, "amount": row.amount,
            "label": row.label, "reference": row.reference,
            "receipt": row.receipt.as_ref().map(read::receipt_number),
        })
    };
    let lines = page.staff().is_ok();
    json!({
        "date": date,
        "month": date.format("%Y-%m").to_string(),
        "previous": date.pred_opt(),
        "next": date.succ_opt(),
        "sums": report.by_method.iter().map(|(method, sums)| told(method.code(), sums)).collect::<Vec<_>>(),
        "all": told("", &report.all()),
        "ties_out": report.ties_out,
        "lines": lines,
        "rows": report.rows.iter().filter(|_| lines).map(row).collect::<Vec<_>>(),
        "float": float,
        "in_the_till": float.map(|float| float.0 + cash),
    })
}

fn told(method: &str, sums: &Sums) -> Value {
    json!({ "method": method, "sums": sums, "net": sums.net() })
}

/// A month, day by day.
async fn month(page: &Page, typed: &Typed) -> Result<Response, Error> {
    let today = super::now(page).date();
    let first = near(today, &format!("{}-01", typed.text("month"))).filter(|date| date.day() == 1);
    let first = first.ok_or_else(Error::not_found)?;
    let after = first
        .checked_add_months(Months::new(1))
        .ok_or_else(Error::not_found)?;
    let span = Span {
        from: Span::day(first).from,
        until: Span::day(after).from,
    };
    let days = read::days(page.app.db.reader(), span).await?;
    let facts = month_facts(first, after, &days);
    if let Some(form) = Form::asked(typed)? {
        let mut rows = facts["days"].as_array().cloned().unwrap_or_default();
        let all = page.worded("fees-total")?;
        rows.push(json!({ "date": all, "nets": facts["nets"], "net": facts["net"] }));
        return page.file(form, &DAYS, typed.text("month"), &rows).await;
    }
    page.show("fees/report_month.html", &facts)
}

fn month_facts(first: NaiveDate, after: NaiveDate, days: &[(NaiveDate, Vec<Sums>)]) -> Value {
    let name = |date: NaiveDate| date.format("%Y-%m").to_string();
    let mut all = [Sums::default(); 3];
    for (_, sums) in days {
        for (whole, one) in all.iter_mut().zip(sums) {
            *whole = *whole + *one;
        }
    }
    let nets = |sums: &[Sums]| sums.iter().map(Sums::net).collect::<Vec<_>>();
    let day = |(date, sums): &(NaiveDate, Vec<Sums>)| json!({ "date": date, "nets": nets(sums), "net": nets(sums).iter().sum::<i64>() });
    json!({
        "month": name(first),
        "first": first,
        "previous": first.checked_sub_months(Months::new(1)).map(name),
        "next": name(after),
        "methods": Method::ALL.map(Method::code),
        "days": days.iter().map(day).collect::<Vec<_>>(),
        "nets": nets(&all),
        "net": nets(&all).iter().sum::<i64>(),
    })
}

fn near(today: NaiveDate, typed: &str) -> Option<NaiveDate> {
    let reach = today.checked_sub_days(REACH)?..=today.checked_add_days(REACH)?;
    japan::calendar::parse_date(typed).filter(|date| reach.contains(date))
}
