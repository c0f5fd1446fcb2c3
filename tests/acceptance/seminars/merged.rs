//! Two registrations of one person become one: nobody sits on two chairs.

use kernel::{Actor, Via, transact};
use testkit::database::Engine;
use tests::Browser;

use super::{
    Taught,
    fees::{bill, costs, pays},
};
use crate::consultations::led;

/// One registration is merged into another.
pub(super) async fn merges(centre: &Taught, double: &Browser, into: &Browser) {
    let (double, into) = (double.person.unwrap(), into.person.unwrap());
    let app = &centre.app;
    let system = Actor::system(Via::Cli);
    transact(&app.app.db, system, &app.clock, async |work| {
        ::seminars::service::take_over(work, double, into).await
    })
    .await
    .unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_places_of_one_person_one_goes_to_whoever_waits() {
    for engine in Engine::BOTH {
        let centre = Taught::open(engine).await;
        let id = centre.published("2").await;
        let (double, _) = centre.enrols(&id).await;
        let (into, _) = centre.enrols(&id).await;
        let (third, waits) = centre.enrols(&id).await;
        merges(&centre, &double, &into).await;
        assert_eq!(centre.counts(&id).await, ([1, 1, 0], 2), "{engine:?}");
        into.get("/mypage/seminars").await.shows("受講");
        led(&third.post(&format!("{waits}/acceptance"), &[]).await);
        assert_eq!(centre.counts(&id).await, ([2, 0, 0], 2), "{engine:?}");
        centre.app.run_tasks().await;
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
        merges(&centre, &double, &into).await;
        assert_eq!(centre.counts(&id).await, ([1, 0, 0], 1), "{engine:?}");
        into.get(&paid).await.shows("参加費はお支払い済みです");
        assert_eq!(bill(&centre, &unpaid).await.1, 0, "{engine:?}");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_place_that_one_gave_up_too_late_is_not_owed_beside_the_one_they_have() {
    for engine in Engine::BOTH {
        let mut centre = Taught::open(engine).await;
        let id = costs(&centre).await;
        centre.at("2026-12-17T10:00").await;
        let (double, late) = centre.enrols(&id).await;
        let (into, stays) = centre.enrols(&id).await;
        pays(&centre, &stays).await;
        centre.at("2026-12-24T09:00").await;
        let double = centre.app.signed_in(double.person.unwrap()).await;
        led(&double.post(&format!("{late}/cancellation"), &[]).await);
        assert_eq!(bill(&centre, &late).await.1, 3_000, "{engine:?}");
        merges(&centre, &double, &into).await;
        assert_eq!(bill(&centre, &late).await.1, 0, "{engine:?}");
        assert_eq!(bill(&centre, &stays).await.1, 0, "{engine:?}");
        assert_eq!(centre.counts(&id).await, ([1, 0, 0], 1), "{engine:?}");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}
