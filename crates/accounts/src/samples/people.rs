//! Samples of the pages on which reception finds, registers and recognises people.

use serde_json::{Value, json};
use views::samples::Sample;

use super::{names, second_factor};

pub(super) fn templates() -> Vec<Sample> {
    let person = |name: &str, kana: &str, email: Value, roles: Value| {
        json!({
            "id": "019a0000-0000-7000-8000-000000000003", "name": name, "kana": kana,
            "email": email, "telephone": "", "created_at": "2026-12-01T00:00:00Z",
            "role_keys": roles,
        })
    };
    let taro = person(
        "見本 太郎",
        "ミホン タロウ",
        "taro@demo.example".into(),
        json!(["role-member"]),
    );
    let guest = person("実例 よしお", "ジツレイ ヨシオ", Value::Null, json!([]));
    let page = |template, facts| {
        let mut sample = Sample::staff(template, facts);
        sample.context["page"]["nav"] = "people".into();
        sample
    };
    let people = json!({ "items": [&taro, &guest], "next": null });
    let nobody = json!({ "items": [], "next": null });
    vec![
        page(
            "accounts/people.html",
            json!({ "people": people, "asked": "み", "more": "/counter/people?after=x" }),
        ),
        page(
            "accounts/people.html",
            json!({ "people": nobody, "asked": "いない", "more": "" }),
        ),
        page(
            "accounts/person.html",
            json!({
                "person": &taro, "factor": second_factor::factor(10), "may_reset": true,
                "alike": [alike(&guest)], "former": [&guest],
            }),
        ),
        page(
            "accounts/person.html",
            json!({ "person": &guest, "factor": null, "may_reset": false, "alike": [], "former": [] }),
        ),
        page(
            "accounts/person_new.html",
            json!({ "form": { "lang": "ja" }, "alike": [] }),
        ),
        page(
            "accounts/person_new.html",
            json!({ "form": names(), "alike": [alike(&taro), alike(&guest)] }),
        ),
        Sample::bare("accounts/pieces.html", json!({})),
    ]
}

fn alike(person: &Value) -> Value {
    let mut alike = person.clone();
    alike["reasons"] = json!(["name", "kana", "telephone", "email"]);
    alike
}
