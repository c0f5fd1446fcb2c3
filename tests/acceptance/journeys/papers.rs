//! The numbered papers of a booking.

use chrono::TimeDelta;
use testkit::database::Engine;
use tests::TestApp;

use super::acts_upon;
use crate::acts::{Form, made};

#[tokio::test(flavor = "multi_thread")]
async fn permit_change_and_cancellation_have_their_numbers_and_a_copy_says_so() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (member, other) = (app.member("花子").await, app.member("太郎").await);
        let form = Form::new(app.fixture.room, "13:00", "15:00").with("attendees", "4");
        let booking = made(&form.send(&member).await);
        let papers = format!("/bookings/{booking}/papers");
        let issue = async |kind: &str| member.post(&papers, &[("kind", kind)]).await;

        let early = issue("change").await;
        assert_eq!(early.status, 409, "nothing was changed yet");
        assert_eq!(issue("nonsense").await.status, 404);
        let refused = other.post(&papers, &[("kind", "permit")]).await;
        assert_eq!(refused.status, 404, "another's booking");

        let permit = issue("permit").await.location;
        let page = member.get(&permit).await;
        page.shows("使用許可書");
        page.shows("令和8年度 第1号");
        page.shows("令和8年12月8日");
        page.shows("見本 花子 様");
        assert!(!page.text.contains("再発行"), "the first is no copy");
        assert_eq!(other.get(&permit).await.status, 404);
        assert_eq!(issue("permit").await.location, permit, "the same paper");
        member.get(&permit).await.shows("再発行");

        let change = form.with("starts_at", "16:00").with("ends_at", "18:00");
        let path = format!("/bookings/{booking}/change");
        let change = change.with("version", "1");
        assert_eq!(member.post(&path, &change.fields()).await.status, 303);
        let notice = member.get(&issue("change").await.location).await;
        notice.shows("使用変更承認書");
        notice.shows("令和8年度 第2号");
        notice.shows("13:00〜15:00");
        notice.shows("16:00〜18:00");
        let old = member.get(&permit).await;
        old.shows("13:00〜15:00");

        let path = format!("/bookings/{booking}/cancellation");
        assert_eq!(member.post(&path, &[]).await.status, 303);
        assert_eq!(issue("permit").await.status, 409);
        let notice = member.get(&issue("cancellation").await.location).await;
        notice.shows("使用許可取消通知書");
        notice.shows("令和8年度 第3号");
        notice.shows("使用者の申出による");
        let kinds = acts_upon(&app, permit.trim_start_matches("/papers/")).await;
        assert_eq!(kinds, ["paper.issued", "paper.copied"]);
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_booking_to_which_nobody_came_has_no_permit_any_more() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (staff, member) = (app.staff().await, app.member("花子").await);
        let form = Form::new(app.fixture.room, "13:00", "15:00").with("date", "2026-12-09");
        let booking = made(&form.send(&member).await);
        app.clock.advance(TimeDelta::days(1));
        let staff = app.signed_in(staff.person.unwrap()).await;
        let member = app.signed_in(member.person.unwrap()).await;
        let absence = format!("/bookings/{booking}/absence");
        assert_eq!(staff.post(&absence, &[]).await.status, 303);
        let page = member.get(&format!("/bookings/{booking}")).await;
        page.shows("来館がなかった予約のため、お渡しできません");
        let papers = format!("/bookings/{booking}/papers");
        for browser in [&member, &staff] {
            let refused = browser.post(&papers, &[("kind", "permit")]).await;
            assert_eq!(refused.status, 409, "{engine:?}");
            refused.shows("おいでになっていたときは、窓口へお知らせください");
        }
        // It was a mistake: they were there.
        let withdrawn = staff.post(&format!("{absence}/withdrawal"), &[]).await;
        assert_eq!(withdrawn.status, 303, "{}", withdrawn.text);
        let issued = member.post(&papers, &[("kind", "permit")]).await;
        assert_eq!(issued.status, 303, "{}", issued.text);
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_paper_of_a_change_says_everything_that_changed_and_nothing_else() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (member, staff) = (app.member("花子").await, app.staff().await);
        let room = app.fixture.room;
        let sharing = format!("/counter/spaces/{room}/sharing");
        let shared = app
            .manager()
            .await
            .post(&sharing, &[("shared", "on")])
            .await;
        assert_eq!(shared.status, 303, "{}", shared.text);
        let form = Form::new(room, "13:00", "15:00").with("attendees", "4");
        let booking = made(&form.send(&member).await);
        let number = format!("/bookings/{booking}/ward-reference");
        let written = staff.post(&number, &[("ward_reference", "R8-0012")]).await;
        assert_eq!(written.status, 303, "{}", written.text);
        let papers = format!("/bookings/{booking}/papers");
        let path = format!("/bookings/{booking}/change");
        let changed = async |form: &Form| {
            let done = member.post(&path, &form.fields()).await;
            assert_eq!(done.status, 303, "{}", done.text);
            let issued = member.post(&papers, &[("kind", "change")]).await;
            member.get(&issued.location).await
        };

        let other = form.with("purpose", "製品の発表").with("version", "1");
        let notice = changed(&other).await;
        let (_, table) = notice.text.split_once("変更した事項").unwrap();
        for said in ["使う目的", "開店の準備", "製品の発表"] {
            assert!(table.contains(said), "{engine:?} {said}");
        }
        for same in ["人数", "日時", "13:00"] {
            assert!(!table.contains(same), "{engine:?} {same}");
        }
        notice.shows("13:00〜15:00");
        notice.shows("R8-0012");

        let more = other.with("attendees", "3").with("version", "2");
        let notice = changed(&more).await;
        let (_, table) = notice.text.split_once("変更した事項").unwrap();
        assert!(table.contains("4人") && table.contains("3人"), "{engine:?}");
        assert!(!table.contains("使う目的"), "{engine:?}");
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn numbers_are_drawn_without_gaps_by_whoever_comes_at_once() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let mut issuing = tokio::task::JoinSet::new();
        for hour in 9..17 {
            let member = app.member("花子").await;
            let (from, until) = (format!("{hour}:00"), format!("{}:00", hour + 1));
            let form = Form::new(app.fixture.room, &from, &until);
            let booking = made(&form.send(&member).await);
            issuing.spawn(async move {
                let path = format!("/bookings/{booking}/papers");
                let issued = member.post(&path, &[("kind", "permit")]).await;
                let page = member.get(&issued.location).await;
                let (_, rest) = page.text.split_once("令和8年度 第").unwrap();
                rest.split('号').next().unwrap().parse::<u32>().unwrap()
            });
        }
        let mut numbers = issuing.join_all().await;
        numbers.sort_unstable();
        assert_eq!(numbers, (1..=8).collect::<Vec<u32>>());
        app.run_tasks().await;
        app.finish().await;
    }
}
