//! How much one may have: by the page, by the API, as an organisation.

use bookings::{entity::booking_rule::Period, rules::terms::Term, samples};
use testkit::database::Engine;
use tests::TestApp;

use super::at_most;
use crate::acts::{self, Form, made};

#[tokio::test(flavor = "multi_thread")]
async fn cancelling_one_makes_room_for_another() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        acts::rule(&app, &at_most(2, Period::Month)).await;
        let member = app.member("花子").await;
        let form = Form::new(app.fixture.room, "13:00", "15:00");
        let first = made(&form.send(&member).await);
        let on = |day: &str| form.clone().with("date", day);
        made(&on("2026-12-16").send(&member).await);
        let third = on("2026-12-17").send(&member).await;
        assert_eq!(third.status, 422);
        third.shows("1か月に予約できるのは2件までです");
        made(&on("2027-01-06").send(&member).await);
        // The time of one's own can be moved: it counts once.
        let change = on("2026-12-18").with("version", "1");
        let path = format!("/bookings/{first}/change");
        assert_eq!(member.post(&path, &change.fields()).await.status, 303);
        let path = format!("/bookings/{first}/cancellation");
        assert_eq!(member.post(&path, &[]).await.status, 303);
        made(&on("2026-12-17").send(&member).await);
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_times_of_a_series_count_one_by_one() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        acts::rule(&app, &at_most(3, Period::Standing)).await;
        let member = app.member("花子").await;
        let form = Form::new(app.fixture.room, "13:00", "15:00")
            .with("rhythm", "weekly")
            .with("times", "4");
        let shown = member.post("/bookings/confirmation", &form.fields()).await;
        shown.shows("そのまま予約できる回（3回）");
        shown.shows("同時に予約できるのは3件までです");
        let refused = member.post("/series", &form.fields()).await;
        assert_eq!(refused.status, 422);
        let without = form.with("choice-2027-01-05", "skip");
        let taken = member.post("/series", &without.fields()).await;
        assert_eq!(taken.status, 303, "{}", taken.text);
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_api_refuses_by_name_and_knows_whom_one_acts_for() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        acts::rule(&app, &at_most(1, Period::Day)).await;
        let program = acts::program(&app).await;
        let wish = |from, until| acts::wish(app.fixture.desks, from, until);
        let first = acts::ask(&program, &wish("09:00", "10:00")).await;
        assert_eq!(first.status, 201, "{}", first.text);
        let second = acts::ask(&program, &wish("11:00", "12:00")).await;
        assert_eq!(second.status, 422);
        second.shows("1日に予約できるのは1件までです");
        let mut foreign = wish("13:00", "14:00");
        foreign["organisation_id"] = uuid::Uuid::nil().to_string().into();
        assert_eq!(acts::ask(&program, &foreign).await.status, 403);
        foreign["organisation_id"] = 7.into();
        assert_eq!(acts::ask(&program, &foreign).await.status, 403);
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_days_of_both_halves_and_of_the_whole_are_counted_in_one_row() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let member = app.member("花子").await;
        let [a, b, whole] = acts::open_divisible(&app).await;
        acts::rule(&app, &samples::rule(Term::Run(2))).await;
        let on = |space, date| Form::new(space, "13:00", "15:00").with("date", date);
        made(&on(a, "2026-12-15").send(&member).await);
        made(&on(b, "2026-12-16").send(&member).await);
        let third = on(whole, "2026-12-17").send(&member).await;
        assert_eq!(third.status, 422, "{engine:?} {}", third.text);
        third.shows("続けて予約できるのは2日までです");
        // Another room is another row, and so is a day between.
        made(&on(app.fixture.room, "2026-12-17").send(&member).await);
        made(&on(whole, "2026-12-18").send(&member).await);
        app.run_tasks().await;
        app.finish().await;
    }
}
