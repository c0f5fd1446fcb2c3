//! Until when an answer is due, and who is reminded of it.

use chrono::TimeDelta;
use testkit::database::Engine;
use tests::TestApp;

use super::{decide, issued, shown};
use crate::journeys::letters;

#[tokio::test(flavor = "multi_thread")]
async fn whoever_decides_is_reminded_once_before_the_answer_is_due() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (ward, manager) = (app.ward().await, app.manager().await);
        let waits = issued(&ward, "創業・起業").await;
        let answered = issued(&ward, "維持・発展").await;
        let of = shown(&manager, &answered).await;
        let answer = decide(&manager, &answered, &of, ["approve", ""]).await;
        assert_eq!(answer.status, 303, "{engine:?} {}", answer.text);
        let reminders = async || {
            let all = letters(&app).await;
            let due = all
                .iter()
                .filter(|one| one.subject.contains("まもなく期限"));
            due.map(|one| one.subject.clone()).collect::<Vec<_>>()
        };
        // Due on 22 December, reminded of from three days before.
        app.clock.advance(TimeDelta::days(10));
        assert!(reminders().await.is_empty(), "{engine:?}");
        app.clock.advance(TimeDelta::days(1));
        assert_eq!(reminders().await.len(), 1, "{engine:?}");
        app.clock.advance(TimeDelta::days(20));
        let all = reminders().await;
        assert_eq!(all.len(), 1, "{engine:?}");
        assert!(all[0].contains("創業・起業"), "{engine:?} {all:?}");
        let manager = app.signed_in(manager.person.unwrap()).await;
        manager.get("/approvals").await.shows("期限を過ぎています");
        manager.get(&waits).await.shows("承知する");
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_decides_for_the_ward_says_how_long_an_answer_may_take() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (ward, manager) = (app.ward().await, app.manager().await);
        let term = |days, from| {
            [
                ("days", days),
                ("remind", "1"),
                ("source", "基本協定書第12条"),
                ("valid_from", from),
            ]
        };
        let path = "/approvals/terms";
        for (days, from, status, said) in [
            ("0", "2026-12-08", 422, "1から365までの数字"),
            ("5", "2026-12-07", 422, "それより後の日を選んでください"),
            ("5", "2026-12-08", 303, ""),
            ("6", "2026-12-08", 409, "もう登録されています"),
        ] {
            let answer = ward.post(path, &term(days, from)).await;
            assert_eq!(answer.status, status, "{engine:?} {days} {from}");
            if status != 303 {
                answer.shows(said);
            }
        }
        let officer = app.someone("係", &[kernel::Role::WardOfficer]).await;
        assert_eq!(
            officer.post(path, &term("5", "2027-04-01")).await.status,
            403
        );
        manager.get(path).await.shows("基本協定書第12条");
        // Five days after 8 December is a Sunday.
        let policy = issued(&ward, "創業・起業").await;
        manager.get(&policy).await.shows("2026年12月14日（月）");
        app.run_tasks().await;
        app.finish().await;
    }
}
