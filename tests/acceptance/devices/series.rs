//! Every time of a series borrows for itself.

use testkit::database::Engine;
use tests::TestApp;

use super::{add, with};
use crate::{
    acts::{self, Form},
    journeys::letters,
};

#[tokio::test(flavor = "multi_thread")]
async fn a_series_borrows_on_each_day_and_a_day_without_enough_needs_a_choice() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let projectors = add(&app, "プロジェクター", 1).await;
        let desks = acts::open_desks(&app, 3).await;
        let (other, member) = (app.member("次郎").await, app.member("花子").await);
        let at = |date: &str| Form::new(desks, "13:00", "15:00").with("date", date);
        let second = with(&other, "/bookings", &at("2026-12-22"), projectors, "1").await;
        assert_eq!(second.status, 303, "{}", second.text);

        let form = at("2026-12-15").with("rhythm", "weekly").with("times", "2");
        let check = with(&member, "/bookings/confirmation", &form, projectors, "1").await;
        check.shows("プロジェクターは、2026年12月22日（火） 13:00〜15:00にはもうありません");
        let unchosen = with(&member, "/series", &form, projectors, "1").await;
        assert_eq!(unchosen.status, 422, "{}", unchosen.text);
        let chosen = form.with("choice-2026-12-22", "skip");
        let booked = with(&member, "/series", &chosen, projectors, "1").await;
        assert_eq!(booked.status, 303, "{}", booked.text);
        let letter = letters(&app).await.pop().unwrap().text;
        assert!(letter.contains("プロジェクター 1台"), "{letter}");
        let page = member.get(booked.location.trim_end_matches("/done")).await;
        let turn = page
            .text
            .split("href=\"")
            .find(|rest| rest.starts_with("/bookings/"));
        let turn = turn.unwrap().split('"').next().unwrap().to_owned();
        member.get(&turn).await.shows("プロジェクター 1台");

        // The series moves with what it has.
        let series = booked.location.trim_end_matches("/done");
        let seen = acts::input(&member.get(&format!("{series}/change")).await, "seen");
        let later = Form::new(desks, "16:00", "18:00")
            .without("space_id")
            .with("seen", &seen);
        let path = format!("{series}/change");
        let moved = member.post(&path, &later.fields()).await;
        assert_eq!(moved.status, 303, "{}", moved.text);
        member.get(&turn).await.shows("プロジェクター 1台");
        let free = with(&other, "/bookings", &at("2026-12-15"), projectors, "1").await;
        assert_eq!(free.status, 303, "{}", free.text);
        app.run_tasks().await;
        app.finish().await;
    }
}
