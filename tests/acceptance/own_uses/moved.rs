//! The time of an own use is changed: through the ledger, all or nothing, with what is lent.

use chrono::TimeDelta;
use testkit::database::Engine;
use tests::{Answer, Browser, TestApp};

use super::{Why, all, entered, enters, form, holding, why};
use crate::{
    acts::{Form, made},
    devices,
    journeys::acts_upon,
};

/// Sends the form of a change of the time.
async fn moves(staff: &Browser, path: &str, to: [&str; 3], why: &Why, reach: &str) -> Answer {
    let fields = [
        ("reason", why.reason.as_str()),
        ("programme", &why.programme),
        ("title", "創業塾 第3回"),
        ("date", to[0]),
        ("starts_at", to[1]),
        ("ends_at", to[2]),
        ("reach", reach),
    ];
    staff.post(&format!("{path}/change"), &fields).await
}

/// When every own use is, the first first.
async fn times(app: &TestApp) -> Vec<String> {
    let mut all = all(app).await;
    all.sort_by_key(|own| own.starts_at);
    let said = all.iter().map(|own| {
        let clock = |at: kernel::Instant| at.in_tokyo().format("%H:%M").to_string();
        let (from, until) = (own.starts_at, own.ends_at);
        format!("{} {}-{}", from.date(), clock(from), clock(until))
    });
    said.collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn those_that_follow_move_together_with_what_is_lent_or_not_at_all() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (staff, member) = (app.staff().await, app.member("花子").await);
        let why = why(&app, "区の主催事業").await;
        let microphone = devices::add(&app, "マイク", 1).await;
        let field = format!("device-{microphone}");
        let weekly = form(&app, ["13:00", "15:00"], &why).with("times", "3");
        let mut fields = weekly.fields();
        fields.push((&field, "1"));
        entered(&staff.post("/counter/own-uses", &fields).await);
        let mut own = all(&app).await;
        own.sort_by_key(|one| one.starts_at);
        let second = format!("/counter/own-uses/{}", own[1].id);
        staff.get(&format!("{second}/change")).await.shows("15:00");

        // Someone has one of the new times: nothing moves, and who it is is said.
        let clash = Form::new(app.fixture.room, "15:00", "16:00").with("date", "2027-01-05");
        let clash = made(&clash.send(&member).await);
        let later = ["2026-12-29", "14:00", "16:00"];
        let before = times(&app).await;
        let refused = moves(&staff, &second, later, &why, "following").await;
        assert_eq!(refused.status, 409, "{engine:?} {}", refused.text);
        refused.shows(&format!("/bookings/{clash}"));
        refused.shows("まだ何も変わっていません");
        assert_eq!(times(&app).await, before, "{engine:?}");
        // Once it is free they move, and the only microphone with them.
        let cancelled = member
            .post(&format!("/bookings/{clash}/cancellation"), &[])
            .await;
        assert_eq!(cancelled.status, 303, "{engine:?} {}", cancelled.text);
        let moved = moves(&staff, &second, later, &why, "following").await;
        assert_eq!(moved.status, 303, "{engine:?} {}", moved.text);
        assert_eq!(
            holding(&app).await,
            6,
            "{engine:?}: three rooms, three microphones"
        );
        staff.get(&second).await.shows("マイク 1台");
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_week_later_is_over_the_next_of_the_same_row_and_still_moves() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (staff, member) = (app.staff().await, app.member("花子").await);
        let why = why(&app, "区の主催事業").await;
        let weekly = form(&app, ["13:00", "15:00"], &why).with("times", "3");
        let first = entered(&enters(&staff, &weekly).await);
        let later = ["2026-12-22", "14:00", "17:00"];
        let moved = moves(&staff, &first, later, &why, "following").await;
        assert_eq!(moved.status, 303, "{engine:?} {}", moved.text);
        let now = [
            "2026-12-22 14:00-17:00",
            "2026-12-29 14:00-17:00",
            "2027-01-05 14:00-17:00",
        ];
        assert_eq!(times(&app).await, now, "{engine:?}");
        assert_eq!(holding(&app).await, 3, "{engine:?}");
        // What it had is free, what it has is not.
        made(
            &Form::new(app.fixture.room, "13:00", "15:00")
                .send(&member)
                .await,
        );
        let taken = Form::new(app.fixture.room, "16:00", "17:00").with("date", "2027-01-05");
        assert_eq!(taken.send(&member).await.status, 409, "{engine:?}");
        let id = first.rsplit('/').next().unwrap();
        let acts = acts_upon(&app, id).await;
        assert_eq!(acts, ["own_use.made", "own_use.moved", "own_use.corrected"]);
        let none = ["2026-02-30", "14:00", "17:00"];
        let refused = moves(&staff, &first, none, &why, "this").await;
        assert_eq!(refused.status, 422, "{engine:?}");
        refused.shows("日付を選んでください");
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_runs_can_last_longer_and_what_is_over_stays_when_it_was() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let staff = app.staff().await;
        let why = why(&app, "区の主催事業").await;
        let path = entered(&enters(&staff, &form(&app, ["13:00", "15:00"], &why)).await);
        app.clock.advance(TimeDelta::days(7));
        let staff = app.signed_in(staff.person.unwrap()).await;
        let page = staff.get(&format!("{path}/change")).await;
        page.shows("おわりだけ変えられます");
        let day = "2026-12-15";
        let early = moves(&staff, &path, [day, "12:00", "15:00"], &why, "this").await;
        assert_eq!(early.status, 422, "{engine:?} {}", early.text);
        early.shows("おわりだけを変えてください");
        let longer = moves(&staff, &path, [day, "13:00", "16:00"], &why, "this").await;
        assert_eq!(longer.status, 303, "{engine:?} {}", longer.text);
        assert_eq!(times(&app).await, ["2026-12-15 13:00-16:00"], "{engine:?}");

        app.clock.advance(TimeDelta::hours(3));
        let staff = app.signed_in(staff.person.unwrap()).await;
        let page = staff.get(&format!("{path}/change")).await;
        page.hides("name=\"starts_at\"");
        let revived = moves(&staff, &path, [day, "13:00", "20:00"], &why, "this").await;
        assert_eq!(revived.status, 409, "{engine:?} {}", revived.text);
        assert_eq!(times(&app).await, ["2026-12-15 13:00-16:00"], "{engine:?}");
        app.run_tasks().await;
        app.finish().await;
    }
}
