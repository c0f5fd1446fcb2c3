//! The register of experts, and what the public sees of it.

use serde_json::{Value, json};
use uuid::Uuid;
use views::samples::Sample;

use super::pages::{choices, refused};

pub(super) fn expert(full: bool) -> Value {
    json!({
        "id": Uuid::nil(), "person": Uuid::nil(), "name": "助言 ともこ",
        "qualifications": "中小企業診断士", "introduction": "創業を手伝っています。",
        "introduction_en": if full { "Helps people start." } else { "" },
        "fields": ["founding", "finance"], "languages": ["ja", "en"], "shown": full, "open": 3,
        "caseload": 15, "honorarium": 10_000, "signed_on": full.then_some("2026-04-01"),
        "conflicts": if full { "見本商事" } else { "" },
        "photo": full,
        "leaves_on": full.then_some("2027-03-31"), "edition": 2,
    })
}

pub(super) fn templates() -> Vec<Sample> {
    let time = json!({ "starts_at": "2026-12-15T04:00:00Z", "ends_at": "2026-12-15T05:00:00Z" });
    let mut all = vec![
        Sample::staff(
            "consultations/advising.html",
            json!({ "meetings": [super::pages::meeting("confirmed", &Value::Null)], "days": 60, "since": "2026-12-01T00:00:00Z", "made": "https://example.jp/calendar/experts/x.ics" }),
        ),
        Sample::staff(
            "consultations/advising.html",
            json!({ "meetings": [], "days": 60, "since": null, "made": null }),
        ),
        Sample::staff("consultations/handover.html", {
            let mut one = super::pages::meeting("confirmed", &Value::Null);
            one["choices"] = json!([{ "value": "x", "label": "指南 まこと" }]);
            let case =
                json!({ "link": "/cases/x", "reference": "K7M-4PX-9TD", "name": "見本 さくら" });
            let cases = json!([case, { "link": null, "reference": null, "name": "関係者限り" }]);
            json!({ "expert": expert(true), "meetings": [one], "cases": cases, "refused": refused("consultations-slot-taken") })
        }),
        Sample::staff(
            "consultations/handover.html",
            json!({ "expert": expert(false), "meetings": [], "cases": [], "refused": null }),
        ),
        Sample::staff(
            "consultations/terms.html",
            json!({ "terms": [{ "valid_from": "2000-01-01", "meeting_minutes": 60, "notice_hours": 24,
                "days_ahead": 56, "triage_days": 3, "first_reminder": 3, "second_reminder": 1,
                "follow_up_months": "1,3,6", "retention_years": 5 }], "now": "2000-01-01",
                "refused": refused("consultations-changed") }),
        ),
        Sample::bare("consultations/register_pieces.html", json!({})),
        Sample::page(
            "consultations/lead.html",
            json!({ "fields": ["founding"], "desks": [super::desks::desk(true, false)], "experts": 8, "minutes": 60, "triage_days": 3 }),
        ),
        Sample::page(
            "consultations/lead.html",
            json!({ "fields": [], "desks": [], "experts": 0, "minutes": 60, "triage_days": 3 }),
        ),
        Sample::staff(
            "consultations/register.html",
            json!({ "experts": [expert(true), expert(false)], "rooms": [{ "value": "x", "label": "会議室A" }], "used": ["x"] }),
        ),
        Sample::staff(
            "consultations/register.html",
            json!({ "experts": [], "rooms": [], "used": [] }),
        ),
    ];
    for (experts, free) in [
        (json!([expert(true)]), json!([time])),
        (json!([]), json!([])),
    ] {
        all.push(Sample::page(
            "consultations/experts.html",
            json!({ "experts": experts, "choices": choices() }),
        ));
        all.push(Sample::page(
            "consultations/expert.html",
            json!({ "expert": expert(true), "free": free, "mode": "centre", "choices": choices(),
                "days": ["2026-12-15", "2026-12-28"] }),
        ));
    }
    all.extend(register());
    all
}

fn register() -> Vec<Sample> {
    let hours = json!([{ "id": Uuid::nil(), "weekday": 2, "from": "13:00", "until": "17:00",
        "modes": ["centre", "online"], "valid_from": "2026-04-01", "valid_until": null }]);
    let days = json!([
        { "id": Uuid::nil(), "day": "2026-12-22", "from": "0:00", "until": "24:00", "works": false, "modes": [] },
        { "id": Uuid::nil(), "day": "2026-12-24", "from": "13:00", "until": "15:00", "works": true, "modes": ["visit"] },
    ]);
    let one = |hours: &Value, days: &Value, keeps: bool, refused: Value| {
        let facts = json!({
            "expert": expert(keeps), "hours": hours, "days": days, "keeps": keeps,
            "today": "2026-12-15", "choices": choices(), "refused": refused,
        });
        Sample::staff("consultations/register_one.html", facts)
    };
    let form = |saved: Value, who: Value, refused: Value| {
        let facts = json!({ "saved": saved, "who": who, "choices": choices(), "refused": refused,
            "form": { "edition": "2" } });
        Sample::staff("consultations/register_form.html", facts)
    };
    let who = json!({ "id": Uuid::nil(), "name": "助言 ともこ" });
    vec![
        one(&hours, &days, true, Value::Null),
        one(
            &json!([]),
            &json!([]),
            false,
            refused("consultations-may-not"),
        ),
        form(Value::Null, who, refused("experts-already")),
        form(expert(true), Value::Null, refused("consultations-changed")),
        form(Value::Null, Value::Null, Value::Null),
    ]
}
