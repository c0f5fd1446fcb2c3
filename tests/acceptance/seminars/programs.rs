//! Seminars for programs: what is to come, one's own enrolments.

use accounts::entity::api_token::Scope;
use serde_json::json;
use testkit::database::Engine;

use super::Taught;

#[tokio::test(flavor = "multi_thread")]
async fn a_program_finds_a_seminar_enrols_once_and_gives_the_place_back() {
    for engine in Engine::BOTH {
        let centre = Taught::open(engine).await;
        let app = &centre.app;
        let id = centre.published("1").await;
        let person = app.member("さくら").await.person.unwrap();
        let token = app.token(person, Scope::Write).await;
        let program = app.visitor().with_token(&token);
        let found = app.visitor().get("/api/v1/seminars?month=2026-12").await;
        let one = &found.json()["items"][0];
        assert_eq!(one["id"], id, "{engine:?}");
        assert_eq!(one["status"], "open");
        let places = json!([{ "mode": "here", "places": 1, "left": 1 }]);
        assert_eq!(one["places"], places);
        let none = app.visitor().get("/api/v1/seminars?month=2027-01").await;
        assert_eq!(none.json()["items"], json!([]));
        let path = "/api/v1/enrolments";
        let wrong = program
            .post_json(path, &json!({ "seminar_id": 3 }), &[])
            .await;
        assert_eq!(wrong.status, 422, "{}", wrong.text);
        assert_eq!(wrong.json()["errors"][0]["field"], "seminar_id");
        let wish = json!({ "seminar_id": id, "mode": "here", "company": "見本商店" });
        let key = [("idempotency-key", "k1")];
        let made = program.post_json(path, &wish, &key).await;
        assert_eq!(made.status, 201, "{}", made.text);
        assert_eq!(made.json()["status"], "enrolled");
        let again = program.post_json(path, &wish, &key).await;
        assert_eq!((again.status, &again.text), (201, &made.text), "{engine:?}");
        let other = json!({ "seminar_id": id, "mode": "here" });
        assert_eq!(program.post_json(path, &other, &key).await.status, 422);
        assert_eq!(program.post_json(path, &wish, &[]).await.status, 409);
        let own = made.location.clone();
        assert_eq!(program.get(&own).await.json(), made.json());
        let stranger = app.member("たろう").await.person.unwrap();
        let stranger = app.token(stranger, Scope::Write).await;
        let stranger = app.visitor().with_token(&stranger);
        assert_eq!(stranger.get(&own).await.status, 404, "{engine:?}");
        let waits = stranger.post_json(path, &other, &[]).await;
        assert_eq!(waits.json()["status"], "waiting", "{engine:?}");
        let cancelled = format!("{own}/cancellation");
        assert_eq!(
            stranger.post_json(&cancelled, &json!({}), &[]).await.status,
            404
        );
        let gone = program.post_json(&cancelled, &json!({}), &[]).await;
        assert_eq!(gone.json()["status"], "cancelled", "{}", gone.text);
        let offered = stranger.get(&waits.location).await.json();
        assert_eq!(offered["status"], "offered", "{engine:?}");
        app.run_tasks().await;
        centre.app.finish().await;
    }
}
