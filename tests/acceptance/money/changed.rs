//! What a change leaves to be paid: never less than cancelling would have cost.

use ::bookings::entity::booking;
use sea_orm::EntityTrait;
use testkit::database::Engine;
use tests::TestApp;

use super::{
    bookings::{bill, priced},
    open_amount,
    papers::before::old_centre,
    pay, reduced_by_ward,
};
use crate::acts::{Form, input, made};

/// Who needs less of it so late pays what cancelling would have cost, and does not escape that by
/// cancelling afterwards either.
#[tokio::test(flavor = "multi_thread")]
async fn a_booking_made_shorter_too_late_costs_what_cancelling_would_have() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        priced(&app).await;
        let (member, counter) = (app.member("花子").await, app.staff().await);
        let form = Form::new(app.fixture.room, "13:00", "17:00");
        let id = made(&form.send(&member).await);
        let own = bill(&counter.get(&format!("/bookings/{id}")).await);
        assert_eq!(pay(&counter, &[own], "cash").await.status, 303);

        let path = format!("/bookings/{id}/change");
        let page = member.get(&path).await;
        page.shows("変えても、料金は 1,600円 より低くなりません");
        let shorter = form.clone().with("ends_at", "14:00").with("version", "1");
        let asked = member.post_once(&path, &shorter.fields()).await;
        assert_eq!(asked.status, 409, "{engine:?} {}", asked.text);
        asked.shows("料金は 1,600円 になります");
        asked.shows("いまの料金は 3,200円");
        let shorter = shorter.with("comes_to", &input(&asked, "comes_to"));
        let done = member.post_once(&path, &shorter.fields()).await;
        assert_eq!(done.status, 303, "{engine:?} {}", done.text);
        assert_eq!(open_amount(&app, own).await, -1_600, "{engine:?}");
        let lines = counter.get(&format!("/counter/bills/{own}")).await;
        lines.shows("キャンセル料（変更前：会議室A");
        lines.shows("13:00〜14:00");

        let cancel = format!("/bookings/{id}/cancellation");
        let shown = member.get(&cancel).await;
        shown.shows("取り消すと 1,600円 がかかります");
        shown.shows("変更する前に取り消したときの額です");
        shown.shows("取り消すときの料金のきまり（2026年12月8日（火）から）");

        // What it needs after all is all that is charged.
        let longer = form.with("ends_at", "16:00").with("version", "2");
        assert_eq!(member.post(&path, &longer.fields()).await.status, 303);
        assert_eq!(open_amount(&app, own).await, -800, "{engine:?}");
        assert_eq!(member.post(&cancel, &[]).await.status, 303);
        assert_eq!(open_amount(&app, own).await, -1_600, "{engine:?}");
        app.run_tasks().await;
        app.finish().await;
    }
}

/// A reduction holds for what was given up too.
#[tokio::test(flavor = "multi_thread")]
async fn a_reduced_booking_made_shorter_keeps_what_was_reduced() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        priced(&app).await;
        let member = app.member("花子").await;
        let form = Form::new(app.fixture.room, "13:00", "17:00");
        let id = made(&form.send(&member).await);
        let counter = app.staff().await;
        let own = bill(&counter.get(&format!("/bookings/{id}")).await);
        reduced_by_ward(&app, own, "50").await;
        assert_eq!(open_amount(&app, own).await, 1_600);
        let path = format!("/bookings/{id}/change");
        let shorter = form.with("ends_at", "14:00").with("version", "1");
        let done = member.post(&path, &shorter.fields()).await;
        assert_eq!(done.status, 303, "{engine:?} {}", done.text);
        assert_eq!(open_amount(&app, own).await, 800, "400, and 400 of before");
        let cancel = format!("/bookings/{id}/cancellation");
        assert_eq!(member.post(&cancel, &[]).await.status, 303);
        assert_eq!(open_amount(&app, own).await, 800, "{engine:?}");
        app.run_tasks().await;
        app.finish().await;
    }
}

/// The rest of a series is changed by the same rule, each of its uses by its own day.
#[tokio::test(flavor = "multi_thread")]
async fn only_the_uses_of_a_series_that_lie_near_keep_what_they_cost() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        priced(&app).await;
        let member = app.member("花子").await;
        let form = Form::new(app.fixture.room, "13:00", "17:00")
            .with("rhythm", "weekly")
            .with("times", "2")
            .with("repeat", "on");
        let done = member.post("/series", &form.fields()).await;
        let series = done.location.strip_suffix("/done").unwrap().to_owned();
        member.get("/mypage/fees").await.shows("6,400円");
        let shorter = form
            .with("ends_at", "14:00")
            .with("seen", "1.1")
            .without("space_id");
        let path = format!("{series}/change");
        let asked = member.post_once(&path, &shorter.fields()).await;
        assert_eq!(asked.status, 409, "{engine:?} {}", asked.text);
        asked.shows("変更すると、料金は 2,400円 になります");
        let agreed = shorter.with("comes_to", &input(&asked, "comes_to"));
        let changed = member.post_once(&path, &agreed.fields()).await;
        assert_eq!(changed.status, 303, "{engine:?} {}", changed.text);
        member.get("/mypage/fees").await.shows("2,400円");
        app.run_tasks().await;
        app.finish().await;
    }
}

/// A changed booking as it was when a share was kept of it: half of what is charged.
const OLD: &str = "
INSERT INTO people (id, family_name, given_name, family_kana, given_kana, search_key, created_at)
    VALUES ({1}, '見本', '花子', '', '', '', 0);
INSERT INTO venues (id, name, name_en, postal_code, address, telephone, counter_hours)
    VALUES ({2}, '見本', '', '', '', '', '');
INSERT INTO spaces (id, venue_id, position, kind, name, name_en, name_easy, description,
        description_en, floor, equipment, capacity, step_minutes, shortest_minutes, longest_minutes,
        clearing_minutes)
    VALUES ({3}, {2}, 1, 'meeting', '会議室A', '', '', '', '', '', '', 6, 30, 30, 240, 0);
INSERT INTO holds (id, kind, label, link, state) VALUES ({4}, 'booking', '', '', 'confirmed');
INSERT INTO bookings (id, hold_id, space_id, unit, person_id, reference, starts_at, ends_at,
        purpose, attendees, version, created_at, share_kept)
    VALUES ({5}, {4}, {3}, 1, {1}, 'AAA', 1, 2, '', 1, 2, 0, 50);
INSERT INTO bills (id, person_id, reference, link, used_on, due_on, thousandths, open_amount, made_at)
    VALUES ({6}, {1}, 'AAA', '/', '2026-12-15', '2026-12-15', 100, 1600, 0);
INSERT INTO charges (id, bill_id, label, label_en, amount, reverses, made_at)
    VALUES ({7}, {6}, '会議室A', '', 3200, NULL, 0), ({8}, {6}, '会議室A', '', -3200, {7}, 0),
           ({9}, {6}, '会議室A', '', 1601, NULL, 0);
INSERT INTO booking_charges (booking_id, bill_id) VALUES ({5}, {6});
";

#[tokio::test(flavor = "multi_thread")]
async fn what_was_kept_as_a_share_is_kept_in_yen() {
    for engine in Engine::BOTH {
        let db = old_centre(engine, "m0038_kept_yen", OLD).await;
        let rows = booking::Entity::find().all(db.reader()).await.unwrap();
        assert_eq!(rows[0].kept_yen, 800, "{engine:?}");
        db.close().await.unwrap();
    }
}
