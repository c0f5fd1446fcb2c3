//! What counts: what is taken back at the door, what the plan has, and what the yearly report counts.

use ::founders::{samples::scheme::a_scheme, service as founders};
use ::seminars::{entity::attendance::State as Came, service as taught};
use kernel::{Actor, Role, Via, transact};
use testkit::database::Engine;

use super::{Founding, actor, mark};
use crate::consultations::led;

#[tokio::test(flavor = "multi_thread")]
async fn what_is_taken_back_at_the_door_no_longer_counts_and_what_was_confirmed_stays() {
    for engine in Engine::BOTH {
        let centre = Founding::open(engine).await;
        let id = centre.applied().await;
        let manager = centre.signed_in(centre.manager).await;
        let last = (centre.lessons[3], centre.chair);
        let staff = actor(centre.manager, Role::Manager);
        let db = &centre.app.app.db;
        transact(db, staff, &centre.app.clock, async |work| {
            taught::unmark(work, last.0, last.1).await
        })
        .await
        .unwrap();
        let refused = centre.acts(&manager, id, ("confirmation", "")).await;
        assert_eq!(refused.status, 409, "{engine:?}");
        refused.shows("販路開拓が未受講です");
        mark(&centre.app, centre.manager, last, Came::Late).await;
        for act in ["confirmation", "forwarding"] {
            led(&centre.acts(&manager, id, (act, "")).await);
        }
        mark(&centre.app, centre.manager, last, Came::Absent).await;
        let ward = centre.signed_in(centre.ward).await;
        let page = ward.get(&format!("/counter/founders/{id}")).await;
        page.shows("確認のあとで、出欠の記録が変わりました");
        page.shows("確認したときの根拠");
        page.shows("遅刻");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_plan_of_the_lessons_day_decides_and_one_version_begins_on_a_day() {
    for engine in Engine::BOTH {
        let centre = Founding::open(engine).await;
        let officer = actor(centre.ward, Role::WardOfficer);
        let (db, clock) = (&centre.app.app.db, &centre.app.clock);
        let stricter = founders_scheme("2027-01-12", 6);
        transact(db, officer, clock, async |work| {
            founders::set_scheme(work, &stricter).await
        })
        .await
        .unwrap();
        let twice = transact(db, officer, clock, async |work| {
            founders::set_scheme(work, &stricter).await
        });
        assert!(twice.await.is_err(), "{engine:?}");
        for nth in 0..4 {
            centre.came(nth).await;
        }
        let member = centre.signed_in(centre.member).await;
        member.get("/mypage/founding").await.shows("回数があと2回");
        let ward = centre.signed_in(centre.ward).await;
        let page = ward.get("/counter/founders/scheme").await;
        page.shows("2027年1月12日");
        page.shows("いまのきまり");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

fn founders_scheme(from: &str, least: i32) -> ::founders::rules::SchemeDraft {
    ::founders::rules::SchemeDraft {
        least_sessions: Some(least),
        ..a_scheme(from)
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_yearly_figures_have_the_rows_behind_them_and_a_merged_person_keeps_what_is_theirs() {
    for engine in Engine::BOTH {
        let centre = Founding::open(engine).await;
        let (id, ward) = centre.forwarded().await;
        led(&centre.acts(&ward, id, ("certificate", "")).await);
        let into = centre.app.member("さくら").await.person.unwrap();
        let (double, app) = (centre.member, &centre.app);
        let member = centre.signed_in(double).await;
        let start = format!("/mypage/founding/{id}/start");
        let ahead = [("founded_on", "2027-02-01")];
        assert_eq!(member.post(&start, &ahead).await.status, 422, "{engine:?}");
        led(&member.post(&start, &[("founded_on", "2027-01-15")]).await);
        for of in ["supported", "completed", "certificates", "founded"] {
            let path = format!("/counter/founders/figures?year=2026&of={of}&as=csv");
            let file = ward.get(&path).await;
            assert_eq!(file.text.lines().count(), 2, "{of}: {}", file.text);
            assert!(file.text.contains("見本 花子"), "{of}: {}", file.text);
        }
        let before = ward.get("/counter/founders/figures?year=2025&as=csv").await;
        assert_eq!(before.text.lines().count(), 1, "{engine:?}");
        let system = Actor::system(Via::Cli);
        transact(&app.app.db, system, &app.clock, async |work| {
            taught::take_over(work, double, into).await?;
            founders::take_over(work, double, into).await
        })
        .await
        .unwrap();
        let stays = centre.signed_in(into).await;
        stays
            .get(&format!("/mypage/founding/{id}/certificate"))
            .await
            .shows("第8-1号");
        stays
            .get("/mypage/founding")
            .await
            .shows("支援をすべて受け終えました");
        assert_eq!(
            member.get(&format!("/mypage/founding/{id}")).await.status,
            404
        );
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}
