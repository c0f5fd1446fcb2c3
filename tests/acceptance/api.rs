//! The JSON API of spaces and bookings, as a program sees it.

use accounts::entity::api_token::Scope;
use kernel::Instant;
use serde_json::{Value, json};
use testkit::database::Engine;
use tests::{Answer, TestApp};

use crate::acts::{self, Rows, ask, program, wish};

/// Fails unless this is a problem (RFC 9457) of this status and kind.
#[track_caller]
fn is_problem(answer: &Answer, status: u16, kind: &str) -> Value {
    assert_eq!(answer.status, status, "{}", answer.text);
    assert_eq!(answer.header("content-type"), "application/problem+json");
    let problem = answer.json();
    let named = problem["type"].as_str().unwrap_or_default();
    assert!(named.ends_with(&format!("/problems/{kind}")), "{problem}");
    assert_eq!(problem["status"], status);
    assert!(
        problem["title"]
            .as_str()
            .is_some_and(|text| !text.is_empty())
    );
    problem
}

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
async fn a_booking_is_made_seen_listed_and_cancelled() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let program = program(&app).await;
        let before = Rows::of(&app).await;
        let made = ask(&program, &wish(app.fixture.room, "13:00", "15:00")).await;
        assert_eq!(made.status, 201, "{}", made.text);
        assert_eq!(made.header("content-type"), "application/json");
        assert_eq!(Rows::of(&app).await, before.and_a_booking(false));
        let booking = made.json();
        let id = booking["id"].as_str().unwrap();
        assert_eq!(made.location, format!("/api/v1/bookings/{id}"));
        assert_eq!(booking["starts_at"], "2026-12-15T13:00:00+09:00");
        assert_eq!(booking["status"], "coming");
        assert_eq!(program.get(&made.location).await.json(), booking);
        let listed = program.get("/api/v1/bookings").await.json();
        assert_eq!(listed["items"], json!([booking]));
        assert_eq!(listed["next"], Value::Null);

        let stranger = acts::program(&app).await;
        is_problem(&stranger.get(&made.location).await, 404, "no-such-booking");
        let cancellation = format!("{}/cancellation", made.location);
        let refused = stranger.post_json(&cancellation, &json!({}), &[]).await;
        is_problem(&refused, 404, "no-such-booking");
        let cancelled = program.post_json(&cancellation, &json!({}), &[]).await;
        assert_eq!(cancelled.status, 200, "{}", cancelled.text);
        assert_eq!(cancelled.json()["status"], "cancelled");
        let again = program.post_json(&cancellation, &json!({}), &[]).await;
        is_problem(&again, 409, "no-longer-stands");
        let next = ask(&stranger, &wish(app.fixture.room, "13:00", "15:00")).await;
        assert_eq!(next.status, 201, "{engine:?}: {}", next.text);
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_taken_slot_is_refused_with_alternatives_that_can_all_be_booked() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        for name in ["会議室B", "会議室C", "会議室D", "会議室E"] {
            acts::open(&app, acts::room(&app, name).await, 1).await;
        }
        let wish = wish(app.fixture.room, "13:00", "15:00");
        let first = ask(&program(&app).await, &wish).await;
        assert_eq!(first.status, 201, "{}", first.text);
        let before = Rows::of(&app).await;
        let refused = ask(&program(&app).await, &wish).await;
        let problem = is_problem(&refused, 409, "slot-taken");
        let mut now = Rows::of(&app).await;
        // The second program's account and token were recorded, nothing else.
        now.events = before.events;
        assert_eq!(now, before);

        let offers = problem["alternatives"].as_array().unwrap().clone();
        let own = |offer: &&Value| offer["space_id"] == wish["space_id"];
        assert_eq!(offers.iter().filter(own).count(), 3, "{offers:?}");
        assert_eq!(offers.len(), 6, "{offers:?}");
        for offer in offers {
            let mut other = wish.clone();
            for name in ["space_id", "starts_at", "ends_at"] {
                other[name] = offer[name].clone();
            }
            let someone = program(&app).await;
            let booked = ask(&someone, &other).await;
            assert_eq!(booked.status, 201, "{engine:?} {offer}: {}", booked.text);
            let cancellation = format!("{}/cancellation", booked.location);
            let cancelled = someone.post_json(&cancellation, &json!({}), &[]).await;
            assert_eq!(cancelled.status, 200, "{}", cancelled.text);
        }
        app.run_tasks().await;
        app.finish().await;
    }
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

#[tokio::test(flavor = "multi_thread")]
async fn the_same_key_and_body_are_one_booking_and_another_body_is_refused() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let program = program(&app).await;
        let before = Rows::of(&app).await;
        let keyed = |wish: Value| {
            let program = program.clone();
            async move {
                let key = [("idempotency-key", "first-try")];
                program.post_json("/api/v1/bookings", &wish, &key).await
            }
        };
        let wanted = wish(app.fixture.room, "13:00", "15:00");
        let mut at_once = tokio::task::JoinSet::new();
        for _ in 0..8 {
            at_once.spawn(keyed(wanted.clone()));
        }
        let answers = at_once.join_all().await;
        for answer in &answers {
            assert_eq!(answer.status, 201, "{engine:?}: {}", answer.text);
            assert_eq!(answer.text, answers[0].text);
            assert_eq!(answer.location, answers[0].location);
        }
        let after = before.and_a_booking(true);
        assert_eq!(Rows::of(&app).await, after);
        let other = keyed(wish(app.fixture.room, "17:00", "18:00")).await;
        is_problem(&other, 422, "key-reused");
        assert_eq!(Rows::of(&app).await, after);

        let mine = acts::program(&app).await;
        let key = [("idempotency-key", "first-try")];
        let elsewhere = wish(app.fixture.room, "17:00", "18:00");
        let another = mine.post_json("/api/v1/bookings", &elsewhere, &key).await;
        assert_eq!(
            another.status, 201,
            "keys belong to people: {}",
            another.text
        );
        app.run_tasks().await;
        app.finish().await;
    }
}

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
