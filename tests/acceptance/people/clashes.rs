//! What comes together is told beforehand, and nothing is called off.

use bookings::entity::{
    booking_rule::Period,
    waiting_entry::{self, State},
};
use sea_orm::EntityTrait;
use testkit::database::Engine;
use tests::TestApp;

use super::merge;
use crate::{
    acts::{self, Form, Rows, made},
    terms::at_most,
};

#[tokio::test(flavor = "multi_thread")]
async fn two_bookings_at_one_time_and_a_quota_that_is_passed_are_told_and_stay() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        acts::rule(&app, &at_most(1, Period::Month)).await;
        let (reception, double) = (app.staff().await, app.member("花子").await);
        let into = app.member("はなこ").await;
        let own = made(
            &Form::new(app.fixture.room, "13:00", "15:00")
                .send(&double)
                .await,
        );
        let desk = Form::new(app.fixture.desks, "14:00", "16:00");
        let theirs = made(&desk.send(&into).await);
        let [one, other] = [&double, &into].map(|browser| browser.person.unwrap());
        let path = format!("/counter/people/{one}/merge?into={other}");
        let look = reception.get(&path).await;
        look.shows("同じ時間の予約");
        for id in [&own, &theirs] {
            look.shows(&format!("/bookings/{id}"));
        }
        look.shows("1か月に予約できるのは1件までです");
        let before = Rows::of(&app).await;
        assert_eq!(merge(&reception, one, other).await.status, 303);
        let after = Rows::of(&app).await;
        assert_eq!(
            (before.bookings, before.allocations),
            (after.bookings, after.allocations)
        );
        for id in [&own, &theirs] {
            into.get(&format!("/bookings/{id}")).await.shows("予約");
            let page = into.get("/mypage/bookings").await;
            page.shows(id);
        }
        // From now on both count.
        let third = desk.with("date", "2026-12-17").send(&into).await;
        assert_eq!(third.status, 422, "{engine:?}");
        third.shows("1か月に予約できるのは1件までです");
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_places_in_one_line_the_earlier_stays_and_the_next_is_asked() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let reception = app.staff().await;
        let (holder, next) = (app.member("太郎").await, app.member("次郎").await);
        let (double, into) = (app.member("花子").await, app.member("はなこ").await);
        let form = Form::new(app.fixture.room, "13:00", "15:00");
        let booking = made(&form.send(&holder).await);
        let mut places = Vec::new();
        for waiting in [&into, &double, &next] {
            let joined = waiting.post("/waiting", &form.fields()).await;
            assert_eq!(joined.status, 303, "{}", joined.text);
            places.push(joined.location);
        }
        let [one, other] = [&double, &into].map(|browser| browser.person.unwrap());
        let path = format!("/counter/people/{one}/merge?into={other}");
        reception
            .get(&path)
            .await
            .shows("同じ時間のキャンセル待ちが両方に1件あります");
        assert_eq!(merge(&reception, one, other).await.status, 303);
        let states: Vec<State> = waiting_entry::Entity::find()
            .all(app.app.db.reader())
            .await
            .unwrap()
            .into_iter()
            .filter(|entry| entry.person_id == other)
            .map(|entry| entry.state)
            .collect();
        assert_eq!(states.len(), 2, "{engine:?}");
        assert!(states.contains(&State::Waiting) && states.contains(&State::Left));
        next.get(&places[2]).await.shows("2番目");
        let path = format!("/bookings/{booking}/cancellation");
        assert_eq!(holder.post(&path, &[]).await.status, 303);
        into.get(&places[0]).await.shows("空きが出ました");
        app.run_tasks().await;
        app.finish().await;
    }
}
