//! Whatever is sent, the answer is a clear refusal and nothing has changed.

use reqwest::Method;
use serde_json::{Value, json};
use testkit::database::Engine;
use tests::{Browser, TestApp};

use crate::acts::{self, Form, Rows, ask, made, program, wish};

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
    ("30 February", &[("date", "2026-02-30")], "starts_at"),
    ("far ahead", &[("date", "9999-12-31")], "starts_at"),
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
async fn a_megabyte_of_purpose_is_refused_and_two_are_not_read() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let member = app.member("花子").await;
        let program = program(&app).await;
        let before = Rows::of(&app).await;
        for (letters, status) in [(1_000_000, 422), (3_000_000, 413)] {
            let long = "x".repeat(letters);
            let form = Form::new(app.fixture.room, "13:00", "15:00").with("purpose", &long);
            let refused = form.send(&member).await;
            assert_eq!(refused.status, status, "{engine:?}");
            if status == 422 {
                refused.shows(&long);
            }
            let mut wish = wish(app.fixture.room, "13:00", "15:00");
            wish["purpose"] = json!(long);
            assert_eq!(ask(&program, &wish).await.status, status, "{engine:?}");
        }
        assert_eq!(Rows::of(&app).await, before);
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn rare_characters_are_kept_and_shown() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let member = app.member("花子").await;
        let purpose = "𠮷田さんとの打合せ🌸👨‍👩‍👧 <b>&\"' ％_\\";
        let form = Form::new(app.fixture.room, "13:00", "15:00").with("purpose", purpose);
        let id = made(&form.send(&member).await);
        let page = member.get(&format!("/bookings/{id}")).await;
        page.shows("𠮷田さんとの打合せ🌸👨‍👩‍👧 &lt;b&gt;&amp;");
        let mut wish = wish(app.fixture.room, "16:00", "17:00");
        wish["purpose"] = json!(purpose);
        let booked = ask(&program(&app).await, &wish).await;
        assert_eq!(booked.json()["purpose"], purpose, "{engine:?}");
        app.run_tasks().await;
        let letters = app.letters();
        assert_eq!(letters.len(), 2);
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

/// A body as it is, with this content type.
async fn raw(browser: &Browser, path: &str, kind: &str, body: Vec<u8>) -> u16 {
    let request = browser
        .request(Method::POST, path)
        .header("content-type", kind)
        .body(body);
    browser.send(request).await.status
}

#[tokio::test(flavor = "multi_thread")]
async fn bytes_that_are_no_form_and_no_json_are_refused() {
    const FORM: &str = "application/x-www-form-urlencoded";
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let member = app.member("花子").await;
        let program = program(&app).await;
        let before = Rows::of(&app).await;
        for (kind, body, status) in [
            (FORM, &b"purpose=%FF%FE"[..], 400),
            (FORM, b"purpose=\xFF\xFE", 400),
            (FORM, b"\xE3\x81=x", 400),
            ("application/json", b"{}", 415),
            ("multipart/form-data; boundary=x", b"--x--", 415),
            ("text/plain", b"purpose=x", 415),
        ] {
            for path in ["/bookings", "/bookings/confirmation"] {
                let found = raw(&member, path, kind, body.to_vec()).await;
                assert_eq!(found, status, "{engine:?} {kind} {body:?}");
            }
        }
        for body in [
            &b"\xFF\xFE{}"[..],
            b"{\"purpose\":\"\xFF\"}",
            b"",
            b"null",
            b"[{}]",
        ] {
            let found = raw(
                &program,
                "/api/v1/bookings",
                "application/json",
                body.to_vec(),
            );
            assert_eq!(found.await, 400, "{engine:?} {body:?}");
        }
        assert_eq!(Rows::of(&app).await, before);
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_wishes_are_problems_and_change_nothing() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let program = program(&app).await;
        let before = Rows::of(&app).await;
        for (field, value) in [
            ("ends_at", json!("2026-12-15T12:00:00+09:00")),
            ("ends_at", json!("2026-12-15T13:00:00+09:00")),
            ("ends_at", json!("2026-12-15T15:00:00.000001+09:00")),
            ("ends_at", json!("9999-12-31T23:59:59+09:00")),
            ("starts_at", json!("0001-01-01T00:00:00Z")),
            ("starts_at", json!("2026-12-01T13:00:00+09:00")),
            ("starts_at", json!("2026-12-15T08:00:00+09:00")),
            ("starts_at", json!("2026-12-15T25:00:00+09:00")),
            ("starts_at", json!("2026-02-30T13:00:00+09:00")),
            ("starts_at", json!("2026-12-15")),
            ("starts_at", json!(1_765_170_000)),
            ("starts_at", Value::Null),
            ("attendees", json!(10_000)),
            ("attendees", json!(0)),
            ("attendees", json!(-1)),
            ("attendees", json!(1.5)),
            ("attendees", json!(u64::MAX)),
            ("attendees", json!("one")),
            ("attendees", json!([1])),
            ("purpose", json!("打\u{0}合せ")),
            ("purpose", json!("")),
            ("purpose", json!({ "text": "打合せ" })),
            ("space_id", json!("会議室A")),
            ("space_id", json!(7)),
        ] {
            let mut wrong = wish(app.fixture.room, "13:00", "15:00");
            wrong[field] = value.clone();
            let refused = ask(&program, &wrong).await;
            assert_eq!(
                refused.status, 422,
                "{engine:?} {field} {value}: {}",
                refused.text
            );
            assert_eq!(refused.header("content-type"), "application/problem+json");
            let named = refused.json()["errors"].as_array().unwrap().clone();
            assert!(!named.is_empty(), "{field} {value}");
        }
        for (field, value, status) in [
            ("unit", json!(7), 404),
            ("unit", json!("1"), 404),
            ("unit", json!(10_000_000_000_u64), 404),
            ("person_id", json!(7), 403),
            ("person_id", json!("nobody"), 403),
            ("space_id", json!(uuid::Uuid::nil()), 404),
        ] {
            let mut wrong = wish(app.fixture.room, "13:00", "15:00");
            wrong[field] = value.clone();
            let refused = ask(&program, &wrong).await;
            assert_eq!(
                refused.status, status,
                "{engine:?} {field} {value}: {}",
                refused.text
            );
        }
        assert_eq!(Rows::of(&app).await, before, "{engine:?}");
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn unknown_paths_and_methods_are_refused_by_name() {
    let app = TestApp::start(Engine::Sqlite).await;
    let program = program(&app).await;
    let put = |path| program.request(Method::PUT, path);
    for (path, allow) in [
        ("/spaces", "GET,HEAD"),
        ("/bookings", "POST"),
        ("/api/v1/bookings", "GET,HEAD,POST"),
        ("/api/v1/spaces", "GET,HEAD"),
    ] {
        for method in ["PUT", "DELETE", "PATCH", "BREW"] {
            let method = Method::from_bytes(method.as_bytes()).unwrap();
            let refused = program.send(program.request(method.clone(), path)).await;
            assert_eq!(refused.status, 405, "{method} {path}");
            let mut named: Vec<&str> = refused.header("allow").split(',').collect();
            named.sort_unstable();
            assert_eq!(named.join(","), allow, "{method} {path}");
        }
    }
    let nowhere = app.visitor().get("/nowhere").await;
    assert_eq!(nowhere.status, 404);
    nowhere.shows("<h1");
    let nowhere = program.send(put("/api/v1/nowhere")).await;
    assert_eq!(nowhere.status, 404);
    assert_eq!(nowhere.header("content-type"), "application/problem+json");
    app.finish().await;
}

/// Nonsense for the parts of addresses: none may be an accident.
const NONSENSE: [&str; 14] = [
    "%00",
    "%FF",
    "-1",
    "99999999999999999999999999",
    "%2B262142-12-31",
    "-262143-01-01",
    "9999-12-31",
    "0000-00-00",
    "2026-02-30",
    "25:00",
    "%F0%A0%AE%B7%F0%9F%8C%B8",
    "'%3B DROP TABLE bookings%3B--",
    "%25_%5C",
    "9223372036854775807_0193a1b2-0000-7000-8000-000000000001",
];

#[tokio::test(flavor = "multi_thread")]
async fn nonsense_in_an_address_is_never_an_accident() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let counter = app.staff().await;
        let room = app.fixture.room;
        let id = made(&Form::new(room, "13:00", "15:00").send(&counter).await);
        let addresses = [
            "/availability?date=".to_owned(),
            "/availability?people=".to_owned(),
            "/availability?kind=".to_owned(),
            "/availability?equipment=".to_owned(),
            "/availability?from=13:00&minutes=".to_owned(),
            "/availability?from=".to_owned(),
            "/availability?space=".to_owned(),
            "/availability?for=".to_owned(),
            "/availability?lang=".to_owned(),
            format!("/spaces/{room}?week="),
            "/spaces/".to_owned(),
            "/bookings/".to_owned(),
            "/bookings/new?slot=".to_owned(),
            format!("/bookings/new?slot={room}/"),
            format!("/bookings/new?slot={room}/2026-12-15/540-"),
            "/counter?date=".to_owned(),
            "/counter/bookings?date=".to_owned(),
            "/counter/bookings?q=".to_owned(),
            "/counter/bookings?person=".to_owned(),
            "/counter/bookings/new?q=".to_owned(),
            "/counter/people?q=".to_owned(),
            "/counter/people?after=".to_owned(),
            "/counter/people/".to_owned(),
            "/counter/search?q=".to_owned(),
            "/mypage/notices/".to_owned(),
            "/links/".to_owned(),
            "/assets/".to_owned(),
            "/sign-in?next=".to_owned(),
            "/sign-up?next=".to_owned(),
            format!("/api/v1/spaces/{room}/availability?until=2026-12-16&from="),
            format!("/api/v1/spaces/{room}/availability?from=2026-12-16&until="),
            "/api/v1/bookings?limit=".to_owned(),
            "/api/v1/bookings?after=".to_owned(),
            "/api/v1/bookings/".to_owned(),
        ];
        for address in &addresses {
            for nonsense in NONSENSE {
                let answer = counter.get(&format!("{address}{nonsense}")).await;
                assert!(
                    answer.status < 500,
                    "{engine:?} {address}{nonsense}: {} {}",
                    answer.status,
                    answer.text
                );
            }
        }
        for nonsense in NONSENSE {
            let text = nonsense.replace("%00", "\0").replace("%2B", "+");
            let form = acts::Form::new(room, "13:00", "15:00").with("version", "1");
            for name in [
                "date",
                "starts_at",
                "unit",
                "once",
                "for",
                "version",
                "attendees",
            ] {
                let form = form.clone().with(name, &text);
                for path in ["/bookings/confirmation", &format!("/bookings/{id}/change")] {
                    let answer = counter.post(path, &form.fields()).await;
                    assert!(answer.status < 500, "{engine:?} {path} {name}={nonsense}");
                }
            }
            for (path, name) in [
                ("/sign-in", "email"),
                ("/sign-in", "password"),
                ("/reset", "email"),
                ("/sign-up", "family_name"),
                ("/mypage/tokens", "name"),
                ("/mypage/profile", "telephone"),
                ("/counter/people/new", "family_kana"),
            ] {
                let answer = counter.post(path, &[(name, &text)]).await;
                assert!(answer.status < 500, "{engine:?} {path} {name}={nonsense}");
            }
        }
        app.abandon().await;
    }
}
