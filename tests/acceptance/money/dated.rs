//! What the manager sets from a day on: payment and cancelling, waiting.

mod planned;

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
