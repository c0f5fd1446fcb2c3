//! Pages of those who confirm and issue.

use serde_json::{Value, json};
use uuid::Uuid;
use views::samples::Sample;

use super::pages::{application, certificate, progress, refused};
use crate::rules::State;

fn options() -> Value {
    json!([{ "value": "asked", "label": "確認待ち" }])
}

pub(super) fn templates() -> Vec<Sample> {
    let mut all = list();
    all.extend(one());
    all.extend(register());
    all.extend(figures());
    all.extend(scheme());
    all.extend(courses());
    all
}

fn list() -> Vec<Sample> {
    let page = |rows: Vec<Value>| {
        let facts =
            json!({ "applications": rows, "states": options(), "sorts": options(), "form": {} });
        Sample::page("founders/counter.html", facts)
    };
    vec![
        page(State::ALL.into_iter().map(application).collect()),
        page(Vec::new()),
    ]
}

fn one() -> Vec<Sample> {
    let frozen = json!({
        "confirmed_on": "2026-12-07", "met_on": "2026-12-05",
        "sessions": [
            { "session": "x", "day": "2026-11-01", "title": "創業塾", "areas": ["finance"], "kind": "attended" },
            { "session": "y", "day": "2026-11-08", "title": "", "areas": [], "kind": "late" },
        ],
    });
    let page = |application: Value,
                (met, frozen): (bool, Value),
                (manages, issues): (bool, bool)| {
        let facts = json!({
            "application": application, "progress": progress(met), "frozen": frozen,
            "manages": manages, "issues": issues, "source": "見本区創業支援等事業計画",
            "form": { "once": "x" }, "refused": if met { Value::Null } else { refused("founders-not-met") },
        });
        Sample::page("founders/counter_one.html", facts)
    };
    let none = || (false, Value::Null);
    let mut revoked = application(State::Issued);
    revoked["certificate"] = certificate("revoked");
    vec![
        page(
            application(State::Asked),
            (true, Value::Null),
            (true, false),
        ),
        page(application(State::Asked), none(), (true, false)),
        page(
            application(State::Confirmed),
            (true, frozen.clone()),
            (true, false),
        ),
        page(
            application(State::Forwarded),
            (false, frozen.clone()),
            (false, true),
        ),
        page(
            application(State::Issued),
            (true, frozen.clone()),
            (false, true),
        ),
        page(revoked, (true, frozen), (false, true)),
        page(application(State::Returned), none(), (false, false)),
        page(application(State::Refused), none(), (false, false)),
    ]
}

fn register() -> Vec<Sample> {
    let line = |validity: &str| {
        let mut row = certificate(validity);
        row["id"] = json!(Uuid::nil());
        row["name"] = json!(if validity == "valid" {
            "株式会社見本珈琲"
        } else {
            ""
        });
        row["head_office"] = json!("東京都見本区見本二丁目1番1号");
        row
    };
    let page = |rows: Vec<Value>| {
        let facts = json!({ "certificates": rows, "years": options(), "form": {} });
        Sample::page("founders/register.html", facts)
    };
    vec![
        page(["valid", "expired", "revoked"].map(line).into()),
        page(Vec::new()),
    ]
}

fn figures() -> Vec<Sample> {
    let figures: Vec<Value> = ["supported", "completed", "certificates", "founded"]
        .map(|code| json!({ "code": code, "count": 1 }))
        .into();
    let page = |of: Option<&str>, rows: Value| {
        let facts = json!({
            "year": "令和8年度", "years": options(), "figures": figures, "revoked": 1, "of": of,
            "rows": rows, "form": { "year": "2026" },
        });
        Sample::page("founders/figures.html", facts)
    };
    let row = |number: &str| json!({ "of": "certificates", "day": "2026-12-10", "name": "見本 さくら", "number": number });
    vec![
        page(None, json!([])),
        page(Some("founded"), json!([])),
        page(Some("certificates"), json!([row("8-12"), row("")])),
    ]
}

fn scheme() -> Vec<Sample> {
    let version = |now: bool| {
        json!({
            "valid_from": "2024-04-01", "source": "見本区創業支援等事業計画", "issuer": "見本区長",
            "areas": ["management", "finance", "people", "sales"], "least_sessions": "4",
            "distinct_by": if now { "day" } else { "session" },
            "month_rule": if now { "calendar" } else { "none" }, "month_count": "1",
            "together": if now { "open" } else { "months" }, "together_months": "6",
            "course_least": if now { "0" } else { "4" }, "course_of": "5", "late": true,
            "left_early": false, "online": true, "consultations": false, "valid_months": "6",
            "answer_days": "3", "most_copies": "5", "now": now,
        })
    };
    let choices = json!({
        "areas": options(), "distinct": options(), "months": options(), "together": options(),
        "standings": options(),
    });
    let page = |versions: Value, keeps: bool, refused: Value| {
        let facts = json!({ "versions": versions, "keeps": keeps, "choices": choices, "form": {}, "refused": refused });
        Sample::page("founders/scheme.html", facts)
    };
    vec![
        page(
            json!([version(true), version(false)]),
            true,
            refused("founders-changed"),
        ),
        page(json!([]), false, Value::Null),
    ]
}

fn courses() -> Vec<Sample> {
    let course = |whole: bool| {
        json!({
            "id": Uuid::nil(), "title": "創業塾 秋期", "from": "2026-09-01",
            "until": whole.then_some("2027-03-31"), "whole": if whole { json!(["finance"]) } else { json!([]) },
            "lessons": [
                { "title": "お金の計算", "day": "2026-11-01", "areas": ["finance"] },
                { "title": "", "day": "2026-11-08", "areas": [] },
            ],
        })
    };
    let page = |courses: Value, keeps: bool, refused: Value| {
        let facts = json!({
            "courses": courses, "seminars": options(), "areas": options(), "keeps": keeps,
            "form": { "edition": "1" }, "refused": refused,
        });
        Sample::page("founders/courses.html", facts)
    };
    vec![
        page(
            json!([course(false), course(true)]),
            true,
            refused("founders-course-there"),
        ),
        page(json!([]), false, Value::Null),
    ]
}
