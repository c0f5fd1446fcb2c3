//! The pages and letters of the second factor.

use serde_json::{Value, json};
use views::samples::Sample;

pub(super) fn templates() -> Vec<Sample> {
    let mut all = on_the_way_in();
    all.extend(ones_own());
    all.extend(letters());
    all
}

/// Someone's second factor, six digits, with so many recovery codes left.
pub(super) fn factor(recovery: u64) -> Value {
    json!({
        "enrolled_at": "2026-12-01T00:00:00Z",
        "digits_since": "2026-12-01T00:00:00Z",
        "passkeys": [],
        "recovery": recovery,
    })
}

/// The same with two passkeys, and with or without the digits.
fn with_passkeys(digits: bool) -> Value {
    let mut factor = factor(10);
    factor["passkeys"] = json!([passkey(None), passkey(Some("2026-12-08T05:20:00Z"))]);
    if !digits {
        factor["digits_since"] = Value::Null;
    }
    factor
}

fn passkey(used_at: Option<&str>) -> Value {
    json!({
        "id": "019a0000-0000-7000-8000-000000000004", "name": "仕事のスマートフォン",
        "created_at": "2026-12-01T00:00:00Z", "used_at": used_at,
    })
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
        "action": "/sign-in/set-up", "email": "hanako@demo.example", "digits": null, "passkeys": true,
        "letters": "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ",
        "picture": { "width": "29", "path": "M4 4h7v1h-7z" },
    });
    vec![
        in_demo("123456".into()),
        in_demo(Value::Null),
        page("accounts/code.html", code(&factor(10), true)),
        page("accounts/code.html", code(&with_passkeys(true), true)),
        page("accounts/code.html", code(&with_passkeys(false), false)),
        page(
            "accounts/code.html",
            json!({ "factor": factor(10), "passkeys": true, "digits": null, "form": { "code": "12345" }, "errors": [wrong] }),
        ),
        page(
            "accounts/show_passkey.html",
            json!({ "challenge": "/sign-in/code/challenge", "passkey_button": "first large", "passkey_text": "パスキーで確かめる" }),
        ),
        page("accounts/set_up.html", set_up),
        page("accounts/passkey.html", new_passkey("/sign-in/passkey")),
        page("accounts/recovery_codes.html", codes()),
    ]
}

fn code(factor: &Value, passkeys: bool) -> Value {
    json!({ "factor": factor, "passkeys": passkeys, "digits": null })
}

fn new_passkey(action: &str) -> Value {
    let challenge = format!("{action}/challenge");
    json!({ "action": action, "challenge": challenge, "form": { "name": "Chrome・Windows" } })
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
    let own = |factor: Value, needed: bool, passkeys: bool| {
        let form = json!({ "act": "set_up" });
        let facts =
            json!({ "factor": factor, "needed": needed, "passkeys": passkeys, "form": form });
        Sample::page("accounts/second_factor.html", facts)
    };
    let end = |last: bool, stays: bool| {
        let facts = json!({
            "key": passkey(None), "factor": with_passkeys(false), "last": last,
            "stays": stays, "passkeys": true,
        });
        Sample::page("accounts/passkey_end.html", facts)
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
        own(Value::Null, false, true),
        own(Value::Null, false, false),
        own(factor(10), false, true),
        own(factor(1), true, false),
        own(with_passkeys(true), true, true),
        own(with_passkeys(false), false, true),
        Sample::page(
            "accounts/own_proof.html",
            json!({ "factor": with_passkeys(true), "passkeys": true, "passkey_text": "パスキーで確かめて次へ" }),
        ),
        Sample::page("accounts/passkey.html", new_passkey("/mypage/passkeys/new")),
        end(false, false),
        end(true, false),
        end(true, true),
        reset,
    ]
}

fn letters() -> Vec<Sample> {
    let mut all = Vec::new();
    for what in [
        "enrolled",
        "removed",
        "reset",
        "recovery-used",
        "device-removed",
        "passkey-added",
        "passkey-removed",
    ] {
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
