//! Worked example G18: five apply for one time, and everybody can check who won.

use ::lotteries::entity::entry::State;
use fairness::draw::File;
use testkit::database::Engine;
use tests::{Answer, Browser};

use super::{Drawn, SLOT};
use crate::{acts::Form, consultations::led, journeys::letters, proofs};

/// The five files of the draw of one time.
async fn files(centre: &Drawn) -> Vec<(File, Answer)> {
    proofs::files(
        &centre.app,
        &format!("/lotteries/{}/slots/{SLOT}", centre.id),
    )
    .await
}

fn shown(files: &[(File, Answer)]) -> usize {
    files
        .iter()
        .filter(|(_, answer)| answer.status == 200)
        .count()
}

/// A booking as who comes first.
fn first_come(centre: &Drawn) -> Form {
    Form::new(centre.app.fixture.room, "9:00", "12:00").with("date", "2027-03-02")
}

#[tokio::test(flavor = "multi_thread")]
async fn five_apply_for_one_time_and_everybody_can_check_who_won() {
    for engine in Engine::BOTH {
        let mut centre = Drawn::open(engine).await;
        let path = format!("/lotteries/{}", centre.id);
        let before = centre.app.visitor().get(&path).await;
        before.shows("これから受付");
        let (one, company) = centre.company().await;
        assert_eq!(centre.applies(&one, SLOT, &company).await.status, 409);
        centre.at("2027-01-05T10:00").await;
        five_apply(&centre, (one, company)).await;
        nobody_comes_first(&centre).await;
        assert_eq!(centre.draws().await.status, 409, "people can apply still");

        centre.closes().await;
        assert_eq!(shown(&files(&centre).await), 3, "{engine:?}");
        let page = centre.app.visitor().get(&path).await;
        page.shows("抽選待ち");
        assert_eq!(centre.counter_draws().await, 403);
        led(&centre.draws().await);
        assert_eq!(centre.draws().await.status, 409, "twice");
        let drawn = files(&centre).await;
        assert_eq!(shown(&drawn), 5, "{engine:?}");
        let winner = checked(&drawn);
        let won = centre.winner().await;
        assert_eq!(format!("{:04}", won.number), winner);
        assert_eq!(won.tier, 1, "the ward's own are drawn first");
        assert_eq!(centre.count(State::Lost).await, 4);
        told(&centre).await;
        centre.app.finish().await;
    }
}

impl Drawn {
    /// What reception is answered who wants to draw.
    async fn counter_draws(&self) -> u16 {
        let path = format!("/counter/lotteries/{}/draw", self.id);
        self.counter.post(&path, &[]).await.status
    }
}

/// Two companies of the ward and three people of whom nobody knows where they live.
async fn five_apply(centre: &Drawn, (one, company): (Browser, String)) {
    let one = centre.app.signed_in(one.person.unwrap()).await;
    let page = centre
        .app
        .visitor()
        .get(&format!("/lotteries/{}", centre.id))
        .await;
    page.shows("受付中");
    page.shows(&format!("/new?slot={SLOT}"));
    let entry = led(&centre.applies(&one, SLOT, &company).await);
    one.get(&entry).await.shows("抽選待ち");
    one.get("/mypage/lotteries").await.shows("会議室A");
    let (other, company) = centre.company().await;
    led(&centre.applies(&other, SLOT, &company).await);
    for _ in 0..3 {
        let outsider = centre.outsider().await;
        led(&centre.applies(&outsider, SLOT, "").await);
    }
    assert_eq!(centre.count(State::Applied).await, 5);
}

/// Neither a member nor the counter books what is drawn, whatever reason is given.
async fn nobody_comes_first(centre: &Drawn) {
    let refused = first_come(centre).send(&centre.outsider().await).await;
    assert_eq!(refused.status, 422, "{}", refused.text);
    refused.shows("この日は抽選で決まります");
    refused.shows("2027年1月10日（日） 23:59");
    let person = centre.outsider().await.person.unwrap().to_string();
    let form = first_come(centre).with("for", &person);
    let refused = form
        .with("waiver", "急ぎのため")
        .send(&centre.counter)
        .await;
    assert_eq!(refused.status, 422, "{}", refused.text);
    refused.shows("この日は抽選で決まります");
    let days = format!("/spaces/{}?week=2027-03-02", centre.app.fixture.room);
    centre.app.visitor().get(&days).await.shows("抽選");
}

/// The files agree; the number of who won.
fn checked(files: &[(File, Answer)]) -> String {
    let verified = proofs::verified(files);
    assert_eq!(verified.frozen.entries().len(), 5);
    let winners: Vec<_> = verified.outcome.winners().collect();
    assert_eq!(winners.len(), 1);
    winners[0].entry.number.clone()
}

/// Everybody has one letter: who won by when to answer, the others what is free.
async fn told(centre: &Drawn) {
    let mut all = letters(&centre.app).await;
    all.retain(|one| one.subject.contains("抽選の結果"));
    assert_eq!(all.len(), 5);
    let won: Vec<_> = all.iter().filter(|one| one.text.contains("当選")).collect();
    assert_eq!(won.len(), 1, "{}", all[0].text);
    assert!(
        won[0].text.contains("2027年1月18日（月）23:59まで"),
        "{}",
        won[0].text
    );
    for one in all.iter().filter(|one| one.text.contains("落選")) {
        assert!(one.text.contains("次の枠は空いています"), "{}", one.text);
        assert!(one.text.contains("/availability?date=2027-03-01"));
    }
}
