//! Who is not registered asks, and shows by letter that the address is theirs.

use chrono::TimeDelta;
use sea_orm::EntityTrait;
use testkit::database::Engine;
use tests::{Answer, Browser, TestApp};

use super::{ASKS, Advised, after, led};
use crate::journeys::letters;

const WHO: [(&str, &str); 6] = [
    ("family_name", "見本"),
    ("given_name", "はじめ"),
    ("family_kana", "ミホン"),
    ("given_kana", "ハジメ"),
    ("email", "hajime@example.jp"),
    ("telephone", "03-0000-0000"),
];

async fn asks(who: &Browser, email: &str, chosen: &str) -> Answer {
    let mut fields = ASKS.to_vec();
    fields.extend(WHO);
    // Whoever chose a time need not say when they would like to.
    fields.retain(|(name, _)| *name != "email" && (*name != "times" || chosen.is_empty()));
    fields.extend([("email", email), ("chosen", chosen), ("act", "send")]);
    who.post("/consultations", &fields).await
}

/// The link of the newest letter to an address.
async fn link(app: &TestApp, email: &str) -> String {
    let all = letters(app).await;
    let newest = all.iter().rev().find(|one| one.to == email).unwrap();
    let (_, rest) = newest.text.split_once("/consultations/confirm/").unwrap();
    let token = rest.split_whitespace().next().unwrap();
    format!("/consultations/confirm/{token}")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_guest_s_request_becomes_a_case_when_the_letter_is_opened() {
    for engine in Engine::BOTH {
        let centre = Advised::open(engine).await;
        let (app, guest) = (&centre.app, centre.app.visitor());
        let sent = asks(&guest, "hajime@example.jp", &centre.time(13)).await;
        assert_eq!(led(&sent), "/consultations/sent");
        guest.get("/consultations/sent").await.shows("30分以内");
        // Nobody sees it, and nobody else gets the time.
        let queue = centre.coordinator.get("/cases?state=all").await;
        queue.hides("見本 はじめ");
        let other = app.member("さくら").await;
        let mut fields = ASKS.to_vec();
        let time = centre.time(13);
        fields.extend([("chosen", &*time), ("act", "send")]);
        let taken = other.post("/consultations", &fields).await;
        assert_eq!(taken.status, 409, "{engine:?} {}", taken.text);
        // Looking uses nothing up, the button does, once.
        let path = link(app, "hajime@example.jp").await;
        for _ in 0..2 {
            let page = guest.get(&path).await;
            page.shows("hajime@example.jp");
            page.shows("13:00〜14:00");
        }
        let entered = app.visitor();
        let case = led(&entered.post(&path, &[]).await);
        assert!(case.starts_with("/consultations/"), "{case}");
        let again = app.visitor().post(&path, &[]).await;
        assert_eq!(again.status, 409, "{}", again.text);
        again.shows("もう一度申し込む");
        let page = entered.get(&case).await;
        page.shows("焼き菓子の店");
        let staff = case.replace("/consultations/", "/cases/");
        let seen = centre.coordinator.get(&staff).await;
        seen.shows("見本 はじめ");
        centre.assigns(&staff).await;
        let page = centre.expert.get(&staff).await;
        after(&page, &format!("{staff}/meetings/"));
        app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_guest_who_never_verifies_leaves_nothing() {
    for engine in Engine::BOTH {
        let mut centre = Advised::open(engine).await;
        let guest = centre.app.visitor();
        led(&asks(&guest, "hajime@example.jp", &centre.time(13)).await);
        let path = link(&centre.app, "hajime@example.jp").await;
        let clock = &centre.app.clock;
        clock.move_to(clock.now() + TimeDelta::minutes(30));
        centre.app.run_tasks().await;
        let late = guest.post(&path, &[]).await;
        assert_eq!(late.status, 409, "{engine:?} {}", late.text);
        let other = centre.app.member("さくら").await;
        centre.asks(&other, &centre.time(13)).await;
        let rows = consultations::entity::guest_case::Entity::find();
        let left = rows.all(centre.app.app.db.reader()).await.unwrap();
        assert!(left.is_empty(), "{engine:?}");
        centre.at(9, 0).await;
        centre
            .coordinator
            .get("/cases?state=all")
            .await
            .hides("はじめ");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_letter_counts_for_an_address_and_three_guests_for_a_source() {
    for engine in Engine::BOTH {
        let centre = Advised::open(engine).await;
        let (app, guest) = (&centre.app, centre.app.visitor());
        led(&asks(&guest, "hajime@example.jp", &centre.time(13)).await);
        let first = link(app, "hajime@example.jp").await;
        // Asked again: the first time is free, the first letter opens nothing.
        led(&asks(&guest, "Hajime@example.jp", &centre.time(14)).await);
        assert_eq!(guest.post(&first, &[]).await.status, 409);
        led(&asks(&guest, "futari@example.jp", &centre.time(13)).await);
        led(&asks(&guest, "sannin@example.jp", &centre.time(15)).await);
        let refused = asks(&guest, "yonin@example.jp", &centre.time(16)).await;
        assert_eq!(refused.status, 429, "{engine:?} {}", refused.text);
        refused.shows("確認待ちのお申し込み");
        refused.shows("焼き菓子の店");
        app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_guest_with_an_account_is_that_person_and_wrong_names_come_back() {
    let centre = Advised::open(Engine::Sqlite).await;
    let (app, guest) = (&centre.app, centre.app.visitor());
    let known = app.member("さくら").await;
    let contact = accounts::read::contact(app.app.db.reader(), known.person.unwrap()).await;
    let email = contact.unwrap().unwrap().email.unwrap();
    let mut empty = ASKS.to_vec();
    empty.push(("act", "send"));
    let refused = guest.post("/consultations", &empty).await;
    assert_eq!(refused.status, 422);
    refused.shows("焼き菓子の店");
    led(&asks(&guest, &email, "").await);
    let case = led(&guest.post(&link(app, &email).await, &[]).await);
    known.get(&case).await.shows("焼き菓子の店");
    app.run_tasks().await;
    centre.app.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_guest_whose_name_is_in_latin_letters_needs_no_kana() {
    let centre = Advised::open(Engine::Sqlite).await;
    let guest = centre.app.visitor();
    let mut fields = ASKS.to_vec();
    let named = [("family_name", "O'Neill"), ("given_name", "Anna")];
    let reach = [("email", "anna@example.jp"), ("act", "send")];
    fields.extend(named.into_iter().chain(reach));
    let sent = guest.post("/consultations?lang=en", &fields).await;
    assert_eq!(led(&sent), "/consultations/sent");
    // In characters nobody knows how it is read.
    fields.retain(|(name, _)| *name != "family_name");
    fields.push(("family_name", "見本"));
    let refused = guest.post("/consultations", &fields).await;
    assert_eq!(refused.status, 422);
    centre.app.run_tasks().await;
    centre.app.finish().await;
}
