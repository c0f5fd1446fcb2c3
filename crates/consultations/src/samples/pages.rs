//! Asking, one's own cases, and cases as staff see them.

use serde_json::{Value, json};
use uuid::Uuid;
use views::samples::Sample;

pub(super) fn refused(key: &str) -> Value {
    json!({ "key": key, "args": {} })
}

pub(super) fn choices() -> Value {
    let one = |value: &str, label: &str| json!([{ "value": value, "label": label }]);
    json!({
        "fields": one("founding", "創業"), "stages": one("preparing", "準備中"),
        "industries": one("retail", "小売業"), "modes": one("centre", "来所"),
        "languages": one("ja", "日本語"), "outcomes": one("solved", "解決"),
        "owners": one("client", "相談した人"),
    })
}

const STANDINGS: [&str; 6] = [
    "requested",
    "confirmed",
    "held",
    "over",
    "absent",
    "cancelled",
];

pub(super) fn meeting(standing: &str, said: &Value) -> Value {
    let place = if standing == "held" {
        "https://meet.example/x"
    } else {
        "見本町1丁目"
    };
    json!({
        "id": Uuid::nil(), "case": Uuid::nil(), "name": "見本 さくら", "expert": "助言 ともこ",
        "expert_id": Uuid::nil(), "reference": "K7M-4PX-9TD", "mode": "centre", "room": "会議室A",
        "place": place, "starts_at": "2026-12-15T04:00:00Z", "ends_at": "2026-12-15T05:00:00Z",
        "standing": standing, "version": 1, "ahead": matches!(standing, "requested" | "confirmed"),
        "recorded": if standing == "held" { json!(true) } else { Value::Null },
        "arrived_at": null, "begun": standing == "over", "said": said, "late_minutes": 20,
        "late": match standing { "confirmed" => "client", "over" => "expert", _ => "" },
        "soon": standing == "confirmed", "late_by": [10, 20, 30],
        "can_arrive": standing == "confirmed",
    })
}

pub(super) fn said(finished: bool) -> Value {
    json!({
        "contact": 55, "preparation": 20, "said": "店を開きたい。", "advice": "見積りを取る。",
        "finished_at": finished.then_some("2026-12-15T06:00:00Z"), "by": "助言 ともこ",
        "written_at": "2026-12-15T06:00:00Z",
        "corrections": [{ "text": "二社から。", "by": "助言 ともこ", "at": "2026-12-16T06:00:00Z" }],
    })
}

pub(super) fn paper(from_client: bool) -> Value {
    json!({ "id": Uuid::nil(), "name": "事業計画.pdf", "kind": "pdf", "kilobytes": 120, "from_client": from_client })
}

pub(super) fn referral(ended: bool) -> Value {
    json!({
        "id": Uuid::nil(), "agency": "見本信用金庫", "purpose": "創業融資の相談", "items": "事業計画書",
        "consented_on": "2026-12-16", "consent": "written",
        "ended_at": ended.then_some("2026-12-20T06:00:00Z"),
    })
}

pub(super) fn case(state: &str) -> Value {
    let closed = state == "closed";
    json!({
        "id": Uuid::nil(), "reference": "K7M-4PX-9TD", "person": Uuid::nil(), "name": "見本 さくら",
        "asked_at": "2026-12-08T05:20:00Z", "due_on": "2026-12-11", "company": "見本菓子店",
        "stage": "preparing", "industry": "retail", "employees": 1, "capital": null, "in_ward": true,
        "about": "店を開きたい。", "times": "平日の午後", "mode": "centre", "lang": "ja",
        "desk": (state == "waiting").then_some("原油高騰 緊急相談窓口"), "told": !closed,
        "contact": (state == "running").then(|| json!({ "telephone": "03-0000-0000", "email": "sakura@example.jp" })),
        "can_choose": state == "waiting",
        "urgent": state == "waiting", "secret": closed, "state": state, "withdrawn": false,
        "erased_at": (state == "running").then_some("2032-01-10T00:00:00Z"), "outcome": closed.then_some("solved"), "closing_note": closed.then_some("開いた。"),
        "lead": closed.then_some("調整 ゆたか"), "edition": 3,
        "fields": if closed { json!([]) } else { json!(["founding", "finance"]) },
        "experts": if closed { json!([]) } else { json!(["助言 ともこ", "指南 まこと"]) },
        "meetings": STANDINGS.map(|one| meeting(one, &Value::Null)), "can_withdraw": !closed,
        "dispatches": if closed { json!([]) } else { super::dispatches::all() },
        "overdue": state == "waiting",
        "papers": if closed { json!([]) } else { json!([paper(true)]) },
        "referrals": if closed { json!([]) } else { json!([referral(false)]) },
    })
}

pub(super) fn templates() -> Vec<Sample> {
    let mut all = vec![
        Sample::bare("consultations/pieces.html", json!({})),
        Sample::bare("consultations/meeting_pieces.html", json!({})),
        Sample::bare("consultations/case_pieces.html", json!({})),
        Sample::bare("consultations/case_work_pieces.html", json!({})),
        Sample::bare("consultations/case_beyond_pieces.html", json!({})),
        Sample::bare("consultations/figures_pieces.html", json!({})),
    ];
    all.extend(queue());
    all
}

fn queue() -> Vec<Sample> {
    let cases = json!([case("waiting"), case("running"), case("closed")]);
    let list = |cases: Value, arranges: bool| {
        let facts = json!({ "cases": cases, "previous": "/cases", "next": null, "arranges": arranges,
            "staff": arranges, "figures": arranges, "oversees": arranges, "advises": arranges });
        Sample::staff("consultations/cases.html", facts)
    };
    let day = |meetings: Value| {
        let facts = json!({ "date": "2026-12-15", "previous": "2026-12-14", "next": "2026-12-16",
            "today": "2026-12-14", "meetings": meetings });
        Sample::staff("consultations/meetings.html", facts)
    };
    let mut begun = meeting("confirmed", &Value::Null);
    begun["begun"] = true.into();
    let mut meetings = STANDINGS.map(|one| meeting(one, &Value::Null)).to_vec();
    meetings.push(begun);
    vec![
        list(cases, true),
        list(json!([]), false),
        day(json!(meetings)),
        day(json!([])),
    ]
}
