//! What was booked rightly stays so: its words are mended, and who comes is there.

use bookings::{
    entity::booking,
    rules::{
        Rule,
        terms::{Penalty, Term},
    },
    samples, service,
};
use chrono::TimeDelta;
use kernel::{Actor, Fault, Via, transact};
use sea_orm::EntityTrait;
use testkit::database::Engine;
use tests::{Browser, TestApp};

use crate::{
    acts::{self, Form, input, made},
    journeys::letters,
};

/// One absence, from the next month three months; cancelling three days before counts.
pub(super) fn strict() -> Rule {
    samples::rule(Term::NoShow(Penalty {
        times: 1,
        within_months: 12,
        for_months: 3,
        late_days: Some(3),
    }))
}

const RESTRICTED: &str = "まで、新しい予約はできません";

#[tokio::test(flavor = "multi_thread")]
async fn cancelling_late_says_before_what_follows_and_asks_again_when_that_is_new() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let member = app.member("花子").await;
        let form = Form::new(app.fixture.room, "13:00", "15:00").with("date", "2026-12-10");
        let id = made(&form.send(&member).await);
        let cancel = format!("/bookings/{id}/cancellation");
        let stale = input(&member.get(&cancel).await, "comes_to");
        acts::rule(&app, &strict()).await;

        let asked = member.post_once(&cancel, &[("comes_to", &stale)]).await;
        assert_eq!(asked.status, 409, "{engine:?} {}", asked.text);
        for page in [asked, member.get(&cancel).await] {
            page.shows("取り消すと、無断不使用として数えます");
            page.shows(
                "2027年1月1日（金）から2027年3月31日（水）まで、新しい予約ができなくなります",
            );
        }
        let mine = member.get("/mypage/bookings").await;
        assert!(
            !mine.text.contains(RESTRICTED),
            "{engine:?} nothing is done"
        );

        let seen = input(&member.get(&cancel).await, "comes_to");
        let done = member.post_once(&cancel, &[("comes_to", &seen)]).await;
        assert_eq!(done.status, 303, "{engine:?} {}", done.text);
        member.get("/mypage/bookings").await.shows(RESTRICTED);
        let told = letters(&app).await.pop().unwrap().text;
        assert!(told.contains("無断不使用として数えました"), "{told}");
        assert!(told.contains("2027年3月31日（水）まで"), "{told}");
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_series_called_off_says_how_many_of_it_count_as_absences() {
    let app = TestApp::start(Engine::Sqlite).await;
    acts::rule(&app, &strict()).await;
    let member = app.member("花子").await;
    let series = a_series(&app, &member).await;
    let cancel = format!("{series}/cancellation");
    let page = member.get(&cancel).await;
    page.shows("取り消すと、無断不使用として数えます");
    let seen = input(&page, "comes_to");
    let done = member.post_once(&cancel, &[("comes_to", &seen)]).await;
    assert_eq!(done.status, 303, "{}", done.text);
    let told = letters(&app).await.pop().unwrap().text;
    assert!(told.contains("無断不使用として数えました"), "{told}");
    app.finish().await;
}

/// Two Thursdays, the first in two days; the path of the series.
async fn a_series(app: &TestApp, member: &Browser) -> String {
    let form = Form::new(app.fixture.room, "13:00", "15:00").with("date", "2026-12-10");
    let form = form.with("rhythm", "weekly").with("times", "2");
    let form = form.with("repeat", "on");
    let booked = member.post("/series", &form.fields()).await;
    assert_eq!(booked.status, 303, "{}", booked.text);
    booked.location.strip_suffix("/done").unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn who_may_book_nothing_new_can_still_mend_a_series_of_theirs() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let member = app.member("花子").await;
        let series = a_series(&app, &member).await;
        // One called off late, and the months without new bookings begin.
        acts::rule(&app, &strict()).await;
        let early = Form::new(app.fixture.room, "16:00", "17:00").with("date", "2026-12-09");
        let id = made(&early.send(&member).await);
        let cancel = format!("/bookings/{id}/cancellation");
        assert_eq!(member.post(&cancel, &[]).await.status, 303);
        app.clock.advance(TimeDelta::days(1));
        let member = app.signed_in(member.person.unwrap()).await;

        let change = format!("{series}/change");
        let seen = input(&member.get(&change).await, "seen");
        let fields = [
            ("seen", seen.as_str()),
            ("starts_at", "13:00"),
            ("ends_at", "15:00"),
            ("space_id", ""),
            ("purpose", "月例の勉強会"),
            ("attendees", "1"),
        ];
        let done = member.post(&change, &fields).await;
        assert_eq!(done.status, 303, "{engine:?} {}", done.text);
        let rows = booking::Entity::find().all(app.app.db.reader()).await;
        let mended = rows.unwrap().into_iter();
        let mended = mended.filter(|row| row.purpose == "月例の勉強会");
        assert_eq!(mended.count(), 2, "{engine:?}");
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_comes_after_all_was_not_absent() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        acts::rule(&app, &strict()).await;
        let (staff, member) = (app.staff().await, app.member("花子").await);
        let form = Form::new(app.fixture.room, "15:00", "17:00").with("date", "2026-12-08");
        let id = made(&form.send(&member).await);
        app.clock.advance(TimeDelta::minutes(50));
        let marked = staff.post(&format!("/bookings/{id}/absence"), &[]).await;
        assert_eq!(marked.status, 303, "{engine:?} {}", marked.text);
        member.get("/mypage/bookings").await.shows(RESTRICTED);
        let arrived = staff.post(&format!("/bookings/{id}/arrival"), &[]).await;
        assert_eq!(arrived.status, 303, "{engine:?} {}", arrived.text);
        let mine = member.get("/mypage/bookings").await;
        assert!(!mine.text.contains(RESTRICTED), "{engine:?}");
        let acts = super::recorded(&app, "booking.a").await;
        let expected = [
            "booking.absence_undone",
            "booking.absent",
            "booking.arrived",
        ];
        assert_eq!(acts, expected, "{engine:?}");
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_words_of_a_booking_are_mended_whatever_was_set_up_since() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let member = app.member("花子").await;
        let form = Form::new(app.fixture.room, "16:00", "18:00").with("date", "2027-01-13");
        let id = made(&form.send(&member).await);
        acts::rule(&app, &samples::days_ahead(7)).await;
        let path = format!("/bookings/{id}/change");
        let mended = form
            .clone()
            .with("purpose", "開店の相談")
            .with("version", "1");
        let done = member.post(&path, &mended.fields()).await;
        assert_eq!(done.status, 303, "{engine:?} {}", done.text);
        // Hours that end before it leave it where it is, and its words can still be mended.
        shorter_hours(&app).await;
        let mended = form.with("purpose", "開業の相談").with("version", "2");
        let done = member.post(&path, &mended.fields()).await;
        assert_eq!(done.status, 303, "{engine:?} {}", done.text);
        let moved = mended.with("ends_at", "17:30").with("version", "3");
        assert_eq!(
            member.post(&path, &moved.fields()).await.status,
            422,
            "{engine:?}"
        );
        app.run_tasks().await;
        app.finish().await;
    }
}

/// From the new year on the house closes at five.
async fn shorter_hours(app: &TestApp) {
    let (venue, from) = (app.fixture.venue, "2027-01-05".parse().unwrap());
    let system = Actor::system(Via::Cli);
    transact::<_, Fault, _>(&app.app.db, system, &app.clock, async |work| {
        for weekday in 1..=7 {
            let hours = Some((9 * 60, 17 * 60));
            service::set_hours(work, venue, weekday, hours, from).await?;
        }
        Ok(())
    })
    .await
    .unwrap();
}
