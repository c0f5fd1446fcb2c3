//! An organisation has one chance, also when two were one, and whoever acts for it sees what it has.

use ::lotteries::entity::entry::State;
use testkit::database::Engine;

use super::{Drawn, SLOT};
use crate::consultations::led;

#[tokio::test(flavor = "multi_thread")]
async fn two_organisations_that_are_one_have_one_chance_and_both_see_it() {
    for engine in Engine::BOTH {
        let mut centre = Drawn::open(engine).await;
        let (one, into) = centre.company().await;
        let (other, double) = centre.company().await;
        centre.at("2027-01-05T10:00").await;
        let one = centre.app.signed_in(one.person.unwrap()).await;
        let other = centre.app.signed_in(other.person.unwrap()).await;
        let own = led(&centre.applies(&one, SLOT, &into).await);
        led(&centre.applies(&other, SLOT, &double).await);
        assert_eq!(other.get(&own).await.status, 404, "{engine:?}");

        let merge = format!("/counter/organisations/{double}/merge");
        led(&centre
            .counter
            .post(&merge, &[("into", into.as_str())])
            .await);
        let rows = centre.entries().await;
        let states: Vec<State> = rows.iter().map(|row| row.state).collect();
        assert_eq!(
            states,
            [State::Applied, State::Withdrawn],
            "{engine:?} the later"
        );
        other.get(&own).await.shows("抽選待ち");
        other.get("/mypage/lotteries").await.shows(&own);

        centre.closes().await;
        led(&centre.draws().await);
        let other = centre.app.signed_in(other.person.unwrap()).await;
        other.get("/mypage").await.shows(&own);
        led(&other.post(&format!("{own}/confirmation"), &[]).await);
        assert_eq!(centre.count(State::Confirmed).await, 1, "{engine:?}");
        let stranger = centre.outsider().await;
        assert_eq!(stranger.get(&own).await.status, 404);
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}
