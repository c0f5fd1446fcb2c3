//! Invented visits, and the pages about them.

use chrono::NaiveDate;
use kernel::Instant;
use serde_json::{Value, json};
use uuid::Uuid;
use views::samples::Sample;

#[cfg(test)]
use crate::entity::{VisitCampaignId, VisitTargetId, visit_target::Model};
use crate::{
    entity::{case_field::Field, visit_target::State},
    rules::{CampaignDraft, TargetDraft, VisitDraft},
};

use super::pages::{choices, refused};

/// A campaign of the winter of 2026.
pub fn a_campaign() -> CampaignDraft {
    CampaignDraft {
        name: "全事業所訪問".to_owned(),
        purpose: "困りごとをうかがい、使える制度を知らせる。".to_owned(),
        starts_on: NaiveDate::from_ymd_opt(2026, 12, 1),
        ends_on: NaiveDate::from_ymd_opt(2027, 2, 28),
        follows: None,
    }
}

/// A target of this number.
pub fn a_target_draft(nth: usize) -> TargetDraft {
    TargetDraft {
        company: format!("見本工業{nth}"),
        address: format!("見本町{nth}丁目1番1号"),
        telephone: "03-0000-0000".to_owned(),
        note: String::new(),
    }
}

/// A sheet that says all that it must.
pub fn a_sheet() -> VisitDraft {
    VisitDraft {
        visited_at: Instant::parse("2026-12-08T09:00:00+09:00"),
        result: Some(State::Visited),
        met: "代表者".to_owned(),
        situation: "売上は昨年と同じくらい。".to_owned(),
        needs: vec![Field::Sales],
        wishes: "販路について相談したい。".to_owned(),
        next_step: "相談の案内を送る。".to_owned(),
        next_on: None,
    }
}

/// A target of a campaign.
#[cfg(test)]
pub(crate) fn a_target() -> Model {
    Model {
        id: VisitTargetId(Uuid::nil()),
        campaign_id: VisitCampaignId(Uuid::nil()),
        position: 1,
        company: "見本工業1".to_owned(),
        address: "見本町1丁目".to_owned(),
        telephone: String::new(),
        note: String::new(),
        assignee_id: None,
        state: State::Open,
        next_on: None,
        case_id: None,
        edition: 1,
    }
}

const STATES: [&str; 5] = ["open", "visited", "absent", "refused", "moved"];

fn target(state: &str) -> Value {
    let next = matches!(state, "absent" | "visited");
    json!({
        "id": Uuid::nil(), "campaign": Uuid::nil(), "campaign_name": "全事業所訪問", "position": 1,
        "company": "見本工業", "address": "見本町1丁目", "telephone": if next { "03-0000-0000" } else { "" },
        "note": if next { "午前に" } else { "" }, "assignee": next.then_some("助言 ともこ"),
        "state": state, "next_on": next.then_some("2026-12-15"),
        "due": next.then_some(if state == "absent" { "overdue" } else { "today" }),
        "case": (state == "visited").then_some(Uuid::nil()), "edition": 1,
        "reads": next,
    })
}

fn campaign(of: u64) -> Value {
    let states = STATES.map(|state| json!({ "state": state, "count": of }));
    json!({
        "id": Uuid::nil(), "name": "全事業所訪問", "purpose": "ニーズの把握と制度の周知",
        "starts_on": "2026-12-01", "ends_on": "2027-02-28", "runs": "調整 ゆたか", "all": of * 5,
        "percent": 80, "states": states, "over": of > 3, "edition": 1, "follows": (of > 3).then_some(Uuid::nil()),
    })
}

pub(super) fn templates() -> Vec<Sample> {
    let mut all = vec![Sample::bare("consultations/visit_pieces.html", json!({}))];
    all.extend(campaigns());
    all.extend(targets());
    all.extend(one());
    all
}

fn campaigns() -> Vec<Sample> {
    let list = |campaigns: Value, visits: bool| {
        let facts = json!({ "campaigns": campaigns, "visits": visits });
        Sample::staff("consultations/visits.html", facts)
    };
    let form = |saved: Value, before: Value, refused: Value| {
        let facts = json!({ "saved": saved, "before": before, "refused": refused, "form": { "edition": "1" } });
        Sample::staff("consultations/visit_campaign_form.html", facts)
    };
    let ward = |campaigns: Value| {
        Sample::staff(
            "consultations/visit_figures.html",
            json!({ "campaigns": campaigns }),
        )
    };
    let before = json!([{ "value": "x", "label": "令和7年度の巡回" }]);
    let counts: Vec<Value> = STATES
        .iter()
        .map(|state| json!({ "state": state, "count": (*state != "moved").then_some(9) }))
        .collect();
    let sums = json!([{ "name": "全事業所訪問", "starts_on": "2025-12-01", "ends_on": "2026-02-28",
        "states": counts, "all": 40 }, { "name": "巡回", "starts_on": "2025-12-01",
        "ends_on": "2026-02-28", "states": counts, "all": null }]);
    vec![
        list(json!([campaign(4), campaign(0)]), true),
        list(json!([]), false),
        form(Value::Null, before, Value::Null),
        form(campaign(4), json!([]), refused("consultations-changed")),
        ward(sums),
        ward(json!([])),
    ]
}

fn targets() -> Vec<Sample> {
    let people = json!([{ "value": "x", "label": "助言 ともこ" }]);
    let by = json!([{ "name": "助言 ともこ", "all": 5, "percent": 60, "person": "x" },
        { "name": null, "all": 2, "percent": 0, "person": "none" }]);
    let page = |targets: Value, refused: Value| {
        let facts = json!({
            "campaign": campaign(1), "targets": targets, "people": people, "assignees": by,
            "refused": refused, "form": { "state": "", "whose": "" },
        });
        Sample::staff("consultations/visit_campaign.html", facts)
    };
    let import = |wrong: Value, rows: Value| {
        let facts = json!({
            "campaign": campaign(1), "columns": ["事業者名", "住所"], "text": "", "wrong": wrong,
            "rows": rows,
        });
        Sample::staff("consultations/visit_import.html", facts)
    };
    let wrong = json!([{ "line": 2, "column": "住所", "key": "visits-address-missing", "args": null },
        { "line": 3, "column": null, "key": "plans-import-broken-line", "args": { "most": 1 } }]);
    let rows =
        json!([{ "company": "見本工業", "address": "見本町1丁目", "telephone": "", "note": "" }]);
    vec![
        page(json!(STATES.map(target)), refused("visits-nothing-chosen")),
        page(json!([]), Value::Null),
        import(wrong, json!([])),
        import(json!([]), rows),
        import(json!([]), json!([])),
    ]
}

fn one() -> Vec<Sample> {
    let sheet = |result: &str| {
        json!({
            "id": Uuid::nil(), "visited_at": "2026-12-08T00:00:00Z", "result": result, "met": "代表者",
            "situation": "", "needs": ["sales"], "wishes": "販路の相談", "next_step": "",
            "next_on": (result == "absent").then_some("2026-12-15"), "by": "助言 ともこ",
            "written_at": "2026-12-08T00:00:00Z", "edition": 1,
        })
    };
    let page = |sheets: Value, writes: bool, editing: Value, refused: Value| {
        let facts = json!({
            "target": target(if writes { "visited" } else { "open" }), "sheets": sheets,
            "reads": writes, "connects": writes, "runs": !writes, "editing": editing, "saved": sheet("visited"),
            "choices": choices(), "refused": refused, "form": { "once": "x", "edition": "1" },
        });
        Sample::staff("consultations/visit.html", facts)
    };
    let mine = |visits: Value| {
        Sample::staff(
            "consultations/visits_mine.html",
            json!({ "visits": visits }),
        )
    };
    let connect = |people: Value, refused: Value| {
        let facts = json!({ "target": target("visited"), "people": people, "choices": choices(),
            "refused": refused, "form": { "q": "見本" } });
        Sample::staff("consultations/visit_case.html", facts)
    };
    let people = json!([{ "value": "x", "label": "見本 さくら" }]);
    let both = json!([sheet("visited"), sheet("absent")]);
    vec![
        page(both.clone(), true, Value::Null, Value::Null),
        page(
            both,
            true,
            json!(Uuid::nil()),
            refused("consultations-changed"),
        ),
        page(json!([]), false, Value::Null, Value::Null),
        mine(json!(STATES.map(target))),
        mine(json!([])),
        connect(people, refused("visits-connected-already")),
        connect(json!([]), Value::Null),
    ]
}
