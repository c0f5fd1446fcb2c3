//! Every week, all of it or none; and giving back one, or all that follow.

use chrono::TimeDelta;
use testkit::database::Engine;
use tests::TestApp;

use super::{all, entered, enters, form, holding, looks, reason, returns};
use crate::acts::{Form, made};

#[tokio::test(flavor = "multi_thread")]
async fn every_clash_is_shown_and_either_all_weeks_are_entered_or_none() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (member, staff) = (app.member("花子").await, app.staff().await);
        let reason = reason(&app, "区の主催事業").await;
        let third = Form::new(app.fixture.room, "14:00", "16:00").with("date", "2026-12-29");
        made(&third.send(&member).await);
        let weekly = form(&app, ["13:00", "15:00"], &reason).with("times", "４");
        let look = looks(&staff, &weekly).await;
        assert_eq!(look.status, 200, "{}", look.text);
        look.shows("使う日時（4回）");
        look.shows("1件と重なるため");
        look.shows("2026年12月29日（火）14:00〜16:00");
        let refused = enters(&staff, &weekly).await;
        assert_eq!(refused.status, 409, "{}", refused.text);
        assert!(all(&app).await.is_empty(), "{engine:?}: none of it");
        assert_eq!(holding(&app).await, 1);

        let without = weekly.clone().with("without", "2026-12-29");
        let look = looks(&staff, &without).await;
        look.shows("使う日時（3回）");
        look.shows("3回をセンター使用として登録する");
        let path = entered(&enters(&staff, &without).await);
        staff.get(&path).await.shows("いっしょに登録した3回");
        assert_eq!(holding(&app).await, 4);

        // The second and what follows are given back, the first stays.
        let mut own = all(&app).await;
        own.sort_by_key(|one| one.starts_at);
        let second = format!("/counter/own-uses/{}", own[1].id);
        staff.get(&second).await.shows("この回から後の2回すべて");
        assert_eq!(returns(&staff, &second, "following").await.status, 303);
        let mut own = all(&app).await;
        own.sort_by_key(|one| one.starts_at);
        let ended: Vec<bool> = own.iter().map(|one| one.ended_at.is_some()).collect();
        assert_eq!(ended, [false, true, true], "{engine:?}");
        assert_eq!(holding(&app).await, 2);
        staff.get(&path).await.shows("この場所を返す");
        let list = staff.get("/counter/own-uses?month=2027-01").await;
        list.shows("返却");
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_has_begun_can_be_given_back_and_counts_until_then() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (member, staff) = (app.member("花子").await, app.staff().await);
        let reason = reason(&app, "区の主催事業").await;
        // Now it is 14:00 on the eighth.
        let today = form(&app, ["13:00", "17:00"], &reason).with("date", "2026-12-08");
        let path = entered(&enters(&staff, &today).await);
        staff.get("/counter").await.shows("創業塾 第3回");
        staff.get(&path).await.shows("使用中");
        app.clock.advance(TimeDelta::hours(1));
        let staff = app.signed_in(staff.person.unwrap()).await;
        staff.get(&path).await.shows("使い始めています");
        assert_eq!(returns(&staff, &path, "this").await.status, 303);
        let member = app.signed_in(member.person.unwrap()).await;
        let rest = Form::new(app.fixture.room, "15:00", "17:00").with("date", "2026-12-08");
        made(&rest.send(&member).await);
        let list = staff.get("/counter/own-uses?month=2026-12").await;
        list.shows("2時間");
        list.hides("4時間");
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_over_is_given_back_no_more_and_nobody_is_late_for_it() {
    let app = TestApp::start(Engine::Sqlite).await;
    let staff = app.staff().await;
    let reason = reason(&app, "区の主催事業").await;
    let today = form(&app, ["15:00", "16:00"], &reason).with("date", "2026-12-08");
    let path = entered(&enters(&staff, &today).await);
    app.clock.advance(TimeDelta::hours(3));
    let staff = app.signed_in(staff.person.unwrap()).await;
    let board = staff.get("/counter?view=table").await;
    board.shows("終了");
    board.hides("来ず");
    let page = staff.get(&path).await;
    page.shows("終了");
    page.hides("この場所を返す");
    assert_eq!(returns(&staff, &path, "this").await.status, 409);
    app.run_tasks().await;
    app.finish().await;
}
