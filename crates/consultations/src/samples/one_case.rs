//! One case as staff see it, and the forms that change it.

use serde_json::{Value, json};
use uuid::Uuid;
use views::samples::Sample;

use super::{
    experts::expert,
    pages::{case, choices, meeting, refused, said},
};

pub(super) fn templates() -> Vec<Sample> {
    let mut all = one_case();
    all.extend(forms());
    all
}

fn one_case() -> Vec<Sample> {
    let suggestion = |barred: Value| {
        json!({
            "id": Uuid::nil(), "name": "助言 ともこ", "qualifications": "中小企業診断士",
            "fields": if barred.is_null() { json!(["founding"]) } else { json!([]) },
            "speaks": barred.is_null(), "free": 3, "open": 2, "caseload": 15, "known": barred.is_null(),
            "barred": barred, "time": if barred.is_null() { "free" } else { "taken" },
        })
    };
    let follow_up = |sent: bool, done: bool| {
        json!({
            "id": Uuid::nil(), "months": 1, "due_on": "2027-01-15",
            "sent_at": sent.then_some("2027-01-15T00:00:00Z"), "done_at": done.then_some("2027-01-20T00:00:00Z"),
            "note": if done { "店を開いた。" } else { "" },
        })
    };
    let action = |done: bool| {
        json!({ "id": Uuid::nil(), "what": "見積りを取る", "owner": "client",
        "due_on": "2026-12-22", "done_on": done.then_some("2026-12-20"), "edition": 1 })
    };
    let seen = |state: &str, reads: bool, handles: bool, refused: Value| {
        json!({
            "case": case(state), "reads": reads, "said": handles, "handles": handles,
            "lists": true, "by_reason": !handles && reads, "leads": handles, "arranges": true, "breaks": !reads, "erases": state == "closed",
            "experts": if handles { json!([expert(true)]) } else { json!([]) },
            "meetings": if handles { json!([meeting("held", &said(true)), meeting("over", &said(false)), meeting("confirmed", &Value::Null)]) } else { json!([]) },
            "sheet": handles.then(|| json!({ "strengths": "味", "problems": "", "plan": "見積り", "edition": 1, "written_at": "2026-12-15T06:00:00Z" })),
            "papers": if reads { json!([super::pages::paper(true), super::pages::paper(false)]) } else { json!([]) },
            "referrals": if handles { json!([super::pages::referral(false), super::pages::referral(true)]) } else { json!([]) },
            "agencies": [{ "value": "x", "label": "見本信用金庫" }],
            "milestones": if handles { json!([{ "id": Uuid::nil(), "kind": "opened", "reached_on": "2027-01-10", "evidence": "開業届の控え" }]) } else { json!([]) },
            "actions": [action(false), action(true)],
            "answers": if handles { json!([{ "title": "相談のあとのアンケート", "answered_at": "2026-12-16T06:00:00Z", "changed_at": null, "answers": [] }]) } else { json!([]) },
            "follow_ups": [follow_up(false, false), follow_up(true, false), follow_up(true, true)],
            "refused": refused,
            "dispatches": if handles { super::dispatches::all() } else { json!([]) },
            "applies": state != "closed",
        })
    };
    let page = |facts: Value| Sample::staff("consultations/case.html", facts);
    let mut triage = seen("waiting", true, true, refused("cases-barred-full"));
    triage["suggestions"] = json!([suggestion(Value::Null), suggestion(json!("conflict"))]);
    triage["eligible"] = json!({ "size": "small", "in_ward": true });
    let mut nobody = seen("waiting", true, false, Value::Null);
    nobody["suggestions"] = json!([]);
    nobody["eligible"] = json!({ "size": "large", "in_ward": false });
    vec![
        page(triage),
        page(nobody),
        page(seen("closed", true, true, Value::Null)),
        page(seen("running", false, false, Value::Null)),
    ]
}

fn forms() -> Vec<Sample> {
    let own = json!({ "id": Uuid::nil(), "reference": "K7M-4PX-9TD", "about": "店", "name": "見本 さくら", "edition": 3 });
    let with = |template, mut facts: Value, refused: Value| {
        facts["case"] = own.clone();
        facts["choices"] = choices();
        facts["refused"] = refused;
        facts["form"] = json!({ "edition": "1", "version": "1" });
        Sample::staff(template, facts)
    };
    let experts = json!([{ "value": "x", "label": "助言 ともこ" }]);
    let sheet = json!({ "strengths": "味", "problems": "", "plan": "見積り", "edition": 2, "written_at": "2026-12-15T06:00:00Z" });
    let access = |why: Value| json!({ "case": Uuid::nil(), "reference": "K7M-4PX-9TD", "name": "例示 みちこ", "at": "2026-12-15T06:00:00Z", "why": why });
    vec![
        with(
            "consultations/meeting_form.html",
            json!({ "meeting": null, "experts": experts, "free": [{ "at": "2026-12-15T04:00:00Z", "query": "day=2026-12-15" }] }),
            refused("consultations-slot-taken"),
        ),
        with(
            "consultations/meeting_form.html",
            json!({ "meeting": Uuid::nil(), "experts": experts, "free": [] }),
            Value::Null,
        ),
        with(
            "consultations/record_form.html",
            json!({ "meeting": meeting("held", &Value::Null), "saved": said(false), "saved_edition": 2 }),
            refused("consultations-changed"),
        ),
        with(
            "consultations/record_form.html",
            json!({ "meeting": meeting("held", &Value::Null), "saved": null, "saved_edition": null }),
            refused("records-finished"),
        ),
        with(
            "consultations/sheet_form.html",
            json!({ "saved": sheet }),
            refused("consultations-changed"),
        ),
        with(
            "consultations/sheet_form.html",
            json!({ "saved": null }),
            Value::Null,
        ),
        with(
            "consultations/closing.html",
            json!({}),
            refused("cases-unfinished"),
        ),
        with(
            "consultations/accesses.html",
            json!({ "accesses": [access(Value::Null), access(json!("苦情への対応"))] }),
            Value::Null,
        ),
        with(
            "consultations/readings.html",
            json!({ "readings": [access(json!("苦情への対応"))] }),
            Value::Null,
        ),
        with(
            "consultations/readings.html",
            json!({ "readings": [] }),
            Value::Null,
        ),
        with(
            "consultations/accesses.html",
            json!({ "accesses": [] }),
            Value::Null,
        ),
    ]
}
