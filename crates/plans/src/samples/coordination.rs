//! Invented agreements, entries and actions.

use serde_json::{Value, json};
use uuid::Uuid;
use views::samples::Sample;

const STATES: [&str; 5] = ["ends_soon", "in_force", "coming", "renewed", "ended"];

pub(super) fn templates() -> Vec<Sample> {
    let mut all = vec![Sample::bare("plans/coordination/pieces.html", json!({}))];
    all.extend(agreements());
    all.extend(entries());
    all.extend(actions());
    for letter in ["agreement_ends", "action_due"] {
        all.extend(letters(letter));
    }
    all
}

fn letters(letter: &str) -> Vec<Sample> {
    let facts = json!({
        "name": "所管 まこと", "title": "創業支援に関する連携協定", "agency": "見本信用金庫",
        "until": "2027-03-31", "what": "会場を押さえる", "who": "見本 太郎", "subject": "相談会の進め方",
        "due_on": "2026-12-22", "link": "/agreements/x",
    });
    let parts: [&'static str; 3] = if letter == "action_due" {
        [
            "letters/plans/action_due/subject.txt",
            "letters/plans/action_due/body.txt",
            "letters/plans/action_due/body.html",
        ]
    } else {
        [
            "letters/plans/agreement_ends/subject.txt",
            "letters/plans/agreement_ends/body.txt",
            "letters/plans/agreement_ends/body.html",
        ]
    };
    let part = |part| Sample::bare(part, mail::samples::given(facts.clone()));
    parts.into_iter().map(part).collect()
}

fn agencies() -> Value {
    json!([{ "value": Uuid::nil(), "label": "見本信用金庫" }])
}

fn refused(key: &str) -> Value {
    json!({ "key": key, "args": {} })
}

fn agreement(state: &str) -> Value {
    let over = state == "ended";
    json!({
        "id": Uuid::nil(), "agency_id": Uuid::nil(), "agency": "見本信用金庫",
        "name": "創業支援に関する連携協定", "about": "相談会を共に開く。\n創業者を互いに案内する。",
        "signed_on": "2026-03-20", "valid_from": "2026-04-01",
        "valid_until": (state != "coming").then_some("2027-03-31"), "notice_days": 60,
        "notice_on": (state == "ends_soon").then_some("2027-01-29"), "state": state,
        "follows": (state == "renewed").then(Uuid::nil), "next": (state == "renewed").then(Uuid::nil),
        "ended_on": over.then_some("2026-09-30"), "ended_why": over.then_some("支店の統合のため"),
        "edition": 2, "written_at": "2026-12-08T05:20:00Z",
    })
}

fn agreements() -> Vec<Sample> {
    let list = |agreements: Value, narrowed: bool| {
        let facts = json!({
            "agreements": agreements, "states": STATES, "agencies": agencies(), "narrowed": narrowed,
            "kept": [{ "name": "q", "value": "創業" }],
        });
        Sample::staff("plans/coordination/agreements.html", facts)
    };
    let one = |state: &str, refused: Value| {
        let facts = json!({ "agreement": agreement(state), "refused": refused });
        Sample::staff("plans/coordination/agreement.html", facts)
    };
    let form = |saved: Value, before: Value, agencies: Value, refused: Value| {
        let facts = json!({
            "saved": saved, "before": before, "agencies": agencies, "refused": refused,
        });
        Sample::staff("plans/coordination/agreement_form.html", facts)
    };
    let (none, renewed) = (Value::Null, agreement("renewed"));
    vec![
        list(json!(STATES.map(agreement)), false),
        list(json!([]), true),
        list(json!([]), false),
        one("ends_soon", none.clone()),
        one("renewed", refused("coordination-changed")),
        one("ended", none.clone()),
        form(none.clone(), none.clone(), agencies(), none.clone()),
        form(none.clone(), none.clone(), json!([]), none.clone()),
        form(
            none.clone(),
            renewed,
            agencies(),
            refused("coordination-renewed-already"),
        ),
        form(
            agreement("coming"),
            none,
            agencies(),
            refused("coordination-changed"),
        ),
    ]
}

fn entry(open: u32) -> Value {
    json!({
        "id": Uuid::nil(), "held_on": "2026-12-01", "subject": "相談会の進め方",
        "took_part": "館長、区 産業振興課、見本信用金庫", "discussed": "日程と役割", "agreed": "2月に開く。",
        "agencies": [
            { "id": Uuid::nil(), "name": "見本信用金庫" }, { "id": Uuid::nil(), "name": "実例大学" },
        ],
        "open": open, "by": "所管 まこと", "edition": 1, "written_at": "2026-12-08T05:20:00Z",
    })
}

fn entries() -> Vec<Sample> {
    let list = |entries: Value, narrowed: bool, further: Value| {
        let facts = json!({
            "entries": entries, "agencies": agencies(), "narrowed": narrowed, "previous": further,
            "next": further,
        });
        Sample::staff("plans/coordination/entries.html", facts)
    };
    let form = |saved: Value, agencies: Value, refused: Value| {
        let facts = json!({ "saved": saved, "agencies": agencies, "refused": refused });
        Sample::staff("plans/coordination/entry_form.html", facts)
    };
    let one = |actions: Value| {
        let facts = json!({ "entry": entry(1), "actions": actions });
        Sample::staff("plans/coordination/entry.html", facts)
    };
    vec![
        list(
            json!([entry(2), entry(0)]),
            false,
            "/coordination?after=50".into(),
        ),
        list(json!([]), true, Value::Null),
        list(json!([]), false, Value::Null),
        one(json!([action("open"), action("done")])),
        one(json!([])),
        form(Value::Null, agencies(), Value::Null),
        form(Value::Null, json!([]), Value::Null),
        form(entry(1), agencies(), refused("coordination-changed")),
    ]
}

fn action(state: &str) -> Value {
    let done = state == "done";
    json!({
        "id": Uuid::nil(), "entry": Uuid::nil(), "subject": "相談会の進め方", "what": "会場を押さえる",
        "side": "manager", "who": "見本 太郎", "due_on": "2026-12-22",
        "done_on": done.then_some("2026-12-20"), "done_note": done.then_some("会議室Aを押さえた。"),
        "state": state, "edition": 1,
    })
}

fn actions() -> Vec<Sample> {
    let list = |open: Value, done: Value| {
        let facts = json!({ "open": open, "done": done });
        Sample::staff("plans/coordination/actions.html", facts)
    };
    let one = |state: &str, refused: Value| {
        let facts = json!({ "action": action(state), "refused": refused });
        Sample::staff("plans/coordination/action.html", facts)
    };
    let form = |saved: Value, refused: Value| {
        let facts = json!({ "entry": entry(1), "saved": saved, "refused": refused });
        Sample::staff("plans/coordination/action_form.html", facts)
    };
    vec![
        list(
            json!([action("overdue"), action("open")]),
            json!([action("done")]),
        ),
        list(json!([]), json!([])),
        one("overdue", refused("coordination-changed")),
        one("done", Value::Null),
        form(Value::Null, Value::Null),
        form(action("open"), refused("coordination-changed")),
    ]
}
