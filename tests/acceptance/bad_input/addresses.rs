//! Addresses of nothing, methods that nothing answers to, and nonsense within addresses.

use reqwest::Method;
use testkit::database::Engine;
use tests::TestApp;

use crate::acts::{self, Form, made, program};

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
