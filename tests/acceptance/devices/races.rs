//! Sixteen at once want the same devices: as many have them as there are.

use std::sync::Arc;

use bookings::entity::{allocation, device_unit, hold};
use sea_orm::EntityTrait;
use testkit::database::Engine;
use tests::TestApp;
use tokio::{sync::Barrier, task::JoinSet};

use super::{add, with};
use crate::acts::{self, Form};

/// Who races.
const CLIENTS: u32 = 16;

/// How many single devices are lent at this moment of the ledger, none of them twice.
async fn lent(app: &TestApp) -> usize {
    let db = app.app.db.reader();
    let units = device_unit::Entity::find().all(db).await.unwrap();
    let all = allocation::Entity::find().all(db).await.unwrap();
    let mut lent: Vec<_> = all
        .iter()
        .filter(|one| hold::State::is_holding(one.state))
        .map(|one| one.resource_id)
        .filter(|id| units.iter().any(|unit| unit.resource_id == *id))
        .collect();
    let many = lent.len();
    lent.sort_unstable();
    lent.dedup();
    assert_eq!(lent.len(), many, "one of them is lent twice");
    many
}

#[tokio::test(flavor = "multi_thread")]
async fn of_sixteen_who_want_two_of_five_microphones_two_have_them() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let microphones = add(&app, "マイク", 5).await;
        let desks = acts::open_desks(&app, CLIENTS).await;
        let barrier = Arc::new(Barrier::new(CLIENTS as usize));
        let mut race = JoinSet::new();
        for number in 0..CLIENTS {
            let (member, barrier) = (app.member("花子").await, Arc::clone(&barrier));
            // Some begin half an hour later: what is lent overlaps, and is not the same time.
            let from = if number % 2 == 0 { "13:00" } else { "13:30" };
            let form = Form::new(desks, from, "14:30");
            race.spawn(async move {
                barrier.wait().await;
                with(&member, "/bookings", &form, microphones, "2")
                    .await
                    .status
            });
        }
        let statuses = race.join_all().await;
        let with = |status| statuses.iter().filter(|one| **one == status).count();
        assert_eq!((with(303), with(422)), (2, 14), "{engine:?} {statuses:?}");
        assert_eq!(lent(&app).await, 4);
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn series_bookings_and_changes_at_once_lend_no_more_than_there_is_and_nobody_waits_in_a_circle()
 {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (a, b) = (add(&app, "マイク", 3).await, add(&app, "カメラ", 3).await);
        let desks = acts::open_desks(&app, CLIENTS).await;
        let barrier = Arc::new(Barrier::new(CLIENTS as usize));
        let mut race = JoinSet::new();
        for number in 0..CLIENTS {
            let (member, barrier) = (app.member("花子").await, Arc::clone(&barrier));
            let device = if number % 2 == 0 { a } else { b };
            let form = Form::new(desks, "13:00", "14:00");
            let repeated = form.clone().with("rhythm", "weekly").with("times", "2");
            race.spawn(async move {
                barrier.wait().await;
                if number < 8 {
                    with(&member, "/series", &repeated, device, "1")
                        .await
                        .status
                } else {
                    with(&member, "/bookings", &form, device, "1").await.status
                }
            });
        }
        let statuses = race.join_all().await;
        assert!(
            statuses
                .iter()
                .all(|one| [200, 303, 409, 422].contains(one)),
            "{engine:?} {statuses:?}"
        );
        assert_eq!(statuses.iter().filter(|one| **one == 303).count(), 6);
        app.run_tasks().await;
        app.finish().await;
    }
}
