//! Sixteen at once, in one name: a quota holds.

use std::sync::Arc;

use bookings::entity::booking_rule::Period;
use testkit::database::Engine;
use tests::TestApp;
use tokio::{sync::Barrier, task::JoinSet};

use super::at_most;
use crate::acts::{self, Form};

/// Who races.
const CLIENTS: u32 = 16;

#[tokio::test(flavor = "multi_thread")]
async fn of_sixteen_bookings_in_one_name_exactly_as_many_stand_as_the_quota_allows() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        acts::rule(&app, &at_most(2, Period::Standing)).await;
        let desks = acts::open_desks(&app, CLIENTS).await;
        let member = app.member("花子").await;
        let barrier = Arc::new(Barrier::new(CLIENTS as usize));
        let mut race = JoinSet::new();
        for number in 0..CLIENTS {
            let (client, barrier) = (member.clone(), Arc::clone(&barrier));
            let form = Form::new(desks, "13:00", "14:00").with("once", &number.to_string());
            race.spawn(async move {
                barrier.wait().await;
                form.send(&client).await.status
            });
        }
        let statuses = race.join_all().await;
        let with = |status| statuses.iter().filter(|one| **one == status).count();
        assert_eq!((with(303), with(422)), (2, 14), "{statuses:?}");
        app.run_tasks().await;
        app.finish().await;
    }
}
