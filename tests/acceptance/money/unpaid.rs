//! Bookings that nobody pays.

use ::bookings::entity::{BookingId, booking, hold};
use chrono::TimeDelta;
use fees::entity::BillId;
use sea_orm::EntityTrait;
use testkit::database::Engine;
use tests::{Browser, TestApp};

use super::{
    bookings::{bill, priced},
    open_amount, pay,
};
use crate::acts::{Form, made};

/// A Friday, to be paid by the 22nd, two weeks from the tests' today.
pub(super) const DAY: &str = "2026-12-25";

pub(crate) async fn state(app: &TestApp, id: &str) -> hold::State {
    let db = app.app.db.reader();
    let id: BookingId = id.parse().unwrap();
    let booked = booking::Entity::find_by_id(id).one(db).await.unwrap();
    let held = hold::Entity::find_by_id(booked.unwrap().hold_id).one(db);
    held.await.unwrap().unwrap().state
}

/// The session of a test does not last so long.
pub(super) async fn again(app: &TestApp, browser: &Browser) -> Browser {
    app.signed_in(browser.person.unwrap()).await
}

pub(super) async fn bill_at(counter: &Browser, booking: &str) -> BillId {
    bill(&counter.get(&format!("/bookings/{booking}")).await)
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_paid_by_its_day_is_free_for_others() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        priced(&app).await;
        let (hanako, jiro) = (app.member("花子").await, app.member("次郎").await);
        let counter = app.staff().await;
        let form = Form::new(app.fixture.room, "13:00", "15:00").with("date", DAY);
        let unpaid = made(&form.send(&hanako).await);
        let later = Form::new(app.fixture.room, "16:00", "17:00").with("date", DAY);
        let paid = made(&later.send(&hanako).await);
        let free = Form::new(app.fixture.desks, "13:00", "15:00").with("date", DAY);
        let free = made(&free.send(&hanako).await);
        let own = bill_at(&counter, &unpaid).await;
        let settled = bill_at(&counter, &paid).await;
        assert_eq!(pay(&counter, &[settled], "cash").await.status, 303);

        app.clock.advance(TimeDelta::days(14));
        app.run_tasks().await;
        let letters = app.letters().len();
        assert_eq!(state(&app, &unpaid).await, hold::State::Confirmed);
        app.clock.advance(TimeDelta::days(1));
        app.run_tasks().await;
        app.run_tasks().await;
        assert_eq!(state(&app, &unpaid).await, hold::State::Released);
        assert_eq!(open_amount(&app, own).await, 0, "{engine:?}");
        for stays in [&paid, &free] {
            assert_eq!(state(&app, stays).await, hold::State::Confirmed);
        }
        assert_eq!(app.letters().len(), letters + 1, "{engine:?}");

        let (hanako, jiro) = (again(&app, &hanako).await, again(&app, &jiro).await);
        let counter = again(&app, &counter).await;
        let page = hanako.get(&format!("/bookings/{unpaid}")).await;
        page.shows("お支払いがなかったため取り消しました");
        let papers = format!("/bookings/{unpaid}/papers");
        let issued = hanako.post(&papers, &[("kind", "cancellation")]).await;
        let notice = issued.location;
        let english = hanako.get(&format!("{notice}?lang=en")).await;
        english.shows("Because the fee was not paid by its day");
        let notice = hanako.get(&format!("{notice}?lang=ja")).await;
        notice.shows("期限までに料金のお支払いがなかったため");
        let shorter = form.clone().with("ends_at", "14:00");
        for own in [&form, &shorter] {
            let refused = own.send(&hanako).await;
            assert_eq!(refused.status, 422, "{engine:?} {}", refused.text);
            refused.shows(
                "期限までにお支払いがなかったため、2026年12月23日（水）に取り消しになりました",
            );
            refused.shows(&format!("href=\"/bookings/{unpaid}\""));
            refused.shows("いま予約できる、近い時間と場所");
        }
        let moved = later.with("starts_at", "14:00").with("version", "1");
        let change = format!("/bookings/{paid}/change");
        let moved = hanako.post(&change, &moved.fields()).await;
        assert_eq!(moved.status, 422, "{engine:?}");

        let person = hanako.person.unwrap().to_string();
        let early = form.clone().with("ends_at", "14:00").with("for", &person);
        assert_eq!(early.send(&counter).await.status, 422);
        let excepted = early.with("waiver", "入院のため支払いに来られなかった");
        made(&excepted.send(&counter).await);
        let others = form.with("starts_at", "14:00");
        made(&others.send(&jiro).await);
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_series_loses_only_what_is_not_paid() {
    let app = TestApp::start(Engine::Sqlite).await;
    priced(&app).await;
    let (member, counter) = (app.member("花子").await, app.staff().await);
    let form = Form::new(app.fixture.room, "13:00", "14:00")
        .with("date", "2027-01-12")
        .with("rhythm", "weekly")
        .with("times", "2")
        .with("repeat", "on");
    let booked = member.post("/series", &form.fields()).await;
    assert_eq!(booked.status, 303, "{}", booked.text);
    let all = booking::Entity::find().all(app.app.db.reader()).await;
    let all: Vec<String> = all.unwrap().iter().map(|one| one.id.to_string()).collect();
    let first = bill_at(&counter, &all[0]).await;
    assert_eq!(pay(&counter, &[first], "cash").await.status, 303);
    app.clock.advance(TimeDelta::days(15));
    app.run_tasks().await;
    assert_eq!(state(&app, &all[0]).await, hold::State::Confirmed);
    assert_eq!(state(&app, &all[1]).await, hold::State::Released);
    app.run_tasks().await;
    app.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_paid_in_part_stays_and_the_counter_is_told_so() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        priced(&app).await;
        let (member, counter) = (app.member("花子").await, app.staff().await);
        let form = Form::new(app.fixture.room, "13:00", "15:00").with("date", DAY);
        let id = made(&form.send(&member).await);
        let own = bill_at(&counter, &id).await;
        assert_eq!(pay(&counter, &[own], "cash").await.status, 303);
        let longer = form.with("ends_at", "16:00").with("version", "1");
        let path = format!("/bookings/{id}/change");
        let changed = member.post(&path, &longer.fields()).await;
        assert_eq!(changed.status, 303, "{engine:?} {}", changed.text);
        assert_eq!(open_amount(&app, own).await, 800, "{engine:?}");
        app.clock.advance(TimeDelta::days(16));
        app.run_tasks().await;
        assert_eq!(state(&app, &id).await, hold::State::Confirmed, "{engine:?}");
        let counter = again(&app, &counter).await;
        let page = counter.get(&format!("/bookings/{id}")).await;
        page.shows("期限を過ぎても、自動では取り消しません");
        let page = counter.get(&format!("/counter/bills/{own}")).await;
        page.shows("残り800円が未払いです");
        app.run_tasks().await;
        app.finish().await;
    }
}
