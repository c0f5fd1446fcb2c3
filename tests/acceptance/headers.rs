//! What every answer carries for the browser's protection, and how cookies are kept.

use reqwest::Method;
use testkit::database::Engine;
use tests::{Answer, PASSWORD, TestApp};

/// Pages, the API, an asset and answers that are none, with their statuses.
const ANSWERS: [(&str, u16); 7] = [
    ("/", 200),
    ("/sign-in", 200),
    ("/api", 200),
    ("/api/v1/spaces", 200),
    ("/api/v1/bookings", 401),
    ("/nowhere", 404),
    ("/spaces/nothing", 404),
];

async fn https() -> TestApp {
    TestApp::behind_https(Engine::Sqlite).await
}

/// The answer to a sign-in over https, with its cookies.
async fn signed_in(app: &TestApp) -> Answer {
    let member = app.member("花子").await;
    let person = member.person.unwrap();
    let who = accounts::read::contact(app.app.db.reader(), person).await;
    let email = who.unwrap().unwrap().email.unwrap();
    let visitor = app.visitor();
    let form = [("email", email.as_str()), ("password", PASSWORD)];
    visitor.post("/sign-in", &form).await
}

#[tokio::test]
async fn every_answer_carries_the_policy_and_the_guards() {
    let app = https().await;
    let visitor = app.visitor();
    for (path, status) in ANSWERS {
        let answer = visitor.get(path).await;
        assert_eq!(answer.status, status, "{path}");
        let policy = answer.header("content-security-policy");
        for part in [
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'self'",
        ] {
            assert!(policy.contains(part), "{path}: {policy}");
        }
        assert!(!policy.contains("unsafe"), "{path}: {policy}");
        for (name, expected) in [
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "same-origin"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
            ("cache-control", "no-store"),
        ] {
            assert_eq!(answer.header(name), expected, "{path}: {name}");
        }
        assert!(
            !answer.headers.contains_key("access-control-allow-origin"),
            "{path}"
        );
    }
    app.finish().await;
}

#[tokio::test]
async fn browsers_are_told_to_come_by_https_only_for_a_year() {
    let app = https().await;
    let answer = app.visitor().get("/").await;
    let told = answer.header("strict-transport-security");
    assert_eq!(told, "max-age=31536000; includeSubDomains");
    app.finish().await;
    let plain = TestApp::start(Engine::Sqlite).await;
    let answer = plain.visitor().get("/").await;
    assert!(!answer.headers.contains_key("strict-transport-security"));
    plain.finish().await;
}

#[tokio::test]
async fn cookies_stay_on_this_host_over_https_and_out_of_scripts() {
    let app = https().await;
    let answer = signed_in(&app).await;
    assert_eq!(answer.status, 303);
    let cookies: Vec<&str> = answer
        .headers
        .get_all("set-cookie")
        .iter()
        .filter_map(|cookie| cookie.to_str().ok())
        .collect();
    assert!(
        cookies
            .iter()
            .any(|cookie| cookie.starts_with("__Host-shinko-session=")),
        "{cookies:?}"
    );
    for cookie in cookies {
        assert!(cookie.starts_with("__Host-"), "{cookie}");
        for part in ["HttpOnly", "Secure", "SameSite=Lax", "Path=/"] {
            assert!(cookie.contains(part), "{cookie} without {part}");
        }
        assert!(!cookie.contains("Domain"), "{cookie}");
    }
    app.abandon().await;
}

#[tokio::test]
async fn every_answer_says_what_it_is() {
    let app = https().await;
    let visitor = app.visitor();
    for (path, kind) in [
        ("/", "text/html; charset=utf-8"),
        ("/nowhere", "text/html; charset=utf-8"),
        ("/api/v1/spaces", "application/json"),
        ("/api/v1/bookings", "application/problem+json"),
        ("/api/openapi.json", "application/json"),
    ] {
        assert_eq!(
            visitor.get(path).await.header("content-type"),
            kind,
            "{path}"
        );
    }
    app.finish().await;
}

#[tokio::test]
async fn assets_are_kept_for_good_and_nothing_else_is() {
    let app = https().await;
    let visitor = app.visitor();
    let css = app.app.assets.css();
    let answer = visitor.get(&css).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("content-type"), "text/css; charset=utf-8");
    assert!(answer.header("cache-control").contains("immutable"));
    app.finish().await;
}

#[tokio::test]
async fn methods_that_echo_are_not_answered() {
    let app = https().await;
    let visitor = app.visitor();
    for method in [Method::TRACE, Method::from_bytes(b"DEBUG").unwrap()] {
        let request = visitor.request(method.clone(), "/");
        assert_eq!(visitor.send(request).await.status, 405, "{method}");
    }
    app.finish().await;
}

#[tokio::test]
async fn a_new_session_begins_at_each_sign_in_and_the_old_cookie_ends() {
    let app = TestApp::start(Engine::Sqlite).await;
    let member = app.member("花子").await;
    let person = member.person.unwrap();
    let who = accounts::read::contact(app.app.db.reader(), person).await;
    let email = who.unwrap().unwrap().email.unwrap();
    member.get("/mypage").await.shows("マイページ");
    let again = [("email", email.as_str()), ("password", PASSWORD)];
    let answer = member.post("/sign-in", &again).await;
    assert_eq!(answer.status, 303);
    let sessions = accounts::read::sessions(app.app.db.reader(), person, None, app.clock.now());
    assert_eq!(sessions.await.unwrap().len(), 1);
    app.finish().await;
}

#[tokio::test]
async fn the_address_changes_only_with_the_password() {
    let app = TestApp::start(Engine::Sqlite).await;
    let member = app.member("花子").await;
    for current in ["", "something else"] {
        let form = [("email", "new@demo.example"), ("current", current)];
        let answer = member.post("/mypage/address", &form).await;
        assert_eq!(answer.status, 422, "{current}");
    }
    app.run_tasks().await;
    assert_eq!(app.letters().len(), 0);
    app.finish().await;
}

#[tokio::test]
async fn every_page_of_someone_signed_in_offers_to_sign_out() {
    let app = TestApp::start(Engine::Sqlite).await;
    let (member, staff) = (app.member("花子").await, app.staff().await);
    for path in [
        "/",
        "/spaces",
        "/availability",
        "/mypage",
        "/mypage/bookings",
        "/rules",
    ] {
        member.get(path).await.shows("action=\"/sign-out\"");
    }
    for path in [
        "/counter",
        "/counter/bookings",
        "/counter/people",
        "/counter/letters",
    ] {
        staff.get(path).await.shows("action=\"/sign-out\"");
    }
    app.finish().await;
}
