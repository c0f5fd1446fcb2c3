//! Who has a place, who waits, and to whom a place goes that becomes free.

use chrono::TimeDelta;
use testkit::database::Engine;
use tests::calendar::events;

use super::{Taught, enrols};
use crate::consultations::led;

#[tokio::test(flavor = "multi_thread")]
async fn a_place_that_is_given_back_goes_to_whoever_waits_first() {
    for engine in Engine::BOTH {
        let centre = Taught::open(engine).await;
        let id = centre.published("2").await;
        let (first, place) = centre.enrols(&id).await;
        centre.enrols(&id).await;
        let (third, waits) = centre.enrols(&id).await;
        let (fourth, last) = centre.enrols(&id).await;
        assert_eq!(centre.counts(&id).await, ([2, 0, 2], 2), "{engine:?}");
        third.get(&waits).await.shows("あなたの前に0人");
        fourth.get(&last).await.shows("あなたの前に1人");
        // Twice is once; somebody else's is nobody's business.
        let again = enrols(&first, &id).await;
        assert_eq!(again.status, 409, "{engine:?}");
        again.shows("すでに申し込んでいます");
        assert_eq!(fourth.get(&place).await.status, 404);
        led(&first.post(&format!("{place}/cancellation"), &[]).await);
        assert_eq!(centre.counts(&id).await, ([1, 1, 1], 2), "{engine:?}");
        let twice = first.post(&format!("{place}/cancellation"), &[]).await;
        assert_eq!(twice.status, 409, "{engine:?}");
        third.get(&waits).await.shows("席が空きました");
        let accepted = format!("{waits}/acceptance");
        led(&third.post(&accepted, &[]).await);
        assert_eq!(third.post(&accepted, &[]).await.status, 409, "{engine:?}");
        assert_eq!(centre.counts(&id).await, ([2, 0, 1], 2), "{engine:?}");
        let letters = centre.letters().await;
        let told: Vec<&str> = letters
            .iter()
            .map(|one| one.subject.split('：').next().unwrap())
            .collect();
        assert_eq!(
            told,
            [
                "受講が決まりました",
                "受講が決まりました",
                "キャンセル待ちを受け付けました",
                "キャンセル待ちを受け付けました",
                "申込を取り消しました",
                "席が空きました（お返事をお願いします）",
                "受講が決まりました",
            ]
        );
        let calendar = |at: usize| letters[at].calendar.as_deref().map(events);
        let (has, gone) = (calendar(0).unwrap(), calendar(4).unwrap());
        assert_eq!(has.len(), 1);
        assert_eq!(has[0].uid(), gone[0].uid());
        assert_eq!(gone[0].status(), "CANCELLED");
        assert!(calendar(2).is_none(), "waiting is no appointment");
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_offer_that_nobody_answers_goes_on() {
    for engine in Engine::BOTH {
        let centre = Taught::open(engine).await;
        let id = centre.published("1").await;
        let (first, place) = centre.enrols(&id).await;
        let (second, waits) = centre.enrols(&id).await;
        let (third, last) = centre.enrols(&id).await;
        led(&first.post(&format!("{place}/cancellation"), &[]).await);
        // The lesson is in 92 hours: a quarter of that is 23.
        centre.app.clock.advance(TimeDelta::hours(23));
        let late = second.post(&format!("{waits}/acceptance"), &[]).await;
        assert_eq!(late.status, 409, "{engine:?}");
        late.shows("お返事の期限が過ぎた");
        centre.app.run_tasks().await;
        assert_eq!(centre.counts(&id).await, ([0, 1, 1], 1), "{engine:?}");
        third.get(&last).await.shows("席が空きました");
        second.get(&waits).await.shows("あなたの前に0人");
        led(&third.post(&format!("{last}/decline"), &[]).await);
        assert_eq!(centre.counts(&id).await, ([0, 1, 0], 1), "{engine:?}");
        led(&second.post(&format!("{waits}/acceptance"), &[]).await);
        assert_eq!(centre.counts(&id).await, ([1, 0, 0], 1), "{engine:?}");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_gets_past_the_line() {
    let centre = Taught::open(Engine::Sqlite).await;
    let id = centre.published("1").await;
    let (_, place) = centre.enrols(&id).await;
    let (_, waits) = centre.enrols(&id).await;
    // The place is offered to whoever waits; a newcomer waits behind.
    led(&centre
        .coordinator
        .post(&format!("{place}/cancellation"), &[("why", "本人から電話")])
        .await);
    centre.enrols(&id).await;
    assert_eq!(centre.counts(&id).await, ([0, 1, 1], 1));
    led(&centre
        .coordinator
        .post(&format!("{waits}/acceptance"), &[("why", "本人から電話")])
        .await);
    assert_eq!(centre.counts(&id).await, ([1, 0, 1], 1));
    centre.app.run_tasks().await;
    centre.app.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn more_places_are_offered_and_fewer_than_are_taken_are_refused() {
    for engine in Engine::BOTH {
        let centre = Taught::open(engine).await;
        let id = centre.published("2").await;
        for _ in 0..4 {
            centre.enrols(&id).await;
        }
        let path = format!("/counter/seminars/{id}");
        let changes = async |here: &str| {
            let edition = centre.edition(&path).await;
            let mut fields = centre.fields(here, "0");
            fields.push(("edition", &edition));
            centre.coordinator.post(&path, &fields).await
        };
        let fewer = changes("1").await;
        assert_eq!(fewer.status, 409, "{engine:?}");
        fewer.shows("すでに2人分の席が決まっています");
        led(&changes("3").await);
        assert_eq!(centre.counts(&id).await, ([2, 1, 1], 3), "{engine:?}");
        // The room holds six.
        let more = changes("7").await;
        assert_eq!(more.status, 409, "{engine:?}");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn applications_are_taken_in_their_time_and_at_the_counter_until_the_end() {
    let mut centre = Taught::open(Engine::Sqlite).await;
    let id = centre.published("2").await;
    centre.at("2026-12-11T17:00").await;
    let who = centre.app.member("花子").await;
    let late = enrols(&who, &id).await;
    assert_eq!(late.status, 409);
    let path = format!("/counter/seminars/{id}/people");
    let person = who.person.unwrap().to_string();
    let found = centre.coordinator.get(&format!("{path}?q=花子")).await;
    found.shows(&person);
    let fields = [("person", &*person), ("mode", "here"), ("needs", "車いす")];
    led(&centre.coordinator.post(&path, &fields).await);
    centre.coordinator.get(&path).await.shows("車いす");
    assert_eq!(centre.counts(&id).await, ([1, 0, 0], 1));
    let nobody = centre.coordinator.post(&path, &[("mode", "here")]).await;
    assert_eq!(nobody.status, 422);
    // Whoever waits when it begins waits no longer.
    centre.enrols_at_the_counter(&id).await;
    centre.enrols_at_the_counter(&id).await;
    assert_eq!(centre.counts(&id).await, ([2, 0, 1], 2));
    centre.at("2026-12-12T10:00").await;
    centre.app.run_tasks().await;
    assert_eq!(centre.counts(&id).await, ([2, 0, 0], 2));
    centre.app.finish().await;
}

impl Taught {
    async fn enrols_at_the_counter(&self, id: &str) {
        let who = self.app.member("三郎").await.person.unwrap().to_string();
        let fields = [("person", &*who), ("mode", "here")];
        let path = format!("/counter/seminars/{id}/people");
        led(&self.coordinator.post(&path, &fields).await);
    }
}
