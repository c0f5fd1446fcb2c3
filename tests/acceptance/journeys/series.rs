//! Booking again and again: every clash is shown first, then all of it is booked, or nothing.

mod changes;
mod races;
mod refusals;

use bookings::{
    entity::{booking, hold, series, space_unit},
    ledger::{self, Claim},
};
use kernel::{Actor, Fault, Instant, Span, Via, transact};
use sea_orm::entity::prelude::*;
use testkit::database::Engine;
use tests::{Answer, Browser, TestApp};
use tokio::task::JoinSet;

use super::{acts_upon, letters};
use crate::acts::{self, Form, Rows, input};

/// Thirteen Wednesdays from 9 December, the last of which can just be booked.
fn weekly(app: &TestApp) -> Form {
    Form::new(app.fixture.room, "13:00", "15:00")
        .with("date", "2026-12-09")
        .with("rhythm", "weekly")
        .with("times", "13")
        .with("once", "page 1")
}

async fn check(browser: &Browser, form: &Form) -> Answer {
    browser.post("/bookings/confirmation", &form.fields()).await
}

async fn book(browser: &Browser, form: &Form) -> Answer {
    browser.post("/series", &form.fields()).await
}

/// The series that a form made.
#[track_caller]
fn made(answer: &Answer) -> String {
    let id = answer.location.strip_prefix("/series/");
    let id = id.and_then(|rest| rest.strip_suffix("/done"));
    let led = format!("{} {}: {}", answer.status, answer.location, answer.text);
    id.unwrap_or_else(|| panic!("{led}")).to_owned()
}

/// What the first alternative of a time is.
fn first_choice(page: &Answer, name: &str) -> String {
    input(page, name)
}

/// Somebody else has the room on this day.
async fn takes(app: &TestApp, date: &str) {
    let other = app.member("次郎").await;
    let form = Form::new(app.fixture.room, "14:00", "16:00").with("date", date);
    assert_eq!(form.send(&other).await.status, 303);
}

/// Every booking with its state, first to last.
async fn all(app: &TestApp) -> Vec<(booking::Model, hold::State)> {
    let db = app.app.db.reader();
    let mut found = booking::Entity::find()
        .find_also_related(hold::Entity)
        .all(db)
        .await
        .unwrap()
        .into_iter()
        .filter(|(booking, _)| booking.series_id.is_some())
        .map(|(booking, hold)| (booking, hold.unwrap().state))
        .collect::<Vec<_>>();
    found.sort_by_key(|(booking, _)| booking.starts_at);
    found
}

#[tokio::test(flavor = "multi_thread")]
async fn thirteen_weeks_with_two_clashes_one_moved_and_one_left_out() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        for date in ["2026-12-23", "2027-01-13"] {
            takes(&app, date).await;
        }
        let member = app.member("花子").await;
        let form = weekly(&app);
        let before = Rows::of(&app).await;
        let page = check(&member, &form).await;
        assert_eq!(page.status, 200, "{}", page.text);
        for said in [
            "毎週水曜日",
            "予約できない回（2回）",
            "そのまま予約できる回（11回）",
        ] {
            page.shows(said);
        }
        page.shows("この時間には、先に予約が入っています。");
        assert_eq!(Rows::of(&app).await, before);
        let undecided = book(&member, &form).await;
        assert_eq!(undecided.status, 422);
        undecided.shows("2026年12月23日（水）の回をどうするか選んでください。");
        assert_eq!(Rows::of(&app).await, before);
        let moved = first_choice(&page, "choice-2026-12-23");
        let form = form
            .with("choice-2026-12-23", &moved)
            .with("choice-2027-01-13", "skip");
        let done = book(&member, &form).await;
        let id = made(&done);
        assert_eq!(book(&member, &form).await.location, done.location);
        let bookings = all(&app).await;
        assert_eq!(bookings.len(), 12);
        assert!(
            bookings
                .iter()
                .all(|(_, state)| *state == hold::State::Confirmed)
        );
        let page = member.get(&done.location).await;
        for (booking, _) in &bookings {
            page.shows(&booking.reference);
        }
        member.get("/mypage/bookings").await.shows("繰り返し");
        let file = member.get(&format!("/series/{id}/calendar.ics")).await;
        assert_eq!(file.text.matches("BEGIN:VEVENT").count(), 12);
        let letters = letters(&app).await;
        let letters: Vec<_> = letters
            .iter()
            .filter(|letter| letter.text.contains("/series/"))
            .collect();
        assert_eq!(letters.len(), 1);
        assert!(letters[0].subject.contains("12回の予約が決まりました"));
        for (booking, _) in &bookings {
            assert!(letters[0].text.contains(&booking.reference));
        }
        let calendar = letters[0].calendar.as_ref().unwrap();
        assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 12);
        let acts = acts_upon(&app, &id).await;
        assert_eq!(acts, ["series.reserved"]);
        member
            .get("/mypage/notices")
            .await
            .shows("12回の予約が決まりました");
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn another_space_at_that_time_is_offered_and_each_offer_can_be_had() {
    let app = TestApp::start(Engine::Sqlite).await;
    let other = acts::open(&app, acts::room(&app, "会議室B").await, 1).await;
    takes(&app, "2026-12-23").await;
    let form = weekly(&app).with("times", "3");
    let page = check(&app.member("花子").await, &form).await;
    let offers = |page: &Answer| -> Vec<String> {
        let parts = page
            .text
            .split("name=\"choice-2026-12-23\" value=\"")
            .skip(1);
        let values = parts.map(|rest| rest.split('"').next().unwrap().to_owned());
        values.filter(|value| value != "skip").collect()
    };
    let found = offers(&page);
    assert_eq!(found.len(), 3);
    let there = format!("{other}/2026-12-23/780-900");
    assert!(found.contains(&there), "{found:?}");
    let member = app.member("花子").await;
    made(&book(&member, &form.with("choice-2026-12-23", &there)).await);
    assert_eq!(all(&app).await[2].0.space_id, other);
    app.run_tasks().await;
    app.finish().await;
}

/// A provisional hold whose time is over does not stand in the way of a series.
#[tokio::test(flavor = "multi_thread")]
async fn what_has_lapsed_gives_way_to_a_series() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let at = |text| Instant::parse(text).unwrap();
        let span = Span::try_new(
            at("2026-12-23T13:00:00+09:00"),
            at("2026-12-23T15:00:00+09:00"),
        );
        let unit = space_unit::Entity::find()
            .filter(space_unit::COLUMN.space_id.eq(app.fixture.room))
            .one(app.app.db.reader())
            .await
            .unwrap()
            .unwrap();
        let claim = Claim {
            kind: "booking",
            label: "見本 太郎".into(),
            link: String::new(),
            state: hold::State::Held,
            expires_at: Some(app.clock.now() + chrono::TimeDelta::minutes(30)),
        };
        let system = Actor::system(Via::Cli);
        transact::<_, Fault, _>(&app.app.db, system, &app.clock, async |work| {
            ledger::take(work, claim, &[unit.resource_id], span.unwrap()).await
        })
        .await
        .unwrap();
        let member = app.member("花子").await;
        let form = weekly(&app).with("times", "3");
        assert_eq!(book(&member, &form).await.status, 422);
        app.clock.advance(chrono::TimeDelta::minutes(30));
        made(&book(&member, &form).await);
        assert_eq!(all(&app).await.len(), 3);
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_comes_every_week_has_the_same_desk() {
    let app = TestApp::start(Engine::Sqlite).await;
    let desks = weekly(&app).with("space_id", &app.fixture.desks.to_string());
    made(&book(&app.member("花子").await, &desks).await);
    let bookings = all(&app).await;
    assert_eq!(bookings.len(), 13);
    let first = bookings[0].0.unit;
    assert!(bookings.iter().all(|(booking, _)| booking.unit == first));
    app.run_tasks().await;
    app.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_year_of_weeks_is_booked_at_once() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let room = acts::room(&app, "会議室C").await;
        let room = acts::open(&app, room, 1).await;
        let far = bookings::rules::Rule {
            space: Some(room),
            ..bookings::samples::days_ahead(400)
        };
        acts::rule(&app, &far).await;
        let member = app.member("花子").await;
        let form = weekly(&app)
            .with("space_id", &room.to_string())
            .with("times", "52");
        check(&member, &form)
            .await
            .shows("そのまま予約できる回（52回）");
        made(&book(&member, &form).await);
        assert_eq!(all(&app).await.len(), 52);
        app.run_tasks().await;
        app.finish().await;
    }
}
