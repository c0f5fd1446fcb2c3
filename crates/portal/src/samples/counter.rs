//! The counter: letters, search and merging, each with something and with nothing.

use serde_json::{Value, json};
use views::samples::Sample;

use super::{ID, booking};

pub(super) fn samples() -> Vec<Sample> {
    let letter = |subject: Value, failure: Value| {
        json!({
            "id": ID, "email": "taro@demo.example", "subject": subject,
            "at": "2026-12-08T00:10:00Z", "due_at": "2026-12-08T05:40:00Z",
            "told": true, "attempts": 3, "failure": failure,
        })
    };
    let subject = json!("ご予約を承りました");
    let full = json!({
        "dead": [letter(subject.clone(), "refused".into()), letter(Value::Null, "unreadable".into())],
        "waiting": [letter(subject.clone(), "later".into()), letter(subject, Value::Null)],
        "dead_count": 2, "waiting_count": 2,
    });
    let person = json!({
        "id": ID, "name": "見本 太郎", "kana": "ミホン タロウ", "email": "taro@demo.example",
        "telephone": "090-0000-0000", "created_at": "2026-04-01T00:00:00Z", "role_keys": [],
    });
    let mut guest = person.clone();
    guest["name"] = "実例 よしお".into();
    guest["email"] = Value::Null;
    let found = json!([
        {"person": person, "bookings": [booking(), booking()], "meetings": [{
            "id": ID, "starts_at": "2026-12-11T13:00:00+09:00", "ends_at": "2026-12-11T14:00:00+09:00",
            "room": "会議室A",
        }]},
        {"person": guest, "bookings": [], "meetings": []},
    ]);
    let hits = json!([
        {"kind": "organisation", "href": "/counter/organisations/x", "text": "株式会社見本製作所", "note": "7000012050002"},
        {"kind": "receipt", "href": "/receipts/x", "text": "2026-00012", "note": ""},
    ]);
    let search = |asked: &str, number: Value, people: Value| {
        let hits = if asked == "見本" {
            hits.clone()
        } else {
            json!([])
        };
        let facts = json!({"asked": asked, "number": number, "people": people, "hits": hits});
        Sample::staff("portal/search.html", facts)
    };
    vec![
        Sample::staff("portal/letters.html", full),
        Sample::staff(
            "portal/letters.html",
            json!({"dead": [], "waiting": [], "dead_count": 0, "waiting_count": 0}),
        ),
        search("見本", Value::Null, found),
        search("K7M-4PX-9TD", "K7M-4PX-9TD".into(), json!([])),
        search("", Value::Null, json!([])),
        merge(&side("産業 花子", 0), &Value::Null, &Value::Null),
        merge(&side("産業 花子", 2), &side("産業 はなこ", 0), &together()),
        merge(&side("産業 花子", 1), &side("産業 はなこ", 1), &nothing()),
        merge_organisations(&Value::Null, &Value::Null),
        merge_organisations(&organisation(1), &together()),
        merge_organisations(&organisation(0), &nothing()),
        Sample::bare("portal/merge_pieces.html", json!({})),
    ]
}

/// One of two people who may be one; with `much` of everything.
fn side(name: &str, much: u64) -> Value {
    json!({
        "id": ID, "name": name, "kana": "サンギョウ ハナコ", "email": null, "telephone": "",
        "created_at": "2026-04-01T00:00:00Z", "role_keys": [],
        "has": {
            "coming": much, "bookings": 3 * much, "series": much, "waiting": much,
            "absences": much, "feeds": much,
        },
        "consultations": much, "bills": much, "open": 1600 * much, "registrations": much,
        "organisations": vec!["株式会社見本製作所"; usize::try_from(much).unwrap_or(0)],
        "sessions": much, "tokens": much,
    })
}

fn together() -> Value {
    let rule = json!({
        "most": 3, "period": "standing", "source": "施行規則第5条", "source_en": "Rule 5",
        "since": "2026-04-01",
    });
    json!({
        "at_one_time": [[booking(), booking()]], "waiting_twice": 1,
        "beyond": [{ "key": "bookings-quota-bookings", "args": rule }],
        "restrictions": [{
            "from": "2026-12-08", "until": "2027-01-07", "source": "施行規則第9条",
            "since": "2026-04-01",
        }],
    })
}

fn nothing() -> Value {
    json!({ "at_one_time": [], "waiting_twice": 0, "beyond": [], "restrictions": [] })
}

fn merge(double: &Value, into: &Value, together: &Value) -> Sample {
    let alike = json!([{
        "id": ID, "name": "産業 はなこ", "kana": "サンギョウ ハナコ", "email": null, "telephone": "",
    }]);
    let mut sample = Sample::staff(
        "portal/merge.html",
        json!({
            "double": double, "into": into, "together": together,
            "hindrance": if into == double { "accounts-unmerged-role".into() } else { Value::Null },
            "alike": alike, "found": [], "asked": into.is_null(),
        }),
    );
    sample.context["page"]["nav"] = "people".into();
    sample
}

/// One of two organisations that may be one; with `much` of everything.
fn organisation(much: u64) -> Value {
    let over = Value::Null;
    let until = json!("2028-12-08");
    json!({
        "id": ID, "name": "株式会社見本製作所", "kana": "ミホンセイサクショ",
        "corporate_number": "7000012050002", "address": "目黒区見本町一丁目2番3号",
        "telephone": "03-0000-0000", "until": if much > 0 { until } else { over },
        "category": { "locality": "ward_business", "party": "business", "stage": "settled" },
        "registered": much > 0, "representatives": [{ "person": ID, "name": "産業 花子" }],
        "has": {
            "coming": much, "bookings": 3 * much, "series": 0, "waiting": much,
            "absences": much, "feeds": 0,
        },
        "bills": much, "open": 1600 * much,
    })
}

fn merge_organisations(into: &Value, together: &Value) -> Sample {
    let facts = json!({
        "double": organisation(1), "into": into, "together": together,
        "found": [organisation(1)], "asked": true,
    });
    let mut sample = Sample::staff("portal/merge_organisations.html", facts);
    sample.context["page"]["nav"] = "organisations".into();
    sample
}
