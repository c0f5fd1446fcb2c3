//! Booking, cancelling, and booking instead what is offered.

use accounts::entity::api_token::Scope;
use serde_json::{Value, json};
use testkit::database::Engine;
use tests::TestApp;

use super::is_problem;
use crate::{
    acts::{self, Rows, ask, program, wish},
    organisations,
};

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
async fn a_booking_names_the_organisation_it_was_made_for_to_whom_it_is_shown() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (reception, program) = (app.staff().await, program(&app).await);
        let member = app.signed_in(program.person.unwrap()).await;
        let application = organisations::apply(&member).await;
        organisations::grant(&reception, application).await;
        let company = organisations::row(&app, application).await.organisation_id;
        let company = company.unwrap().to_string();
        let mut wanted = wish(app.fixture.room, "13:00", "15:00");
        let alone = ask(&program, &wanted).await.json();
        assert_eq!(alone["organisation"], Value::Null);
        wanted = wish(app.fixture.room, "16:00", "17:00");
        wanted["organisation_id"] = json!(company);
        let made = ask(&program, &wanted).await;
        assert_eq!(made.status, 201, "{engine:?} {}", made.text);
        let named = json!({ "id": company, "name": "株式会社見本製作所" });
        assert_eq!(made.json()["organisation"], named);
        let listed = program.get("/api/v1/bookings").await.json();
        assert_eq!(listed["items"][0]["organisation"], Value::Null);
        assert_eq!(listed["items"][1]["organisation"], named);
        let counter = app.token(reception.person.unwrap(), Scope::Read).await;
        for (browser, seen) in [
            (&member, true),
            (&app.visitor().with_token(&counter), true),
            (&acts::program(&app).await, false),
            (&app.ward().await, false),
        ] {
            let answer = browser.get(&made.location).await;
            assert_eq!(answer.text.contains("見本製作所"), seen, "{}", answer.text);
            assert_eq!(answer.status, if seen { 200 } else { 404 });
        }
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
