//! What is seen of requests for approval.

use serde_json::{Value, json};
use views::{Lang, samples::Sample};

use super::{facts::booking, letter_facts};
use crate::{
    read::{Catalogue, rule_facts},
    rules::terms::Term,
};

/// What is said before the button; one of so many times needs an approval.
pub(super) fn approval(all: i32) -> Value {
    json!({ "count": 1, "all": all, "days": 5, "by": "2026-12-14" })
}

fn request(outcome: Option<&str>, overdue: bool) -> Value {
    json!({
        "asked_at": "2026-12-01T10:00:00+09:00", "by": "2026-12-08", "overdue": overdue,
        "today": outcome.is_none() && !overdue, "outcome": outcome,
        "ground": (outcome == Some("refused")).then_some("purpose"),
        "words": outcome.map(|_| "音の出る催しは20時までです。"),
        "ended_at": outcome.map(|_| "2026-12-07T15:00:00+09:00"),
    })
}

/// The request of a booking that stands so; none for the usual.
pub(super) fn own(standing: &str) -> Value {
    match standing {
        "requested" => request(None, false),
        "refused" => request(Some("refused"), false),
        "released" => request(Some("lapsed"), false),
        "running" => request(Some("approved"), false),
        _ => Value::Null,
    }
}

pub(super) fn pages() -> Vec<Sample> {
    let row = |overdue: bool, times: i32| {
        let mut row = booking("requested", true);
        row["request"] = request(None, overdue);
        row["times"] = times.into();
        row
    };
    let one = |may_decide: bool, series: bool| {
        let waits = booking("requested", true);
        let together = if series {
            vec![waits.clone(), waits]
        } else {
            vec![]
        };
        json!({
            "booking": booking("requested", true), "request": request(None, !series),
            "name": "産業 花子", "kana": "サンギョウ ハナコ",
            "telephone": if series { "03-0000-0000" } else { "" },
            "organisation": series.then_some("株式会社みほん製作所"),
            "category": { "locality": "ward_business", "party": "business", "stage": "settled" },
            "source": "施行規則第8条", "since": "2026-04-01", "price": { "amount": if series { 3_200 } else { 0 }, "kept": 0 },
            "price_all": { "amount": if series { 6_400 } else { 0 }, "kept": if series { 1_600 } else { 0 } },
            "history": {
                "latest": if series { vec![booking("finished", false)] } else { vec![] },
                "absences": 1, "approved": 2, "refused": 0,
            },
            "line": i32::from(series), "together": together, "seen": "1", "seen_all": "1.1",
            "grounds": ["public_order", "operation", "purpose", "unsuitable"],
            "may_decide": may_decide, "form": { "reach": "all" },
        })
    };
    let mut decided = one(true, true);
    decided["refused"] = json!({ "key": "bookings-changed-meanwhile" });
    let rule = super::rule(Term::Approval(5));
    let mut rule = rule_facts(&Catalogue::default(), &rule, Lang::Ja);
    rule["standing"] = "coming".into();
    vec![
        Sample::page(
            "bookings/rules/confirm.html",
            json!({
                "rule": rule, "before": [], "more": false, "kept": [], "seen": 7,
                "rests": true, "later": [],
                "would_not_be": [booking("coming", false)],
            }),
        ),
        Sample::bare("bookings/requests/pieces.html", json!({})),
        Sample::staff(
            "bookings/requests/all.html",
            json!({ "overdue": 1, "rows": [row(true, 1), row(false, 3)] }),
        ),
        Sample::staff(
            "bookings/requests/all.html",
            json!({ "overdue": 0, "rows": [] }),
        ),
        Sample::staff("bookings/requests/one.html", one(true, true)),
        Sample::staff("bookings/requests/one.html", one(true, false)),
        Sample::staff("bookings/requests/one.html", one(false, false)),
        Sample::staff("bookings/requests/one.html", decided),
    ]
}

const REQUESTED: [&str; 3] = [
    "letters/bookings/requested/subject.txt",
    "letters/bookings/requested/body.txt",
    "letters/bookings/requested/body.html",
];

const DECIDED: [&str; 13] = [
    "letters/bookings/decided.txt",
    "letters/bookings/decided.html",
    "letters/bookings/ended_fee.txt",
    "letters/bookings/ended_fee.html",
    "letters/bookings/approved/subject.txt",
    "letters/bookings/approved/body.txt",
    "letters/bookings/approved/body.html",
    "letters/bookings/refused/subject.txt",
    "letters/bookings/refused/body.txt",
    "letters/bookings/refused/body.html",
    "letters/bookings/lapsed/subject.txt",
    "letters/bookings/lapsed/body.txt",
    "letters/bookings/lapsed/body.html",
];

pub(super) fn letters() -> Vec<Sample> {
    let own = &letter_facts()["booking"];
    let mut samples = Vec::new();
    for (changed, price) in [(false, Some(1_600)), (true, None)] {
        let mut facts = letter_facts();
        facts["more"] = json!({ "changed": changed, "by": "2026-12-14", "price": price });
        let facts = mail::samples::given(facts);
        samples.extend(REQUESTED.map(|letter| Sample::bare(letter, facts.clone())));
    }
    for words in [Some("音の出る催しは20時まで。\n机はもとの位置に。"), None] {
        let facts = mail::samples::given(json!({
            "name": "産業 花子", "bookings": [own, own], "words": words, "ground": "purpose",
            "fee": words.map(|_| super::facts::fee("coming")),
        }));
        samples.extend(DECIDED.map(|letter| Sample::bare(letter, facts.clone())));
    }
    samples
}
