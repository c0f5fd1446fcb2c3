//! Wrong wishes of programs.

use serde_json::{Value, json};
use testkit::database::Engine;
use tests::TestApp;

use crate::acts::{Rows, ask, program, wish};

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
