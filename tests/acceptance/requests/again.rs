//! What stood, was paid, and is asked for again: what it costs when it comes to nothing.

use bookings::{
    entity::hold::State,
    rules::terms::{Penalty, Term},
    samples,
};
use chrono::TimeDelta;
use testkit::database::Engine;
use tests::{Browser, TestApp};

use super::{again, approves, decides, needs_approval, state, wish, withdraws};
use crate::{
    acts::{self, Form, input, made},
    journeys::letters,
    money::{
        TERMS,
        bookings::{bill, priced},
        pay,
    },
};

/// The booking was approved and paid, and its purpose is another now, a week before: half of the
/// fee stays by then.
async fn asked_again(app: &TestApp, member: &Browser, counter: &Browser) -> String {
    let id = made(&wish(app).send(member).await);
    approves(counter, &id).await;
    let own = bill(&counter.get(&format!("/bookings/{id}")).await);
    assert_eq!(pay(counter, &[own], "cash").await.status, 303);
    let form = member.get(&format!("/bookings/{id}/change")).await;
    form.shows("変えても、料金は 800円 より低くなりません");
    let other = wish(app)
        .with("purpose", "商品の販売会")
        .with("version", "2");
    let path = format!("/bookings/{id}/change");
    let asked = member.post_once(&path, &other.fields()).await;
    assert_eq!(asked.status, 409, "it was not said before");
    asked.shows("変えると、もう一度承認が必要です");
    let agreed = other.with("comes_to", &input(&asked, "comes_to"));
    let changed = member.post(&path, &agreed.fields()).await;
    assert_eq!(changed.status, 303, "{}", changed.text);
    assert_eq!(state(app, &id).await, State::Requested);
    let letter = letters(app).await.pop().unwrap().text;
    assert!(!letter.contains("お金はかかりません"), "{letter}");
    id
}

async fn open(engine: Engine) -> (TestApp, Browser, Browser) {
    let app = TestApp::start(engine).await;
    priced(&app).await;
    needs_approval(&app).await;
    let manager = app.manager().await;
    let set = manager.post("/counter/fees/terms", &TERMS).await;
    assert_eq!(set.status, 303);
    let (member, counter) = (app.member("花子").await, app.staff().await);
    (app, member, counter)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refusal_keeps_what_cancelling_cost_on_the_day_of_the_change() {
    for engine in Engine::BOTH {
        let (app, member, counter) = open(engine).await;
        let id = asked_again(&app, &member, &counter).await;
        let page = counter.get(&format!("/counter/requests/{id}")).await;
        page.shows("料金のうち 800円 は残ります");
        let refused = decides(&counter, &id, "refusal", &[("ground", "purpose")]).await;
        assert_eq!(refused.status, 303, "{engine:?} {}", refused.text);
        let letter = letters(&app).await.pop().unwrap().text;
        assert!(
            letter.contains("変えた日に取り消したときと同じ 800円"),
            "{letter}"
        );
        assert!(letter.contains("800円 をお返しします"), "{letter}");

        // What was never approved costs nothing.
        let new = made(&wish(&app).send(&member).await);
        app.clock.advance(TimeDelta::minutes(1));
        let refused = decides(&counter, &new, "refusal", &[("ground", "purpose")]).await;
        assert_eq!(refused.status, 303, "{engine:?} {}", refused.text);
        let letter = letters(&app).await.pop().unwrap().text;
        assert!(letter.contains("料金はかかりません。"), "{letter}");
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_escapes_by_asking_for_something_else_at_the_last_moment() {
    for engine in Engine::BOTH {
        let (app, member, counter) = open(engine).await;
        let penalty = Penalty {
            times: 1,
            within_months: 12,
            for_months: 3,
            late_days: Some(7),
        };
        acts::rule(&app, &samples::rule(Term::NoShow(penalty))).await;
        let id = asked_again(&app, &member, &counter).await;
        app.clock.advance(TimeDelta::days(7));
        let letter = letters(&app).await.pop().unwrap();
        assert!(letter.subject.contains("お返事が間に合いませんでした"));
        assert!(
            letter.text.contains("変えた日に取り消したときと同じ 800円"),
            "{}",
            letter.text
        );
        assert_eq!(state(&app, &id).await, State::Expired, "{engine:?}");
        let counter = again(&app, &counter).await;
        counter.get("/counter/absences").await.shows("花子");
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn withdrawing_costs_as_much_as_the_page_says() {
    for engine in Engine::BOTH {
        let (app, member, counter) = open(engine).await;
        let id = asked_again(&app, &member, &counter).await;
        let asked = member.get(&format!("/bookings/{id}/cancellation")).await;
        asked.shows("取り消すと 800円 がかかります");
        assert_eq!(withdraws(&member, &id).await.status, 303, "{engine:?}");
        let page = counter.get(&format!("/bookings/{id}")).await;
        page.shows("800円");
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn moving_it_away_and_then_cancelling_costs_no_less() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        priced(&app).await;
        let member = app.member("花子").await;
        let id = made(&wish(&app).send(&member).await);
        let path = format!("/bookings/{id}/change");
        let far = wish(&app).with("date", "2027-01-12").with("version", "1");
        assert_eq!(member.post(&path, &far.fields()).await.status, 303);
        let asked = member.get(&format!("/bookings/{id}/cancellation")).await;
        asked.shows("取り消すと 800円 がかかります");
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_time_that_has_begun_cannot_be_asked_for() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        needs_approval(&app).await;
        let (member, counter) = (app.member("花子").await, app.staff().await);
        // It is 14:20: the step from 14:00 on is running.
        let at = |from| {
            wish(&app)
                .with("date", "2026-12-08")
                .with("starts_at", from)
                .with("ends_at", "16:00")
        };
        let before = acts::Rows::of(&app).await;
        for browser in [&member, &counter] {
            let form = at("14:00").with("for", &member.person.unwrap().to_string());
            let refused = form.send(browser).await;
            assert_eq!(refused.status, 422, "{engine:?} {}", refused.text);
            refused.shows("始まっている時間は申請できません");
        }
        assert_eq!(acts::Rows::of(&app).await, before);
        let desk = Form::new(app.fixture.desks, "14:00", "16:00").with("date", "2026-12-08");
        made(&desk.send(&member).await);
        let id = made(&at("14:30").send(&member).await);
        approves(&counter, &id).await;
        assert_eq!(state(&app, &id).await, State::Confirmed, "{engine:?}");
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_permit_is_for_what_was_approved_and_a_change_is_one_of_it() {
    let app = TestApp::start(Engine::Sqlite).await;
    needs_approval(&app).await;
    let (member, counter) = (app.member("花子").await, app.staff().await);
    let id = made(&wish(&app).send(&member).await);
    let page = format!("/bookings/{id}");
    let change = format!("{page}/change");
    let moved = |from, until| wish(&app).with("starts_at", from).with("ends_at", until);
    let first = moved("15:00", "17:00").with("version", "1");
    assert_eq!(member.post(&change, &first.fields()).await.status, 303);
    approves(&counter, &id).await;
    app.clock.advance(TimeDelta::minutes(1));
    let papers = format!("{page}/papers");
    let notice = member.post(&papers, &[("kind", "change")]).await;
    assert_eq!(notice.status, 409, "nothing was permitted before");
    let second = moved("16:00", "18:00").with("version", "3");
    assert_eq!(member.post(&change, &second.fields()).await.status, 303);
    approves(&counter, &id).await;
    let notice = member.post(&papers, &[("kind", "change")]).await;
    assert_eq!(notice.status, 303, "{}", notice.text);
    let notice = member.get(&notice.location).await;
    notice.shows("15:00〜17:00");
    notice.shows("16:00〜18:00");
    app.run_tasks().await;
    app.finish().await;
}
