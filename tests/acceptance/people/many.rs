//! Merged one after another, in whatever order: the sums stay.

use accounts::entity::person;
use bookings::entity::booking;
use fees::entity::{bill, charge};
use kernel::PersonId;
use proptest::{
    prelude::*,
    strategy::ValueTree,
    test_runner::{Config, TestRunner},
};
use sea_orm::EntityTrait;
use testkit::database::Engine;
use tests::TestApp;

use super::merge;
use crate::{
    acts::{Form, made},
    money::bill_of,
};

/// So many people have something.
const PEOPLE: usize = 5;

/// Bookings, bills, what is charged and what is open.
async fn sums(app: &TestApp) -> (usize, usize, i64, i64) {
    let db = app.app.db.reader();
    let bills = bill::Entity::find().all(db).await.unwrap();
    let charges = charge::Entity::find().all(db).await.unwrap();
    (
        booking::Entity::find().all(db).await.unwrap().len(),
        bills.len(),
        charges.iter().map(|one| one.amount).sum(),
        bills.iter().map(|one| one.open_amount).sum(),
    )
}

/// Everybody owns only what is theirs today, and whoever was merged leads there in one step.
async fn is_whole(app: &TestApp) {
    let db = app.app.db.reader();
    let people = person::Entity::find().all(db).await.unwrap();
    let lost: Vec<PersonId> = people
        .iter()
        .filter(|one| one.merged_into.is_some())
        .map(|one| one.id)
        .collect();
    for one in &people {
        assert!(one.merged_into.is_none_or(|into| !lost.contains(&into)));
    }
    let bookings = booking::Entity::find().all(db).await.unwrap();
    assert!(bookings.iter().all(|one| !lost.contains(&one.person_id)));
    let bills = bill::Entity::find().all(db).await.unwrap();
    assert!(bills.iter().all(|one| !lost.contains(&one.person_id)));
}

#[tokio::test(flavor = "multi_thread")]
async fn bookings_and_money_stay_whole_whoever_is_merged_into_whom() {
    let mut runner = TestRunner::new(Config::default());
    let pairs = prop::collection::vec((0..PEOPLE, 0..PEOPLE), 12);
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let reception = app.staff().await;
        let mut people = Vec::new();
        for number in 0..PEOPLE {
            let member = app.member("花子").await;
            let id = member.person.unwrap();
            let from = 9 + number;
            let form = Form::new(
                app.fixture.desks,
                &format!("{from}:00"),
                &format!("{}:00", from + 2),
            );
            made(&form.send(&member).await);
            bill_of(
                &app,
                id,
                100 + i64::try_from(number).unwrap(),
                "K7M-4PX-9TD",
            )
            .await;
            people.push(id);
        }
        let before = sums(&app).await;
        let drawn = pairs.new_tree(&mut runner).unwrap().current();
        for (double, into) in drawn {
            let done = merge(&reception, people[double], people[into]).await;
            assert!(matches!(done.status, 303 | 409), "{engine:?} {}", done.text);
            assert_eq!(sums(&app).await, before, "{engine:?}");
            is_whole(&app).await;
        }
        app.run_tasks().await;
        app.finish().await;
    }
}
