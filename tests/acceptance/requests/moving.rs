//! Requests that are changed, and requests in the way of a closure.

use bookings::entity::{booking_request::Outcome, hold::State};
use testkit::database::Engine;
use tests::{Answer, Browser, TestApp};

use super::{approves, decides, needs_approval, standing, state, wish};
use crate::{
    acts::{Form, made},
    journeys::letters,
    money::bookings::priced,
    terms,
};

async fn changes(browser: &Browser, booking: &str, form: &Form, version: &str) -> Answer {
    let form = form.clone().with("version", version);
    let path = format!("/bookings/{booking}/change");
    browser.post(&path, &form.fields()).await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_approved_is_asked_for_again_when_it_is_moved() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        priced(&app).await;
        needs_approval(&app).await;
        let (member, counter) = (app.member("花子").await, app.staff().await);
        let id = made(&wish(&app).send(&member).await);
        let page = format!("/bookings/{id}");
        approves(&counter, &id).await;

        let form = member.get(&format!("{page}/change")).await;
        form.shows("変えると、もう一度承認が必要です");
        let more = wish(&app).with("attendees", "5");
        assert_eq!(changes(&member, &id, &more, "2").await.status, 303);
        assert_eq!(
            state(&app, &id).await,
            State::Confirmed,
            "five instead of four"
        );

        let moved = more.with("starts_at", "16:00").with("ends_at", "19:00");
        assert_eq!(changes(&member, &id, &moved, "3").await.status, 303);
        assert_eq!(state(&app, &id).await, State::Requested, "{engine:?}");
        let letter = letters(&app).await.pop().unwrap();
        assert!(
            letter.text.contains("もう一度審査します"),
            "{}",
            letter.text
        );
        assert!(letter.calendar.unwrap().contains("STATUS:TENTATIVE"));
        let permit = member
            .post(&format!("{page}/papers"), &[("kind", "permit")])
            .await;
        assert_eq!(permit.status, 409);
        member.get("/mypage/fees").await.shows("1,600円");
        approves(&counter, &id).await;
        member.get("/mypage/fees").await.shows("2,400円");

        let other = moved.with("purpose", "商品の販売会");
        assert_eq!(changes(&member, &id, &other, "5").await.status, 303);
        assert_eq!(
            state(&app, &id).await,
            State::Requested,
            "for something else"
        );
        let refused = decides(&counter, &id, "refusal", &[("ground", "purpose")]).await;
        assert_eq!(refused.status, 303, "{}", refused.text);
        // A week before half of it stays, as if it had been cancelled when it was changed.
        member.get("/mypage/fees").await.shows("1,200円");
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_closure_calls_requests_off_too() {
    let app = TestApp::start(Engine::Sqlite).await;
    needs_approval(&app).await;
    let (member, manager) = (app.member("花子").await, app.manager().await);
    let id = made(&wish(&app).send(&member).await);
    let closing = [
        ("kind", "once"),
        ("first", "2026-12-15"),
        ("reason", "館内清掃"),
        ("seen", id.as_str()),
    ];
    let closed = manager.post("/counter/closures", &closing).await;
    assert_eq!(closed.status, 303, "{}", closed.text);
    let (state, request) = standing(&app, &id).await;
    assert_eq!(
        (state, request.unwrap().outcome),
        (State::Released, Some(Outcome::CalledOff))
    );
    manager.get("/counter/requests").await.hides("見本 花子");
    app.run_tasks().await;
    app.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_manager_enters_the_rule_and_sees_whom_it_concerns() {
    let app = TestApp::start(Engine::Sqlite).await;
    let (member, manager) = (app.member("花子").await, app.manager().await);
    let before = made(&wish(&app).send(&member).await);
    let room = app.fixture.room.to_string();
    let rule = |amount| {
        [
            ("kind", "approval"),
            ("amount", amount),
            ("space", room.as_str()),
            ("source", "施行規則第8条"),
            ("since", "2026-12-08"),
        ]
    };
    for amount in ["", "0", "31", "三"] {
        let refused = manager.post("/counter/rules", &rule(amount)).await;
        assert_eq!(refused.status, 422, "{amount}");
    }
    let shown = manager
        .post("/counter/rules/confirmation", &rule("３"))
        .await;
    shown.shows("1件の予約は、新しいきまりでは承認が要ります");
    shown.shows("申請から3営業日以内にお返事します");
    let made_rule = terms::set(&manager, &shown, &rule("３")).await;
    assert_eq!(made_rule.status, 303, "{}", made_rule.text);
    assert_eq!(state(&app, &before).await, State::Confirmed, "it stays");
    member
        .get(&format!("/spaces/{room}"))
        .await
        .shows("予約には承認が必要です");
    let later = wish(&app)
        .with("starts_at", "16:00")
        .with("ends_at", "17:00");
    let later = made(&later.send(&member).await);
    assert_eq!(state(&app, &later).await, State::Requested);
    app.run_tasks().await;
    app.finish().await;
}
