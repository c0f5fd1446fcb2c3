//! What nobody confirms or pays is free for whoever comes first, and not for who came next (G18).

use ::bookings::entity::hold;
use ::lotteries::entity::entry::State;
use testkit::database::Engine;

use super::{Drawn, SLOT};
use crate::{
    acts::{Form, made},
    consultations::led,
    journeys::letters,
    money::{bookings::priced, unpaid::state},
};

fn first_come(centre: &Drawn) -> Form {
    Form::new(centre.app.fixture.room, "9:00", "12:00").with("date", "2027-03-02")
}

/// Two apply for one time and it is drawn.
async fn drawn(centre: &mut Drawn) {
    centre.at("2027-01-05T10:00").await;
    for _ in 0..2 {
        let who = centre.outsider().await;
        led(&centre.applies(&who, SLOT, "").await);
    }
    centre.closes().await;
    led(&centre.draws().await);
    centre.app.run_tasks().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_confirmed_is_free_for_whoever_comes_first() {
    for engine in Engine::BOTH {
        let mut centre = Drawn::open(engine).await;
        drawn(&mut centre).await;
        let won = centre.winner().await;
        let booking = won.booking_id.unwrap().to_string();
        assert_eq!(state(&centre.app, &booking).await, hold::State::Confirmed);
        let early = centre.outsider().await;
        assert_eq!(first_come(&centre).send(&early).await.status, 409);

        centre.at("2027-01-19T00:00").await;
        let winner = centre.app.signed_in(won.person_id).await;
        let late = winner
            .post(&format!("/lottery-entries/{}/confirmation", won.id), &[])
            .await;
        assert_eq!(late.status, 409, "{engine:?} even before it was released");
        late.shows("「利用の確定」の期限が過ぎた");
        centre.app.run_tasks().await;
        assert_eq!(centre.entry(&won).await.state, State::Lapsed);
        assert_eq!(state(&centre.app, &booking).await, hold::State::Released);
        assert_eq!(centre.count(State::Lost).await, 1, "nobody moved up");
        let told = letters(&centre.app).await.pop().unwrap();
        assert!(
            told.subject.contains("利用の確定がなかったため"),
            "{}",
            told.subject
        );
        let anybody = centre.outsider().await;
        made(&first_come(&centre).send(&anybody).await);
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_says_that_they_come_keeps_it() {
    let mut centre = Drawn::open(Engine::Sqlite).await;
    drawn(&mut centre).await;
    let won = centre.winner().await;
    let winner = centre.app.signed_in(won.person_id).await;
    let path = format!("/lottery-entries/{}", won.id);
    winner.get(&path).await.shows("利用の確定");
    let stranger = centre.outsider().await;
    let confirmation = format!("{path}/confirmation");
    assert_eq!(stranger.post(&confirmation, &[]).await.status, 404);
    led(&winner.post(&confirmation, &[]).await);
    assert_eq!(winner.post(&confirmation, &[]).await.status, 409);
    centre.at("2027-01-20T10:00").await;
    centre.app.run_tasks().await;
    let booking = won.booking_id.unwrap().to_string();
    assert_eq!(state(&centre.app, &booking).await, hold::State::Confirmed);
    assert_eq!(centre.entry(&won).await.state, State::Confirmed);
    centre.app.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_paid_is_free_and_not_given_to_who_came_next() {
    for engine in Engine::BOTH {
        let mut centre = Drawn::open(engine).await;
        priced(&centre.app).await;
        drawn(&mut centre).await;
        let won = centre.winner().await;
        assert_eq!(won.answer_by, None, "who pays has answered");
        let booking = won.booking_id.unwrap().to_string();
        let told = letters(&centre.app).await;
        let told = told
            .iter()
            .find(|one| one.text.contains("お支払いください"));
        assert!(told.unwrap().text.contains("2,400円"), "{engine:?}");
        let path = format!("/lottery-entries/{}", won.id);
        let winner = centre.app.signed_in(won.person_id).await;
        winner.get(&path).await.shows("当選・お支払い待ち");
        centre.at("2027-02-10T10:00").await;
        centre.app.run_tasks().await;
        let winner = centre.app.signed_in(won.person_id).await;
        winner.get(&path).await.shows("支払いなし・取消し");
        assert_eq!(state(&centre.app, &booking).await, hold::State::Released);
        assert_eq!(centre.count(State::Lost).await, 1, "nobody moved up");
        let anybody = centre.outsider().await;
        made(&first_come(&centre).send(&anybody).await);
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}
