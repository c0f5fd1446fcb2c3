//! What the manager sees of closures.

use serde_json::{Value, json};
use uuid::Uuid;
use views::samples::Sample;

use super::facts::booking;

pub(super) fn pages() -> Vec<Sample> {
    let page = |template, facts| Sample::staff(template, facts);
    let form = |kind: &str, more: Value| {
        let mut facts = json!({
            "kind": kind, "venues": [choice("見本の館")], "places": [choice("会議室A")],
            "months": [choice("12")], "days": [choice("28")],
            "form": { "kind": kind, "first": "2026-12-15", "reason": "空調の保守点検" },
        });
        extend(&mut facts, more);
        page("bookings/closures/new.html", facts)
    };
    let confirm = |more: Value| {
        let mut facts = json!({
            "closure": once(), "called_off": [called_off(Some("03-0000-0000"))], "letters": 0,
            "inside": [], "own_uses": [super::own_uses::own("coming")], "offers": offers(), "seen": "x", "offers_seen": "y", "to_refund": 3_200, "postponed": 2, "kept": [{ "name": "kind", "value": "once" }],
        });
        extend(&mut facts, more);
        page("bookings/closures/confirm.html", facts)
    };
    let one = |more: Value| {
        let mut facts = json!({
            "closure": weekly(), "may_end": true, "today": "2026-12-08",
            "by_telephone": [], "by_letter": [], "form": { "from": "2026-12-09" },
        });
        extend(&mut facts, more);
        page("bookings/closures/one.html", facts)
    };
    vec![
        page(
            "bookings/closures/all.html",
            json!({
                "may_close": true, "ahead": [weekly(), yearly(), once()], "over": [once()],
                "closed": [{ "date": "2026-12-14", "reason": "定休日" }],
                "holidays": [
                    { "date": "2027-11-23", "name": "勤労感謝の日", "expected": false },
                    { "date": "2028-01-01", "name": "元日", "expected": true },
                ],
            }),
        ),
        page(
            "bookings/closures/all.html",
            json!({ "may_close": false, "ahead": [], "over": [], "closed": [], "holidays": [] }),
        ),
        page(
            "bookings/closures/table.html",
            json!({ "rows": [weekly()] }),
        ),
        form("once", json!({})),
        form(
            "weekly",
            json!({ "refused": { "key": "bookings-closing-already" } }),
        ),
        form(
            "yearly",
            json!({ "venues": [choice("本館"), choice("別館")] }),
        ),
        confirm(json!({})),
        confirm(json!({
            "letters": 1, "inside": [booking("running", false)],
            "refused": { "key": "bookings-closing-more" },
        })),
        confirm(json!({ "called_off": [], "closure": yearly() })),
        confirm(json!({ "called_off": [], "offers": [] })),
        one(json!({
            "by_telephone": [called_off(Some("03-0000-0000")), called_off(None)],
            "by_letter": [called_off(None)], "may_end": false,
        })),
        one(json!({ "refused": { "key": "bookings-closing-no-earlier" } })),
        letters(&json!([])),
        letters(&json!([{ "name": "実例 よしお", "bookings": [
            { "booking": called_off(None), "instead": instead() },
            { "booking": called_off(None), "instead": [] },
        ] }])),
    ]
}

fn letters(letters: &Value) -> Sample {
    let facts = json!({ "closure": once(), "today": "2026-12-09", "letters": letters });
    Sample::page("bookings/closures/letters.html", facts)
}

fn instead() -> Value {
    json!([{
        "space": "会議室B",
        "from": "2026-12-15T13:00:00+09:00", "until": "2026-12-15T15:00:00+09:00",
    }])
}

fn extend(facts: &mut Value, more: Value) {
    if let (Some(facts), Value::Object(more)) = (facts.as_object_mut(), more) {
        facts.extend(more);
    }
}

fn choice(label: &str) -> Value {
    json!({ "value": label, "label": label })
}

fn closure(kind: &str, reason: &str, when: &Value) -> Value {
    json!({
        "id": Uuid::nil(), "kind": kind, "when": when, "spaces": [], "reason": reason,
        "reason_en": "", "house": null, "valid_from": "2026-04-01", "valid_until": null, "withdrawn": false,
        "made_by": null, "made_at": "2026-03-15T10:00:00+09:00", "released": 0,
    })
}

fn weekly() -> Value {
    closure("weekly", "定休日", &json!({ "weekday": 1, "moves": true }))
}

fn yearly() -> Value {
    let days = json!({ "first": [12, 28], "last": [1, 4] });
    let mut closure = closure("yearly", "年末年始", &days);
    closure["valid_until"] = "2027-03-31".into();
    closure
}

fn once() -> Value {
    let when = json!({
        "first": "2026-12-15", "last": "2026-12-16", "opens": "13:00", "closes": "17:00",
    });
    let mut closure = closure("once", "空調の保守点検", &when);
    closure["spaces"] = json!(["会議室A", "会議室A・B（1室として）"]);
    closure["reason_en"] = "Maintenance".into();
    closure["made_by"] = "実例 よしお".into();
    closure["released"] = 3.into();
    closure
}

/// What is offered to those who wait, with an address and without.
fn offers() -> Value {
    let mut by_letter = super::waiting::waiting("offered");
    by_letter["kana"] = "サンギョウ ハナコ".into();
    by_letter["has_address"] = true.into();
    let mut by_telephone = by_letter.clone();
    by_telephone["has_address"] = false.into();
    json!([by_letter, by_telephone])
}

fn called_off(telephone: Option<&str>) -> Value {
    let mut booking = booking("released", false);
    booking["telephone"] = telephone.into();
    booking
}
