//! Bookings in people's own calendars, read here by a library that the product does not use.

use bookings::{entity::calendar_feed::Kind, service};
use kernel::{Actor, PersonId, Role, Via, transact};
use testkit::database::Engine;
use tests::{
    Answer, Browser, TestApp,
    calendar::{Event, events},
};

use crate::acts::{Form, made};

/// The entries of an answer that is a calendar.
fn entries(answer: &Answer) -> Vec<Event> {
    assert_eq!(answer.status, 200, "{}", answer.text);
    assert!(answer.header("content-type").starts_with("text/calendar"));
    events(&answer.text)
}

/// Makes an address on the page and takes it from there, as the person does.
async fn address(browser: &Browser, kind: &str, space: &str) -> String {
    let page = browser
        .post("/mypage/calendar", &[("kind", kind), ("space_id", space)])
        .await;
    let (_, rest) = page.text.split_once("<code id=\"made\">").unwrap();
    let address = rest.split('<').next().unwrap();
    address.to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_calendar_follows_ones_own_bookings_until_the_address_ends() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (member, other) = (app.member("花子").await, app.member("太郎").await);
        let address = address(&member, "own", "").await;
        let calendar = app.visitor();
        assert!(entries(&calendar.get(&address).await).is_empty());

        let form = Form::new(app.fixture.room, "13:00", "15:00");
        let booking = made(&form.send(&member).await);
        made(
            &Form::new(app.fixture.room, "16:00", "17:00")
                .send(&other)
                .await,
        );
        let told = calendar.get(&address).await;
        assert!(told.header("cache-control").starts_with("private"));
        let all = entries(&told);
        assert_eq!(all.len(), 1, "only one's own");
        assert_eq!(all[0].uid(), booking);
        assert_eq!(all[0].starts(), "2026-12-15T04:00:00Z");
        assert_eq!(all[0].ends(), "2026-12-15T06:00:00Z");
        assert_eq!(all[0].summary(), "会議室A");
        assert_eq!(all[0].status(), "CONFIRMED");

        for (name, tag) in [
            ("if-none-match", told.header("etag")),
            ("if-modified-since", told.header("last-modified")),
        ] {
            let asked = calendar.request(reqwest::Method::GET, &address);
            let again = calendar.send(asked.header(name, tag)).await;
            assert_eq!(
                (again.status, again.text.as_str()),
                (304, ""),
                "{name} {tag}"
            );
        }

        app.clock.advance(chrono::TimeDelta::minutes(20));
        let path = format!("/bookings/{booking}/cancellation");
        assert_eq!(member.post(&path, &[]).await.status, 303);
        let asked = calendar.request(reqwest::Method::GET, &address);
        let asked = asked.header("if-none-match", told.header("etag"));
        let changed = calendar.send(asked).await;
        assert_eq!(entries(&changed)[0].status(), "CANCELLED");
        assert_ne!(
            changed.header("last-modified"),
            told.header("last-modified")
        );

        let page = member.get("/mypage/calendar").await;
        page.shows("最後に取り込まれたのは");
        let (_, rest) = page.text.split_once("/mypage/calendar/").unwrap();
        let id = rest.split('/').next().unwrap();
        let end = format!("/mypage/calendar/{id}/end");
        assert_eq!(other.post(&end, &[]).await.status, 404);
        assert_eq!(member.post(&end, &[]).await.status, 303);
        assert_eq!(calendar.get(&address).await.status, 404);
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rooms_calendar_names_nobody_and_the_counters_is_for_staff() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (member, staff) = (app.member("花子").await, app.staff().await);
        made(
            &Form::new(app.fixture.room, "13:00", "15:00")
                .send(&member)
                .await,
        );
        made(
            &Form::new(app.fixture.desks, "9:00", "10:00")
                .send(&member)
                .await,
        );
        let room = app.fixture.room.to_string();
        for kind in ["space", "counter"] {
            let refused = member
                .post("/mypage/calendar", &[("kind", kind), ("space_id", &room)])
                .await;
            assert_eq!(refused.status, 403, "{kind}");
        }
        let calendar = app.visitor();
        let of_room = calendar.get(&address(&staff, "space", &room).await).await;
        let all = entries(&of_room);
        assert_eq!(all.len(), 1);
        assert_eq!(all[0].summary(), "予約あり");
        assert!(!of_room.text.contains("花子") && !of_room.text.contains("開店の準備"));

        let own = address(&staff, "counter", "").await;
        let all = entries(&calendar.get(&own).await);
        let names: Vec<&str> = all.iter().map(Event::summary).collect();
        assert_eq!(names, ["コワーキング席 見本 花子", "会議室A 見本 花子"]);
        no_longer_staff(&app, staff.person.unwrap()).await;
        assert_eq!(calendar.get(&own).await.status, 404, "no longer staff");
        app.run_tasks().await;
        app.finish().await;
    }
}

/// Takes the role of reception from someone.
async fn no_longer_staff(app: &TestApp, person: PersonId) {
    let system = Actor::system(Via::Cli);
    transact(&app.app.db, system, &app.clock, async |work| {
        accounts::service::revoke(work, person, Role::Reception).await
    })
    .await
    .unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn everyone_can_fetch_the_closed_days() {
    let app = TestApp::start(Engine::Sqlite).await;
    let told = app.visitor().get("/calendar/closed-days.ics").await;
    assert!(told.header("cache-control").starts_with("public"));
    let all = entries(&told);
    let days: Vec<String> = all.iter().map(Event::starts).collect();
    assert!(days.iter().any(|day| day == "2026-12-14"), "{days:?}");
    assert!(!days.iter().any(|day| day == "2026-12-15"));
    assert_eq!(all[0].summary(), "センターの休館日");
    app.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_needs_a_space_that_exists_and_there_are_not_endlessly_many() {
    let app = TestApp::start(Engine::Sqlite).await;
    let staff = app.staff().await;
    for space in ["", "x", "0198a3c0-0000-7000-8000-000000000001"] {
        let form = [("kind", "space"), ("space_id", space)];
        let refused = staff.post("/mypage/calendar", &form).await;
        assert_eq!(refused.status, 404, "{space:?}");
    }
    let own = service::Feed {
        kind: Kind::Own,
        space: None,
    };
    let actor = Actor::person(staff.person.unwrap(), kernel::Roles::default(), Via::Page);
    for nth in 0..21 {
        let made = transact(&app.app.db, actor, &app.clock, async |work| {
            service::make_feed(work, own).await
        });
        assert_eq!(made.await.is_ok(), nth < 20, "{nth}");
    }
    for wrong in ["x", "x.ics", &"あ".repeat(300)] {
        let told = app.visitor().get(&format!("/calendar/{wrong}")).await;
        assert_eq!(told.status, 404, "{wrong}");
    }
    app.finish().await;
}
