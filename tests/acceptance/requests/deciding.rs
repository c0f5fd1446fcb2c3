//! One request, from the form to the decision.

use bookings::entity::{booking_request::Outcome, hold::State};
use chrono::TimeDelta;
use testkit::database::Engine;
use tests::TestApp;

use super::{again, decides, needs_approval, standing, state, wish, withdraws};
use crate::{
    acts::{Form, made},
    journeys::{acts_upon, letters},
    money::{agreed::dearer, bookings::priced},
};

#[tokio::test(flavor = "multi_thread")]
async fn a_request_holds_its_place_and_stands_when_it_is_approved() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        priced(&app).await;
        needs_approval(&app).await;
        let (member, other) = (app.member("花子").await, app.member("次郎").await);
        let (counter, ward) = (app.staff().await, app.ward().await);
        let shown = member
            .post("/bookings/confirmation", &wish(&app).fields())
            .await;
        shown.shows("この予約には承認が必要です");
        shown.shows("5営業日以内、2026年12月13日（日）までにお返事します");
        shown.shows("料金は 1,600円 です");
        shown.shows("お支払いは承認のあとです");
        let sent = wish(&app).send(&member).await;
        let id = made(&sent);
        member
            .get(&sent.location)
            .await
            .shows("申請を受け付けました");
        let page = format!("/bookings/{id}");
        let own = member.get(&page).await;
        own.shows("申請中");
        own.shows("2026年12月13日（日）までにお返事します");
        own.hides("未払い");
        member.get("/mypage/bookings").await.shows("申請中");
        let letter = letters(&app).await.pop().unwrap();
        assert!(
            letter.subject.contains("申請を受け付けました"),
            "{}",
            letter.subject
        );
        assert!(letter.text.contains("1,600円"), "{}", letter.text);
        assert!(letter.calendar.unwrap().contains("STATUS:TENTATIVE"));
        assert_eq!(
            wish(&app).send(&other).await.status,
            409,
            "it keeps its place"
        );
        let paper = format!("{page}/papers");
        let permit = [("kind", "permit")];
        assert_eq!(member.post(&paper, &permit).await.status, 409, "{engine:?}");

        counter.get("/counter/bookings").await.shows("申請中");
        counter
            .get("/counter?date=2026-12-15")
            .await
            .shows("承認待ち");
        let figures = counter.get("/counter/figures?month=2026-12").await;
        figures.hides("2時間");
        counter.get("/counter/requests").await.shows("見本 花子");
        let one = counter.get(&format!("/counter/requests/{id}")).await;
        for field in ["施行規則第5条", "1,600円", "区外・未登録", "4人"] {
            one.shows(field);
        }
        let words = [("conditions", "音の出る催しは\r\n20時まで。")];
        let approved = decides(&counter, &id, "approval", &words).await;
        assert_eq!(approved.status, 303, "{engine:?} {}", approved.text);
        assert_eq!(state(&app, &id).await, State::Confirmed);
        counter
            .get("/counter/requests")
            .await
            .shows("承認を待っている申請はありません");
        let letter = letters(&app).await.pop().unwrap();
        assert!(
            letter.subject.contains("使用が承認されました"),
            "{}",
            letter.subject
        );
        for part in ["20時まで。", "1,600円", "2026年12月15日（火）までに"] {
            assert!(letter.text.contains(part), "{part}: {}", letter.text);
        }
        let calendar = letter.calendar.unwrap();
        assert!(calendar.contains("STATUS:CONFIRMED") && calendar.contains("SEQUENCE:1"));
        let own = member.get(&page).await;
        own.shows("20時まで。");
        own.shows("1,600円");
        for stranger in [&other, &ward] {
            assert_eq!(stranger.get(&page).await.status, 404);
        }
        let kinds = acts_upon(&app, &id).await;
        let expected = ["booking.reserved", "booking.requested", "booking.approved"];
        assert_eq!(kinds, expected, "{engine:?}");
        let late = decides(&counter, &id, "refusal", &[("ground", "purpose")]).await;
        assert_eq!(late.status, 409, "{}", late.text);
        assert_eq!(state(&app, &id).await, State::Confirmed);
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refusal_says_why_and_who_waits_is_asked() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        needs_approval(&app).await;
        let (member, other) = (app.member("花子").await, app.member("次郎").await);
        let counter = app.staff().await;
        let id = made(&wish(&app).send(&member).await);
        let joined = other.post("/waiting", &wish(&app).fields()).await;
        assert_eq!(joined.status, 303, "{}", joined.text);

        let fields = [("ground", "purpose"), ("words", "物品の販売はできません。")];
        let refused = decides(&counter, &id, "refusal", &fields).await;
        assert_eq!(refused.status, 303, "{engine:?} {}", refused.text);
        let (state_now, request) = standing(&app, &id).await;
        assert_eq!(state_now, State::Refused);
        assert_eq!(request.unwrap().outcome, Some(Outcome::Refused));
        let all = letters(&app).await;
        let letter = all
            .iter()
            .find(|one| one.subject.contains("承認されませんでした"));
        let letter = letter.unwrap();
        for part in [
            "施設の目的に合わない",
            "物品の販売はできません。",
            "不承認通知書",
        ] {
            assert!(letter.text.contains(part), "{part}: {}", letter.text);
        }
        assert!(
            letter
                .calendar
                .as_ref()
                .unwrap()
                .contains("STATUS:CANCELLED")
        );
        let page = member.get(&format!("/bookings/{id}")).await;
        page.shows("承認されませんでした");
        page.shows("物品の販売はできません。");
        let papers = format!("/bookings/{id}/papers");
        let paper = member.post(&papers, &[("kind", "refusal")]).await.location;
        let paper = member.get(&paper).await;
        for part in [
            "使用不承認通知書",
            "施設の目的に合わない",
            "施行規則第5条",
            "審査請求",
        ] {
            paper.shows(part);
        }
        assert_eq!(
            member.post(&papers, &[("kind", "permit")]).await.status,
            409
        );

        other.get(&joined.location).await.shows("空きが出ました");
        let path = format!("{}/acceptance", joined.location);
        let accepted = made(&other.post(&path, &[]).await);
        assert_eq!(state(&app, &accepted).await, State::Requested, "{engine:?}");
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_is_withdrawn_free_of_charge_and_decided_by_nobody_any_more() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        priced(&app).await;
        needs_approval(&app).await;
        let (member, counter) = (app.member("花子").await, app.staff().await);
        let form = wish(&app).with("date", "2026-12-09");
        let id = made(&form.send(&member).await);
        let asked = member.get(&format!("/bookings/{id}/cancellation")).await;
        asked.shows("この申請を取り下げますか");
        asked.shows("お金はかかりません");
        assert_eq!(withdraws(&member, &id).await.status, 303, "{engine:?}");
        let (state, request) = standing(&app, &id).await;
        assert_eq!(
            (state, request.unwrap().outcome),
            (State::Cancelled, Some(Outcome::CalledOff))
        );
        let late = counter
            .post(
                &format!("/counter/requests/{id}/approval"),
                &[("seen", "1")],
            )
            .await;
        assert_eq!(late.status, 409);
        let papers = format!("/bookings/{id}/papers");
        let notice = member.post(&papers, &[("kind", "cancellation")]).await;
        assert_eq!(
            notice.status, 409,
            "nothing was permitted that could be withdrawn"
        );
        counter.get("/counter/requests").await.hides("見本 花子");
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_nobody_decides_is_overdue_first_and_ends_with_an_apology() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        needs_approval(&app).await;
        let (member, counter) = (app.member("花子").await, app.staff().await);
        let id = made(&wish(&app).send(&member).await);
        app.clock.advance(TimeDelta::days(6));
        app.run_tasks().await;
        let counter = again(&app, &counter).await;
        counter.get("/counter/requests").await.shows("期限超過");
        counter.get("/counter").await.shows("期限超過");
        assert_eq!(state(&app, &id).await, State::Requested, "{engine:?}");
        let before = letters(&app).await.len();
        app.clock.advance(TimeDelta::days(1));
        let all = letters(&app).await;
        assert_eq!(all.len(), before + 1, "{engine:?}");
        assert!(
            all.last()
                .unwrap()
                .subject
                .contains("お返事が間に合いませんでした")
        );
        let (state, request) = standing(&app, &id).await;
        assert_eq!(
            (state, request.unwrap().outcome),
            (State::Expired, Some(Outcome::Lapsed))
        );
        let member = again(&app, &member).await;
        let page = member.get(&format!("/bookings/{id}")).await;
        page.shows("返事が間に合いませんでした");
        app.finish().await;
    }
}

/// What was asked for at one price is not charged at a higher one because the answer took its time.
#[tokio::test(flavor = "multi_thread")]
async fn an_approval_charges_what_was_asked_for() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        priced(&app).await;
        needs_approval(&app).await;
        let (member, counter) = (app.member("花子").await, app.staff().await);
        let form = |from, until| Form::new(app.fixture.room, from, until).with("attendees", "4");
        let id = made(&form("13:00", "15:00").send(&member).await);
        dearer(&app, app.fixture.room, 5_000).await;
        let dear = made(&form("16:00", "18:00").send(&member).await);
        for (booking, price) in [(&id, "1,600円"), (&dear, "10,000円")] {
            let page = counter.get(&format!("/counter/requests/{booking}")).await;
            page.shows(price);
            let approved = decides(&counter, booking, "approval", &[]).await;
            assert_eq!(approved.status, 303, "{engine:?} {}", approved.text);
            member
                .get(&format!("/bookings/{booking}"))
                .await
                .shows(price);
        }
        app.run_tasks().await;
        app.finish().await;
    }
}
