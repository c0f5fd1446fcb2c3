//! One booking is sent twice, looked at by a stranger, or changed by two.

use testkit::database::Engine;
use tests::TestApp;

use crate::acts::{Form, Rows, input, made};

#[tokio::test(flavor = "multi_thread")]
async fn the_same_form_sent_twice_is_one_booking() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let member = app.member("花子").await;
        let before = Rows::of(&app).await;
        let form = Form::new(app.fixture.desks, "13:00", "15:00").with("once", "one-page");
        let (first, second) = tokio::join!(form.send(&member), form.send(&member));
        assert_eq!(made(&first), made(&second), "{engine:?}");
        assert_eq!(made(&form.send(&member).await), made(&first));
        assert_eq!(Rows::of(&app).await, before.and_a_booking(true));
        app.run_tasks().await;
        assert_eq!(app.letters().len(), 1);
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_strangers_booking_is_not_there() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let form = Form::new(app.fixture.room, "13:00", "15:00").with("version", "1");
        let id = made(&form.send(&app.member("太郎").await).await);
        let stranger = app.member("次郎").await;
        let before = Rows::of(&app).await;
        for page in ["", "/done", "/change", "/cancellation", "/calendar.ics"] {
            let seen = stranger.get(&format!("/bookings/{id}{page}")).await;
            assert_eq!(seen.status, 404, "{engine:?} {page}");
        }
        for act in ["change", "cancellation"] {
            let path = format!("/bookings/{id}/{act}");
            let done = stranger.post(&path, &form.fields()).await;
            assert_eq!(done.status, 404, "{engine:?} {act}");
        }
        assert_eq!(Rows::of(&app).await, before);
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_who_change_one_booking_do_not_overwrite_each_other() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let member = app.member("太郎").await;
        let form = Form::new(app.fixture.room, "13:00", "15:00");
        let id = made(&form.send(&member).await);
        let path = format!("/bookings/{id}/change");
        let seen = input(&member.get(&path).await, "version");
        let reception = app.staff().await;
        let first = form.clone().with("version", &seen).with("ends_at", "16:00");
        assert_eq!(reception.post(&path, &first.fields()).await.status, 303);
        let before = Rows::of(&app).await;
        let second = form.with("version", &seen).with("purpose", "あとの打合せ");
        let refused = member.post(&path, &second.fields()).await;
        assert_eq!(refused.status, 409, "{engine:?}: {}", refused.text);
        refused.shows("あとの打合せ");
        refused.shows("16:00");
        assert_eq!(Rows::of(&app).await, before);
        assert_eq!(input(&refused, "version"), "2", "what stands now is shown");
        app.run_tasks().await;
        app.finish().await;
    }
}
