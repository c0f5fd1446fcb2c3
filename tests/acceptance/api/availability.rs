//! What is said to be available is.

use kernel::Instant;
use serde_json::{Value, json};
use testkit::database::Engine;
use tests::TestApp;

use crate::acts::{self, ask, program, wish};

/// Every allowed time that begins and ends on a step within a span; lengths are thinned out.
fn times(span: &Value, step: i64, shortest: i64, longest: i64) -> Vec<(Instant, Instant)> {
    let at = |name: &str| Instant::parse(span[name].as_str().unwrap()).unwrap();
    let (from, until) = (at("starts_at"), at("ends_at"));
    let later = |at: Instant, minutes: i64| at + chrono::TimeDelta::minutes(minutes);
    let mut all = Vec::new();
    let mut start = from;
    while later(start, shortest) <= until {
        for length in [shortest, shortest + step, longest] {
            if length <= longest && later(start, length) <= until {
                all.push((start, later(start, length)));
            }
        }
        start = later(start, step);
    }
    all
}

#[tokio::test(flavor = "multi_thread")]
async fn any_allowed_time_within_an_available_span_can_be_booked() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let clearing = bookings::entity::space::Model {
            clearing_minutes: 15,
            ..acts::room(&app, "清掃のある部屋").await
        };
        let room = acts::open(&app, clearing, 1).await;
        let program = program(&app).await;
        for (from, until) in [("10:30", "12:00"), ("14:00", "15:30")] {
            let made = ask(&program, &wish(room, from, until)).await;
            assert_eq!(made.status, 201, "{}", made.text);
        }
        let path = format!("/api/v1/spaces/{room}/availability?from=2026-12-15&until=2026-12-15");
        let available = app.visitor().get(&path).await.json();
        let spans = available["free"].as_array().unwrap().clone();
        let written: Vec<String> = spans
            .iter()
            .map(|span| format!("{} {}", span["starts_at"], span["ends_at"]))
            .collect();
        assert_eq!(
            written,
            [
                "\"2026-12-15T09:00:00+09:00\" \"2026-12-15T10:00:00+09:00\"",
                "\"2026-12-15T12:30:00+09:00\" \"2026-12-15T13:30:00+09:00\"",
                "\"2026-12-15T16:00:00+09:00\" \"2026-12-15T21:00:00+09:00\"",
            ],
            "{engine:?}"
        );
        for (from, until) in spans.iter().flat_map(|span| times(span, 30, 60, 240)) {
            let mut wish = wish(room, "09:00", "10:00");
            wish["starts_at"] = json!(from.rfc3339());
            wish["ends_at"] = json!(until.rfc3339());
            let made = ask(&program, &wish).await;
            assert_eq!(made.status, 201, "{engine:?} {wish}: {}", made.text);
            let cancellation = format!("{}/cancellation", made.location);
            let cancelled = program.post_json(&cancellation, &json!({}), &[]).await;
            assert_eq!(cancelled.status, 200);
        }
        app.run_tasks().await;
        app.finish().await;
    }
}
