//! Consultations for programs and calendars.

use accounts::entity::api_token::Scope;
use serde_json::json;
use testkit::database::Engine;

use super::{Advised, led};

#[tokio::test(flavor = "multi_thread")]
async fn a_program_asks_for_a_free_hour_once_and_sees_its_own() {
    for engine in Engine::BOTH {
        let centre = Advised::open(engine).await;
        let app = &centre.app;
        let founder = app.member("さくら").await.person.unwrap();
        let token = app.token(founder, Scope::Write).await;
        let program = app.visitor().with_token(&token);
        let experts = app.visitor().get("/api/v1/experts").await.json();
        assert_eq!(experts["items"][0]["id"], centre.id);
        let hours = "/api/v1/consultation-hours?mode=centre&field=founding&from=2026-12-10";
        let free = program
            .get(&format!("{hours}&until=2026-12-10"))
            .await
            .json();
        let first = &free["items"][0];
        assert_eq!(
            first["starts_at"], "2026-12-10T13:00:00+09:00",
            "{engine:?}"
        );
        assert_eq!(first["experts"], json!([centre.id]));
        let wide = program.get(&format!("{hours}&until=2027-03-10")).await;
        assert_eq!(wide.status, 422, "{}", wide.text);

        let wrong = program
            .post_json("/api/v1/consultations", &json!({}), &[])
            .await;
        assert_eq!(wrong.status, 422);
        assert_eq!(wrong.json()["errors"][0]["field"], "fields");
        let wish = json!({
            "fields": ["founding"], "about": "焼き菓子の店を開きたい。", "stage": "preparing",
            "industry": "retail", "in_ward": true, "mode": "centre", "agreed": true,
            "expert_id": centre.id, "starts_at": "2026-12-10T13:00:00+09:00",
        });
        let key = [("idempotency-key", "k1")];
        let made = program
            .post_json("/api/v1/consultations", &wish, &key)
            .await;
        assert_eq!(made.status, 201, "{}", made.text);
        let again = program
            .post_json("/api/v1/consultations", &wish, &key)
            .await;
        assert_eq!((again.status, &again.text), (201, &made.text));
        let later = program.post_json("/api/v1/consultations", &wish, &[]).await;
        assert_eq!(later.status, 409, "{}", later.text);
        let one = made.json();
        assert_eq!(one["status"], "waiting");
        assert_eq!(one["appointments"][0]["status"], "requested");
        let path = format!("/api/v1/consultations/{}", one["id"].as_str().unwrap());
        assert_eq!(made.location, path);
        assert_eq!(program.get(&path).await.json(), one);
        let all = program.get("/api/v1/consultations").await.json();
        assert_eq!(all["items"].as_array().unwrap().len(), 1);
        let other = app.member("たろう").await.person.unwrap();
        let other = app
            .visitor()
            .with_token(&app.token(other, Scope::Read).await);
        assert_eq!(other.get(&path).await.status, 404);
        assert_eq!(other.get("/api/v1/appointments").await.status, 403);
        app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_expert_s_calendar_is_told_times_and_references_and_no_names() {
    for engine in Engine::BOTH {
        let centre = Advised::open(engine).await;
        let app = &centre.app;
        let founder = app.member("さくら").await;
        let case = centre.asks(&founder, &centre.time(13)).await;
        centre.assigns(&case).await;
        let page = centre.expert.get("/mypage/advising").await;
        page.shows("見本 さくら");
        let made = centre.expert.post("/mypage/advising/calendar", &[]).await;
        let (_, address) = made.text.split_once("<code id=\"made\">").unwrap();
        let address = address.split('<').next().unwrap();
        let (_, name) = address.split_once("/calendar/").unwrap();
        let path = &format!("/calendar/{name}");
        let calendar = app.visitor().get(path).await;
        assert_eq!(calendar.status, 200, "{engine:?}");
        calendar.shows("SUMMARY:面談 ");
        calendar.shows("DTSTART:20261210T040000Z");
        for word in ["さくら", "見本 ", "焼き菓子", "創業"] {
            calendar.hides(word);
        }
        let tag = calendar.header("etag").to_owned();
        let asked = app.visitor().request(reqwest::Method::GET, path);
        let same = app.visitor().send(asked.header("if-none-match", tag)).await;
        assert_eq!(same.status, 304);
        let person = centre.expert.person.unwrap();
        let token = app.token(person, Scope::Read).await;
        let own = app
            .visitor()
            .with_token(&token)
            .get("/api/v1/appointments")
            .await;
        assert_eq!(
            own.json()["items"][0]["expert"],
            json!(null),
            "{}",
            own.text
        );
        own.hides("さくら");
        // Called off: the calendar takes it away. A new address ends the old one.
        let meeting = super::after(
            &centre.expert.get(&case).await,
            &format!("{case}/meetings/"),
        );
        led(&centre
            .expert
            .post(&format!("{case}/meetings/{meeting}/cancellation"), &[])
            .await);
        app.visitor().get(path).await.shows("STATUS:CANCELLED");
        centre.expert.post("/mypage/advising/calendar", &[]).await;
        assert_eq!(app.visitor().get(path).await.status, 404);
        led(&centre
            .expert
            .post("/mypage/advising/calendar/end", &[])
            .await);
        assert_eq!(founder.get("/mypage/advising").await.status, 403);
        app.run_tasks().await;
        centre.app.finish().await;
    }
}
