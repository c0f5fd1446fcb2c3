//! Booking again and again: every clash is shown first, then all of it is booked, or nothing.

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
async fn what_was_taken_meanwhile_is_marked_and_nothing_is_saved() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        takes(&app, "2026-12-23").await;
        let member = app.member("花子").await;
        let form = weekly(&app).with("choice-2026-12-23", "skip");
        assert_eq!(check(&member, &form).await.status, 200);
        takes(&app, "2026-12-30").await;
        let before = Rows::of(&app).await;
        let form = form.with("free", "2026-12-30");
        let answer = book(&member, &form).await;
        assert_eq!(answer.status, 409, "{}", answer.text);
        answer.shows("2026年12月30日（水）の回は、ほかの方が先に予約しました。");
        assert_eq!(Rows::of(&app).await, before);
        let kept = answer
            .text
            .split("name=\"choice-2026-12-23\" value=\"skip\"");
        assert!(
            kept.last().unwrap().starts_with(" checked"),
            "{}",
            answer.text
        );
        let form = form.with("choice-2026-12-30", "skip");
        made(&book(&member, &form).await);
        assert_eq!(all(&app).await.len(), 11);
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn choices_that_were_tampered_with_are_checked_again() {
    let app = TestApp::start(Engine::Sqlite).await;
    takes(&app, "2026-12-23").await;
    let member = app.member("花子").await;
    let room = app.fixture.room;
    let before = Rows::of(&app).await;
    for choice in [
        // Taken, closed, at night, over, too far ahead, too short, too many people, nonsense.
        format!("{room}/2026-12-23/840-960"),
        format!("{room}/2026-12-21/780-900"),
        format!("{room}/2026-12-23/1320-1380"),
        format!("{room}/2026-12-01/780-900"),
        format!("{room}/2027-12-21/780-900"),
        format!("{room}/2026-12-24/780-790"),
        format!("{}/2026-12-23/780-900", app.fixture.desks),
        format!("{}/2026-12-23/780-900", uuid::Uuid::nil()),
        "🎍".to_owned(),
    ] {
        let form = weekly(&app)
            .with("attendees", "4")
            .with("choice-2026-12-23", &choice);
        let answer = book(&member, &form).await;
        assert!(
            [404, 409, 422].contains(&answer.status),
            "{choice}: {}",
            answer.status
        );
        assert_eq!(Rows::of(&app).await, before, "{choice}");
    }
    app.run_tasks().await;
    app.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_series_over_a_closed_day_and_beyond_what_can_be_booked_says_why() {
    let app = TestApp::start(Engine::Sqlite).await;
    let member = app.member("花子").await;
    let monday = weekly(&app).with("date", "2026-12-14").with("times", "2");
    let page = check(&member, &monday).await;
    page.shows("は休館日です");
    page.shows("予約できない回（2回）");
    let far = weekly(&app).with("times", "52");
    let page = check(&member, &far).await;
    page.shows("に受付がはじまります");
    page.shows("この回は予約しない");
    let all_out = monday
        .with("choice-2026-12-14", "skip")
        .with("choice-2026-12-21", "skip");
    let answer = book(&member, &all_out).await;
    assert_eq!(answer.status, 422);
    answer.shows("予約する回が1つもありません");
    app.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_with_a_series_is_said_at_its_field() {
    let app = TestApp::start(Engine::Sqlite).await;
    let member = app.member("花子").await;
    for (name, value, said) in [
        ("times", "0", "回数は1から52まで"),
        ("times", "53", "回数は1から52まで"),
        ("times", "🎍", "回数は1から52まで"),
        ("times", "", "回数か、最後の日を入れてください。"),
        ("last_day", "2027-01-05", "どちらか1つだけ"),
        ("rhythm", "daily", "繰り返し方を選んでください"),
        ("rhythm", "🎍", "繰り返し方を選んでください"),
        ("rhythm", "", "繰り返し方を選んでください"),
        (
            "rhythm",
            "monthly_last",
            "その月の最後の同じ曜日ではありません",
        ),
        ("date", "9999-12-31", "はじまりの日時を確かめてください"),
        ("purpose", "", "使う目的を書いてください"),
        ("attendees", "40", "この場所に入れるのは6人まで"),
    ] {
        let form = weekly(&app).with(name, value);
        for answer in [check(&member, &form).await, book(&member, &form).await] {
            assert_eq!(answer.status, 422, "{name} {value}: {}", answer.text);
            answer.shows(said);
        }
    }
    let past = weekly(&app)
        .with("times", "")
        .with("last_day", "2026-12-08");
    check(&member, &past)
        .await
        .shows("最後の日は、はじめの日か");
    let nonsense = weekly(&app).with("times", "").with("last_day", "🎍");
    check(&member, &nonsense)
        .await
        .shows("最後の日を確かめてください");
    app.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn series_that_race_for_the_same_times_never_both_have_one() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let other = acts::open(&app, acts::room(&app, "会議室B").await, 1).await;
        let mut racing = JoinSet::new();
        for number in 0..8_usize {
            let member = app.member("花子").await;
            // The two rooms in either order: one as wished, the other as what was chosen instead.
            let (wished, chosen) = if number % 2 == 0 {
                (app.fixture.room, other)
            } else {
                (other, app.fixture.room)
            };
            let form = weekly(&app)
                .with("space_id", &wished.to_string())
                .with("choice-2026-12-23", &format!("{chosen}/2026-12-23/780-900"));
            racing.spawn(async move { book(&member, &form).await });
        }
        let answers = racing.join_all().await;
        for answer in &answers {
            assert!([303, 409, 422].contains(&answer.status), "{}", answer.text);
        }
        let won = answers.iter().filter(|answer| answer.status == 303).count();
        assert_eq!(won, 2, "each room has one series");
        let bookings = all(&app).await;
        assert_eq!(bookings.len(), 26);
        let series = series::Entity::find()
            .all(app.app.db.reader())
            .await
            .unwrap();
        assert_eq!(series.len(), 2);
        app.run_tasks().await;
        app.finish().await;
    }
}

/// Whoever books one desk takes any; whoever books a series locks them all.
#[tokio::test(flavor = "multi_thread")]
async fn series_and_single_bookings_at_the_same_desks_never_wait_in_a_circle() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let desks = weekly(&app)
            .with("space_id", &app.fixture.desks.to_string())
            .with("times", "6");
        let mut racing = JoinSet::new();
        for number in 0..12_usize {
            let member = app.member("花子").await;
            let (series, form) = (number % 3 == 0, desks.clone());
            racing.spawn(async move {
                if series {
                    book(&member, &form).await
                } else {
                    form.with("date", "2026-12-16").send(&member).await
                }
            });
        }
        for answer in racing.join_all().await {
            let known = [303, 409, 422].contains(&answer.status);
            assert!(known, "{} {}", answer.status, answer.text);
        }
        assert_eq!(
            all(&app).await.len() % 6,
            0,
            "a series is whole or not there"
        );
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

#[tokio::test(flavor = "multi_thread")]
async fn another_persons_series_is_as_if_there_were_none() {
    let app = TestApp::start(Engine::Sqlite).await;
    let member = app.member("花子").await;
    let secret = "合図のことば";
    let form = weekly(&app).with("purpose", secret);
    let id = made(&book(&member, &form).await);
    let booking = all(&app).await[0].0.id;
    let stranger = app.member("次郎").await;
    for rest in ["", "/done", "/calendar.ics", "/change", "/cancellation"] {
        let path = format!("/series/{id}{rest}");
        let answer = stranger.get(&path).await;
        assert_eq!(answer.status, 404, "{path}");
        assert!(!answer.text.contains(secret));
        assert_eq!(member.get(&path).await.status, 200, "{path}");
    }
    member
        .get(&format!("/series/{id}/done"))
        .await
        .shows(secret);
    let from = booking.to_string();
    for rest in ["/change", "/change/confirmation", "/cancellation"] {
        let answer = stranger
            .post(&format!("/series/{id}{rest}"), &[("from", &from)])
            .await;
        assert_eq!(answer.status, 404, "{rest}");
    }
    // A series of one's own, with somebody else's booking to begin with.
    let own = weekly(&app).with("date", "2026-12-10");
    let own = made(&book(&stranger, &own).await);
    let path = format!("/series/{own}/cancellation");
    assert_eq!(stranger.post(&path, &[("from", &from)]).await.status, 404);
    // For somebody else, only at the counter.
    let person = member.person.unwrap().to_string();
    let for_her = weekly(&app)
        .with("date", "2026-12-11")
        .with("for", &person)
        .with("once", "page 2");
    assert_eq!(book(&stranger, &for_her).await.status, 403);
    let reception = app.staff().await;
    made(&book(&reception, &for_her).await);
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
