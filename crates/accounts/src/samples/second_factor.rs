//! The pages and letters of the second factor.

use serde_json::{Value, json};
use views::samples::Sample;

pub(super) fn templates() -> Vec<Sample> {
    let mut all = on_the_way_in();
    all.extend(ones_own());
    all.extend(letters());
    all
}

/// Someone's second factor, with so many recovery codes left.
pub(super) fn factor(recovery: u64) -> Value {
    json!({ "enrolled_at": "2026-12-01T00:00:00Z", "recovery": recovery })
}

fn on_the_way_in() -> Vec<Sample> {
    let page = |template, facts| {
        let mut sample = Sample::page(template, facts);
        sample.context["page"]["viewer"] = Value::Null;
        sample.context["page"]["nav"] = "".into();
        sample
    };
    let in_demo = |digits: Value| {
        let facts = json!({ "digits": digits });
        let mut sample = page("accounts/demonstrated.html", facts);
        sample.context["page"]["demo"] = true.into();
        sample
    };
    let wrong = json!({ "field": "code", "key": "accounts-refused-wrong-code", "args": {} });
    let set_up = json!({
        "action": "/sign-in/set-up", "email": "hanako@demo.example", "digits": null,
        "letters": "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ",
        "picture": { "width": "29", "path": "M4 4h7v1h-7z" },
    });
    vec![
        in_demo("123456".into()),
        in_demo(Value::Null),
        page("accounts/code.html", json!({ "digits": null })),
        page(
            "accounts/code.html",
            json!({ "digits": null, "form": { "code": "12345" }, "errors": [wrong] }),
        ),
        page("accounts/set_up.html", set_up),
        page("accounts/recovery_codes.html", codes()),
    ]
}

fn codes() -> Value {
    let ten = ["0123-4567-89AB-CDEF-GHJK-MNPQ"; 10];
    json!({
        "codes": ten,
        "onwards": "/mypage",
        "at": "2026-12-08T05:20:00Z",
    })
}

fn ones_own() -> Vec<Sample> {
    let own = |factor: Value, needed: bool| {
        let form = json!({ "act": "set_up" });
        let facts = json!({ "factor": factor, "needed": needed, "form": form });
        Sample::page("accounts/second_factor.html", facts)
    };
    let person = json!({
        "id": "019a0000-0000-7000-8000-000000000003",
        "name": "見本 太郎",
        "kana": "ミホン タロウ",
    });
    let facts = json!({ "person": person, "factor": factor(10) });
    let mut reset = Sample::staff("accounts/reset_factor.html", facts);
    reset.context["page"]["nav"] = "people".into();
    vec![
        own(Value::Null, false),
        own(factor(10), false),
        own(factor(1), true),
        reset,
    ]
}

fn letters() -> Vec<Sample> {
    let mut all = Vec::new();
    for what in ["enrolled", "removed", "reset", "recovery-used"] {
        let facts = json!({
            "site": "https://center.example",
            "venue": views::samples::page()["venue"],
            "name": "産業 花子",
            "what": what,
            "at": "2026-12-08T05:20:00Z",
        });
        all.extend(
            [
                "letters/accounts/second_factor/subject.txt",
                "letters/accounts/second_factor/body.txt",
                "letters/accounts/second_factor/body.html",
            ]
            .map(|template| Sample::bare(template, facts.clone())),
        );
    }
    all
}
