//! Somebody enrols who is not registered, and answers what the seminar asks: what is for some only is folded
//! away with scripts, and says so without.

use kernel::Role;
use testkit::{
    browser::{Look, prelude::*},
    database::Engine,
};
use tests::TestApp;

use crate::{
    advised::{link, told},
    pages::taught::made,
    person::{Person, account, someone},
};

const FOR_SOME: &str = "質問5で「はい」と答えた方のみ";

async fn answers(look: Look, scripts: bool) {
    let app = TestApp::start(Engine::Sqlite).await;
    let member = app.member("花子").await;
    let staff = async |address, role| account(&app, address, &[role]).await;
    let two = [
        staff("coordinator@demo.example", Role::Coordinator).await,
        staff("manager@demo.example", Role::Manager).await,
    ];
    let seminars = made(&app, &member, two).await;
    let drawn = seminars.iter().find(|one| one.0 == "{drawn}").unwrap();
    let path = format!("/seminars/{}", drawn.1);
    someone(&app, look, async |person| {
        person.opens(&path).await?;
        assert_eq!(person.reads().await?.contains(FOR_SOME), !scripts);
        types(person, scripts).await?;
        let letter = told(person.app, "セミナーの申込を仕上げてください").await;
        person.opens(&link(&letter, "/enrolments/confirm/")).await?;
        person.clicks("main form button").await?;
        person.arrives("/enrolments/").await?;
        person.sees("焼き菓子の店を開きます。").await?;
        person.keeps("asked-own").await
    })
    .await;
    app.run_tasks().await;
    app.finish().await;
}

/// First without what must be answered, then with it.
async fn types(person: &Person<'_>, scripts: bool) -> WebDriverResult<()> {
    for (name, text) in [
        ("family_name", "見本"),
        ("given_name", "はるか"),
        ("family_kana", "ミホン"),
        ("given_kana", "ハルカ"),
        ("email", "haruka@example.jp"),
    ] {
        person.types(name, text).await?;
    }
    person.clicks("#enrol form .first").await?;
    person.sees("質問2に答えてください").await?;
    person.keeps("asked-wrong").await?;
    person.types("answer-2", "焼き菓子の店を開きます。").await?;
    person.clicks("input[name='answer-5'][value='yes']").await?;
    if scripts {
        person.sees(FOR_SOME).await?;
    }
    person.types("answer-6", "2").await?;
    person.keeps("asked-answered").await?;
    person.clicks("#enrol form .first").await?;
    person.arrives("/enrolments/sent").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_guest_answers_what_a_seminar_asks_on_a_desktop() {
    answers(Look::DESKTOP, true).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_guest_answers_what_a_seminar_asks_on_a_phone_without_javascript() {
    answers(Look::PHONE.without_scripts(), false).await;
}
