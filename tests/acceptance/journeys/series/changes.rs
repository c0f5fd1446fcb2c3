//! Changing and cancelling the times of a series together.

use super::*;

#[tokio::test(flavor = "multi_thread")]
async fn this_and_the_following_are_cancelled_together_and_what_has_begun_stays() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let member = app.member("花子").await;
        let id = made(&book(&member, &weekly(&app)).await);
        let third = all(&app).await[2].0.clone();
        let path = format!("/series/{id}/cancellation");
        let from = third.id.to_string();
        let asked = member.get(&format!("{path}?from={from}")).await;
        asked.shows("取り消す回（11回）");
        assert!(!asked.text.contains("2026年12月9日（水）13:00"));
        app.clock.advance(chrono::TimeDelta::days(7));
        let answer = member.post_and_follow(&path, &[("from", &from)]).await;
        answer.shows("11回の予約を取り消しました。");
        let states: Vec<_> = all(&app).await.iter().map(|(_, state)| *state).collect();
        assert_eq!(states[..2], [hold::State::Confirmed; 2]);
        assert_eq!(states[2..], [hold::State::Cancelled; 11]);
        let asked = member.get(&path).await;
        asked.shows("取り消す回（1回）");
        asked.shows("はじまった回と終わった回は、そのまま残ります。");
        member
            .post_and_follow(&path, &[])
            .await
            .shows("1回の予約を取り消しました。");
        assert_eq!(member.post(&path, &[]).await.status, 409);
        app.run_tasks().await;
        member
            .get("/mypage/notices")
            .await
            .shows("11回の予約を取り消しました");
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn all_that_remain_change_together_or_none() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let member = app.member("花子").await;
        let form = weekly(&app).with("times", "4");
        let id = made(&book(&member, &form).await);
        let path = format!("/series/{id}/change");
        let page = member.get(&path).await;
        let seen = input(&page, "seen");
        let other = app.member("次郎").await;
        let taken = Form::new(app.fixture.room, "16:00", "17:00").with("date", "2026-12-23");
        assert_eq!(taken.send(&other).await.status, 303);
        let wish = |choice: &str| {
            Form::new(app.fixture.room, "15:00", "17:00")
                .without("space_id")
                .with("purpose", "引越しの相談")
                .with("attendees", "2")
                .with("seen", &seen)
                .with("from", "")
                .with("chosen", choice)
        };
        let asked = member
            .post(&format!("{path}/confirmation"), &wish("").fields())
            .await;
        assert_eq!(asked.status, 200, "{}", asked.text);
        asked.shows("予約できない回（1回）");
        asked.shows("このとおりに変えられる回（3回）");
        let before = Rows::of(&app).await;
        let answer = member.post(&path, &wish("").fields()).await;
        assert_eq!(answer.status, 422, "{}", answer.text);
        assert_eq!(Rows::of(&app).await, before);
        let clash = all(&app).await[2].0.id;
        let name: &'static str = Box::leak(format!("choice-{clash}").into_boxed_str());
        let answer = member
            .post_and_follow(&path, &wish("").with(name, "skip").fields())
            .await;
        answer.shows("3回の予約を変えました。");
        let times: Vec<String> = all(&app)
            .await
            .iter()
            .map(|(booking, _)| booking.starts_at.in_tokyo().format("%-d %H").to_string())
            .collect();
        assert_eq!(times, ["9 15", "16 15", "23 13", "30 15"]);
        let again = member.post(&path, &wish("").fields()).await;
        assert_eq!(again.status, 409, "{}", again.text);
        again.shows("ほかの画面で先に変わりました");
        app.run_tasks().await;
        member
            .get("/mypage/notices")
            .await
            .shows("3回の予約を変えました");
        app.finish().await;
    }
}
