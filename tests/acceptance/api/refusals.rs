//! What a wrong wish is told, and a program without the right token.

use accounts::entity::api_token::Scope;
use serde_json::{Value, json};
use testkit::database::Engine;
use tests::TestApp;

use super::is_problem;
use crate::acts::{Rows, ask, program, wish};

/// The codes of the wrong fields, each as `field code`.
fn wrong(problem: &Value) -> Vec<String> {
    let all = problem["errors"].as_array().unwrap();
    all.iter()
        .map(|wrong| {
            assert!(
                wrong["detail"]
                    .as_str()
                    .is_some_and(|text| !text.is_empty())
            );
            let text = |name: &str| wrong[name].as_str().unwrap().to_owned();
            format!("{} {}", text("field"), text("code"))
        })
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_wrong_field_is_named_at_once() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let program = program(&app).await;
        let before = Rows::of(&app).await;
        let many = ask(
            &program,
            &json!({
                "space_id": app.fixture.room,
                "starts_at": "morgen",
                "ends_at": 15,
                "purpose": "",
                "attendees": 10_000,
            }),
        )
        .await;
        assert_eq!(
            wrong(&is_problem(&many, 422, "wrong")),
            [
                "starts_at start-unreadable",
                "ends_at end-unreadable",
                "purpose purpose-missing",
                "attendees too-many-people",
            ]
        );
        let none = ask(&program, &json!({})).await;
        assert_eq!(
            wrong(&is_problem(&none, 422, "wrong")),
            ["space_id space-missing"]
        );
        let nobody = json!({ "space_id": uuid::Uuid::nil() });
        is_problem(&ask(&program, &nobody).await, 404, "no-such-space");
        for (body, status, kind) in [("[]", 400, "bad-request"), ("{", 400, "bad-request")] {
            let request = program
                .request(reqwest::Method::POST, "/api/v1/bookings")
                .header("content-type", "application/json")
                .body(body);
            is_problem(&program.send(request).await, status, kind);
        }
        assert_eq!(Rows::of(&app).await, before);
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_token_that_may_write_nothing_is_booked() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let member = app.member("花子").await;
        let other = app.member("次郎").await.person.unwrap();
        let reads = app.token(member.person.unwrap(), Scope::Read).await;
        let writes = app.token(member.person.unwrap(), Scope::Write).await;
        let before = Rows::of(&app).await;
        let wish = wish(app.fixture.room, "13:00", "15:00");
        let nobody = ask(&app.visitor(), &wish).await;
        is_problem(&nobody, 401, "unauthorized");
        assert_eq!(nobody.header("www-authenticate"), "Bearer");
        let wrong = app.visitor().with_token("shinko_wrong");
        is_problem(&ask(&wrong, &wish).await, 401, "unauthorized");
        let list = wrong.get("/api/v1/bookings").await;
        is_problem(&list, 401, "unauthorized");

        let reader = app.visitor().with_token(&reads);
        is_problem(&ask(&reader, &wish).await, 403, "token-reads-only");
        assert_eq!(reader.get("/api/v1/bookings").await.status, 200);
        let mut for_another = wish.clone();
        for_another["person_id"] = json!(other);
        let program = app.visitor().with_token(&writes);
        is_problem(&ask(&program, &for_another).await, 403, "for-another");
        assert_eq!(Rows::of(&app).await, before, "{engine:?}");
        app.finish().await;
    }
}
