//! Beside everything else: desks, halves, devices, closed days, calendars, figures.

use testkit::database::Engine;
use tests::TestApp;

use super::{entered, enters, form, initiative, looks, why};
use crate::{
    acts::{self, Form, TUESDAY, made},
    devices,
};

#[tokio::test(flavor = "multi_thread")]
async fn of_many_desks_the_centre_takes_one_or_all() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (member, staff) = (app.member("花子").await, app.staff().await);
        let why = why(&app, "センターの主催事業").await;
        let desks = app.fixture.desks.to_string();
        let one = form(&app, ["13:00", "15:00"], &why)
            .with("space_id", &desks)
            .with("unit", "ａ２");
        entered(&enters(&staff, &one).await);
        assert_eq!(enters(&staff, &one).await.status, 409, "A2 is taken");
        let whole = one.clone().without("unit").with("starts_at", "14:00");
        let look = looks(&staff, &whole).await;
        look.shows("全部（3席・区画）");
        look.shows("1件と重なるため");
        let other = Form::new(app.fixture.desks, "13:00", "15:00");
        let booking = made(&other.send(&member).await);
        let page = staff.get(&format!("/bookings/{booking}")).await;
        page.hides("A2");

        let morning = whole.with("starts_at", "9:00").with("ends_at", "12:00");
        entered(&enters(&staff, &morning).await);
        let taken = Form::new(app.fixture.desks, "10:00", "11:00")
            .send(&member)
            .await;
        assert_eq!(taken.status, 409, "{}", taken.text);
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_whole_of_a_divisible_room_and_its_halves_shut_each_other_out() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (member, staff) = (app.member("花子").await, app.staff().await);
        let why = why(&app, "区の主催事業").await;
        let [a, b, whole] = acts::open_divisible(&app).await;
        let of = |space: bookings::entity::SpaceId| {
            form(&app, ["13:00", "15:00"], &why).with("space_id", &space.to_string())
        };
        entered(&enters(&staff, &of(a)).await);
        assert_eq!(enters(&staff, &of(whole)).await.status, 409);
        made(&Form::new(b, "13:00", "15:00").send(&member).await);
        let refused = Form::new(whole, "14:00", "16:00").send(&member).await;
        assert_eq!(refused.status, 409, "{}", refused.text);
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn devices_go_with_an_own_use_as_far_as_there_are_any() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let staff = app.staff().await;
        let why = why(&app, "区の主催事業").await;
        let microphones = devices::add(&app, "マイク", 4).await;
        let field = format!("device-{microphones}");
        let own = form(&app, ["13:00", "15:00"], &why);
        let with = async |path: &str, form: &Form, many: &str| {
            let mut fields = form.fields();
            fields.push((&field, many));
            staff.post(path, &fields).await
        };
        for path in ["/counter/own-uses/confirmation", "/counter/own-uses"] {
            let refused = with(path, &own, "5").await;
            assert_eq!(refused.status, 422, "{}", refused.text);
            refused.shows("にあと4台です");
        }
        assert!(super::all(&app).await.is_empty());
        let look = with("/counter/own-uses/confirmation", &own, "3").await;
        look.shows("マイク 3台");
        look.shows(&format!("name=\"{field}\" value=\"3\""));
        let path = entered(&with("/counter/own-uses", &own, "3").await);
        staff.get(&path).await.shows("マイク 3台");
        let list = staff.get("/counter/devices?date=2026-12-15").await;
        list.shows("センター使用　創業塾 第3回");
        list.shows("会議室A");
        list.shows("マイク 3台");
        fewer(&app, &microphones.to_string(), &path).await;
        app.run_tasks().await;
        app.finish().await;
    }
}

/// Two of the four break: the manager sees first which own use has three, and it stays.
async fn fewer(app: &TestApp, device: &str, path: &str) {
    let manager = app.manager().await;
    let stock = format!("/counter/devices/{device}/stock");
    let seen = acts::input(&manager.get(&stock).await, "seen");
    let fields = [
        ("seen", seen.as_str()),
        ("from", "2026-12-10"),
        ("stock", "4"),
        ("broken", "2"),
    ];
    let check = manager.post(&stock, &fields).await;
    assert_eq!(check.status, 200, "{}", check.text);
    check.shows("新しい設定に合わないセンター使用が1件あります");
    check.shows(path);
    check.hides("影響を受ける予約はありません");
    let set = [&fields[..], &[("act", "set")]].concat();
    assert_eq!(manager.post(&stock, &set).await.status, 303);
    manager.get(path).await.shows("マイク 3台");
}

#[tokio::test(flavor = "multi_thread")]
async fn closed_days_do_not_bind_the_centre_but_are_shown_both_ways() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (staff, manager) = (app.staff().await, app.manager().await);
        let why = why(&app, "施設の点検・修繕").await;
        let own = form(&app, ["10:00", "12:00"], &why);
        let path = entered(&enters(&staff, &own).await);
        let fields = [("kind", "once"), ("first", TUESDAY), ("reason", "館内清掃")];
        let shown = manager
            .post("/counter/closures/confirmation", &fields)
            .await;
        assert_eq!(shown.status, 200, "{}", shown.text);
        shown.shows("センター使用が1件あります");
        shown.shows(&path);
        let closed = manager.post("/counter/closures", &fields).await;
        assert_eq!(closed.status, 303, "{}", closed.text);
        staff.get(&path).await.shows("これから");

        let later = own
            .clone()
            .with("starts_at", "14:00")
            .with("ends_at", "16:00");
        looks(&staff, &later)
            .await
            .shows("休館・保守の日時です（館内清掃）");
        entered(&enters(&staff, &later).await);
        // Closed each Monday, without a closure.
        let monday = own.with("date", "2026-12-14");
        looks(&staff, &monday).await.shows("休館日です");
        entered(&enters(&staff, &monday).await);
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn long_before_members_the_centre_can_enter_and_is_told_from_when_they_can() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (member, staff) = (app.member("花子").await, app.staff().await);
        let why = why(&app, "区の主催事業").await;
        // The window opens 90 days before.
        let far = Form::new(app.fixture.room, "13:00", "15:00").with("date", "2027-07-20");
        let refused = far.send(&member).await;
        assert_eq!(refused.status, 422, "{}", refused.text);
        refused.shows("2027年4月21日（水）");
        let next = initiative(&app, "2027", "翌年度の取組").await;
        let own = form(&app, ["13:00", "15:00"], &why);
        let own = own.with("date", "2027-07-20").with("programme", &next);
        let look = looks(&staff, &own).await;
        look.shows("会員の受付は 2027年4月21日（水）");
        entered(&enters(&staff, &own).await);
        let near = form(&app, ["13:00", "15:00"], &why);
        looks(&staff, &near).await.hides("会員の受付は");
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn calendars_of_a_space_say_that_the_centre_uses_it_and_no_more() {
    let app = TestApp::start(Engine::Sqlite).await;
    let staff = app.staff().await;
    let why = why(&app, "区の主催事業").await;
    entered(&enters(&staff, &form(&app, ["13:00", "15:00"], &why)).await);
    let room = app.fixture.room.to_string();
    let fields = [("kind", "space"), ("space_id", room.as_str())];
    let page = staff.post("/mypage/calendar", &fields).await;
    let (_, rest) = page.text.split_once("<code id=\"made\">").unwrap();
    let feed = app.visitor().get(rest.split('<').next().unwrap()).await;
    feed.shows("SUMMARY:センター使用");
    feed.hides("創業塾");
    feed.hides("予約あり");
    app.run_tasks().await;
    app.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn figures_keep_own_uses_apart_from_bookings() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (member, staff) = (app.member("花子").await, app.staff().await);
        let why = why(&app, "区の主催事業").await;
        made(
            &Form::new(app.fixture.room, "10:00", "11:00")
                .send(&member)
                .await,
        );
        entered(&enters(&staff, &form(&app, ["13:00", "17:00"], &why)).await);
        let back = entered(&enters(&staff, &form(&app, ["18:00", "19:00"], &why)).await);
        super::returns(&staff, &back, "this").await;
        let figures = staff.get("/counter/figures?month=2026-12&as=csv").await;
        // One booking of an hour by one person; one own use of four hours.
        let own = figures.text.lines().find(|line| line.contains("会議室A"));
        let own = own.unwrap();
        assert!(own.starts_with("\"会議室A\",1,60,"), "{own}");
        assert!(own.ends_with(",1,0,0,1,240"), "{own}");
        staff
            .get("/counter/figures?month=2026-12")
            .await
            .shows("1（4時間）");
        app.run_tasks().await;
        app.finish().await;
    }
}
