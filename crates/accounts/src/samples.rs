//! What pages and letters are given, with invented people, so that tests can render them all.

mod people;
mod second_factor;

use serde_json::{Value, json};
use views::samples::Sample;

/// Every template of this crate with facts it can be rendered with.
pub fn templates() -> Vec<Sample> {
    let mut all = visitors();
    all.extend(members());
    all.extend(people::templates());
    all.extend(letters());
    all.extend(second_factor::templates());
    all
}

fn visitors() -> Vec<Sample> {
    let page = |template, facts| {
        let mut sample = Sample::page(template, facts);
        sample.context["page"]["viewer"] = Value::Null;
        sample.context["page"]["nav"] = "".into();
        sample
    };
    let link = |purpose| json!({ "purpose": purpose, "email": "hanako@demo.example" });
    let used = json!({ "refused": { "key": "accounts-refused-link-used", "args": {} } });
    vec![
        page("accounts/names.html", json!({ "form": names() })),
        page(
            "accounts/sign_up.html",
            json!({ "form": { "next": "/availability" } }),
        ),
        page("accounts/sign_up.html", wrong_sign_up()),
        page("accounts/sign_up_sent.html", json!({})),
        page(
            "accounts/sign_in.html",
            json!({ "form": { "next": "/mypage" } }),
        ),
        page("accounts/reset.html", json!({})),
        page("accounts/reset_sent.html", json!({})),
        page("accounts/link.html", link("sign_up")),
        page("accounts/link.html", link("reset")),
        page("accounts/link.html", link("change")),
        page("accounts/link_over.html", used),
    ]
}

fn names() -> Value {
    json!({
        "family_name": "産業", "given_name": "花子",
        "family_kana": "さんぎょう", "given_kana": "ハナコ",
        "telephone": "03-0000-0000", "lang": "ja",
    })
}

fn wrong_sign_up() -> Value {
    json!({
        "form": { "family_name": "実例", "given_name": "よしお", "family_kana": "実例", "email": "yoshio" },
        "errors": [
            { "field": "family_kana", "key": "accounts-wrong-not-kana", "args": {} },
            { "field": "given_kana", "key": "accounts-wrong-given-kana", "args": {} },
            { "field": "email", "key": "accounts-wrong-email", "args": {} },
        ],
    })
}

fn members() -> Vec<Sample> {
    let session = |device: &str, current: bool| {
        json!({
            "id": "019a0000-0000-7000-8000-000000000001", "device": device, "current": current,
            "started_at": "2026-12-01T00:00:00Z", "seen_at": "2026-12-08T05:20:00Z",
        })
    };
    let token = |name: &str, scope: &str, used: Value| {
        json!({
            "id": "019a0000-0000-7000-8000-000000000002", "name": name, "scope": scope,
            "created_at": "2026-12-01T00:00:00Z", "used_at": used,
        })
    };
    let tokens = [
        token("会社の予定表", "read", "2026-12-08T05:20:00Z".into()),
        token("受付の表示板", "write", Value::Null),
    ];
    let sessions = [session("Chrome・Windows", true), session("", false)];
    vec![
        Sample::page(
            "accounts/profile.html",
            json!({ "form": names(), "email": "hanako@demo.example", "factor": null }),
        ),
        Sample::page(
            "accounts/profile.html",
            json!({ "form": names(), "email": "hanako@demo.example", "factor": second_factor::factor(10) }),
        ),
        Sample::page("accounts/address.html", json!({})),
        Sample::page("accounts/password.html", json!({})),
        Sample::page("accounts/sessions.html", json!({ "sessions": sessions })),
        Sample::page(
            "accounts/tokens.html",
            json!({ "tokens": [], "made": null }),
        ),
        Sample::page(
            "accounts/tokens.html",
            json!({ "tokens": tokens, "made": "shinko_invented-and-good-for-nothing" }),
        ),
    ]
}

fn letters() -> Vec<Sample> {
    let facts = json!({
        "site": "https://center.example",
        "venue": views::samples::page()["venue"],
        "name": "産業 花子",
        "token": "invented-and-good-for-nothing",
        "hours": 24,
        "minutes": 60,
        "email": "hanako@demo.example",
        "at": "2026-12-08T05:20:00Z",
    });
    [
        "letters/accounts/sign_up/subject.txt",
        "letters/accounts/sign_up/body.txt",
        "letters/accounts/sign_up/body.html",
        "letters/accounts/already/subject.txt",
        "letters/accounts/already/body.txt",
        "letters/accounts/already/body.html",
        "letters/accounts/reset/subject.txt",
        "letters/accounts/reset/body.txt",
        "letters/accounts/reset/body.html",
        "letters/accounts/change/subject.txt",
        "letters/accounts/change/body.txt",
        "letters/accounts/change/body.html",
        "letters/accounts/changed/subject.txt",
        "letters/accounts/changed/body.txt",
        "letters/accounts/changed/body.html",
        "letters/accounts/password_changed/subject.txt",
        "letters/accounts/password_changed/body.txt",
        "letters/accounts/password_changed/body.html",
        "letters/accounts/stays/subject.txt",
        "letters/accounts/stays/body.txt",
        "letters/accounts/stays/body.html",
        "letters/accounts/merged/subject.txt",
        "letters/accounts/merged/body.txt",
        "letters/accounts/merged/body.html",
    ]
    .map(|template| Sample::bare(template, facts.clone()))
    .to_vec()
}
