//! Staying away: marked at the counter, told, forbidding new bookings, excused by a warning (G17).

use chrono::TimeDelta;
use sea_orm::EntityTrait;
use testkit::database::Engine;
use tests::{Browser, TestApp};

use super::{recorded, standing::strict};
use crate::{
    acts::{self, Form, input, made},
    organisations::{apply, grant, row},
};

#[tokio::test(flavor = "multi_thread")]
async fn who_stays_away_is_told_and_cannot_book_from_the_next_month_on() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        acts::rule(&app, &strict()).await;
        let (staff, member) = (app.staff().await, app.member("花子").await);
        let form = Form::new(app.fixture.room, "13:00", "15:00").with("date", "2026-12-09");
        let id = made(&form.send(&member).await);
        let mark = format!("/bookings/{id}/absence");
        assert_eq!(staff.post(&mark, &[]).await.status, 409);
        app.clock.advance(TimeDelta::days(1));
        let staff = app.signed_in(staff.person.unwrap()).await;
        let member = app.signed_in(member.person.unwrap()).await;
        assert_eq!(staff.post(&mark, &[]).await.status, 303);
        assert_eq!(staff.post(&mark, &[]).await.status, 409);
        app.run_tasks().await;
        let letter = app.letters().pop().unwrap();
        let message = mail_parser::MessageParser::default()
            .parse(&letter.message)
            .unwrap();
        let text = message.body_text(0).unwrap();
        for day in ["2027年1月1日（金）", "2027年3月31日（水）"] {
            assert!(text.contains(day), "{text}");
        }
        let mine = member.get("/mypage/bookings").await;
        mine.shows("2027年1月1日（金）から2027年3月31日（水）まで、新しい予約はできません");
        // Until the end of the month all is as before.
        let before = form.clone().with("date", "2027-02-02");
        made(&before.send(&member).await);
        app.clock.advance(TimeDelta::days(23));
        let member = app.signed_in(member.person.unwrap()).await;
        let after = form.clone().with("date", "2027-02-03");
        let refused = after.send(&member).await;
        assert_eq!(refused.status, 422);
        refused.shows("2027年4月1日（木）から予約できます");
        let staff = app.signed_in(staff.person.unwrap()).await;
        let undo = format!("{mark}/withdrawal");
        assert_eq!(staff.post(&undo, &[]).await.status, 303);
        assert_eq!(staff.post(&undo, &[]).await.status, 404);
        made(&after.send(&member).await);
        let acts = recorded(&app, "booking.abs").await;
        assert_eq!(acts, ["booking.absence_undone", "booking.absent"]);
        app.run_tasks().await;
        app.finish().await;
    }
}

/// G17: cancelling inside three days on the day of a warning, asked before the start.
#[tokio::test(flavor = "multi_thread")]
async fn cancelling_late_counts_unless_a_warning_excuses_it() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        acts::rule(&app, &strict()).await;
        let (staff, member) = (app.staff().await, app.member("花子").await);
        cancelled(&app, &member, "2026-12-08", ("16:00", "18:00")).await;
        let said = "新しい予約はできません";
        member.get("/mypage/bookings").await.shows(said);
        let future = [("on", "2026-12-09"), ("warning", "大雨警報")];
        let refused = staff.post("/counter/absences/warnings", &future).await;
        assert_eq!(refused.status, 422);
        warned(&staff).await;
        let mine = member.get("/mypage/bookings").await;
        assert!(!mine.text.contains(said));
        staff
            .get("/counter/absences")
            .await
            .shows("数えない（大雨警報）");
        // The page says so before, and that it costs the same.
        let near = Form::new(app.fixture.room, "13:00", "15:00").with("date", "2026-12-09");
        let near = made(&near.send(&member).await);
        let asked = member.get(&format!("/bookings/{near}/cancellation")).await;
        asked.shows("「大雨警報」のため、取り消しても無断不使用に数えません");
        asked.shows("取消料は、警報の日もふだんどおりです");
        let path = format!("/bookings/{near}/cancellation");
        assert_eq!(member.post(&path, &[]).await.status, 303);
        let told = crate::journeys::letters(&app).await;
        let told = told.last().unwrap();
        assert!(
            !told.text.contains("無断不使用"),
            "{engine:?} {}",
            told.text
        );
        // Long before, nothing is counted.
        cancelled(&app, &member, "2026-12-16", ("16:00", "18:00")).await;
        assert!(!member.get("/mypage/bookings").await.text.contains(said));
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn cancelling_a_series_late_counts_as_cancelling_one_late() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        acts::rule(&app, &strict()).await;
        let member = app.member("花子").await;
        let form = Form::new(app.fixture.room, "13:00", "15:00").with("date", "2026-12-10");
        let series = form.with("rhythm", "weekly").with("times", "2");
        let booked = member
            .post("/series", &series.with("repeat", "on").fields())
            .await;
        assert_eq!(booked.status, 303, "{engine:?} {}", booked.text);
        let series = booked.location.strip_suffix("/done").unwrap();
        let path = format!("{series}/cancellation");
        assert_eq!(member.post(&path, &[]).await.status, 303);
        let late = bookings::entity::absence::Entity::find();
        let late = late.all(app.app.db.reader()).await.unwrap();
        let days: Vec<&str> = late.iter().map(|one| one.on_date.as_str()).collect();
        assert_eq!(days, ["2026-12-10"], "{engine:?}");
        let mine = member.get("/mypage").await;
        mine.shows("まで、新しい予約はできません");
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_marked_and_then_cancelled_counts_once() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        acts::rule(&app, &strict()).await;
        let (staff, member) = (app.staff().await, app.member("花子").await);
        let form = Form::new(app.fixture.room, "13:00", "17:00").with("date", "2026-12-09");
        let id = made(&form.send(&member).await);
        app.clock.advance(TimeDelta::days(1));
        let staff = app.signed_in(staff.person.unwrap()).await;
        let marked = staff.post(&format!("/bookings/{id}/absence"), &[]).await;
        assert_eq!(marked.status, 303, "{engine:?}");
        let gone = staff
            .post(&format!("/bookings/{id}/cancellation"), &[])
            .await;
        assert_eq!(gone.status, 303, "{engine:?} {}", gone.text);
        app.run_tasks().await;
        app.finish().await;
    }
}

/// Enters today as a day with a warning; the path of its page.
async fn warned(staff: &Browser) -> String {
    let today = [("on", "2026-12-08"), ("warning", "大雨警報")];
    let entered = staff.post("/counter/absences/warnings", &today).await;
    assert_eq!(entered.status, 303, "{}", entered.text);
    let list = staff.get("/counter/absences").await;
    let (_, rest) = list
        .text
        .split_once("href=\"/counter/absences/warnings/")
        .unwrap();
    let id = rest.split('"').next().unwrap();
    format!("/counter/absences/warnings/{id}")
}

/// Books a use of the room on that day, and cancels it at once.
async fn cancelled(app: &TestApp, member: &Browser, date: &str, (from, until): (&str, &str)) {
    let form = Form::new(app.fixture.room, from, until).with("date", date);
    let id = made(&form.send(member).await);
    let cancel = format!("/bookings/{id}/cancellation");
    assert_eq!(member.post(&cancel, &[]).await.status, 303);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_withdrawn_warning_excuses_no_longer_and_says_before_what_follows() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        acts::rule(&app, &strict()).await;
        let (staff, member) = (app.staff().await, app.member("花子").await);
        cancelled(&app, &member, "2026-12-08", ("16:00", "18:00")).await;
        let page = warned(&staff).await;
        let restricted = "まで、新しい予約はできません";
        let mine = member.get("/mypage/bookings").await;
        assert!(!mine.text.contains(restricted), "{engine:?} excused");

        let shown = staff.get(&page).await;
        assert_eq!(shown.status, 200, "{engine:?} {}", shown.text);
        shown.shows("1件が、ふたたび無断不使用に数えられます");
        shown.shows(
            "2027年1月1日（金）から2027年3月31日（水）まで、新しい予約をお受けできなくなります",
        );
        shown.shows("メールでお知らせします");
        let seen = input(&shown, "seen");
        let act = format!("{page}/withdrawal");

        // Something else follows than was shown: nothing is done, and the page says what follows now.
        cancelled(&app, &member, "2026-12-08", ("18:00", "19:00")).await;
        let stale = staff.post(&act, &[("seen", &seen)]).await;
        assert_eq!(stale.status, 409, "{engine:?} {}", stale.text);
        stale.shows("2件が、ふたたび無断不使用に数えられます");
        let mine = member.get("/mypage/bookings").await;
        assert!(!mine.text.contains(restricted), "{engine:?} still excused");

        let seen = input(&stale, "seen");
        let done = staff.post(&act, &[("seen", &seen)]).await;
        assert_eq!(done.status, 303, "{engine:?} {}", done.text);
        member.get("/mypage/bookings").await.shows(restricted);
        app.run_tasks().await;
        let told = app.letters();
        let again = told.iter().filter(|letter| {
            let parser = mail_parser::MessageParser::default();
            let message = parser.parse(&letter.message).unwrap();
            let text = message.body_text(0).unwrap();
            text.contains("誤りでしたので取り消しました") && text.contains("2027年3月31日（水）")
        });
        assert_eq!(again.count(), 2, "{engine:?} one letter for each booking");

        let twice = staff.post(&act, &[("seen", &seen)]).await;
        assert_eq!(twice.status, 409, "{engine:?} {}", twice.text);
        twice.shows("この警報の日は、すでに取り消されています");
        assert_eq!(staff.get(&page).await.status, 404);
        let acts = recorded(&app, "weather.").await;
        assert_eq!(acts, ["weather.warned", "weather.withdrawn"], "{engine:?}");
        // Entered again, it excuses again.
        warned(&staff).await;
        let mine = member.get("/mypage/bookings").await;
        assert!(!mine.text.contains(restricted), "{engine:?} excused again");
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_another_warning_excuses_too_stays_excused() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        acts::rule(&app, &strict()).await;
        let (staff, member) = (app.staff().await, app.member("花子").await);
        cancelled(&app, &member, "2026-12-09", ("13:00", "15:00")).await;
        let first = warned(&staff).await;
        app.clock.advance(TimeDelta::days(1));
        let staff = app.signed_in(staff.person.unwrap()).await;
        let next = [("on", "2026-12-09"), ("warning", "暴風警報")];
        let entered = staff.post("/counter/absences/warnings", &next).await;
        assert_eq!(entered.status, 303, "{engine:?}");
        let shown = staff.get(&first).await;
        shown.shows("この日の警報で数えなかった予約はありません");
        let act = format!("{first}/withdrawal");
        let seen = input(&shown, "seen");
        assert_eq!(staff.post(&act, &[("seen", &seen)]).await.status, 303);
        let member = app.signed_in(member.person.unwrap()).await;
        let mine = member.get("/mypage/bookings").await;
        assert!(!mine.text.contains("新しい予約はできません"), "{engine:?}");
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_may_not_book_is_told_before_they_fill_in_the_form_also_as_an_organisation() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        acts::rule(&app, &strict()).await;
        let (staff, company) = (app.staff().await, app.member("次郎").await);
        let application = apply(&company).await;
        grant(&staff, application).await;
        let organisation = row(&app, application).await.organisation_id.unwrap();
        let form = Form::new(app.fixture.room, "13:00", "15:00").with("date", "2026-12-09");
        let own = form.clone().with("organisation", &organisation.to_string());
        let id = made(&own.send(&company).await);
        app.clock.advance(TimeDelta::days(1));
        let staff = app.signed_in(staff.person.unwrap()).await;
        let company = app.signed_in(company.person.unwrap()).await;
        let room = app.fixture.room;
        let new = format!("/bookings/new?slot={room}/2026-12-15/780-900");
        company.get(&new).await.hides("新しい予約はできません");
        let marked = staff.post(&format!("/bookings/{id}/absence"), &[]).await;
        assert_eq!(marked.status, 303, "{engine:?}");

        let said =
            "としては、2027年1月1日（金）から2027年3月31日（水）まで、新しい予約はできません";
        company.get(&new).await.shows(said);
        company.get("/mypage/bookings").await.shows(said);
        company.get("/mypage").await.shows(said);
        let other = app.member("花子").await;
        other.get(&new).await.hides("新しい予約はできません");
        app.run_tasks().await;
        app.finish().await;
    }
}
