//! Asking, and one's own cases.

use serde_json::{Value, json};
use uuid::Uuid;
use views::samples::Sample;

use super::pages::{case, choices, meeting, refused};

pub(super) fn templates() -> Vec<Sample> {
    let mut all = asking();
    all.extend(mine());
    all
}

fn asking() -> Vec<Sample> {
    let kept =
        json!([{ "name": "fields", "value": "founding" }, { "name": "about", "value": "店" }]);
    let form = json!({
        "about": "店を開きたい。", "stage": "preparing", "company": "見本菓子店", "industry": "retail",
        "in_ward": "yes", "mode": "centre", "consult_in": "ja", "urgent": "on", "times": "午後",
        "chosen": "x@y", "once": "x", "desk": Uuid::nil(),
    });
    let time = json!({ "value": "x@y", "starts_at": "2026-12-15T04:00:00Z",
        "ends_at": "2026-12-15T05:00:00Z", "expert": "助言 ともこ" });
    let times = |days: Value| {
        json!({
            "days": days, "experts": [{ "value": "x", "label": "助言 ともこ" }], "with": "",
            "from": "2026-12-15", "until": "2026-12-28", "previous": "2026-12-01",
            "next": "2026-12-29",
        })
    };
    let whom = json!({ "id": Uuid::nil(), "name": "見本 さくら" });
    let page = |template, whom: &Value, times: Value, chosen: Value, refused: Value| {
        let guest: &[&str] = if whom.is_null() { &["email"] } else { &[] };
        let desks = json!([super::desks::desk(true, false)]);
        let facts = json!({ "choices": choices(), "desks": desks, "for": whom, "guest": guest, "kept": kept,
            "times": times, "chosen": chosen, "form": form, "refused": refused });
        Sample::page(template, facts)
    };
    let some = times(json!([{ "date": "2026-12-15", "times": [time] }]));
    let (matter, time_page, check) = (
        "consultations/ask_matter.html",
        "consultations/ask_time.html",
        "consultations/ask_check.html",
    );
    let open = json!({ "starts_at": "2026-12-15T04:00:00Z", "ends_at": null, "expert": null });
    vec![
        page(matter, &whom, Value::Null, Value::Null, Value::Null),
        page(
            matter,
            &Value::Null,
            Value::Null,
            Value::Null,
            refused("consultations-wrong"),
        ),
        page(
            time_page,
            &Value::Null,
            some,
            Value::Null,
            refused("consultations-slot-taken"),
        ),
        page(
            time_page,
            &Value::Null,
            times(json!([])),
            Value::Null,
            Value::Null,
        ),
        page(
            check,
            &whom,
            Value::Null,
            time,
            refused("consultations-changed"),
        ),
        page(check, &Value::Null, Value::Null, open, Value::Null),
        page(check, &Value::Null, Value::Null, Value::Null, Value::Null),
    ]
}

fn mine() -> Vec<Sample> {
    let action = json!({ "what": "見積りを取る", "due_on": "2026-12-22", "done_on": "2026-12-20" });
    let time = json!({ "value": "x@y", "starts_at": "2026-12-15T04:00:00Z", "ends_at": "2026-12-15T05:00:00Z" });
    let own = json!({ "id": Uuid::nil(), "reference": "K7M-4PX-9TD" });
    let change = |meeting: Value, free: Value, refused: Value| {
        let facts = json!({ "case": own, "meeting": meeting, "free": free,
            "from": "2026-12-15", "until": "2026-12-28", "refused": refused });
        Sample::page("consultations/change.html", facts)
    };
    let one = |case: Value, actions: Value| {
        Sample::page(
            "consultations/mine_one.html",
            json!({ "case": case, "actions": actions, "refused": refused("papers-missing") }),
        )
    };
    let over = json!({ "refused": refused("accounts-refused-link-expired") });
    let mut bare = case("closed");
    bare["meetings"] = json!([]);
    bare["withdrawn"] = true.into();
    vec![
        Sample::page(
            "consultations/mine.html",
            json!({ "cases": [case("waiting"), case("closed")] }),
        ),
        Sample::page("consultations/mine.html", json!({ "cases": [] })),
        Sample::page("consultations/sent.html", json!({})),
        Sample::page(
            "consultations/confirm.html",
            json!({ "email": "sakura@example.jp", "time": time }),
        ),
        Sample::page(
            "consultations/confirm.html",
            json!({ "email": "sakura@example.jp", "time": null }),
        ),
        Sample::page("consultations/over.html", over),
        one(case("waiting"), json!([action])),
        one(bare, json!([])),
        change(
            meeting("confirmed", &Value::Null),
            json!([time]),
            refused("consultations-slot-taken"),
        ),
        change(Value::Null, json!([]), Value::Null),
    ]
}
