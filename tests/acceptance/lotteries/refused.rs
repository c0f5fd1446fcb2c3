//! Who cannot apply is told why, and what to do next.

use ::lotteries::{
    Refused,
    entity::entry::State,
    rules::slot_of,
    service::{self, Apply},
};
use kernel::{Actor, Failed, PersonId, Via, transact};
use testkit::database::Engine;
use uuid::Uuid;

use super::{Drawn, SLOT, terms};
use crate::{
    acts::{Form, made},
    consultations::led,
    people::merge,
};

#[tokio::test(flavor = "multi_thread")]
async fn who_is_outside_cannot_enter_the_round_of_the_ward() {
    for engine in Engine::BOTH {
        let mut centre = Drawn::by(engine, &["inside"]).await;
        centre.at("2027-01-05T10:00").await;
        let outsider = centre.outsider().await;
        let refused = centre.applies(&outsider, SLOT, "").await;
        assert_eq!(refused.status, 409, "{engine:?}");
        refused.shows("申し込めるのは、区内の方（在住・在勤・事業者・団体）だけです");
        let (member, company) = centre.company().await;
        let alone = centre.applies(&member, SLOT, "").await;
        assert_eq!(alone.status, 409, "as themselves they are not registered");
        led(&centre.applies(&member, SLOT, &company).await);
        assert_eq!(centre.entries().await.len(), 1, "{engine:?}");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_no_says_what_to_do_next() {
    for engine in Engine::BOTH {
        let mut centre = Drawn::open(engine).await;
        let room = centre.app.fixture.room;
        let form = Form::new(room, "13:00", "17:00").with("date", "2027-02-27");
        centre.at("2027-01-05T10:00").await;
        let who = centre.outsider().await;
        made(&form.send(&who).await);
        let own = led(&centre.applies(&who, SLOT, "").await);
        for (slot, says) in [
            (SLOT, "もう申し込んでいます"),
            // A Monday, and a time that is no band.
            ("20270301-0900", "抽選の対象ではありません"),
            ("20270302-1000", "抽選の対象ではありません"),
            ("20270402-0900", "抽選の対象ではありません"),
        ] {
            let refused = centre.applies(&who, slot, "").await;
            assert_eq!(refused.status, 409, "{engine:?} {slot}");
            refused.shows(says);
        }
        led(&centre.applies(&who, "20270303-0900", "").await);
        let third = centre.applies(&who, "20270304-0900", "").await;
        third.shows("ひと月に2枠まで");
        let withdrawal = format!("{own}/withdrawal");
        led(&who.post(&withdrawal, &[]).await);
        assert_eq!(who.post(&withdrawal, &[]).await.status, 409);
        led(&centre.applies(&who, "20270304-0900", "").await);
        let path = format!("/lotteries/{}/entries", centre.id);
        let other = centre.outsider().await;
        let empty = other.post(&path, &[("slot", "20270305-0900")]).await;
        assert_eq!(empty.status, 422, "{engine:?}");
        empty.shows("使う目的を書いてください");
        centre.closes().await;
        let who = centre.app.signed_in(who.person.unwrap()).await;
        let late = centre.applies(&who, "20270305-0900", "").await;
        assert_eq!(late.status, 409, "{engine:?}");
        late.shows("この抽選の受付は終わりました");
        assert_eq!(centre.count(State::Applied).await, 2);
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_booked_already_cannot_be_applied_for() {
    for engine in Engine::BOTH {
        let app = tests::TestApp::start(engine).await;
        let member = app.member("花子").await;
        let form = Form::new(app.fixture.room, "9:00", "12:00").with("date", "2027-03-02");
        made(&form.send(&member).await);
        let manager = app.manager().await;
        let room = app.fixture.room.to_string();
        let mut fields = terms(&room);
        fields.push(("tier_1", "everyone"));
        let wrong = fields.iter().filter(|(name, _)| *name != "source");
        let wrong: Vec<(&str, &str)> = wrong.copied().collect();
        let refused = manager.post("/counter/lotteries/terms", &wrong).await;
        assert_eq!(refused.status, 422, "{engine:?}");
        led(&manager.post("/counter/lotteries/terms", &fields).await);
        let twice = manager.post("/counter/lotteries/terms", &fields).await;
        assert_eq!(twice.status, 409, "{engine:?}");
        let listed = app.visitor().get("/lotteries").await;
        let id = crate::consultations::after(&listed, "href=\"/lotteries/");
        let counter = app.staff().await;
        let mut centre = Drawn {
            app,
            manager,
            counter,
            id,
        };
        centre.at("2027-01-05T10:00").await;
        let who = centre.outsider().await;
        let refused = centre.applies(&who, SLOT, "").await;
        refused.shows("もう使うことが決まっています");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_counter_applies_for_others_and_nobody_else_does() {
    let mut centre = Drawn::open(Engine::Sqlite).await;
    centre.at("2027-01-05T10:00").await;
    let who = centre.outsider().await;
    let person = who.person.unwrap().to_string();
    let path = format!("/lotteries/{}/entries", centre.id);
    let fields = [
        ("slot", SLOT),
        ("for", person.as_str()),
        ("purpose", "月例の集まり"),
        ("attendees", "5"),
    ];
    let stranger = centre.outsider().await;
    assert_eq!(stranger.post(&path, &fields).await.status, 404);
    let own = led(&centre.counter.post(&path, &fields).await);
    who.get(&own).await.shows("抽選待ち");
    assert_eq!(stranger.get(&own).await.status, 404);
    let page = format!("/counter/lotteries/{}", centre.id);
    centre.counter.get(&page).await.shows("月例の集まり");
    let found = centre.counter.get(&format!("{page}?q=遠藤")).await;
    found.shows(&format!("/lotteries/{}?for={person}", centre.id));
    centre.app.run_tasks().await;
    centre.app.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn terms_end_after_what_is_published() {
    let centre = Drawn::open(Engine::Sqlite).await;
    let page = centre.manager.get("/counter/lotteries").await;
    let id = crate::consultations::after(&page, "/counter/lotteries/terms/");
    let end = format!("/counter/lotteries/terms/{id}/end");
    let early = centre.manager.post(&end, &[("last", "2027-02")]).await;
    assert_eq!(early.status, 422);
    led(&centre.manager.post(&end, &[("last", "2027-03")]).await);
    let form = Form::new(centre.app.fixture.room, "9:00", "12:00").with("date", "2027-03-05");
    let kept = form.send(&centre.outsider().await).await;
    kept.shows("抽選で決まります");
    centre.app.run_tasks().await;
    centre.app.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_not_known_or_was_merged_away_is_told_so() {
    for engine in Engine::BOTH {
        let mut centre = Drawn::open(engine).await;
        centre.at("2027-01-05T10:00").await;
        let (into, double) = (centre.outsider().await, centre.outsider().await);
        let [into, double] = [into, double].map(|who| who.person.unwrap());
        let app = &centre.app;
        let system = || Actor::system(Via::Cli);
        led(&merge(&centre.counter, double, into).await);
        for person in [double, PersonId(Uuid::from_u128(7))] {
            let wish = Apply {
                lottery: centre.id.parse().unwrap(),
                starts_at: slot_of(SLOT),
                person,
                organisation: None,
                purpose: "月例の集まり".to_owned(),
                attendees: Some(5),
            };
            let entered = transact(&app.app.db, system(), &app.clock, async |work| {
                service::apply(work, &wish).await
            });
            let refused = entered.await.unwrap_err();
            assert!(
                matches!(refused, Failed::Refused(Refused::Nobody)),
                "{engine:?} {refused:?}"
            );
        }
        assert_eq!(centre.entries().await.len(), 0);
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}
