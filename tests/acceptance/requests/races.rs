//! Whoever decides, withdraws or books at one moment: one truth.

use bookings::entity::{allocation, hold::State};
use sea_orm::EntityTrait;
use testkit::database::Engine;
use tests::TestApp;
use tokio::task::JoinSet;

use super::{needs_approval, state, wish, withdraws};
use crate::acts::made;

#[tokio::test(flavor = "multi_thread")]
async fn of_all_who_decide_and_withdraw_at_once_exactly_one_does() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        needs_approval(&app).await;
        let mut staff = Vec::new();
        for _ in 0..4 {
            staff.push(app.staff().await);
        }
        for round in 0..6 {
            let member = app.member("花子").await;
            let id = made(
                &wish(&app)
                    .with("once", &round.to_string())
                    .send(&member)
                    .await,
            );
            let mut acts = JoinSet::new();
            for (nth, staff) in staff.iter().cloned().enumerate() {
                let path = format!("/counter/requests/{id}");
                acts.spawn(async move {
                    let seen = ("seen", "1");
                    let answer = if nth % 2 == 0 {
                        staff.post(&format!("{path}/approval"), &[seen]).await
                    } else {
                        let fields = [seen, ("ground", "purpose")];
                        staff.post(&format!("{path}/refusal"), &fields).await
                    };
                    (answer.status, nth % 2 == 0)
                });
            }
            let (own, booking) = (member.clone(), id.clone());
            let withdrawal = round % 2 == 0;
            if withdrawal {
                acts.spawn(async move { (withdraws(&own, &booking).await.status, false) });
            }
            let done = acts.join_all().await;
            let decided = done.iter().filter(|(status, _)| *status == 303).count();
            let state = state(&app, &id).await;
            // Who is approved can still call it off.
            let both = decided == 2 && withdrawal && state == State::Cancelled;
            assert!(decided == 1 || both, "{engine:?} {done:?} {state:?}");
            assert!(
                done.iter().all(|(status, _)| matches!(status, 303 | 409)),
                "{engine:?} {done:?}"
            );
            assert_ne!(state, State::Requested);
            if state == State::Confirmed {
                assert_eq!(withdraws(&member, &id).await.status, 303);
            }
        }
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_sixteen_who_ask_for_one_hour_one_keeps_it() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        needs_approval(&app).await;
        let mut asking = JoinSet::new();
        for _ in 0..16 {
            let (form, member) = (wish(&app), app.member("花子").await);
            asking.spawn(async move { form.send(&member).await.status });
        }
        let statuses = asking.join_all().await;
        let with = |status| statuses.iter().filter(|one| **one == status).count();
        assert_eq!((with(303), with(409)), (1, 15), "{engine:?} {statuses:?}");
        let all = allocation::Entity::find().all(app.app.db.reader()).await;
        let states: Vec<State> = all.unwrap().into_iter().map(|one| one.state).collect();
        assert_eq!(states, [State::Requested], "{engine:?}");
        app.run_tasks().await;
        app.finish().await;
    }
}
