//! Every week, all of it or none; and giving back one, or all that follow.

use chrono::TimeDelta;
use testkit::database::Engine;
use tests::TestApp;

use super::{all, entered, enters, form, holding, looks, returns, why};
use crate::acts::{Form, made};

#[tokio::test(flavor = "multi_thread")]
async fn every_clash_is_shown_and_either_all_weeks_are_entered_or_none() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (member, staff) = (app.member("花子").await, app.staff().await);
        let why = why(&app, "区の主催事業").await;
        let third = Form::new(app.fixture.room, "14:00", "16:00").with("date", "2026-12-29");
        made(&third.send(&member).await);
        let weekly = form(&app, ["13:00", "15:00"], &why).with("times", "４");
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
        let why = why(&app, "区の主催事業").await;
        // Now it is 14:00 on the eighth.
        let today = form(&app, ["13:00", "17:00"], &why).with("date", "2026-12-08");
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
    let why = why(&app, "区の主催事業").await;
    let today = form(&app, ["15:00", "16:00"], &why).with("date", "2026-12-08");
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

#[tokio::test(flavor = "multi_thread")]
async fn a_fair_of_three_days_is_entered_at_once_and_its_words_are_put_right() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let staff = app.staff().await;
        let (first, other) = (why(&app, "区の主催事業").await, why(&app, "館の事業").await);
        let fair = form(&app, ["10:00", "16:00"], &first)
            .with("times", "3")
            .with("rhythm", "daily")
            .with("title", "しごと展");
        looks(&staff, &fair).await.shows("使う日時（3回）");
        let path = entered(&enters(&staff, &fair).await);
        let days = async || {
            let mut own = super::all(&app).await;
            own.sort_by_key(|one| one.starts_at);
            let said = own.iter();
            let said = said.map(|one| (one.starts_at.date().to_string(), one.title.clone()));
            (own.clone(), said.collect::<Vec<_>>())
        };
        let named = |names: [&str; 3]| {
            let dates = ["2026-12-15", "2026-12-16", "2026-12-17"];
            let both = dates.into_iter().zip(names);
            both.map(|(date, name)| (date.to_owned(), name.to_owned()))
                .collect::<Vec<_>>()
        };
        let (own, said) = days().await;
        assert_eq!(said, named(["しごと展"; 3]), "{engine:?}");

        let second = format!("/counter/own-uses/{}", own[1].id);
        staff.get(&second).await.shows("内容・日時を変える");
        let change = format!("{second}/change");
        staff.get(&change).await.shows("しごと展");
        let wrong = [("reason", "nonsense"), ("programme", "")];
        let refused = staff.post(&change, &wrong).await;
        assert_eq!(refused.status, 422, "{engine:?}");
        let right = |reach| {
            [
                ("reason", other.reason.as_str()),
                ("programme", &other.programme),
                ("title", "しごと発見展"),
                ("reach", reach),
            ]
        };
        let corrected = staff.post(&change, &right("following")).await;
        assert_eq!(corrected.status, 303, "{engine:?} {}", corrected.text);
        let (_, said) = days().await;
        let now = named(["しごと展", "しごと発見展", "しごと発見展"]);
        assert_eq!(said, now, "{engine:?}");
        let list = app
            .ward()
            .await
            .get("/counter/own-uses?month=2026-12")
            .await;
        list.shows("しごと発見展");
        list.shows("館の事業");
        list.shows("館の事業の取組");
        staff
            .get("/counter?date=2026-12-16")
            .await
            .shows("しごと発見展");
        // What was given back stays as it was written.
        assert_eq!(returns(&staff, &path, "this").await.status, 303);
        let late = staff.post(&format!("{path}/change"), &right("this")).await;
        assert_eq!(late.status, 409, "{engine:?} {}", late.text);
        app.run_tasks().await;
        app.finish().await;
    }
}
