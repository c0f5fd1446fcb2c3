//! Invented plans beside each other, on paper, and as anybody reads them.

use approvals::samples::{standing, steps};
use serde_json::{Value, json};
use uuid::Uuid;
use views::samples::Sample;

use super::plans::{budget, goals, plan, points, programme, rows, version};

pub(super) fn templates() -> Vec<Sample> {
    vec![
        comparison("plans/comparison.html", true),
        comparison("plans/comparison.html", false),
        comparison("plans/comparison_paper.html", true),
        comparison("plans/comparison_paper.html", false),
        paper("annual"),
        paper("vision"),
        Sample::page("plans/public_plans.html", json!({ "plans": rows() })),
        Sample::page("plans/public_plans.html", json!({ "plans": [] })),
        public(),
    ]
}

fn paper(kind: &str) -> Sample {
    let facts = json!({
        "plan": plan(kind), "version": version(2, "approved"), "goals": goals(), "count": 2,
        "budget": budget(), "steps": steps("approved"), "approval": standing("approved"),
        "standing": [{ "number": 1, "words": "半期ごとに報告すること。" }],
        "conditions": [{ "number": 1, "name": "創業・起業への支援", "body": "半期ごとに報告すること。" }, { "number": null, "name": "", "body": "全体" }],
    });
    Sample::staff("plans/plan_paper.html", facts)
}

fn public() -> Sample {
    let facts = json!({
        "plan": plan("annual"), "version": version(2, "approved"), "goals": goals(), "count": 2,
        "budget": budget(), "approved_at": "2026-12-08T05:20:00Z",
    });
    Sample::page("plans/public_plan.html", facts)
}

fn comparison(template: &'static str, differs: bool) -> Sample {
    Sample::staff(template, differences(differs))
}

/// What differs between two versions, or two plans.
pub(super) fn differences(differs: bool) -> Value {
    let budget = budget();
    let mut line = budget["expenditure"][0].clone();
    line["whose"] = "later".into();
    let changed = json!([{ "id": Uuid::nil(), "number": 1, "name": "創業", "points": points() }]);
    json!({
        "plan": plan("annual"), "version": version(3, "submitted"), "approval": null,
        "earlier_plan": plan("annual"), "earlier": version(1, "approved"),
        "is_same_plan": differs, "is_none": !differs,
        "changed": changed, "added": [programme(2)], "dropped": [programme(3)], "budget": [line],
        "numbers": if differs { json!(["2", "1"]) } else { json!([]) },
    })
}

/// What was said of the version before.
pub(super) fn said_before() -> Value {
    json!({
        "number": 1, "words": "事業1を直してください。",
        "comments": [{ "body": "目標の根拠を書いてください。", "by": "所管 まこと", "at": "2026-12-08T05:20:00Z",
            "about": "1　創業・起業への支援" }],
    })
}
