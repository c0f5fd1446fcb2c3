//! At the counter.

use testkit::database::Engine;
use tests::TestApp;

use super::acts_upon;
use crate::acts::{Form, made};

#[tokio::test(flavor = "multi_thread")]
async fn reception_books_for_a_person_without_an_account_and_marks_who_has_come() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let counter = app.staff().await;
        let names = [
            ("family_name", "実例"),
            ("given_name", "よしお"),
            ("family_kana", "ジツレイ"),
            ("given_kana", "ヨシオ"),
            ("telephone", "03-0000-0000"),
        ];
        let known = counter.post("/counter/people/new", &names).await;
        let person = known.location.strip_prefix("/counter/people/").unwrap();
        let form = Form::new(app.fixture.room, "15:00", "16:00")
            .with("date", "2026-12-08")
            .with("for", person);
        let booked = form.send(&counter).await;
        let id = made(&booked);
        let done = counter.get(&booked.location).await;
        done.shows("メールは送っていません");
        app.run_tasks().await;
        assert!(app.letters().is_empty(), "there is no address");

        let board = counter.get("/counter").await;
        board.shows("実例 よしお");
        let arrival = format!("/bookings/{id}/arrival");
        let arrived = counter.post_and_follow(&arrival, &[]).await;
        assert_eq!(arrived.status, 200);
        let withdrawal = format!("{arrival}/withdrawal");
        assert_eq!(counter.post(&withdrawal, &[]).await.status, 303);
        assert_eq!(counter.post(&withdrawal, &[]).await.status, 409);

        let reference = counter.get(&format!("/bookings/{id}")).await;
        let reference = reference
            .text
            .split_once("<b class=\"nowrap\">")
            .and_then(|(_, rest)| rest.split_once('<'))
            .map(|(number, _)| number.to_owned())
            .unwrap();
        let part: String = reference.to_lowercase().chars().skip(2).take(6).collect();
        for asked in [reference.as_str(), part.as_str(), "実例", "ジツレイ"] {
            let odd = counter.get("/counter/bookings?date=2026-02-30").await;
            assert_eq!(odd.status, 422, "{engine:?}");
            odd.shows("日にちを確かめてください");
            let found = counter.get(&format!("/counter/bookings?q={asked}")).await;
            found.shows(&id);
        }
        let search = counter.get(&format!("/counter/search?q={reference}")).await;
        assert_eq!(search.location, format!("/bookings/{id}"));
        let search = counter.get(&format!("/counter/search?q={part}")).await;
        counter.get(&search.location).await.shows(&id);
        assert_eq!(
            acts_upon(&app, &id).await,
            [
                "booking.reserved",
                "booking.arrived",
                "booking.arrival_undone"
            ],
            "{engine:?}"
        );
        app.finish().await;
    }
}
