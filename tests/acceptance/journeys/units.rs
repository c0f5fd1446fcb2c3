//! Desks that are all alike, and a room in two halves.

use bookings::entity::SpaceId;
use testkit::database::Engine;
use tests::TestApp;

use crate::acts::{self, Form, Rows, made};

#[tokio::test(flavor = "multi_thread")]
async fn eighteen_members_have_a_desk_at_the_same_hour_and_the_next_is_offered_another() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let desks = acts::open_desks(&app, 18).await;
        let form = Form::new(desks, "10:00", "11:00");
        let mut coming = tokio::task::JoinSet::new();
        for _ in 0..18 {
            let (member, form) = (app.member("花子").await, form.clone());
            coming.spawn(async move { form.send(&member).await });
        }
        for answer in coming.join_all().await {
            made(&answer);
        }
        let last = app.member("十九").await;
        let before = Rows::of(&app).await;
        let late = form.send(&last).await;
        assert_eq!(late.status, 409, "{engine:?}: {}", late.text);
        late.shows("先に予約が入りました");
        late.shows("これにする");
        late.shows("コワーキング席");
        assert_eq!(Rows::of(&app).await, before, "no letter for a refusal");
        app.run_tasks().await;
        assert_eq!(app.letters().len(), 18);
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_divisible_room_is_whole_or_in_halves() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let [a, b, whole] = acts::open_divisible(&app).await;
        let member = app.member("花子").await;
        for (space, from, until, expected) in [
            (whole, "9:00", "11:00", 303),
            (a, "10:00", "11:00", 409),
            (b, "9:00", "10:00", 409),
            (a, "11:00", "12:00", 303),
            (b, "11:00", "12:00", 303),
            (b, "13:00", "14:00", 303),
            (whole, "13:00", "14:00", 409),
            (whole, "12:00", "13:00", 303),
        ] {
            let answer = Form::new(space, from, until).send(&member).await;
            assert_eq!(
                answer.status, expected,
                "{engine:?} {from}: {}",
                answer.text
            );
        }
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_booking_of_a_half_becomes_one_of_the_whole_and_back_where_nobody_is_in_the_way() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let [a, b, whole] = acts::open_divisible(&app).await;
        let (member, other) = (app.member("花子").await, app.member("次郎").await);
        let form = Form::new(a, "13:00", "15:00");
        let booking = made(&form.send(&member).await);
        let beside = made(&Form::new(b, "14:00", "15:00").send(&other).await);
        let path = format!("/bookings/{booking}/change");
        let shown = member.get(&path).await;
        shown.shows("研修室A・B");
        assert!(!shown.text.contains("会議室A"), "no part of it");
        let change = async |version: &str, space: SpaceId| {
            let form = form.clone().with("version", version);
            let form = form.with("space_id", &space.to_string());
            member.post(&path, &form.fields()).await
        };
        assert_eq!(change("1", whole).await.status, 409, "half of it is taken");
        let elsewhere = change("1", app.fixture.room).await;
        assert_eq!(elsewhere.status, 404, "{}", elsewhere.text);
        let cancel = format!("/bookings/{beside}/cancellation");
        assert_eq!(other.post(&cancel, &[]).await.status, 303);
        let changed = change("1", whole).await;
        assert_eq!(changed.status, 303, "{engine:?} {}", changed.text);
        let page = member.get(&format!("/bookings/{booking}")).await;
        page.shows("研修室A・B");
        let late = Form::new(b, "13:00", "14:00").send(&other).await;
        assert_eq!(late.status, 409, "the whole is taken");
        let back = change("2", b).await;
        assert_eq!(back.status, 303, "{engine:?} {}", back.text);
        made(&form.send(&other).await);
        let late = Form::new(b, "13:00", "14:00").send(&other).await;
        assert_eq!(late.status, 409, "this half is theirs");
        app.run_tasks().await;
        app.finish().await;
    }
}
