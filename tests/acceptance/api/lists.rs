//! Lists, page by page.

use serde_json::Value;
use testkit::database::Engine;
use tests::TestApp;

use crate::acts::{ask, program, wish};

#[tokio::test(flavor = "multi_thread")]
async fn a_list_is_read_page_by_page_in_order() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let program = program(&app).await;
        for hour in [15, 9, 12, 10, 18] {
            let from = format!("{hour:02}:00");
            let until = format!("{:02}:00", hour + 1);
            for space in [app.fixture.room, app.fixture.desks] {
                let made = ask(&program, &wish(space, &from, &until)).await;
                assert_eq!(made.status, 201, "{}", made.text);
            }
        }
        let mut seen: Vec<Value> = Vec::new();
        let mut path = "/api/v1/bookings?limit=3".to_owned();
        loop {
            let page = program.get(&path).await.json();
            let items = page["items"].as_array().unwrap().clone();
            assert!((1..=3).contains(&items.len()), "{page}");
            seen.extend(items);
            match page["next"].as_str() {
                Some(next) => path = format!("/api/v1/bookings?limit=3&after={next}"),
                None => break,
            }
        }
        let starts: Vec<&str> = seen
            .iter()
            .map(|one| one["starts_at"].as_str().unwrap())
            .collect();
        assert!(starts.is_sorted(), "{engine:?}: {starts:?}");
        let mut ids: Vec<&str> = seen.iter().map(|one| one["id"].as_str().unwrap()).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), 10);
        app.run_tasks().await;
        app.finish().await;
    }
}
