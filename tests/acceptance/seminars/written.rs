//! A seminar is written, reviewed by another, published, and seen by everybody.

use testkit::database::Engine;

use super::Taught;
use crate::{consultations::led, journeys::acts_upon};

#[tokio::test(flavor = "multi_thread")]
async fn a_seminar_is_published_by_another_than_who_handed_it_in() {
    for engine in Engine::BOTH {
        let centre = Taught::open(engine).await;
        let visitor = centre.app.visitor();
        let path = centre.draft("2").await;
        let id = path.rsplit('/').next().unwrap();
        let public = format!("/seminars/{id}");
        // It lacks its lessons, and nobody sees it.
        let page = centre.coordinator.get(&path).await;
        page.shows("日程を1回以上加える");
        let early = centre.acts(&centre.coordinator, &path, "review", "").await;
        assert_eq!(early.status, 409, "{engine:?}");
        assert_eq!(visitor.get(&public).await.status, 404, "{engine:?}");
        for day in ["2026-12-12", "2026-12-19"] {
            led(&centre.lesson(&path, day, "10:00", "12:00").await);
        }
        led(&centre.acts(&centre.coordinator, &path, "review", "").await);
        // What is reviewed stays as it is.
        let edition = centre.edition(&path).await;
        let mut fields = centre.fields("6", "0");
        fields.push(("edition", &edition));
        let changed = centre.manager.post(&path, &fields).await;
        assert_eq!(changed.status, 409, "{engine:?}");
        // Who handed it in does not publish it; another may send it back, with a reason.
        let own = centre
            .acts(&centre.coordinator, &path, "publication", "")
            .await;
        assert_eq!(own.status, 403, "{engine:?}");
        let empty = centre.acts(&centre.manager, &path, "return", "").await;
        assert_eq!(empty.status, 422, "{engine:?}");
        led(&centre
            .acts(&centre.manager, &path, "return", "ねらいを短く")
            .await);
        centre.coordinator.get(&path).await.shows("ねらいを短く");
        led(&centre.acts(&centre.coordinator, &path, "review", "").await);
        led(&centre.acts(&centre.manager, &path, "publication", "").await);
        let page = visitor.get(&public).await;
        page.shows("はじめての帳簿");
        page.shows("全2回");
        page.shows("会議室A");
        page.shows(&format!("/sign-in?next=/seminars/{id}"));
        visitor
            .get("/seminars?area=finance&free=on")
            .await
            .shows("はじめての帳簿");
        visitor
            .get("/seminars?area=sales")
            .await
            .shows("あてはまるセミナーはありません");
        visitor.get("/").await.shows("次は2026年12月12日（土）から");
        // The clock stands still: what happened at one moment has no order.
        let mut acts = acts_upon(&centre.app, id).await;
        acts.sort_unstable();
        assert_eq!(
            acts,
            [
                "seminar.published",
                "seminar.sent_back",
                "seminar.set_up",
                "seminar.submitted",
                "seminar.submitted",
            ],
            "{engine:?}"
        );
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_who_write_one_seminar_do_not_overwrite_each_other() {
    let centre = Taught::open(Engine::Sqlite).await;
    let path = centre.draft("6").await;
    let mut fields = centre.fields("8", "0");
    fields.push(("edition", "1"));
    led(&centre.coordinator.post(&path, &fields).await);
    let late = centre.manager.post(&path, &fields).await;
    assert_eq!(late.status, 409);
    late.shows("ほかの人がこのセミナーを直しました");
    centre.app.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_no_plan_names_is_not_published() {
    let centre = Taught::open(Engine::Sqlite).await;
    let mut fields = centre.fields("6", "0");
    fields.retain(|(name, _)| *name != "programme");
    let path = led(&centre.coordinator.post("/counter/seminars", &fields).await);
    led(&centre.lesson(&path, "2026-12-12", "10:00", "12:00").await);
    centre
        .coordinator
        .get(&path)
        .await
        .shows("その年度に実施できる事業を選ぶ");
    let refused = centre.acts(&centre.coordinator, &path, "review", "").await;
    assert_eq!(refused.status, 409);
    centre.app.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_room_online_is_told_to_those_who_have_a_place() {
    let centre = Taught::open(Engine::Sqlite).await;
    let path = led(&centre
        .coordinator
        .post("/counter/seminars", &centre.fields("0", "1"))
        .await);
    let edition = centre.edition(&path).await;
    let fields = [
        ("edition", edition.as_str()),
        ("day", "2026-12-12"),
        ("from", "18:00"),
        ("until", "20:00"),
        ("link", "https://meet.example/secret"),
    ];
    led(&centre
        .coordinator
        .post(&format!("{path}/lessons"), &fields)
        .await);
    led(&centre.acts(&centre.coordinator, &path, "review", "").await);
    led(&centre.acts(&centre.manager, &path, "publication", "").await);
    let id = path.rsplit('/').next().unwrap();
    let mode = [("mode", "online")];
    let enrolment = format!("/seminars/{id}/enrolments");
    let (first, second) = (
        centre.app.member("花子").await,
        centre.app.member("次郎").await,
    );
    let own = led(&first.post(&enrolment, &mode).await);
    let waits = led(&second.post(&enrolment, &mode).await);
    first.get(&own).await.shows("https://meet.example/secret");
    second.get(&waits).await.hides("meet.example");
    first
        .get(&format!("/seminars/{id}"))
        .await
        .hides("meet.example");
    let letters = centre.letters().await;
    assert!(letters[0].text.contains("https://meet.example/secret"));
    assert!(!letters[1].text.contains("meet.example"));
    centre.app.finish().await;
}
