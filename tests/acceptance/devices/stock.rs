//! The manager sets up what is lent: what is lent already stays lent.

use testkit::database::Engine;
use tests::TestApp;

use super::{add, with};
use crate::acts::{self, Form, input, made};

#[tokio::test(flavor = "multi_thread")]
async fn a_device_is_added_breaks_and_is_lent_no_more() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (manager, member) = (app.manager().await, app.member("花子").await);
        let room = app.fixture.room.to_string();
        let seen = input(&manager.get("/counter/devices/new").await, "seen");
        let new = [
            ("seen", seen.as_str()),
            ("name", "マイク"),
            ("name_en", "Microphone"),
            ("counted_in", "本"),
            ("stock", "2"),
            ("where", "some"),
            ("spaces", room.as_str()),
        ];
        let added = manager.post("/counter/devices", &new).await;
        assert_eq!(added.status, 303, "{engine:?} {}", added.text);
        let stale = manager.post("/counter/devices", &new).await;
        assert_eq!(stale.status, 409);
        let list = manager.get("/counter/venue").await;
        list.shows("マイク");
        let (_, id) = list.text.split_once("/counter/devices/").unwrap();
        let (_, id) = id.split_once("/counter/devices/").unwrap();
        let device = id.split(['"', '/']).next().unwrap().parse().unwrap();

        let form = Form::new(app.fixture.room, "13:00", "15:00");
        let booking = made(&with(&member, "/bookings", &form, device, "2").await);
        let elsewhere = Form::new(app.fixture.desks, "13:00", "15:00");
        let refused = with(&member, "/bookings", &elsewhere, device, "1").await;
        assert_eq!(refused.status, 422, "{}", refused.text);
        refused.shows("マイクは、この場所では使えません");

        // One breaks: the booking for both is shown first, and stays.
        let path = format!("/counter/devices/{device}/stock");
        let seen = input(&manager.get(&path).await, "seen");
        let send = async |act: &str| {
            let fields = [
                ("seen", seen.as_str()),
                ("from", "2026-12-10"),
                ("stock", "2"),
                ("broken", "1"),
                ("act", act),
            ];
            manager.post(&path, &fields).await
        };
        let check = send("").await;
        assert_eq!(check.status, 200, "{}", check.text);
        check.shows("新しい設定に合わない予約が1件あります");
        assert_eq!(send("set").await.status, 303);
        let page = member.get(&format!("/bookings/{booking}")).await;
        page.shows("マイク 2本");
        let evening = Form::new(app.fixture.room, "18:00", "19:00");
        let refused = with(&member, "/bookings", &evening, device, "2").await;
        assert_eq!(refused.status, 422, "{}", refused.text);
        refused.shows("あと1本です");
        made(&with(&member, "/bookings", &evening, device, "1").await);
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_numbers_are_named_and_change_nothing() {
    let app = TestApp::start(Engine::Sqlite).await;
    let device = super::add(&app, "マイク", 3).await;
    let manager = app.manager().await;
    let path = format!("/counter/devices/{device}/stock");
    let seen = input(&manager.get(&path).await, "seen");
    for (from, stock, broken, says) in [
        ("2026-12-07", "3", "0", "以降の日付"),
        ("2026-02-30", "3", "0", "以降の日付"),
        ("9999-12-31", "3", "0", "までの日付"),
        ("2026-12-10", "101", "0", "0から100まで"),
        ("2026-12-10", "three", "0", "0から100まで"),
        ("2026-12-10", "3", "4", "0から3まで"),
        ("2026-12-10", "3", "-1", "0から3まで"),
    ] {
        let fields = [
            ("seen", seen.as_str()),
            ("from", from),
            ("stock", stock),
            ("broken", broken),
        ];
        let refused = manager.post(&path, &fields).await;
        assert_eq!(refused.status, 422, "{from} {stock} {broken}");
        refused.shows(says);
    }
    manager.get(&path).await.hides("2026年12月10日");
    app.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_room_that_is_closed_leaves_its_devices_to_others() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let projectors = add(&app, "プロジェクター", 1).await;
        let desks = acts::open_desks(&app, 4).await;
        let (manager, first) = (app.manager().await, app.member("花子").await);
        let second = app.member("次郎").await;
        let room = Form::new(app.fixture.room, "13:00", "15:00");
        let id = made(&with(&first, "/bookings", &room, projectors, "1").await);
        let desk = Form::new(desks, "13:00", "15:00");
        let none = with(&second, "/bookings", &desk, projectors, "1").await;
        assert_eq!(none.status, 422, "{engine:?}");
        let place = app.fixture.room.to_string();
        let closing = [
            ("kind", "once"),
            ("first", "2026-12-15"),
            ("where", "some"),
            ("spaces", place.as_str()),
            ("reason", "床の修理"),
            ("seen", id.as_str()),
        ];
        let closed = manager.post("/counter/closures", &closing).await;
        assert_eq!(closed.status, 303, "{engine:?} {}", closed.text);
        made(&with(&second, "/bookings", &desk, projectors, "1").await);
        app.run_tasks().await;
        app.finish().await;
    }
}
