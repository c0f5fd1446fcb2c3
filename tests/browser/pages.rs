//! Every page there is, under axe-core, on a desktop and on a phone.

pub(crate) mod advised;
mod asked;
mod certified;
mod known;
mod list;
mod lots;
pub(crate) mod made;
pub(crate) mod planned;
mod shared;
pub(crate) mod taught;

use kernel::Role;
use testkit::{
    browser::{Look, prelude::*},
    database::Engine,
};
use tests::TestApp;

use self::{
    list::{COORDINATOR, COUNTER, DEMONSTRATION, OWN, PUBLIC, WARD},
    made::{Made, a_booking, linked},
};
use crate::person::{Person, account, someone};

const TUESDAY: &str = "2026-12-15";

#[tokio::test(flavor = "multi_thread")]
async fn no_public_page_breaks_a_rule_on_a_desktop() {
    public(Look::DESKTOP).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_public_page_breaks_a_rule_on_a_phone() {
    public(Look::PHONE).await;
}

async fn public(look: Look) {
    let app = TestApp::start(Engine::Sqlite).await;
    someone(&app, look, async |visitor| {
        let paths: Vec<String> = PUBLIC.iter().map(|&path| path.to_owned()).collect();
        visitor.walks("public", &paths).await
    })
    .await;
    app.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_page_breaks_a_rule_in_english_and_easy_japanese() {
    let app = TestApp::start(Engine::Sqlite).await;
    let member = account(&app, "member@demo.example", &[]).await;
    someone(&app, Look::PHONE, async |visitor| {
        visitor.is(member).await?;
        for lang in ["en", "ja-easy"] {
            visitor.opens(&format!("/?lang={lang}")).await?;
            let paths = [
                "/",
                "/spaces",
                "/spaces/{room}",
                "/availability",
                "/bookings/new?slot={desks}/2026-12-15/780-840",
            ];
            visitor.walks(lang, &paths.map(str::to_owned)).await?;
            visitor.types("purpose", "Planning").await?;
            visitor
                .clicks("form[action='/bookings/confirmation'] .first")
                .await?;
            visitor.arrives("/bookings/confirmation").await?;
            visitor.keeps(&format!("{lang}-confirm")).await?;
        }
        Ok(())
    })
    .await;
    app.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_page_of_a_member_or_the_counter_breaks_a_rule_on_a_desktop() {
    signed_in(Look::DESKTOP).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_page_of_a_member_or_the_counter_breaks_a_rule_on_a_phone() {
    signed_in(Look::PHONE).await;
}

async fn signed_in(look: Look) {
    let app = TestApp::start(Engine::Sqlite).await;
    let member = app.member("花子").await;
    let roles = [Role::Reception, Role::Manager];
    let staff = account(&app, "manager@demo.example", &roles).await;
    let coordinator = account(&app, "coordinator@demo.example", &[Role::Coordinator]).await;
    let made = Made::new(&app, &member, [staff, coordinator]).await;
    made.is_there_for(&member, OWN).await;
    made.is_there_for(&app.signed_in(staff).await, COUNTER)
        .await;
    let leads = app.signed_in(coordinator).await;
    made.is_there_for(&leads, COORDINATOR).await;
    let roles = [Role::WardOfficer, Role::WardApprover];
    let ward = account(&app, "ward@demo.example", &roles).await;
    made.is_there_for(&app.signed_in(ward).await, WARD).await;
    someone(&app, look, async |person| {
        person.is(member.person.unwrap()).await?;
        person.walks("own", &made.all(OWN)).await?;
        person.is(staff).await?;
        person.walks("counter", &made.all(COUNTER)).await?;
        person.is(coordinator).await?;
        person.walks("coordinator", &made.all(COORDINATOR)).await?;
        person.is(ward).await?;
        person.walks("ward", &made.all(WARD)).await
    })
    .await;
    app.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_page_of_a_demonstration_breaks_a_rule_on_a_desktop() {
    demonstration(Look::DESKTOP).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_page_of_a_demonstration_breaks_a_rule_on_a_phone() {
    demonstration(Look::PHONE).await;
}

async fn demonstration(look: Look) {
    let app = TestApp::demonstration(Engine::Sqlite).await;
    let member = app.member("花子").await;
    a_booking(&app, &member).await;
    app.run_tasks().await;
    let letters = member.get("/demo/letters").await;
    let letter = linked(&letters, "/demo/letters/");
    let manager = account(&app, "manager@demo.example", &[Role::Manager]).await;
    someone(&app, look, async |person| {
        let named = |path: &&str| path.replace("{letter}", &letter);
        let paths: Vec<String> = DEMONSTRATION.iter().map(named).collect();
        person.walks("demonstration", &paths).await?;
        person.is(manager).await?;
        person
            .walks("demonstration-counter", &["/counter".to_owned()])
            .await
    })
    .await;
    app.finish().await;
}

impl Person<'_> {
    /// Looks at all of these, and says at the end what is wrong with which.
    async fn walks(&self, series: &str, paths: &[String]) -> WebDriverResult<()> {
        let mut wrong = Vec::new();
        for (number, path) in paths.iter().enumerate() {
            let path = path
                .replace("{venue}", &self.app.fixture.venue.to_string())
                .replace("{room}", &self.app.fixture.room.to_string())
                .replace("{desks}", &self.app.fixture.desks.to_string());
            self.opens(&path).await?;
            self.pictures(&format!("{series}-{number:02}")).await?;
            let found = self.wrong().await?;
            if !found.is_empty() {
                wrong.push(format!("{path}\n{}", found.join("\n")));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
        Ok(())
    }
}
