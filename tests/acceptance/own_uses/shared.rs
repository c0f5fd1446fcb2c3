//! A space that the ward's own facility system knows too: its numbers, on bookings and own uses.

use std::sync::Arc;

use bookings::entity::ward_reference;
use sea_orm::EntityTrait;
use testkit::database::Engine;
use tests::{Answer, Browser, TestApp};
use tokio::{sync::Barrier, task::JoinSet};

use super::{entered, enters, form, why};
use crate::acts::{Form, made};

pub(crate) async fn shares(app: &TestApp, space: bookings::entity::SpaceId, shared: &str) {
    let manager = app.manager().await;
    let path = format!("/counter/spaces/{space}/sharing");
    let done = manager.post(&path, &[("shared", shared)]).await;
    assert_eq!(done.status, 303, "{}", done.text);
}

pub(crate) async fn writes(staff: &Browser, path: &str, number: &str) -> Answer {
    let path = format!("{path}/ward-reference");
    staff.post(&path, &[("ward_reference", number)]).await
}

async fn numbers(app: &TestApp) -> Vec<String> {
    let all = ward_reference::Entity::find()
        .all(app.app.db.reader())
        .await;
    all.unwrap().into_iter().map(|row| row.reference).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_ward_s_number_is_written_found_printed_and_used_once_in_a_space() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (member, staff) = (app.member("花子").await, app.staff().await);
        let why = why(&app, "区の主催事業").await;
        let room = app.fixture.room;
        let first = made(&Form::new(room, "9:00", "10:00").send(&member).await);
        let first = format!("/bookings/{first}");
        staff.get(&first).await.hides("区の予約番号");
        let refused = writes(&staff, &first, "R8-0012").await;
        assert_eq!(refused.status, 422, "{}", refused.text);
        refused.shows("この場所は共用ではないため");

        shares(&app, room, "on").await;
        let manager = app.manager().await;
        let set_up = manager.get(&format!("/counter/spaces/{room}")).await;
        set_up.shows("区の施設予約システムと共用しています");
        assert_eq!(writes(&staff, &first, "Ｒ8-0012").await.status, 303);
        let page = member.get(&first).await;
        page.shows("Ｒ8-0012");
        page.hides("番号を保存する");
        assert_eq!(writes(&member, &first, "1").await.status, 403);

        // Once in a space, whoever has it; typed in any width.
        let own = entered(&enters(&staff, &form(&app, ["13:00", "15:00"], &why)).await);
        let twice = writes(&staff, &own, "r8－００12").await;
        assert_eq!(twice.status, 422, "{}", twice.text);
        twice.shows("この番号は、2026年12月15日（火） 9:00〜10:00の「");
        twice.shows("value=\"r8－００12\"");
        assert_eq!(numbers(&app).await, ["Ｒ8-0012"]);
        assert_eq!(writes(&staff, &own, "R8-0013").await.status, 303);
        let second = made(&Form::new(room, "10:00", "11:00").send(&member).await);
        let second = format!("/bookings/{second}");
        let twice = writes(&staff, &second, "R8-0013").await;
        assert_eq!(twice.status, 422, "{}", twice.text);
        twice.shows("13:00〜15:00の「創業塾 第3回」");
        let long = "9".repeat(41);
        let long = writes(&staff, &second, &long).await;
        assert_eq!(long.status, 422, "{}", long.text);
        long.shows("40字まで");

        // Another space has numbers of its own.
        shares(&app, app.fixture.desks, "on").await;
        let desk = made(
            &Form::new(app.fixture.desks, "9:00", "10:00")
                .send(&member)
                .await,
        );
        let desk = format!("/bookings/{desk}");
        assert_eq!(writes(&staff, &desk, "R8-0012").await.status, 303);

        let found = staff.get("/counter/bookings?q=r8-0012").await;
        found.shows(&format!("href=\"{first}\""));
        found.shows(&format!("href=\"{desk}\""));
        found.hides(&format!("href=\"{second}\""));
        let found = staff.get("/counter/bookings?q=R8-0013").await;
        found.shows(&format!("href=\"{own}\""));
        found.shows("センター使用　創業塾 第3回");

        let paper = member
            .post(&format!("{first}/papers"), &[("kind", "permit")])
            .await;
        let paper = paper.location;
        let permit = member.get(&paper).await;
        permit.shows("区の予約番号");
        permit.shows("Ｒ8-0012");

        // Corrected, and taken away; then another may have it.
        assert_eq!(writes(&staff, &first, "R8-0099").await.status, 303);
        member.get(&paper).await.shows("R8-0099");
        assert_eq!(writes(&staff, &first, "").await.status, 303);
        member.get(&first).await.hides("R8-0099");
        assert_eq!(writes(&staff, &second, "R8-0012").await.status, 303);
        shares(&app, room, "off").await;
        let page = staff.get(&second).await;
        page.shows("R8-0012");
        // What was written can still be taken away, and nothing else be written.
        assert_eq!(writes(&staff, &second, "R8-0077").await.status, 422);
        assert_eq!(writes(&staff, &second, "").await.status, 303);
        staff.get(&second).await.hides("番号を保存する");
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_uses_that_are_given_one_number_at_once_one_has_it() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let member = app.member("花子").await;
        shares(&app, app.fixture.room, "on").await;
        let start = Arc::new(Barrier::new(8));
        let mut race = JoinSet::new();
        for hour in 9..17 {
            let times = [format!("{hour}:00"), format!("{}:00", hour + 1)];
            let form = Form::new(app.fixture.room, &times[0], &times[1]);
            let booking = format!("/bookings/{}", made(&form.send(&member).await));
            let (staff, start) = (app.staff().await, Arc::clone(&start));
            race.spawn(async move {
                start.wait().await;
                writes(&staff, &booking, "R8-0012").await.status
            });
        }
        let statuses = race.join_all().await;
        let with = |status| statuses.iter().filter(|one| **one == status).count();
        assert_eq!((with(303), with(422)), (1, 7), "{engine:?} {statuses:?}");
        assert_eq!(numbers(&app).await, ["R8-0012"], "{engine:?}");
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_window_of_its_own_lets_the_centre_go_first_in_a_shared_space() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (member, staff) = (app.member("花子").await, app.staff().await);
        let why = why(&app, "区の主催事業").await;
        // Everywhere 90 days before; this room five.
        let rule = bookings::rules::Rule {
            space: Some(app.fixture.room),
            ..bookings::samples::days_ahead(5)
        };
        crate::acts::rule(&app, &rule).await;
        let refused = Form::new(app.fixture.room, "13:00", "15:00")
            .send(&member)
            .await;
        assert_eq!(refused.status, 422, "{}", refused.text);
        refused.shows("2026年12月10日（木）");
        refused.shows(&rule.source.ja);
        made(
            &Form::new(app.fixture.desks, "13:00", "15:00")
                .send(&member)
                .await,
        );
        let own = form(&app, ["13:00", "15:00"], &why);
        let look = super::looks(&staff, &own).await;
        look.shows("会員の受付は 2026年12月10日（木）");
        entered(&enters(&staff, &own).await);
        app.run_tasks().await;
        app.finish().await;
    }
}
