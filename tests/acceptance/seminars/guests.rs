//! Somebody enrols whom the centre does not know.

use chrono::TimeDelta;
use testkit::database::Engine;
use tests::Answer;

use super::Taught;
use crate::{consultations::led, journeys::letters};

async fn asks(centre: &Taught, id: &str, email: &str) -> Answer {
    let fields = [
        ("family_name", "見本"),
        ("given_name", "はるか"),
        ("family_kana", "ミホン"),
        ("given_kana", "ハルカ"),
        ("email", email),
        ("telephone", ""),
        ("mode", "here"),
        ("needs", "筆談"),
    ];
    let path = format!("/seminars/{id}/enrolments");
    centre.app.visitor().post(&path, &fields).await
}

/// The address in the last letter to a guest.
async fn link(centre: &Taught) -> String {
    let told = letters(&centre.app).await;
    let last = told
        .iter()
        .rfind(|one| one.text.contains("/enrolments/confirm/"));
    let (_, rest) = last
        .unwrap()
        .text
        .split_once("/enrolments/confirm/")
        .unwrap();
    format!(
        "/enrolments/confirm/{}",
        rest.split_whitespace().next().unwrap()
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn a_guest_has_a_place_when_they_open_their_letter_and_not_before() {
    for engine in Engine::BOTH {
        let centre = Taught::open(engine).await;
        let id = centre.published("1").await;
        let page = centre.app.visitor().get(&format!("/seminars/{id}")).await;
        page.shows("登録しなくても申し込めます");
        let wrong = asks(&centre, &id, "nobody").await;
        assert_eq!(wrong.status, 422, "{engine:?}");
        led(&asks(&centre, &id, "haruka@example.jp").await);
        assert_eq!(centre.counts(&id).await, ([0, 0, 0], 0), "{engine:?}");
        let link = link(&centre).await;
        let visitor = centre.app.visitor();
        visitor.get(&link).await.shows("はじめての帳簿");
        assert_eq!(
            centre.counts(&id).await,
            ([0, 0, 0], 0),
            "{engine:?}: looking is nothing"
        );
        let opened = visitor.post(&link, &[]).await;
        let own = led(&opened);
        assert!(own.starts_with("/enrolments/"), "{own}");
        assert_eq!(centre.counts(&id).await, ([1, 0, 0], 1), "{engine:?}");
        let again = visitor.post(&link, &[]).await;
        assert!(
            again.status == 409 || again.status == 410,
            "{}",
            again.status
        );
        let list = centre
            .manager
            .get(&format!("/counter/seminars/{id}/people"))
            .await;
        list.shows("見本 はるか");
        list.shows("筆談");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_that_nobody_opens_is_forgotten_and_keeps_nothing() {
    let centre = Taught::open(Engine::Sqlite).await;
    let id = centre.published("1").await;
    led(&asks(&centre, &id, "haruka@example.jp").await);
    let link = link(&centre).await;
    let (_, own) = centre.enrols(&id).await;
    assert!(own.starts_with("/enrolments/"));
    assert_eq!(centre.counts(&id).await, ([1, 0, 0], 1));
    centre.app.clock.advance(TimeDelta::minutes(31));
    centre.app.run_tasks().await;
    let late = centre.app.visitor().post(&link, &[]).await;
    assert_ne!(late.status, 303);
    assert_eq!(centre.counts(&id).await, ([1, 0, 0], 1));
    centre.app.run_tasks().await;
    centre.app.finish().await;
}
