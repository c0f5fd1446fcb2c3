//! The letters of this crate.

use serde_json::{Value, json};
use views::samples::Sample;

const NEWS: [&str; 9] = [
    "confirmed",
    "moved",
    "cancelled",
    "postponed",
    "reminder",
    "lapsed",
    "lost",
    "wished",
    "withdrawn",
];

pub(super) fn templates() -> Vec<Sample> {
    let time = json!({ "starts_at": "2026-12-15T04:00:00Z", "ends_at": "2026-12-15T05:00:00Z" });
    let mut all = Vec::new();
    for time in [time, Value::Null] {
        let facts = json!({
            "name": "見本 さくら", "reference": "K7M-4PX-9TD", "due_on": "2026-12-18", "time": time,
            "link": "/consultations/x",
        });
        all.extend(letter(
            [
                "letters/consultations/confirm/subject.txt",
                "letters/consultations/confirm/body.txt",
                "letters/consultations/confirm/body.html",
            ],
            &json!({ "token": "x", "minutes": 30, "time": facts["time"] }),
        ));
        all.extend(letter(
            [
                "letters/consultations/received/subject.txt",
                "letters/consultations/received/body.txt",
                "letters/consultations/received/body.html",
            ],
            &facts,
        ));
    }
    for (nth, news) in NEWS.into_iter().enumerate() {
        let facts = json!({
            "name": "見本 さくら", "news": news, "reference": "K7M-4PX-9TD", "mode": "online",
            "starts_at": "2026-12-15T04:00:00Z", "ends_at": "2026-12-15T05:00:00Z",
            "expert": (nth > 0).then_some("助言 ともこ"), "room": (nth > 1).then_some("会議室A"),
            "place": "https://meet.example/x", "link": "/consultations/x",
            "by": if nth > 2 { "client" } else { "centre" },
        });
        all.extend(letter(
            [
                "letters/consultations/meeting/subject.txt",
                "letters/consultations/meeting/body.txt",
                "letters/consultations/meeting/body.html",
            ],
            &facts,
        ));
    }
    let facts = json!({
        "name": "助言 ともこ", "reference": "K7M-4PX-9TD", "urgent": true, "reader": "例示 みちこ",
        "months": 3, "link": "/cases/x",
    });
    for news in ["requested", "approved", "refused", "withdrawn"] {
        let facts = json!({
            "name": "見本 さくら", "news": news, "reference": "K7M-4PX-9TD", "times": 3, "used": 1,
            "year": "令和8年度", "reason": if news == "refused" { "区外のため" } else { "" },
            "link": "/consultations/x",
        });
        all.extend(letter(
            [
                "letters/consultations/dispatch/subject.txt",
                "letters/consultations/dispatch/body.txt",
                "letters/consultations/dispatch/body.html",
            ],
            &facts,
        ));
    }
    for who in ["client", "expert"] {
        let facts = json!({
            "name": "見本 さくら", "who": who, "minutes": 20, "reference": "K7M-4PX-9TD",
            "starts_at": "2026-12-15T04:00:00Z", "ends_at": "2026-12-15T05:00:00Z", "link": "/cases/x",
        });
        all.extend(letter(
            [
                "letters/consultations/late/subject.txt",
                "letters/consultations/late/body.txt",
                "letters/consultations/late/body.html",
            ],
            &facts,
        ));
    }
    for parts in OTHERS {
        all.extend(letter(parts, &facts));
    }
    all
}

const OTHERS: [[&str; 3]; 7] = [
    [
        "letters/consultations/evaluation/subject.txt",
        "letters/consultations/evaluation/body.txt",
        "letters/consultations/evaluation/body.html",
    ],
    [
        "letters/consultations/satisfaction/subject.txt",
        "letters/consultations/satisfaction/body.txt",
        "letters/consultations/satisfaction/body.html",
    ],
    [
        "letters/consultations/assigned/subject.txt",
        "letters/consultations/assigned/body.txt",
        "letters/consultations/assigned/body.html",
    ],
    [
        "letters/consultations/unassigned/subject.txt",
        "letters/consultations/unassigned/body.txt",
        "letters/consultations/unassigned/body.html",
    ],
    [
        "letters/consultations/taken_over/subject.txt",
        "letters/consultations/taken_over/body.txt",
        "letters/consultations/taken_over/body.html",
    ],
    [
        "letters/consultations/glass_broken/subject.txt",
        "letters/consultations/glass_broken/body.txt",
        "letters/consultations/glass_broken/body.html",
    ],
    [
        "letters/consultations/follow_up/subject.txt",
        "letters/consultations/follow_up/body.txt",
        "letters/consultations/follow_up/body.html",
    ],
];

fn letter(parts: [&'static str; 3], facts: &Value) -> Vec<Sample> {
    let part = |part| Sample::bare(part, mail::samples::given(facts.clone()));
    parts.into_iter().map(part).collect()
}
