//! Waiting for what is taken, until it is one's own or over.

mod refused;

use bookings::{
    entity::{WaitingId, waiting_entry},
    rules::{Rule, terms::Term},
    samples,
};
use chrono::TimeDelta;
use sea_orm::EntityTrait;
use testkit::database::Engine;
use tests::{Browser, TestApp};

use super::{acts_upon, letters};
use crate::{
    acts::{self, Form, made},
    money::bookings::priced,
};

/// Two hours of the meeting room on the Tuesday.
fn wish(app: &TestApp) -> Form {
    Form::new(app.fixture.room, "13:00", "15:00").with("attendees", "4")
}

/// Joins the line; the path of the place in it.
async fn joins(form: &Form, browser: &Browser) -> String {
    let joined = browser.post("/waiting", &form.fields()).await;
    assert_eq!(joined.status, 303, "{}", joined.text);
    assert!(joined.location.starts_with("/waiting/"), "{joined:?}");
    joined.location
}

async fn cancels(browser: &Browser, booking: &str) {
    let path = format!("/bookings/{booking}/cancellation");
    assert_eq!(browser.post(&path, &[]).await.status, 303);
}

async fn entry(app: &TestApp, path: &str) -> waiting_entry::Model {
    let id: WaitingId = path.trim_start_matches("/waiting/").parse().unwrap();
    let found = waiting_entry::Entity::find_by_id(id);
    found.one(app.app.db.reader()).await.unwrap().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn who_waits_first_is_asked_first_and_nobody_gets_past() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (holder, first) = (app.member("太郎").await, app.member("花子").await);
        let (second, quick) = (app.member("次郎").await, app.member("三郎").await);
        let slot = format!("{}/2026-12-15/780-900", app.fixture.room);
        let free = first.get(&format!("/waiting/new?slot={slot}")).await;
        free.shows("ほかの方の予約は入っていません");
        free.shows(&format!("/bookings/new?slot={slot}"));
        assert!(!free.text.contains("action=\"/waiting\""), "no line yet");
        let booking = made(&wish(&app).send(&holder).await);

        let late = wish(&app).send(&first).await;
        assert_eq!(late.status, 409);
        late.shows("空いたら知らせを受け取る");
        late.shows(&slot);
        let form = first.get(&format!("/waiting/new?slot={slot}")).await;
        form.shows("いません");
        form.shows("いまは予約が入っています");
        let place = joins(&wish(&app), &first).await;
        first.get(&place).await.shows("1番目");
        let behind = joins(&wish(&app), &second).await;
        second.get("/mypage/waiting").await.shows("2番目");
        assert_eq!(second.get(&place).await.status, 404, "another's place");

        let reception = app.staff().await;
        let page = reception.get(&format!("/bookings/{booking}")).await;
        page.shows("この時間を待っている方（2人）");
        reception.get("/counter/waiting").await.shows("見本 花子");

        cancels(&holder, &booking).await;
        assert_eq!(
            wish(&app).send(&quick).await.status,
            409,
            "kept for who waits"
        );
        assert_eq!(wish(&app).send(&holder).await.status, 409);
        let page = first.get(&place).await;
        page.shows("空きが出ました。使いますか");
        let letter = letters(&app).await.pop().unwrap();
        assert!(
            letter.subject.contains("空きが出ました（会議室A）"),
            "{}",
            letter.subject
        );
        assert!(letter.text.contains(&place), "{}", letter.text);
        second.get(&behind).await.shows("2番目");

        let accepted = first.post(&format!("{place}/acceptance"), &[]).await;
        let booked = made(&accepted);
        first
            .get(&accepted.location)
            .await
            .shows("予約が決まりました");
        first.get(&place).await.shows("予約を見る");
        second.get(&behind).await.shows("1番目");
        let kinds = acts_upon(&app, place.trim_start_matches("/waiting/")).await;
        assert_eq!(
            kinds,
            ["waiting.joined", "waiting.offered", "waiting.accepted"]
        );

        cancels(&first, &booked).await;
        let declined = second.post(&format!("{behind}/withdrawal"), &[]).await;
        assert_eq!(declined.status, 303);
        second.get(&behind).await.shows("使わないと返事");
        made(&wish(&app).send(&quick).await);
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_offer_lapses_at_its_moment_and_goes_to_the_next() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let holder = app.member("太郎").await;
        let (first, second) = (app.member("花子").await, app.member("次郎").await);
        let booking = made(&wish(&app).send(&holder).await);
        let place = joins(&wish(&app), &first).await;
        let behind = joins(&wish(&app), &second).await;
        cancels(&holder, &booking).await;
        let until = entry(&app, &place).await.expires_at.unwrap();
        // Six days and 22 hours before: a quarter of it is more than a day.
        assert_eq!(until - app.clock.now(), TimeDelta::days(1));

        app.clock.move_to(until);
        let late = first.post(&format!("{place}/acceptance"), &[]).await;
        assert_eq!(late.status, 409);
        late.shows("お返事の期限を過ぎたか");
        // Before any sweep, a quick one asks for it: the next in line has it.
        assert_eq!(wish(&app).send(&holder).await.status, 409);
        app.run_tasks().await;
        second
            .get(&behind)
            .await
            .shows("空きが出ました。使いますか");
        first.get(&place).await.shows("2番目");

        let until = entry(&app, &behind).await.expires_at.unwrap();
        app.clock.move_to(until);
        app.run_tasks().await;
        first.get(&place).await.shows("空きが出ました。使いますか");
        let until = entry(&app, &place).await.expires_at.unwrap();
        app.clock.move_to(until);
        app.run_tasks().await;
        first.get(&place).await.shows("列から外れました");
        let accepted = second.post(&format!("{behind}/acceptance"), &[]).await;
        made(&accepted);
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_line_ends_when_its_time_begins() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let holder = app.member("太郎").await;
        made(&wish(&app).send(&holder).await);
        let waiting = app.member("花子").await;
        let place = joins(&wish(&app), &waiting).await;
        let begins = entry(&app, &place).await.starts_at;
        app.clock.move_to(begins - TimeDelta::minutes(30));
        app.run_tasks().await;
        waiting.get(&place).await.shows("1番目");
        app.clock.move_to(begins);
        app.run_tasks().await;
        waiting
            .get(&place)
            .await
            .shows("使う時刻までに空きが出ませんでした");
        let gone = waiting.post(&format!("{place}/withdrawal"), &[]).await;
        assert_eq!(gone.status, 409);
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_frees_the_place_moves_the_line() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let holder = app.member("太郎").await;
        let waiting = app.member("花子").await;
        let is_asked = async |place: &str| {
            let page = waiting.get(place).await;
            page.shows("空きが出ました。使いますか");
            let path = format!("{place}/withdrawal");
            assert_eq!(waiting.post(&path, &[]).await.status, 303);
        };

        let booking = made(&wish(&app).send(&holder).await);
        let place = joins(&wish(&app), &waiting).await;
        let change = wish(&app)
            .with("starts_at", "17:00")
            .with("ends_at", "19:00")
            .with("version", "1");
        let path = format!("/bookings/{booking}/change");
        assert_eq!(holder.post(&path, &change.fields()).await.status, 303);
        is_asked(&place).await;

        let [half, _, whole] = crate::acts::open_divisible(&app).await;
        let of = |space| Form::new(space, "13:00", "15:00");
        let booking = made(&of(whole).send(&holder).await);
        let place = joins(&of(half), &waiting).await;
        cancels(&holder, &booking).await;
        is_asked(&place).await;
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_offer_says_that_it_becomes_a_request_and_what_it_costs() {
    let app = TestApp::start(Engine::Sqlite).await;
    priced(&app).await;
    let approval = Rule {
        space: Some(app.fixture.room),
        ..samples::rule(Term::Approval(5))
    };
    let (holder, waiting) = (app.member("太郎").await, app.member("花子").await);
    let booking = made(&wish(&app).send(&holder).await);
    let place = joins(&wish(&app), &waiting).await;
    acts::rule(&app, &approval).await;
    cancels(&holder, &booking).await;
    let page = waiting.get(&place).await;
    page.shows("この予約には承認が必要です");
    page.shows("1,600円");
    page.shows("使う（申請する）");
    let letter = letters(&app).await.pop().unwrap().text;
    assert!(letter.contains("承認されると使えます"), "{letter}");
    let taken = waiting.post(&format!("{place}/acceptance"), &[]).await;
    assert_eq!(taken.status, 303, "{}", taken.text);
    let own = waiting.get("/mypage/bookings").await;
    own.shows("申請中");
    app.run_tasks().await;
    app.finish().await;
}
