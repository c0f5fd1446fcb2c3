//! Many wait for one hour: whatever happens at one moment, one holds it.

use bookings::entity::{allocation, hold, waiting_entry};
use sea_orm::EntityTrait;
use testkit::database::Engine;
use tests::{Browser, TestApp};
use tokio::task::JoinSet;

use crate::acts::{Form, made};

/// Who waits.
const WAITING: usize = 16;

/// The open offers and the allocations that hold; never two at one time.
async fn held(app: &TestApp) -> (usize, usize) {
    let db = app.app.db.reader();
    let entries = waiting_entry::Entity::find().all(db).await.unwrap();
    let offered = |one: &&waiting_entry::Model| one.state == waiting_entry::State::Offered;
    let all = allocation::Entity::find().all(db).await.unwrap();
    let holding = all.iter().filter(|one| hold::State::is_holding(one.state));
    (entries.iter().filter(offered).count(), holding.count())
}

async fn join(form: &Form, browser: &Browser) -> String {
    let joined = browser.post("/waiting", &form.fields()).await;
    assert_eq!(joined.status, 303, "{}", joined.text);
    joined.location
}

#[tokio::test(flavor = "multi_thread")]
async fn of_sixteen_who_wait_exactly_one_holds_what_is_cancelled_whatever_comes_at_once() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let form = Form::new(app.fixture.room, "13:00", "14:00");
        let holder = app.member("太郎").await;
        let booking = made(&form.send(&holder).await);
        let mut joining = JoinSet::new();
        for _ in 0..WAITING {
            let (form, member) = (form.clone(), app.member("花子").await);
            joining.spawn(async move {
                let place = join(&form, &member).await;
                (member, place)
            });
        }
        let mut line: Vec<(Browser, String)> = joining.join_all().await;
        assert_eq!(held(&app).await, (0, 1));

        // Called off, while others try to book it and join and leave the line.
        let mut acts = JoinSet::new();
        let cancellation = format!("/bookings/{booking}/cancellation");
        acts.spawn(async move { holder.post(&cancellation, &[]).await.status });
        for act in 0..8 {
            let (form, member) = (form.clone(), app.member("三郎").await);
            let leaving = line.pop().unwrap();
            acts.spawn(async move {
                if act % 2 == 0 {
                    return form.send(&member).await.status;
                }
                let path = format!("{}/withdrawal", leaving.1);
                leaving.0.post(&path, &[]).await.status
            });
        }
        let statuses = acts.join_all().await;
        assert!(
            statuses.iter().all(|one| matches!(one, 303 | 409)),
            "{statuses:?}"
        );
        app.run_tasks().await;
        assert_eq!(held(&app).await, (1, 1), "{engine:?}");

        // At the moment at which the offer ends: accepted, swept by two nodes, booked by others.
        let db = app.app.db.reader();
        let entries = waiting_entry::Entity::find().all(db).await.unwrap();
        let mut offered = entries.iter();
        let offered = offered.find(|one| one.state == waiting_entry::State::Offered);
        app.clock.move_to(offered.unwrap().expires_at.unwrap());
        let mut acts = JoinSet::new();
        for (member, place) in line.clone() {
            acts.spawn(async move {
                member
                    .post(&format!("{place}/acceptance"), &[])
                    .await
                    .status
            });
        }
        for _ in 0..4 {
            let (form, member) = (form.clone(), app.member("四郎").await);
            acts.spawn(async move { form.send(&member).await.status });
        }
        let (swept, again) = tokio::join!(app.run_tasks(), app.run_tasks());
        assert!(swept + again > 0);
        let statuses = acts.join_all().await;
        assert!(
            statuses.iter().all(|one| matches!(one, 303 | 409)),
            "{statuses:?}"
        );
        app.run_tasks().await;
        let (offers, holding) = held(&app).await;
        assert_eq!(holding, 1, "{engine:?}");
        assert!(offers <= 1);
        app.run_tasks().await;
        app.finish().await;
    }
}
