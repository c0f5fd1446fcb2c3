//! Two registrations of one person become one: nobody sits on two chairs.

use kernel::{Actor, Via, transact};
use testkit::database::Engine;

use super::{
    Taught,
    fees::{bill, costs, pays},
};
use crate::consultations::led;

#[tokio::test(flavor = "multi_thread")]
async fn of_two_places_of_one_person_one_goes_to_whoever_waits() {
    for engine in Engine::BOTH {
        let centre = Taught::open(engine).await;
        let id = centre.published("2").await;
        let (double, _) = centre.enrols(&id).await;
        let (into, _) = centre.enrols(&id).await;
        let (third, waits) = centre.enrols(&id).await;
        let (double, stays) = (double.person.unwrap(), into.person.unwrap());
        let system = Actor::system(Via::Cli);
        let app = &centre.app;
        transact(&app.app.db, system, &app.clock, async |work| {
            ::seminars::service::take_over(work, double, stays).await
        })
        .await
        .unwrap();
        assert_eq!(centre.counts(&id).await, ([1, 1, 0], 2), "{engine:?}");
        into.get("/mypage/seminars").await.shows("受講");
        led(&third.post(&format!("{waits}/acceptance"), &[]).await);
        assert_eq!(centre.counts(&id).await, ([2, 0, 0], 2), "{engine:?}");
        app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_place_is_owed_and_the_one_that_was_paid_stays() {
    for engine in Engine::BOTH {
        let centre = Taught::open(engine).await;
        let id = costs(&centre).await;
        let (double, unpaid) = centre.enrols(&id).await;
        let (into, paid) = centre.enrols(&id).await;
        pays(&centre, &paid).await;
        let (double, stays) = (double.person.unwrap(), into.person.unwrap());
        let system = Actor::system(Via::Cli);
        let app = &centre.app;
        transact(&app.app.db, system, &app.clock, async |work| {
            ::seminars::service::take_over(work, double, stays).await
        })
        .await
        .unwrap();
        assert_eq!(centre.counts(&id).await, ([1, 0, 0], 1), "{engine:?}");
        into.get(&paid).await.shows("参加費はお支払い済みです");
        assert_eq!(bill(&centre, &unpaid).await.1, 0, "{engine:?}");
        app.run_tasks().await;
        centre.app.finish().await;
    }
}
