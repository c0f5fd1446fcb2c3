//! Wrong, incomplete, repeated and forged forms of a booking.

use reqwest::Method;
use testkit::database::Engine;
use tests::TestApp;

use crate::acts::{Form, Rows, made, wish};

/// What is wrong, what is typed into which fields, and the field that is named.
type Wrong = (
    &'static str,
    &'static [(&'static str, &'static str)],
    &'static str,
);

/// Wrong fields of a booking's form.
const WRONG: [Wrong; 18] = [
    ("ends before it starts", &[("ends_at", "12:00")], "ends_at"),
    ("ends as it starts", &[("ends_at", "13:00")], "ends_at"),
    ("in the past", &[("date", "2026-12-01")], "starts_at"),
    ("before opening", &[("starts_at", "8:00")], "starts_at"),
    ("after closing", &[("ends_at", "22:00")], "starts_at"),
    ("on a Monday", &[("date", "2026-12-14")], "starts_at"),
    ("25:00", &[("starts_at", "25:00")], "starts_at"),
    ("a minute too many", &[("ends_at", "14:60")], "ends_at"),
    ("30 February", &[("date", "2026-02-30")], "date"),
    ("far ahead", &[("date", "9999-12-31")], "date"),
    ("off the step", &[("ends_at", "14:10")], "starts_at"),
    ("10,000 people", &[("attendees", "10000")], "attendees"),
    (
        "more people than numbers",
        &[("attendees", "99999999999999999999")],
        "attendees",
    ),
    ("nobody", &[("attendees", "0")], "attendees"),
    ("fewer than nobody", &[("attendees", "-1")], "attendees"),
    ("no purpose", &[("purpose", "")], "purpose"),
    ("a NUL", &[("purpose", "打\0合せ")], "purpose"),
    (
        "a time that is none",
        &[("starts_at", "<b>いま</b>")],
        "starts_at",
    ),
];

/// As a page shows what was typed.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_form_comes_back_as_it_was_typed_with_each_error_beside_its_field() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let member = app.member("花子").await;
        let before = Rows::of(&app).await;
        for (what, typed, field) in WRONG {
            let mut form = Form::new(app.fixture.room, "13:00", "15:00");
            form = form.with("purpose", "𠮷田商店との打合せ🌸");
            for (name, value) in typed {
                form = form.with(name, value);
            }
            for path in ["/bookings/confirmation", "/bookings"] {
                let refused = member.post(path, &form.fields()).await;
                assert_eq!(refused.status, 422, "{engine:?} {what}: {}", refused.text);
                refused.shows(&format!("id=\"{field}\""));
                refused.shows(&format!("{field}-error"));
                refused.shows("<form");
                for name in ["date", "starts_at", "ends_at", "attendees", "purpose"] {
                    refused.shows(&escaped(form.value(name)));
                }
            }
        }
        assert_eq!(Rows::of(&app).await, before, "{engine:?}");
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn missing_fields_and_unknown_places_are_refused() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let member = app.member("花子").await;
        let before = Rows::of(&app).await;
        let form = Form::new(app.fixture.room, "13:00", "15:00");
        for name in ["date", "starts_at", "ends_at", "purpose", "attendees"] {
            let refused = form.clone().without(name).send(&member).await;
            assert_eq!(refused.status, 422, "{name}: {}", refused.text);
        }
        for (name, value, status) in [
            ("agree", "", 422),
            ("space_id", "", 422),
            ("space_id", "会議室A", 422),
            ("space_id", "0193a1b2-0000-7000-8000-000000000001", 404),
            ("unit", "7", 404),
            ("unit", "99999999999", 404),
            ("unit", "窓ぎわ", 404),
            ("for", "nobody", 404),
            ("for", "0193a1b2-0000-7000-8000-000000000001", 403),
        ] {
            let answer = form.clone().with(name, value).send(&member).await;
            assert_eq!(
                answer.status, status,
                "{engine:?} {name}={value}: {}",
                answer.text
            );
            assert_eq!(
                Rows::of(&app).await.bookings,
                before.bookings,
                "{name}={value}"
            );
        }
        let empty = member.post("/bookings", &[]).await;
        assert_eq!(empty.status, 422, "{}", empty.text);
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_page_sent_with_other_words_is_refused_not_broken() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let member = app.member("花子").await;
        let form = Form::new(app.fixture.desks, "13:00", "15:00").with("once", "one-page");
        made(&form.send(&member).await);
        let before = Rows::of(&app).await;
        let other = form.with("purpose", "別の目的").send(&member).await;
        assert_eq!(other.status, 422, "{engine:?}: {}", other.text);
        other.shows("別の目的");
        assert_eq!(Rows::of(&app).await, before);
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn forged_forms_are_refused() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let member = app.member("花子").await;
        let before = Rows::of(&app).await;
        let form = Form::new(app.fixture.room, "13:00", "15:00");
        let body: Vec<String> = form
            .fields()
            .iter()
            .map(|(name, value)| format!("{name}={}", value.replace(':', "%3A")))
            .collect();
        for (header, value) in [
            ("origin", "https://evil.example"),
            ("origin", "null"),
            ("sec-fetch-site", "cross-site"),
            ("sec-fetch-site", "same-site"),
        ] {
            let request = member
                .request(Method::POST, "/bookings")
                .header(header, value)
                .header("content-type", "application/x-www-form-urlencoded")
                .body(body.join("&"));
            let refused = member.send(request).await;
            assert_eq!(refused.status, 403, "{engine:?} {header}: {value}");
            let request = member
                .request(Method::POST, "/api/v1/bookings")
                .header(header, value)
                .json(&wish(app.fixture.room, "13:00", "15:00"));
            let refused = member.send(request).await;
            assert_eq!(refused.status, 403, "{engine:?} {header}: {value}");
            assert_eq!(refused.header("content-type"), "application/problem+json");
        }
        assert_eq!(Rows::of(&app).await, before);
        app.finish().await;
    }
}
