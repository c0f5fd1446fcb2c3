//! What the manager sets from a day on: payment and cancelling, waiting.

use fees::entity::BillId;
use testkit::database::Engine;
use tests::{Answer, Browser, TestApp};

use super::{
    bookings::{bill, priced},
    open_amount,
};
use crate::acts::{Form, TUESDAY, input, made};

const PAGE: &str = "/counter/payment-terms";

/// Three days before or more half stays, later all; from the 10th on, as the form of the fixture's
/// one row sends it.
const STRICTER: [(&str, &str); 8] = [
    ("seen", "1"),
    ("days", "７"),
    ("days_1", "3"),
    ("percent_1", "50"),
    ("days_2", ""),
    ("percent_2", ""),
    ("from", "2026-12-10"),
    ("act", "check"),
];

/// The same with another value in one field.
fn with(name: &str, value: &'static str) -> Vec<(&'static str, &'static str)> {
    let one =
        |(own, typed): (&'static str, &'static str)| (own, if own == name { value } else { typed });
    STRICTER.into_iter().map(one).collect()
}

async fn send(manager: &Browser, name: &str, value: &'static str) -> Answer {
    manager.post(PAGE, &with(name, value)).await
}

async fn a_bill(app: &TestApp, member: &Browser, counter: &Browser) -> (String, BillId) {
    let form = Form::new(app.fixture.room, "13:00", "15:00");
    let page = format!("/bookings/{}", made(&form.send(member).await));
    let own = bill(&counter.get(&page).await);
    (page, own)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_manager_sees_whose_cancelling_costs_otherwise_before_it_is_set() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        priced(&app).await;
        let (member, manager) = (app.member("花子").await, app.manager().await);
        let (page, own) = a_bill(&app, &member, &manager).await;
        manager.get(PAGE).await.shows("料金の50％");
        let asked = send(&manager, "", "").await;
        assert_eq!(asked.status, 200, "{engine:?} {}", asked.text);
        asked.shows("1件で取り消しの料金が変わります");
        asked.shows("2026年12月13日（日）");
        assert_eq!(input(&asked, "days"), "７", "what was typed is kept");
        let set = send(&manager, "act", "set").await;
        assert_eq!(set.status, 303, "{engine:?} {}", set.text);
        manager.get(PAGE).await.shows("予約した日から7日以内");

        app.clock.advance(chrono::TimeDelta::days(5));
        let member = app.signed_in(member.person.unwrap()).await;
        let asked = member.get(&format!("{page}/cancellation")).await;
        asked.shows("取り消すと 1,600円 がかかります");
        assert_eq!(
            member
                .post(&format!("{page}/cancellation"), &[])
                .await
                .status,
            303
        );
        assert_eq!(open_amount(&app, own).await, 1_600, "{engine:?} {TUESDAY}");
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn terms_that_cannot_be_are_refused_beside_their_field_and_change_nothing() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        priced(&app).await;
        let manager = app.manager().await;
        for (name, value, said) in [
            ("days", "x", "0から365までの数字"),
            ("days", "366", "0から365までの数字"),
            ("percent_1", "101", "0から100までの数字"),
            ("days_1", "", "0から365までの数字"),
            ("days_2", "3", "0から2までの数字"),
            ("percent_2", "60", "0から2までの数字"),
            ("from", "", "2026年12月9日（水）以降の日付"),
            ("from", "2026-12-08", "2026年12月9日（水）以降の日付"),
            ("from", "2030-01-01", "までの日付"),
        ] {
            let refused = send(&manager, name, value).await;
            assert_eq!(refused.status, 422, "{engine:?} {name} {value}");
            refused.shows(said);
        }
        assert_eq!(
            send(&manager, "seen", "0").await.status,
            200,
            "only looked at"
        );
        let stale = manager
            .post(
                PAGE,
                &[
                    ("seen", "0"),
                    ("days", "7"),
                    ("from", "2026-12-10"),
                    ("act", "set"),
                ],
            )
            .await;
        assert_eq!(stale.status, 409, "{engine:?} {}", stale.text);
        stale.shows("ほかの画面で設定が変わりました");
        assert_eq!(input(&stale, "seen"), "1");
        assert_eq!(send(&manager, "act", "set").await.status, 303);
        let twice = manager
            .post(
                PAGE,
                &[
                    ("seen", "2"),
                    ("days", "7"),
                    ("from", "2026-12-10"),
                    ("act", "set"),
                ],
            )
            .await;
        assert_eq!(twice.status, 422, "{engine:?} {}", twice.text);
        twice.shows("すでに登録されています");
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_manager_says_how_long_an_offer_stands() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (manager, ward) = (app.manager().await, app.ward().await);
        let page = "/counter/waiting-terms";
        let seen = input(&manager.get(page).await, "seen");
        let fine = [
            ("seen", seen.as_str()),
            ("longest", "12"),
            ("shortest", "20"),
            ("last_call", "45"),
            ("lapses", "3"),
            ("most", "2"),
            ("from", "2026-12-09"),
        ];
        let mut short = fine;
        short[3].1 = "19";
        let refused = manager.post(page, &short).await;
        assert_eq!(refused.status, 422, "{engine:?} {}", refused.text);
        refused.shows("20から1,440までの数字");
        let check = [&fine[..], &[("act", "check")]].concat();
        let asked = manager.post(page, &check).await;
        assert_eq!(asked.status, 200, "{engine:?} {}", asked.text);
        asked.shows("24時間");
        asked.shows("12時間");
        asked.shows("この日からあとの利用を待っている方　0件");
        let back = [&fine[..], &[("act", "back")]].concat();
        let back = manager.post(page, &back).await;
        assert_eq!(input(&back, "longest"), "12", "what was typed is kept");
        let set = manager.post(page, &fine).await;
        assert_eq!(set.status, 303, "{engine:?} {}", set.text);
        assert_eq!(manager.post(page, &fine).await.status, 409, "a stale form");
        ward.get(page).await.shows("12時間");
        app.clock.advance(chrono::TimeDelta::days(1));
        let terms = ::bookings::read::waiting_terms_on(app.app.db.reader(), app.clock.now().date());
        assert_eq!(terms.await.unwrap().longest_minutes, 720, "{engine:?}");
        app.finish().await;
    }
}

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
        let tariff = super::tariffs::tariff(&app).await.to_string();
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

#[tokio::test(flavor = "multi_thread")]
async fn a_tariff_of_later_charges_no_booking_whose_words_alone_are_mended() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let member = app.member("花子").await;
        let form = Form::new(app.fixture.room, "13:00", "15:00");
        let id = made(&form.send(&member).await);
        priced(&app).await;
        let path = format!("/bookings/{id}/change");
        let mended = form.with("purpose", "開店の相談").with("version", "1");
        let done = member.post(&path, &mended.fields()).await;
        assert_eq!(done.status, 303, "{engine:?} {}", done.text);
        let fees = member.get("/mypage/fees").await;
        fees.shows("お支払いいただく料金はありません");

        let moved = mended.with("ends_at", "16:00").with("version", "2");
        let asked = member.post_once(&path, &moved.fields()).await;
        assert_eq!(asked.status, 409, "{engine:?} {}", asked.text);
        assert_eq!(input(&asked, "comes_to"), "2400-0-0-", "{engine:?}");
        app.run_tasks().await;
        app.finish().await;
    }
}
