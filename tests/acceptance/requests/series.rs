//! A series over a space that needs approval.

use bookings::entity::hold::State;
use testkit::database::Engine;
use tests::{Browser, TestApp};

use super::{decides, needs_approval, state, wish};
use crate::{acts::input, journeys::letters, money::bookings::priced};

/// Every Tuesday, so many times; the identifiers of its bookings.
async fn weekly(app: &TestApp, member: &Browser, times: &str) -> Vec<String> {
    let form = wish(app).with("rhythm", "weekly").with("times", times);
    let shown = member.post("/bookings/confirmation", &form.fields()).await;
    shown.shows("この予約には承認が必要です");
    let made = member.post("/series", &form.fields()).await;
    assert_eq!(made.status, 303, "{}", made.text);
    let done = member.get(&made.location).await;
    done.shows("すべての回を受け付けました");
    let page = member.get(made.location.trim_end_matches("/done")).await;
    let links = page.text.split("href=\"/bookings/").skip(1);
    links
        .filter_map(|rest| rest.split('"').next())
        .map(str::to_owned)
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_series_is_decided_together_or_one_by_one() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        needs_approval(&app).await;
        let (member, counter) = (app.member("花子").await, app.staff().await);
        let all = weekly(&app, &member, "4").await;
        let [first, second, ..] = all.as_slice() else {
            panic!("{all:?}")
        };
        let letter = letters(&app).await.pop().unwrap();
        assert!(
            letter.subject.contains("申請を受け付けました"),
            "{}",
            letter.subject
        );
        assert_eq!(
            letter.calendar.unwrap().matches("STATUS:TENTATIVE").count(),
            4
        );
        counter.get("/counter/requests").await.shows("4回まとめて");

        let alone = [("reach", "this"), ("ground", "operation")];
        let refused = decides(&counter, first, "refusal", &alone).await;
        assert_eq!(refused.status, 303, "{engine:?} {}", refused.text);
        let page = counter.get(&format!("/counter/requests/{second}")).await;
        page.shows("この連続予約をまとめて（3回）");
        let before = letters(&app).await.len();
        let together = [("reach", "all"), ("conditions", "毎回、受付に寄ること。")];
        let approved = decides(&counter, second, "approval", &together).await;
        assert_eq!(approved.status, 303, "{engine:?} {}", approved.text);
        assert_eq!(state(&app, first).await, State::Refused);
        for id in &all[1..] {
            assert_eq!(state(&app, id).await, State::Confirmed, "{engine:?}");
        }
        let letters = letters(&app).await;
        assert_eq!(letters.len(), before + 1, "one letter for all of them");
        let calendar = letters.last().unwrap().calendar.clone().unwrap();
        assert_eq!(calendar.matches("STATUS:CONFIRMED").count(), 3);
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_series_that_is_moved_asks_again_and_is_withdrawn_together() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        needs_approval(&app).await;
        let (member, counter) = (app.member("花子").await, app.staff().await);
        let all = weekly(&app, &member, "2").await;
        let done = decides(&counter, &all[0], "approval", &[("reach", "all")]).await;
        assert_eq!(done.status, 303, "{engine:?} {}", done.text);
        let page = member.get(&format!("/bookings/{}", all[0])).await;
        let series = page.text.split("href=\"/series/").nth(1).unwrap();
        let series = format!("/series/{}", series.split('"').next().unwrap());
        let form = member.get(&format!("{series}/change")).await;
        form.shows("変えると、もう一度承認が必要です");
        let change = wish(&app)
            .with("starts_at", "16:00")
            .with("ends_at", "18:00")
            .with("seen", "2.2")
            .without("space_id");
        let moved = member
            .post(&format!("{series}/change"), &change.fields())
            .await;
        assert_eq!(moved.status, 303, "{engine:?} {}", moved.text);
        for id in &all {
            assert_eq!(state(&app, id).await, State::Requested);
        }
        let gone = member.post(&format!("{series}/cancellation"), &[]).await;
        assert_eq!(gone.status, 303, "{engine:?} {}", gone.text);
        counter
            .get("/counter/requests")
            .await
            .shows("承認を待っている申請はありません");
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_changed_series_comes_to_is_said_before_the_button() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        priced(&app).await;
        let member = app.member("花子").await;
        let form = wish(&app).with("rhythm", "weekly").with("times", "3");
        let made = member.post("/series", &form.fields()).await;
        assert_eq!(made.status, 303, "{engine:?} {}", made.text);
        let series = made.location.trim_end_matches("/done");
        let change = wish(&app)
            .with("ends_at", "16:00")
            .with("seen", "1.1.1")
            .without("space_id");
        let path = format!("{series}/change");
        let asked = member.post_once(&path, &change.fields()).await;
        assert_eq!(asked.status, 409, "{engine:?} {}", asked.text);
        let check = format!("{path}/confirmation");
        let told = member.post_once(&check, &change.fields()).await;
        assert_eq!(told.status, 200, "{engine:?} {}", told.text);
        assert_eq!(input(&told, "comes_to"), input(&asked, "comes_to"));
        asked.shows("変更すると、料金は 7,200円 になります");
        asked.shows("いまの料金は 4,800円");
        asked.shows("変えても、料金は 800円 より低くなりません");
        member.get("/mypage/fees").await.shows("4,800円");
        let agreed = change.with("comes_to", &input(&asked, "comes_to"));
        let changed = member.post(&path, &agreed.fields()).await;
        assert_eq!(changed.status, 303, "{engine:?} {}", changed.text);
        member.get("/mypage/fees").await.shows("7,200円");
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_decides_sees_every_use_of_it_and_what_all_of_it_comes_to() {
    let app = TestApp::start(Engine::Sqlite).await;
    priced(&app).await;
    needs_approval(&app).await;
    let (member, counter) = (app.member("花子").await, app.staff().await);
    let all = weekly(&app, &member, "2").await;
    let other = wish(&app)
        .with("date", "2026-12-22")
        .with("purpose", "商品の販売会")
        .with("version", "1");
    let path = format!("/bookings/{}/change", all[1]);
    let changed = member.post(&path, &other.fields()).await;
    assert_eq!(changed.status, 303, "{}", changed.text);
    let page = counter.get(&format!("/counter/requests/{}", all[0])).await;
    page.shows("商品の販売会");
    page.shows("2回の合計 3,200円");
    let done = decides(&counter, &all[0], "approval", &[("reach", "all")]).await;
    assert_eq!(done.status, 303, "{}", done.text);
    let letter = letters(&app).await.pop().unwrap().text;
    assert!(letter.contains("商品の販売会"), "{letter}");
    assert!(letter.contains("お支払いのあと"), "{letter}");
    app.finish().await;
}
