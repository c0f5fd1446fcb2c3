//! An invented dispatch, and the pages about dispatches.

#[cfg(test)]
use kernel::Instant;
use serde_json::{Value, json};
use uuid::Uuid;
use views::samples::Sample;

#[cfg(test)]
use crate::entity::{
    CaseId, DispatchId,
    dispatch::{Model, State},
};
use crate::{entity::case_field::Field, rules::DispatchDraft};

use super::pages::{meeting, refused};

/// An application that says all that it must.
pub fn an_application() -> DispatchDraft {
    DispatchDraft {
        field: Some(Field::Sales),
        place: "見本町1丁目2番3号".to_owned(),
        wish: "店の中を見て、並べ方を一緒に考えてほしい。".to_owned(),
        times: Some(3),
        agreed: true,
    }
}

/// The dispatch of such an application.
#[cfg(test)]
pub(crate) fn a_dispatch() -> Model {
    Model {
        id: DispatchId(Uuid::nil()),
        case_id: CaseId(Uuid::nil()),
        fiscal_year: 2026,
        field: Field::Sales,
        place: "見本町1丁目2番3号".to_owned(),
        wish: "並べ方を一緒に考えてほしい。".to_owned(),
        times: 5,
        state: State::Requested,
        approved_times: None,
        used: 0,
        reason: String::new(),
        note: String::new(),
        asked_at: Instant::parse("2026-12-15T10:00:00+09:00").unwrap(),
        asked_by: None,
        decided_at: None,
        decided_by: None,
        edition: 1,
    }
}

const STATES: [&str; 4] = ["requested", "approved", "refused", "withdrawn"];

fn dispatch(state: &str) -> Value {
    let decided = state != "requested";
    json!({
        "id": Uuid::nil(), "field": (state != "withdrawn").then_some("sales"), "place": "見本町1丁目2番3号",
        "wish": "並べ方を一緒に考えてほしい。", "times": 3, "approved": (state == "approved").then_some(2),
        "used": i32::from(state == "approved"), "left": i32::from(state == "approved"), "state": state,
        "reason": if state == "refused" { "区外のため" } else { "" }, "year": "令和8年度",
        "asked_at": "2026-12-08T05:20:00Z", "decided_at": decided.then_some("2026-12-09T05:20:00Z"),
        "edition": 2, "open": matches!(state, "requested" | "approved"), "name": "見本 さくら",
        "case": Uuid::nil(), "reference": "K7M-4PX-9TD",
    })
}

/// A dispatch in each state, as the pages of a case have it.
pub(super) fn all() -> Value {
    json!(STATES.map(dispatch))
}

pub(super) fn templates() -> Vec<Sample> {
    let mut all = vec![
        Sample::bare("consultations/dispatch_pieces.html", json!({})),
        Sample::bare("consultations/dispatch_case_pieces.html", json!({})),
    ];
    all.extend(forms());
    all.extend(one());
    all.extend(lists());
    all
}

fn terms() -> Value {
    json!({ "most": 16, "most_theme": 8, "minutes": 120, "source": "センターの定め", "since": "2000-01-01" })
}

fn forms() -> Vec<Sample> {
    let facts = |against: Value, refused: Value| {
        json!({
            "case": { "id": Uuid::nil(), "reference": "K7M-4PX-9TD" },
            "themes": [{ "value": "sales", "label": "販路・売上（今年度はあと8回）" }],
            "size": "small", "in_ward": true, "against": against, "spent": 0, "year": "令和8年度",
            "terms": terms(), "refused": refused, "form": { "times": "3" },
        })
    };
    let meeting = |experts: Value, free: Value, refused: Value| {
        let facts = json!({
            "dispatch": dispatch("approved"), "experts": experts, "free": free, "terms": terms(),
            "case": { "id": Uuid::nil(), "reference": "K7M-4PX-9TD" }, "refused": refused,
        });
        Sample::staff("consultations/dispatch_meeting.html", facts)
    };
    let expert = json!([{ "value": "x", "label": "助言 ともこ" }]);
    let asked = || refused("dispatches-asked-already");
    let none = || facts(json!([]), Value::Null);
    let some = || facts(json!(["outside", "large", "unknown"]), asked());
    vec![
        Sample::page("consultations/dispatch_form.html", none()),
        Sample::page("consultations/dispatch_form.html", some()),
        Sample::staff("consultations/dispatch_staff_form.html", none()),
        Sample::staff("consultations/dispatch_staff_form.html", some()),
        meeting(
            expert,
            json!(["2026-12-15T04:00:00Z"]),
            refused("dispatches-used-up"),
        ),
        meeting(json!([]), json!([]), Value::Null),
    ]
}

fn one() -> Vec<Sample> {
    let page = |state: &str, reads: bool, decides: bool, against: Value| {
        let answered = json!([{ "title": "専門家派遣のアンケート", "answered_at": "2026-12-16T06:00:00Z",
            "changed_at": null, "answers": [] }]);
        let facts = json!({
            "dispatch": dispatch(state), "note": if reads { "区内に移る予定" } else { "" },
            "case": { "id": Uuid::nil(), "reference": "K7M-4PX-9TD", "closed": !decides },
            "name": "見本 さくら", "reads": reads, "size": "small", "in_ward": reads,
            "against": against, "spent": 3, "spent_theme": 2, "left": 6, "terms": terms(),
            "year": "令和8年度", "decides": decides, "handles": reads,
            "answers": if reads { answered } else { json!([]) },
            "meetings": if reads { json!([meeting("held", &Value::Null)]) } else { json!([]) },
            "refused": if reads { refused("consultations-changed") } else { Value::Null },
        });
        Sample::staff("consultations/dispatch.html", facts)
    };
    let mut all: Vec<Sample> = STATES
        .map(|state| page(state, true, true, json!(["outside"])))
        .into();
    all.push(page("approved", false, false, json!([])));
    all
}

fn lists() -> Vec<Sample> {
    let list = |dispatches: Value, keeps: bool| {
        let facts = json!({ "dispatches": dispatches, "previous": null, "next": "/dispatches", "keeps": keeps });
        Sample::staff("consultations/dispatches.html", facts)
    };
    let row = |dispatch: Value| {
        json!({ "day": "2026-12-15", "case": "K7M-4PX-9TD", "dispatch": dispatch, "minutes": 120,
            "rate": 10_000, "yen": 20_000 })
    };
    let account = json!({ "expert": Uuid::nil(), "name": "助言 ともこ", "minutes": 300, "yen": 50_000,
        "rows": [row(json!(Uuid::nil())), row(Value::Null)],
        "withheld": { "meetings": 1, "minutes": 60, "yen": 10_000 } });
    let paid = |of: &str, accounts: Value| {
        let facts = json!({
            "month": "2026-12-01", "code": "2026-12", "of": of, "previous": "/honoraria",
            "next": "/honoraria", "accounts": accounts,
            "all": { "meetings": 3, "minutes": 300, "yen": 50_000 },
        });
        Sample::staff("consultations/honoraria.html", facts)
    };
    let terms = json!({ "valid_from": "2026-04-01", "most_per_applicant": 8, "most_per_theme": 5,
        "minutes": 120, "source": "専門家派遣要綱 第5条" });
    let terms = json!({ "terms": [terms], "now": "2026-04-01", "refused": { "key": "consultations-changed", "args": {} } });
    vec![
        Sample::staff("consultations/dispatch_terms.html", terms),
        list(self::all(), true),
        list(json!([]), false),
        paid("dispatch", json!([account])),
        paid("all", json!([])),
    ]
}
