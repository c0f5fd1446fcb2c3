//! Samples of every template of the house, for the tests that render them all.

use serde_json::json;
use views::samples::Sample;

/// Those of every crate.
pub fn all() -> Vec<Sample> {
    [
        mail::samples::templates(),
        accounts::samples::templates(),
        approvals::samples::templates(),
        organisations::samples::templates(),
        plans::samples::templates(),
        surveys::samples::templates(),
        bookings::samples::templates(),
        consultations::samples::templates(),
        seminars::samples::templates(),
        lotteries::samples::templates(),
        founders::samples::templates(),
        fees::samples::templates(),
        portal::samples::templates(),
        templates(),
    ]
    .concat()
}

/// This crate's own.
pub fn templates() -> Vec<Sample> {
    let letter = json!({
        "id": "0193a1b2-0000-7000-8000-000000000001",
        "to": "founder@demo.example",
        "at": "2026-12-08T05:20:00Z",
        "sent": true,
        "subject": "ご予約を承りました",
        "pieces": [
            {"text": "予約の確認 ", "href": null},
            {"text": "http://127.0.0.1:3000/mypage", "href": "http://127.0.0.1:3000/mypage"},
        ],
        "calendar": true,
    });
    let mut waiting = letter.clone();
    waiting["sent"] = false.into();
    vec![
        Sample::page("server/letters.html", json!({"letters": [letter, waiting]})),
        Sample::page("server/letters.html", json!({"letters": []})),
        Sample::page("server/letter.html", json!({"letter": letter})),
        Sample::page(
            "server/api.html",
            json!({
                "routes": [{"method": "GET", "path": "/api/v1/spaces", "summary": "Every space"}],
                "swagger_css": "/assets/a.css",
                "swagger_js": "/assets/a.js",
            }),
        ),
    ]
}
