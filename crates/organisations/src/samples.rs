//! What pages and letters are given, with invented people, so that tests can render them all.

mod agencies;
mod letters;
mod staff;

use serde_json::{Value, json};
use views::samples::Sample;

const ID: &str = "019a0000-0000-7000-8000-000000000011";

/// Every template of this crate with facts it can be rendered with.
pub fn templates() -> Vec<Sample> {
    let mut all = vec![
        Sample::bare("organisations/pieces.html", json!({})),
        Sample::bare("organisations/paper_pieces.html", json!({})),
    ];
    all.extend(agencies::templates());
    all.extend(members());
    all.extend(staff::templates());
    all.extend(letters::templates());
    all
}

fn category(party: &str) -> Value {
    match party {
        "individual" => {
            json!({ "locality": "resident", "party": party, "stage": "before_founding" })
        }
        _ => json!({ "locality": "ward_business", "party": party, "stage": "young" }),
    }
}

fn details() -> Value {
    json!({
        "name": "株式会社見本製作所", "kana": "ミホンセイサクショ",
        "corporate_number": "7000012050002", "registration_number": "T7000012050002",
        "postal_code": "153-0000", "address": "目黒区見本町一丁目2番3号",
        "telephone": "03-0000-0000", "founded_on": "2024-04-01", "workplace": "",
    })
}

fn own_details() -> Value {
    json!({
        "name": "", "kana": "", "corporate_number": null, "registration_number": null,
        "postal_code": "153-0000", "address": "目黒区見本町4-5-6", "telephone": "090-0000-0000",
        "founded_on": null, "workplace": "実例商店",
    })
}

fn papers() -> Value {
    json!([{
        "id": ID, "name": "登記事項証明書.pdf", "kind": "pdf", "kilobytes": 240,
        "at": "2026-12-08T05:20:00Z",
    }])
}

fn application(state: &str, answer: &str) -> Value {
    json!({
        "id": ID, "reference": "482-103-756", "person": ID, "applicant": "産業 花子",
        "organisation": ID, "details": details(), "category": category("business"),
        "words": "二階の会議室を毎週使いたいです。", "renewal": state == "submitted", "state": state,
        "answer": answer, "version": 1, "submitted_at": "2026-12-08T05:20:00Z",
        "reviewed_at": if state == "submitted" { Value::Null } else { "2026-12-09T05:20:00Z".into() },
        "papers": papers(),
    })
}

fn granted() -> Value {
    json!({
        "locality": "ward_business", "party": "business", "stage": "young",
        "from": "2026-12-09", "until": "2028-12-08",
    })
}

fn form(party: &Value, typed: &Value) -> Value {
    json!({
        "form": typed, "party": party,
        "localities": ["ward_business", "outside"],
        "stages": ["settled", "before_founding", "young"],
        "applicant": "産業 花子", "on_behalf": null, "renews": false, "mends": null, "papers": [],
        "kept": [{ "name": "as", "value": "business" }],
        "applied": { "details": details(), "category": category("business") },
    })
}

fn members() -> Vec<Sample> {
    let mut wrong = form(
        &"business".into(),
        &json!({ "as": "business", "name": "見本製作所" }),
    );
    wrong["errors"] = json!([
        { "field": "kana", "key": "organisations-wrong-kana", "args": {} },
        { "field": "corporate_number", "key": "organisations-wrong-number-length", "args": { "digits": 12 } },
    ]);
    let mut own = form(&"individual".into(), &json!({ "as": "individual" }));
    own["localities"] = json!(["resident", "outside"]);
    own["stages"] = json!(["settled", "before_founding"]);
    let mut own_applied = own.clone();
    own_applied["applied"] =
        json!({ "details": own_details(), "category": category("individual") });
    own_applied["papers"] = papers();
    let mut large = form(
        &"business".into(),
        &json!({ "as": "business", "words": "二行\nあります" }),
    );
    large["errors"] = json!([{
        "field": "papers", "key": "files-refused-too-large",
        "args": { "name": "登記事項証明書.pdf", "megabytes": 10 },
    }]);
    let mut mended = form(
        &"group".into(),
        &json!({ "as": "group", "application": ID, "version": "2" }),
    );
    mended["answer"] = "会員の名簿を添えてください。".into();
    mended["localities"] = json!(["resident", "outside"]);
    mended["stages"] = json!(["settled"]);
    let organisation = json!({
        "id": ID, "name": "株式会社見本製作所", "category": category("business"),
        "until": "2028-12-08", "representatives": ["産業 花子", "見本 太郎"],
        "grows_up": "2029-04-01",
    });
    vec![
        Sample::page(
            "organisations/mine.html",
            json!({
                "organisations": [], "own": null, "category": category("individual"),
                "applications": [], "open": false,
            }),
        ),
        Sample::page(
            "organisations/mine.html",
            json!({
                "organisations": [organisation], "own": granted(), "category": category("individual"),
                "applications": [application("submitted", ""), application("refused", "")], "open": false,
            }),
        ),
        representatives(),
        Sample::page(
            "organisations/invitation.html",
            json!({ "called": "株式会社見本製作所", "token": "invented" }),
        ),
        Sample::page(
            "organisations/invitation.html",
            json!({
                "called": null, "refused": { "key": "organisations-refused-invitation-over", "args": {} },
            }),
        ),
        Sample::page("organisations/apply.html", form(&Value::Null, &json!({}))),
        Sample::page("organisations/apply.html", wrong),
        Sample::page("organisations/apply.html", own),
        Sample::page("organisations/apply.html", mended),
        Sample::page("organisations/confirm.html", large),
        Sample::page("organisations/confirm.html", own_applied),
        own_page("submitted", ""),
        own_page("returned", "会員の名簿を添えてください。"),
        own_page("approved", ""),
        own_page(
            "refused",
            "区内に事業所があることを確かめられませんでした。",
        ),
        own_page("withdrawn", ""),
    ]
}

fn own_page(state: &str, answer: &str) -> Sample {
    let open = matches!(state, "submitted" | "returned");
    Sample::page(
        "organisations/application.html",
        json!({
            "application": application(state, answer),
            "granted": if state == "approved" { granted() } else { Value::Null },
            "may_mend": state == "returned", "may_withdraw": open,
        }),
    )
}

fn representatives() -> Sample {
    let who = |number: &str, name: &str| json!({ "person": format!("019a0000-0000-7000-8000-0000000000{number}"), "name": name });
    Sample::page(
        "organisations/representatives.html",
        json!({
            "organisation": {
                "id": ID, "name": "株式会社見本製作所",
                "representatives": [who("21", "産業 花子"), who("22", "見本 太郎")],
            },
            "invitations": [{ "email": "taro@demo.example", "expires_at": "2026-12-15T05:20:00Z" }],
            "me": "019a0000-0000-7000-8000-000000000021",
        }),
    )
}
