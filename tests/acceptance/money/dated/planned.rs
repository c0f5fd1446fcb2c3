//! What has not begun yet is put right by entering its day again.

use testkit::database::Engine;
use tests::{Browser, TestApp};

use super::{
    super::{bookings::priced, tariffs},
    PAGE, STRICTER, send, with,
};
use crate::acts::{TUESDAY, input};

#[tokio::test(flavor = "multi_thread")]
async fn what_has_not_begun_is_put_right_by_entering_its_day_again() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        priced(&app).await;
        let (manager, other) = (app.manager().await, app.manager().await);
        assert_eq!(send(&manager, "act", "set").await.status, 303);
        // The slip is put right; the page says that it replaces what was planned.
        let right = |act: &'static str| {
            let mut fields = STRICTER.to_vec();
            (fields[0].1, fields[1].1, fields[7].1) = ("2", "14", act);
            fields
        };
        let first = manager.post(PAGE, &with("act", "check")).await;
        first.shows("まだ始まっていない登録と置きかわります");
        let asked = manager.post(PAGE, &right("check")).await;
        assert_eq!(asked.status, 200, "{engine:?} {}", asked.text);
        asked.shows("予約した日から14日以内");
        let mark = input(&asked, "replaces");
        let set = [&right("set")[..], &[("replaces", &mark)]].concat();
        let done = manager.post(PAGE, &set).await;
        assert_eq!(done.status, 303, "{engine:?} {}", done.text);
        let page = manager.get(PAGE).await;
        page.shows("予約した日から14日以内");
        page.hides("予約した日から7日以内");
        assert_eq!(input(&page, "seen"), "2", "no row was added");
        // Whoever was shown what stood there before is told.
        let late = other.post(PAGE, &set).await;
        assert_eq!(late.status, 409, "{engine:?} {}", late.text);
        late.shows("ほかの画面で設定が変わりました");

        // Once it has begun, it stays.
        app.clock.advance(chrono::TimeDelta::days(2));
        let manager = app.signed_in(manager.person.unwrap()).await;
        let mark = ["14", "-3:50", "-0:100"].concat();
        let set = [&right("set")[..], &[("replaces", &mark)]].concat();
        let begun = manager.post(PAGE, &set).await;
        assert_eq!(begun.status, 422, "{engine:?} {}", begun.text);
        manager.get(PAGE).await.shows("予約した日から14日以内");
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn terms_of_waiting_and_a_price_that_have_not_begun_are_put_right_too() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let manager = app.manager().await;
        let page = "/counter/waiting-terms";
        let seen = input(&manager.get(page).await, "seen");
        let form = |longest: &'static str, seen: &str, rest: &[(&'static str, &str)]| {
            let mut fields = vec![
                ("seen", seen.to_owned()),
                ("longest", longest.to_owned()),
                ("shortest", "20".to_owned()),
                ("last_call", "45".to_owned()),
                ("lapses", "3".to_owned()),
                ("most", "2".to_owned()),
                ("from", "2026-12-09".to_owned()),
            ];
            fields.extend(
                rest.iter()
                    .map(|(name, value)| (*name, (*value).to_owned())),
            );
            fields
        };
        put_right(&manager, page, |right, rest| {
            let known = seen.parse::<u64>().unwrap() + u64::from(right);
            form(if right { "48" } else { "12" }, &known.to_string(), rest)
        })
        .await;
        manager.get(page).await.shows("48時間");
        manager.get(page).await.hides("12時間");

        let page = format!("/counter/spaces/{}/tariff", app.fixture.room);
        let tariff = tariffs::tariff(&app).await.to_string();
        put_right(&manager, &page, |right, rest| {
            let mut fields = vec![
                ("seen", u64::from(right).to_string()),
                (
                    "tariff",
                    if right {
                        tariff.clone()
                    } else {
                        "free".to_owned()
                    },
                ),
                ("from", TUESDAY.to_owned()),
            ];
            fields.extend(
                rest.iter()
                    .map(|(name, value)| (*name, (*value).to_owned())),
            );
            fields
        })
        .await;
        let house = manager.get("/counter/venue").await;
        house.shows("2026年12月15日（火）から 会議室（1室）");
        app.finish().await;
    }
}

/// Sets something, and something else in its place, by a form that is given what the page said.
async fn put_right(
    manager: &Browser,
    page: &str,
    form: impl Fn(bool, &[(&'static str, &str)]) -> Vec<(&'static str, String)>,
) {
    let post = async |right: bool, rest: &[(&'static str, &str)]| {
        let fields = form(right, rest);
        let fields: Vec<_> = fields
            .iter()
            .map(|(name, value)| (*name, &**value))
            .collect();
        manager.post(page, &fields).await
    };
    let planned = post(false, &[("act", "set")]).await;
    assert_eq!(planned.status, 303, "{page} {}", planned.text);
    let unasked = post(true, &[("act", "set")]).await;
    assert_eq!(unasked.status, 422, "{page} {}", unasked.text);
    unasked.shows("すでに登録されています");
    let asked = post(true, &[("act", "check")]).await;
    asked.shows("まだ始まっていない登録と置きかわります");
    let mark = input(&asked, "replaces");
    let other = post(true, &[("act", "set"), ("replaces", "other")]).await;
    assert_eq!(other.status, 409, "{page} {}", other.text);
    let set = post(true, &[("act", "set"), ("replaces", &mark)]).await;
    assert_eq!(set.status, 303, "{page} {}", set.text);
}
