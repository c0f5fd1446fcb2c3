//! Pages of founders, and the one on which anybody checks a certificate.

use serde_json::{Value, json};
use uuid::Uuid;
use views::samples::Sample;

use crate::rules::{Area, Kind, NotCounted, State};

/// Why something was not done, as pages have it.
pub(super) fn refused(key: &str) -> Value {
    json!({ "key": key, "args": { "day": "2027-06-10" } })
}

/// How far somebody is who has all, or lacks an area.
pub(super) fn progress(met: bool) -> Value {
    let condition = |met: bool, text: &str| json!({ "met": met, "text": text });
    let mut sessions = vec![session(1, None)];
    let why = [
        NotCounted::Ahead,
        NotCounted::Absent,
        NotCounted::OnlyBooked,
        NotCounted::NotThisKind,
        NotCounted::OutsidePlan,
        NotCounted::OtherSupport,
        NotCounted::OutsideWindow,
        NotCounted::SameDay,
        NotCounted::SameSession,
    ];
    let told = why
        .iter()
        .zip(2..)
        .map(|(why, nth)| session(nth, Some(*why)));
    sessions.extend(told);
    json!({
        "met": met,
        "completed_on": met.then_some("2026-12-05"),
        "conditions": [condition(true, "財務を受講しました"), condition(met, "人材育成が未受講です")],
        "sessions": sessions, "others": [session(11, Some(NotCounted::OutsidePlan))],
    })
}

fn session(nth: usize, why: Option<NotCounted>) -> Value {
    let kind = Kind::ALL[nth % Kind::ALL.len()];
    let areas: Vec<&str> = Area::ALL
        .iter()
        .take(nth % 3)
        .map(|area| area.code())
        .collect();
    json!({
        "day": format!("2026-11-{nth:02}"), "title": "創業塾 秋期",
        "lesson": if nth == 1 { "お金の計算" } else { "" }, "consultation": nth == 3, "areas": areas,
        "kind": kind.code(), "counts": why.is_none(), "why": why.map(NotCounted::key),
    })
}

/// A certificate of this validity.
pub(super) fn certificate(validity: &str) -> Value {
    let revoked = validity == "revoked";
    json!({
        "number": "8-12", "holder": "見本 さくら", "issued_on": "2026-12-10",
        "valid_until": "2027-06-10", "copies": 2, "revoked_on": revoked.then_some("2027-01-15"),
        "revoked_why": if revoked { "申請の内容が事実と違っていたため" } else { "" },
        "founded_on": revoked.then_some("2027-01-04"), "code": "2345-6789-ABCD-EFGH",
        "validity": validity, "issuer": "見本区長",
    })
}

/// An application that stands so.
pub(super) fn application(state: State) -> Value {
    let reason = matches!(state, State::Returned | State::Refused);
    let company = state != State::Withdrawn;
    json!({
        "id": Uuid::nil(), "holder": "見本 さくら", "kana": "ミホン サクラ",
        "email": "sakura@sample.example", "telephone": "03-0000-0000",
        "standing": if company { "plans-company" } else { "plans-business" }, "day": "2027-02-01",
        "form": if company { "stock" } else { "individual" },
        "name": if company { "株式会社見本珈琲" } else { "" }, "capital": company.then_some(3_000_000),
        "head_office": "東京都見本区見本二丁目1番1号", "address": "東京都見本区見本一丁目2番3号",
        "field": "コーヒー豆の小売", "purposes": ["registration-tax", "guarantee"], "copies": 2,
        "state": state.code(), "reason": if reason { "商号に株式会社を入れてください。" } else { "" },
        "asked_at": "2026-12-06T10:00:00+09:00", "confirmed_at": null, "forwarded_at": null,
        "answer_due": (state == State::Forwarded).then_some("2026-12-11"), "decided_at": null,
        "edition": 2,
        "open": !matches!(state, State::Issued | State::Refused | State::Withdrawn),
        "certificate": (state == State::Issued).then(|| certificate("valid")),
    })
}

fn choices() -> Value {
    json!({
        "standings": [{ "value": "plans-company", "label": "これから会社を設立する" }],
        "forms": [{ "value": "stock", "label": "株式会社" }],
        "purposes": [{ "value": "guarantee", "label": "創業関連保証", "source": "要綱" }],
        "most_copies": 5,
    })
}

pub(super) fn templates() -> Vec<Sample> {
    let mut all = vec![
        Sample::bare("founders/pieces.html", json!({})),
        Sample::bare("founders/counter_pieces.html", json!({})),
        Sample::bare("founders/scheme_pieces.html", json!({})),
    ];
    all.extend(mine());
    all.extend(applying());
    all.extend(own());
    all.extend(checking());
    all
}

fn mine() -> Vec<Sample> {
    let benefit = |why: Option<&str>| json!({ "code": "registration-tax", "source": "租税特別措置法第80条第2項", "why": why });
    let saving = json!({ "usual": 150_000, "reduced": 75_000, "saved": 75_000, "source": "登録免許税法別表第一第24号" });
    let rows: Vec<Value> = State::ALL.into_iter().map(application).collect();
    let full = json!({
        "plan": { "source": "見本区創業支援等事業計画", "since": "2024-04-01" }, "progress": progress(true),
        "saving": saving, "benefits": [benefit(None), benefit(Some("founders-benefit-standing"))],
        "applications": rows, "applies": true, "choices": choices(), "form": {},
    });
    let mut empty = json!({
        "plan": null, "progress": progress(false), "saving": null, "benefits": [],
        "applications": [], "applies": false, "choices": choices(), "form": {},
    });
    empty["progress"]["sessions"] = json!([]);
    empty["progress"]["others"] = json!([]);
    let mut ended = full.clone();
    ended["saving"] = json!({ "usual": null });
    ended["progress"] = progress(false);
    [full, empty, ended]
        .map(|facts| Sample::page("founders/mine.html", facts))
        .into()
}

fn applying() -> Vec<Sample> {
    let page = |saved: Value, progress: Value, refused: Value| {
        let facts = json!({
            "saved": saved, "progress": progress, "consults": saved.is_null(), "choices": choices(),
            "form": { "once": "x", "edition": "2" }, "refused": refused,
        });
        Sample::page("founders/apply.html", facts)
    };
    vec![
        page(Value::Null, progress(true), Value::Null),
        page(
            Value::Null,
            progress(false),
            refused("founders-reissue-valid"),
        ),
        page(application(State::Returned), Value::Null, Value::Null),
    ]
}

fn own() -> Vec<Sample> {
    let page = |application: Value, refused: Value| {
        let facts = json!({ "application": application, "refused": refused, "form": {} });
        Sample::page("founders/application.html", facts)
    };
    let mut all: Vec<Sample> = State::ALL
        .into_iter()
        .map(|state| page(application(state), Value::Null))
        .collect();
    let mut revoked = application(State::Issued);
    revoked["certificate"] = certificate("revoked");
    all.push(page(revoked, refused("founders-not-now")));
    all
}

fn checking() -> Vec<Sample> {
    let page = |asked: &str, paper: Value| {
        let facts = json!({ "asked": asked, "paper": paper, "form": { "code": asked } });
        Sample::page("founders/check.html", facts)
    };
    let mut all: Vec<Sample> = ["valid", "expired", "revoked"]
        .into_iter()
        .map(|validity| page("2345-6789-ABCD-EFGH", certificate(validity)))
        .collect();
    all.push(page("", Value::Null));
    all.push(page("nonsense", Value::Null));
    for validity in ["valid", "revoked"] {
        let facts = json!({
            "back": "/mypage/founding", "paper": certificate(validity),
            "application": application(if validity == "valid" { State::Issued } else { State::Withdrawn }),
            "issuer": "見本区長", "source": "見本区創業支援等事業計画",
            "address": "https://center.example/certificates/2345-6789-ABCD-EFGH",
            "picture": { "width": "10", "path": "M4 4h2v1h-2z" },
        });
        all.push(Sample::page("founders/certificate.html", facts));
    }
    all
}
