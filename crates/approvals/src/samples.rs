//! Invented approvals, for template samples.

use serde_json::{Value, json};
use uuid::Uuid;
use views::samples::Sample;

const LETTERS: [&str; 15] = [
    "letters/approvals/deputy/subject.txt",
    "letters/approvals/deputy/body.txt",
    "letters/approvals/deputy/body.html",
    "letters/approvals/withdrawn/subject.txt",
    "letters/approvals/withdrawn/body.txt",
    "letters/approvals/withdrawn/body.html",
    "letters/approvals/reminder/subject.txt",
    "letters/approvals/reminder/body.txt",
    "letters/approvals/reminder/body.html",
    "letters/approvals/submitted/subject.txt",
    "letters/approvals/submitted/body.txt",
    "letters/approvals/submitted/body.html",
    "letters/approvals/decided/subject.txt",
    "letters/approvals/decided/body.txt",
    "letters/approvals/decided/body.html",
];

/// Every template of this crate with facts that show all of its parts.
pub fn templates() -> Vec<Sample> {
    let all = |mine: Value, others: Value, answered: Value| {
        let facts = json!({ "mine": mine, "others": others, "answered": answered });
        Sample::staff("approvals/all.html", facts)
    };
    let mut late = standing("submitted");
    late["overdue"] = true.into();
    let mut samples = vec![
        Sample::bare("approvals/pieces.html", json!({})),
        all(
            json!([standing("submitted"), late]),
            json!([standing("submitted")]),
            json!([standing("approved"), standing("refused")]),
        ),
        all(json!([]), json!([]), json!([])),
        deputies(true),
        deputies(false),
        terms(true, &json!({ "key": "approvals-date-taken" })),
        terms(false, &Value::Null),
    ];
    for letter in LETTERS {
        for state in ["approved", "returned", "refused"] {
            let facts = json!({
                "name": "所管 まこと", "title": "令和9年度 方針「創業・起業」第1版", "kind": "policy",
                "state": state, "link": "/policies/x", "due_on": "2026-12-22",
                "away": "決裁 ひとみ", "from": "2026-12-22", "until": "2027-01-08",
                "ended": state == "returned",
                "words": if state == "approved" { "" } else { "年度が違います。\n直してください。" },
            });
            samples.push(Sample::bare(letter, mail::samples::given(facts)));
        }
    }
    samples
}

fn deputies(may_name: bool) -> Sample {
    let row = |standing: &str| {
        json!({
            "id": Uuid::nil(), "side": "ward", "away": "決裁 ひとみ", "deputy": "所管 まこと",
            "valid_from": "2026-12-22", "valid_until": "2027-01-08", "by": "決裁 ひとみ",
            "ended_at": (standing == "ended").then_some("2026-12-28T05:20:00Z"),
            "standing": standing, "may_end": matches!(standing, "coming" | "now"),
        })
    };
    let rows = ["coming", "now", "ended", "over"].map(row);
    let facts = if may_name {
        json!({
            "rows": rows, "away": [{ "value": "ward:x", "label": "決裁 ひとみ" }],
            "staff": [{ "value": "y", "label": "所管 まこと" }],
        })
    } else {
        json!({ "rows": [], "away": [], "staff": [] })
    };
    Sample::staff("approvals/deputies.html", facts)
}

fn terms(may_set: bool, refused: &Value) -> Sample {
    let row = |from: &str, standing: &str| {
        json!({
            "valid_from": from, "days": 14, "remind": 3, "source": "基本協定書第12条",
            "standing": standing,
        })
    };
    let rows = [
        row("2027-04-01", "coming"),
        row("2026-04-01", "now"),
        row("2000-01-01", "over"),
    ];
    let facts = json!({ "rows": rows, "may_set": may_set, "refused": refused });
    Sample::staff("approvals/terms.html", facts)
}

/// An approval as pages show it.
pub fn standing(state: &str) -> Value {
    json!({
        "id": Uuid::nil(), "kind": "policy", "title": "令和9年度 方針「創業・起業」第1版",
        "link": "/policies/x", "asked_of": "manager", "state": state, "due_on": "2026-12-22",
        "submitted_by": Uuid::nil(), "by": "所管 まこと", "submitted_at": "2026-12-08T05:20:00Z",
        "digest": "0".repeat(64), "version": 1, "overdue": false, "mine": true,
    })
}

/// Its steps until then.
pub fn steps(state: &str) -> Value {
    let step = |state: &str, words: Value| {
        json!({
            "state": state, "by": "所管 まこと", "at": "2026-12-08T05:20:00Z", "words": words,
            "digest": "9f86d081884c", "deputy_of": (state == "approved").then_some("決裁 ひとみ"),
        })
    };
    json!([
        step("submitted", Value::Null),
        step(state, "半期ごとに報告してください。".into()),
    ])
}
