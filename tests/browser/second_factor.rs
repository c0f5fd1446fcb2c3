//! The second step of signing in: a device is set up, its codes are kept, and it opens the counter.

use accounts::rules::{SharedSecret, step_at};
use chrono::TimeDelta;
use kernel::{Actor, PersonId, Role, Via, transact};
use sea_orm::EntityTrait;
use testkit::{
    browser::{Look, prelude::*},
    database::Engine,
};
use tests::{PASSWORD, TestApp};

use crate::person::{Person, account, someone};

const EMAIL: &str = "reception@demo.example";

#[tokio::test(flavor = "multi_thread")]
async fn reception_sets_up_a_device_and_signs_in_with_it_on_a_desktop() {
    from_password_to_counter(Look::DESKTOP).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn reception_sets_up_a_device_and_signs_in_with_it_on_a_phone_without_scripts() {
    from_password_to_counter(Look::PHONE.without_scripts()).await;
}

async fn from_password_to_counter(look: Look) {
    let app = TestApp::start(Engine::Sqlite).await;
    let person = account(&app, EMAIL, &[]).await;
    let system = Actor::system(Via::Cli);
    transact(&app.app.db, system, &app.clock, async |work| {
        accounts::service::grant(work, person, Role::Reception).await
    })
    .await
    .unwrap();
    someone(&app, look, async |reception| {
        gives_password(reception).await?;
        reception.arrives("/sign-in/set-up").await?;
        reception.keeps("second-set-up").await?;
        let secret = told(&app, person).await;
        let digits = || secret.digits_at(step_at(app.clock.now()));
        reception.types("code", "12345").await?;
        reception
            .clicks("main form[action='/sign-in/set-up'] .first")
            .await?;
        reception.finds("#code-error").await?;
        reception.keeps("second-set-up-wrong").await?;
        reception.types("code", &digits()).await?;
        reception
            .clicks("main form[action='/sign-in/set-up'] .first")
            .await?;
        reception.sees("回復コードを控えてください").await?;
        reception.keeps("second-codes").await?;
        reception.clicks("input[name=kept]").await?;
        reception.clicks("form[action$='/kept'] .first").await?;
        reception.arrives("/counter").await?;

        reception.browser.delete_all_cookies().await?;
        app.clock.advance(TimeDelta::seconds(30));
        gives_password(reception).await?;
        reception.arrives("/sign-in/code").await?;
        reception.keeps("second-code").await?;
        reception.types("code", &digits()).await?;
        reception
            .clicks("main form[action='/sign-in/code'] .first")
            .await?;
        reception.arrives("/counter").await?;
        reception.opens("/mypage/second-factor").await?;
        reception.keeps("second-own").await
    })
    .await;
    app.run_tasks().await;
    app.finish().await;
}

async fn gives_password(reception: &Person<'_>) -> WebDriverResult<()> {
    reception.opens("/sign-in").await?;
    reception.types("email", EMAIL).await?;
    reception.types("password", PASSWORD).await?;
    reception
        .clicks("main form[action='/sign-in'] .first")
        .await
}

/// What the page told the device of this person.
async fn told(app: &TestApp, person: PersonId) -> SharedSecret {
    let steps = accounts::entity::second_step::Entity::find().all(app.app.db.reader());
    let mut steps = steps.await.unwrap();
    steps.retain(|step| step.person_id == person);
    SharedSecret::new(steps.pop().unwrap().secret.unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_manager_is_told_what_a_reset_does() {
    let app = TestApp::start(Engine::Sqlite).await;
    let reception = app.staff().await.person.unwrap();
    let manager = account(&app, "manager@demo.example", &[Role::Manager]).await;
    someone(&app, Look::DESKTOP, async |person| {
        person.is(manager).await?;
        person
            .opens(&format!("/counter/people/{reception}"))
            .await?;
        person.clicks("main a[href$='/second-factor']").await?;
        person.keeps("second-reset").await?;
        person.clicks("main form .refusing").await?;
        person.finds(".flash").await?;
        person.looks().await
    })
    .await;
    app.run_tasks().await;
    app.finish().await;
}
