//! Two at one moment: one truth.

use bookings::entity::booking;
use sea_orm::EntityTrait;
use testkit::database::Engine;
use tests::TestApp;
use tokio::task::JoinSet;

use super::{guest, merge, merged_into};
use crate::{acts::Form, organisations};

/// How often.
const ROUNDS: usize = 8;

#[tokio::test(flavor = "multi_thread")]
async fn of_two_receptionists_who_merge_both_ways_one_does() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let receptionists = [app.staff().await, app.staff().await];
        for _ in 0..ROUNDS {
            let names = ["実例", "よしお", "ジツレイ", "ヨシオ"];
            let one = guest(&receptionists[0], names, "").await;
            let other = guest(&receptionists[1], names, "").await;
            let mut merging = JoinSet::new();
            for (reception, (double, into)) in
                receptionists.iter().zip([(one, other), (other, one)])
            {
                let reception = reception.clone();
                merging.spawn(async move { merge(&reception, double, into).await });
            }
            let answers = merging.join_all().await;
            let mut statuses: Vec<u16> = answers.iter().map(|answer| answer.status).collect();
            statuses.sort_unstable();
            assert_eq!(statuses, [303, 409], "{engine:?}");
            let late = answers.iter().find(|answer| answer.status == 409).unwrap();
            late.shows("すでに統合されたか、消去されています");
            let into = [merged_into(&app, one).await, merged_into(&app, other).await];
            assert!(
                into == [Some(other), None] || into == [None, Some(one)],
                "{engine:?} {into:?}"
            );
        }
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_double_books_at_that_moment_belongs_to_the_one_who_stays() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let reception = app.staff().await;
        let mut made = 0;
        for round in 0..ROUNDS {
            let (double, into) = (app.member("花子").await, app.member("はなこ").await);
            let [lost, stays] = [&double, &into].map(|browser| browser.person.unwrap());
            let form = Form::new(
                app.fixture.desks,
                &format!("{}:00", 9 + round),
                &format!("{}:00", 10 + round),
            );
            let (merging, counter) = (reception.clone(), reception.clone());
            let by_hand = form.clone().with("for", &lost.to_string());
            let (merged, booked, entered) = tokio::join!(
                merge(&merging, lost, stays),
                form.send(&double),
                by_hand.send(&counter),
            );
            assert_eq!(merged.status, 303, "{engine:?} {}", merged.text);
            for answer in [&booked, &entered] {
                assert!(answer.status < 500, "{engine:?} {}", answer.text);
                made += usize::from(answer.location.ends_with("/done"));
            }
            let all = booking::Entity::find()
                .all(app.app.db.reader())
                .await
                .unwrap();
            assert!(all.iter().all(|one| one.person_id != lost), "{engine:?}");
            assert_eq!(all.len(), made, "{engine:?}");
        }
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_written_for_the_double_at_that_moment_never_stops_the_merge() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (merging, reviewing) = (app.staff().await, app.staff().await);
        for _ in 0..ROUNDS {
            let (double, into) = (app.member("花子").await, app.member("はなこ").await);
            let [lost, stays] = [&double, &into].map(|browser| browser.person.unwrap());
            let application = organisations::apply_without_number(&double).await;
            let profile = [
                ("family_name", "産業"),
                ("given_name", "花子"),
                ("family_kana", "サンギョウ"),
                ("given_kana", "ハナコ"),
                ("telephone", "03-0000-0000"),
                ("lang", "ja"),
            ];
            let (merged, renamed, reviewed) = tokio::join!(
                merge(&merging, lost, stays),
                double.post("/mypage/profile", &profile),
                organisations::try_to_grant(&reviewing, application),
            );
            assert_eq!(merged.status, 303, "{engine:?} {}", merged.text);
            for answer in [&renamed, &reviewed] {
                assert!(answer.status < 500, "{engine:?} {}", answer.text);
            }
            let now = organisations::row(&app, application).await;
            assert_eq!(now.person_id, stays, "{engine:?}");
        }
        app.run_tasks().await;
        app.finish().await;
    }
}
