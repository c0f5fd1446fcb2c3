//! Bodies that are too long or none at all, and characters that are rare but right.

use reqwest::Method;
use serde_json::json;
use testkit::database::Engine;
use tests::{Browser, TestApp};

use crate::acts::{Form, Rows, ask, made, program, wish};

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
