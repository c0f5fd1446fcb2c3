//! What several people do to one booking at the same moment, and what only the counter can do.

use bookings::{
    entity::{BookingId, WarningId, allocation, hold},
    refused::{Refused, Unruled},
    service,
};
use kernel::{Actor, Failed, Role, Roles, Via, transact};
use sea_orm::EntityTrait;
use testkit::database::Engine;
use tests::TestApp;
use uuid::Uuid;

use crate::acts::{Form, TUESDAY, made};

#[tokio::test(flavor = "multi_thread")]
async fn a_change_and_a_cancellation_at_the_same_moment_come_one_after_the_other() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let member = app.member("花子").await;
        for round in 0..12 {
            let booking = Form::new(app.fixture.room, "10:00", "11:00");
            let id = made(&booking.send(&member).await);
            let mut acts = tokio::task::JoinSet::new();
            for act in 0..6 {
                let (member, id) = (member.clone(), id.clone());
                let form = Form::new(app.fixture.room, "13:00", "14:30").with("version", "1");
                acts.spawn(async move {
                    let answer = if act % 2 == 0 {
                        let path = format!("/bookings/{id}/change");
                        member.post(&path, &form.fields()).await
                    } else {
                        let path = format!("/bookings/{id}/cancellation");
                        member.post(&path, &[]).await
                    };
                    answer.status
                });
            }
            let statuses = acts.join_all().await;
            for status in &statuses {
                assert!(
                    matches!(status, 303 | 409),
                    "{engine:?} round {round}: {statuses:?}"
                );
            }
            let last = member
                .post(&format!("/bookings/{id}/cancellation"), &[])
                .await;
            assert!(matches!(last.status, 303 | 409));
        }
        let db = app.app.db.reader();
        for (allocation, hold) in allocation::Entity::find()
            .find_also_related(hold::Entity)
            .all(db)
            .await
            .unwrap()
        {
            assert_eq!(hold.unwrap().state, hold::State::Cancelled);
            assert_eq!(allocation.state, hold::State::Cancelled);
        }
        app.abandon().await;
    }
}

#[tokio::test]
async fn every_time_offered_at_the_edge_of_a_full_week_can_be_booked() {
    let app = TestApp::start(Engine::Sqlite).await;
    let member = app.member("花子").await;
    // Full from the wished day to the same day a week later, mornings and evenings.
    for date in [
        "2026-12-15",
        "2026-12-16",
        "2026-12-17",
        "2026-12-18",
        "2026-12-19",
        "2026-12-20",
        "2026-12-22",
    ] {
        for (from, until) in [("09:00", "13:00"), ("13:00", "17:00"), ("17:00", "21:00")] {
            let booking = Form::new(app.fixture.room, from, until).with("date", date);
            let answer = booking.send(&member).await;
            assert!(
                matches!(answer.status, 303),
                "{date} {from}: {}",
                answer.text
            );
        }
    }
    let other = app.member("太郎").await;
    let page = other
        .get(&format!(
            "/availability?date={TUESDAY}&from=09:00&minutes=60"
        ))
        .await;
    let offered: Vec<&str> = page
        .text
        .split("/bookings/new?slot=")
        .skip(1)
        .filter_map(|rest| rest.split(['"', '&']).next())
        .collect();
    assert!(!offered.is_empty());
    for slot in offered {
        let mut parts = slot.split('/');
        let (space, date, minutes) = (parts.next(), parts.next(), parts.next());
        let (from, until) = minutes.unwrap().split_once('-').unwrap();
        let clock = |text: &str| {
            let minutes: i32 = text.parse().unwrap();
            format!("{:02}:{:02}", minutes / 60, minutes % 60)
        };
        let guest = app.member("次郎").await;
        let booking = Form::new(space.unwrap().parse().unwrap(), &clock(from), &clock(until));
        let answer = booking.with("date", date.unwrap()).send(&guest).await;
        assert_eq!(answer.status, 303, "{slot}");
        let id = made(&answer);
        guest
            .post(&format!("/bookings/{id}/cancellation"), &[])
            .await;
    }
    app.abandon().await;
}

#[tokio::test]
async fn the_counter_calls_off_what_has_begun_and_its_person_no_longer_can() {
    let app = TestApp::start(Engine::Sqlite).await;
    let member = app.member("花子").await;
    let id = made(
        &Form::new(app.fixture.room, "10:00", "12:00")
            .send(&member)
            .await,
    );
    let begun = kernel::Instant::parse(&format!("{TUESDAY}T10:30:00+09:00")).unwrap();
    app.clock.move_to(begun);
    let path = format!("/bookings/{id}/cancellation");
    let member = app.signed_in(member.person.unwrap()).await;
    let refused = member.post(&path, &[]).await;
    assert_eq!(refused.status, 409);
    refused.shows("窓口へお知らせください");
    let staff = app.staff().await;
    assert_eq!(staff.get(&path).await.status, 200);
    assert_eq!(staff.post(&path, &[]).await.status, 303);
    app.abandon().await;
}

#[tokio::test]
async fn a_link_for_a_new_password_is_not_shown_to_whoever_sits_at_the_browser() {
    let app = TestApp::start(Engine::Sqlite).await;
    let member = app.member("花子").await;
    let person = member.person.unwrap();
    let who = accounts::read::contact(app.app.db.reader(), person).await;
    let email = who.unwrap().unwrap().email.unwrap();
    member.post("/reset", &[("email", &email)]).await;
    app.run_tasks().await;
    assert_eq!(app.letters().len(), 1);
    let notices = member.get("/mypage/notices").await;
    assert_eq!(notices.status, 200);
    assert!(
        !notices.text.contains("/mypage/notices/"),
        "{}",
        notices.text
    );
    app.finish().await;
}

/// The services keep the rule themselves: not every way to them is a page.
#[tokio::test]
async fn only_the_counter_marks_who_came_whichever_way_it_is_asked() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let member = app.member("花子").await;
        let id = made(
            &Form::new(app.fixture.room, "10:00", "11:00")
                .send(&member)
                .await,
        );
        let id: BookingId = id.parse().unwrap();
        let on = Some(app.clock.now().date());
        for act in 0..6 {
            let own = Roles::default().with(Role::Member);
            let actor = Actor::person(member.person.unwrap(), own, Via::Api);
            let asked = transact(&app.app.db, actor, &app.clock, async |work| match act {
                0 => service::arrive(work, id).await.map(drop),
                1 => service::leave_again(work, id).await.map(drop),
                2 => service::mark_absent(work, id).await.map(drop),
                3 => service::unmark_absent(work, id).await.map(drop),
                4 => service::warn_of_weather(work, on, "大雨警報").await,
                _ => {
                    let warning = WarningId(Uuid::from_u128(7));
                    let withdrawn = service::withdraw_warning(work, warning, "").await;
                    withdrawn.map(drop)
                }
            });
            let refused = asked.await;
            let marks = matches!(
                refused,
                Err(Failed::Refused(Refused::Ruled(Unruled::MayNotMark)))
            );
            assert!(marks, "{engine:?} {act}: {refused:?}");
        }
        app.run_tasks().await;
        app.finish().await;
    }
}
