//! Many book while the centre takes the same place: it has one holder.

use std::sync::Arc;

use testkit::database::Engine;
use tests::TestApp;
use tokio::{sync::Barrier, task::JoinSet};

use super::{all, entered, enters, form, holding, returns, why};
use crate::acts::Form;

/// Who races: every second one for the centre.
const CLIENTS: usize = 16;

#[tokio::test(flavor = "multi_thread")]
async fn of_sixteen_bookings_and_own_uses_at_once_one_has_the_room() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let why = why(&app, "区の主催事業").await;
        let start = Arc::new(Barrier::new(CLIENTS));
        let mut race = JoinSet::new();
        for number in 0..CLIENTS {
            let start = Arc::clone(&start);
            // Their times overlap by an hour.
            if number % 2 == 0 {
                let client = app.staff().await;
                let own = form(&app, ["14:00", "16:00"], &why);
                race.spawn(async move {
                    start.wait().await;
                    enters(&client, &own).await
                });
            } else {
                let client = app.member("花子").await;
                let wish = Form::new(app.fixture.room, "13:00", "15:00");
                race.spawn(async move {
                    start.wait().await;
                    wish.send(&client).await
                });
            }
        }
        let answers = race.join_all().await;
        let statuses: Vec<u16> = answers.iter().map(|one| one.status).collect();
        let with = |status| statuses.iter().filter(|one| **one == status).count();
        assert_eq!((with(303), with(409)), (1, 15), "{engine:?} {statuses:?}");
        assert_eq!(holding(&app).await, 1, "{engine:?}");
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_who_give_back_one_does() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let why = why(&app, "区の主催事業").await;
        let staff = app.staff().await;
        let path = entered(&enters(&staff, &form(&app, ["14:00", "16:00"], &why)).await);
        let start = Arc::new(Barrier::new(CLIENTS));
        let mut race = JoinSet::new();
        for _ in 0..CLIENTS {
            let (client, start) = (app.staff().await, Arc::clone(&start));
            let path = path.clone();
            race.spawn(async move {
                start.wait().await;
                returns(&client, &path, "this").await.status
            });
        }
        let statuses = race.join_all().await;
        let with = |status| statuses.iter().filter(|one| **one == status).count();
        assert_eq!((with(303), with(409)), (1, 15), "{engine:?} {statuses:?}");
        assert!(all(&app).await.iter().all(|one| one.ended_at.is_some()));
        assert_eq!(holding(&app).await, 0);
        app.run_tasks().await;
        app.finish().await;
    }
}
