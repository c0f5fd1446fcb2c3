//! What can no longer be drawn is left out, and those who applied are told.

use ::lotteries::entity::entry::{State, Why};
use testkit::database::Engine;

use super::{Drawn, SLOT};
use crate::{
    acts::{Form, made},
    closures::close,
    consultations::led,
    journeys::letters,
};

/// The maintenance of that Tuesday.
const CLEANING: [(&str, &str); 4] = [
    ("kind", "once"),
    ("reason", "保守点検"),
    ("first", "2027-03-02"),
    ("last", "2027-03-02"),
];

#[tokio::test(flavor = "multi_thread")]
async fn a_time_that_is_closed_after_people_applied_is_not_drawn() {
    for engine in Engine::BOTH {
        let mut centre = Drawn::open(engine).await;
        centre.at("2027-01-05T10:00").await;
        let (one, other) = (centre.outsider().await, centre.outsider().await);
        let own = led(&centre.applies(&one, SLOT, "").await);
        led(&centre.applies(&other, "20270303-1300", "").await);
        assert_eq!(close(&centre.manager, &CLEANING).await.status, 303);
        centre.closes().await;
        assert_eq!(centre.count(State::LeftOut).await, 1, "{engine:?}");
        let told = letters(&centre.app).await.pop().unwrap();
        assert!(
            told.subject.contains("使えなくなりました"),
            "{}",
            told.subject
        );
        let one = centre.app.signed_in(one.person.unwrap()).await;
        one.get(&own).await.shows("抽選なし");
        let page = centre
            .app
            .visitor()
            .get(&format!("/lotteries/{}", centre.id))
            .await;
        page.shows("休館のため抽選しません");
        led(&centre.draws().await);
        assert_eq!(centre.count(State::Won).await, 1);
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_closure_after_the_freezing_gives_the_time_to_nobody() {
    let mut centre = Drawn::open(Engine::Sqlite).await;
    centre.at("2027-01-05T10:00").await;
    let one = centre.outsider().await;
    led(&centre.applies(&one, SLOT, "").await);
    centre.closes().await;
    assert_eq!(close(&centre.manager, &CLEANING).await.status, 303);
    led(&centre.draws().await);
    let rows = centre.entries().await;
    assert_eq!(rows[0].state, State::NotGiven);
    assert_eq!(rows[0].why, Some(Why::Closed));
    let one = centre.app.signed_in(one.person.unwrap()).await;
    let page = one.get(&format!("/lottery-entries/{}", rows[0].id)).await;
    page.shows("その日が休みになったため");
    centre.app.run_tasks().await;
    centre.app.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_month_for_which_nobody_applied_is_free_at_once() {
    let mut centre = Drawn::open(Engine::Sqlite).await;
    centre.at("2027-01-05T10:00").await;
    let form = Form::new(centre.app.fixture.room, "9:00", "12:00").with("date", "2027-03-02");
    assert_eq!(form.send(&centre.outsider().await).await.status, 422);
    centre.closes().await;
    made(&form.send(&centre.outsider().await).await);
    let april = form.with("date", "2027-04-06");
    let refused = april.send(&centre.outsider().await).await;
    refused.shows("抽選で決まります");
    centre.app.run_tasks().await;
    centre.app.finish().await;
}
