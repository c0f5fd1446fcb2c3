//! Every page there is, under axe-core, on a desktop and on a phone.

mod made;

use kernel::Role;
use testkit::{
    browser::{Look, prelude::*},
    database::Engine,
};
use tests::TestApp;

use self::made::{a_booking, a_device, a_request, a_series, an_own_use};
use crate::person::{Person, account, someone};

const TUESDAY: &str = "2026-12-15";

/// Pages for everybody.
const PUBLIC: [&str; 27] = [
    "/",
    "/spaces",
    "/spaces/{room}",
    "/spaces/{desks}?week=2026-12-15",
    "/availability",
    "/availability?date=2026-12-15&view=table",
    "/availability?date=2026-12-15&from=13:00&minutes=120&people=4",
    "/availability?date=2026-12-15&from=20:00&minutes=180",
    "/availability?date=2026-12-14",
    "/availability?date=2026-12-15&people=30",
    "/availability?date=nonsense",
    "/sign-in",
    "/sign-up",
    "/reset",
    "/reset/sent",
    "/links/nonsense",
    "/consult",
    "/learn",
    "/connect",
    "/guide",
    "/visit",
    "/rules",
    "/privacy",
    "/accessibility",
    "/contact",
    "/api",
    "/nowhere",
];

/// Pages of a member's own.
const OWN: [&str; 33] = [
    "/mypage",
    "/mypage/bookings",
    "/mypage/notices",
    "/mypage/organisations",
    "/applications/new",
    "/applications/new?as=individual",
    "/applications/new?as=business",
    "/applications/new?as=group",
    "{application}",
    "/applications/nonsense",
    "/mypage/fees",
    "/mypage/profile",
    "/mypage/address",
    "/mypage/password",
    "/mypage/second-factor",
    "/mypage/sessions",
    "/mypage/tokens",
    "/bookings/new",
    "/bookings/new?slot={room}/2026-12-15/780-840",
    "{booking}",
    "{booking}/change",
    "{booking}/cancellation",
    "{booking}/done",
    "/bookings/{asked}",
    "/bookings/{asked}/done",
    "/bookings/{asked}/cancellation",
    "{series}",
    "{series}/done",
    "{series}/change",
    "{series}/cancellation",
    "{turn}",
    "{turn}/cancellation",
    "/counter",
];

/// Pages of the counter.
const COUNTER: [&str; 66] = [
    "/counter",
    "/counter?date=2026-12-15",
    "/counter?date=2026-12-15&view=table",
    "/counter?date=2026-12-14",
    "/counter/bookings",
    "/counter/bookings?q=nobody",
    "/counter/bookings/new?q=花子",
    "/counter/figures",
    "/counter/closures",
    "/counter/closures/new",
    "/counter/closures/new?kind=weekly",
    "/counter/closures/new?kind=yearly",
    "/counter/payment-terms",
    "/counter/waiting-terms",
    "/counter/registration-terms",
    "/counter/rules",
    "/counter/rules/new",
    "/counter/rules/new?kind=notice",
    "/counter/rules/new?kind=quota",
    "/counter/rules/new?kind=run",
    "/counter/rules/new?kind=approval",
    "/counter/rules/new?kind=no_show",
    "/counter/absences",
    "/counter/requests",
    "/counter/requests/{asked}",
    "/counter/venue",
    "/counter/venue/{venue}",
    "/counter/venue/{venue}/hours",
    "/counter/spaces/{room}",
    "/counter/spaces/{room}/tariff",
    "/counter/devices?date=2026-12-15",
    "/counter/own-uses?month=2026-12",
    "/counter/own-uses?month=2026-11",
    "/counter/own-uses/new",
    "{own}",
    "/counter/own-use-reasons",
    "/counter/devices/new",
    "/counter/devices/{device}",
    "/counter/devices/{device}/stock",
    "/counter/people",
    "/counter/people?q=花子",
    "/counter/people/new",
    "/counter/organisations",
    "/counter/organisations?q=nobody",
    "/counter/applications",
    "/counter/applications?state=refused",
    "/counter{application}",
    "/counter/applications?q=123",
    "/counter/fees",
    "/counter/fees?q=nobody",
    "/counter/fees/report",
    "/counter/fees/report?float=30000",
    "/counter/fees/report?month=2026-12",
    "/counter/fees/terms",
    "/counter/tariffs",
    "{tariff}",
    "{tariff}/new",
    "/counter/reductions",
    "{bill}",
    "{bill}/reduction",
    "{payment}",
    "{payment}/refund",
    "{receipt}",
    "/counter/letters",
    "/counter/search?q=花子",
    "{booking}",
];

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
        let paths = PUBLIC.map(str::to_owned);
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
    let booking = a_booking(&app, &member).await;
    let (series, turn) = a_series(&app, &member).await;
    let asked = a_request(&app, &member).await;
    let application = crate::registration::an_application(&member).await;
    let device = a_device(&app).await;
    let own = an_own_use(&app).await;
    let fees = crate::money::made(&app, member.person.unwrap()).await;
    app.run_tasks().await;
    let of = |paths: &[&str]| -> Vec<String> {
        let name = |path: &&str| {
            fees.in_place(path)
                .replace("{booking}", &booking)
                .replace("{application}", &application)
                .replace("{asked}", &asked)
                .replace("{series}", &series)
                .replace("{device}", &device)
                .replace("{own}", &own)
                .replace("{turn}", &turn)
        };
        paths.iter().map(name).collect()
    };
    someone(&app, look, async |person| {
        person.is(member.person.unwrap()).await?;
        person.walks("own", &of(&OWN)).await?;
        person.opens("/mypage/notices").await?;
        person.clicks("main .list a").await?;
        person.keeps("own-notice").await?;
        person.is(staff).await?;
        person.walks("counter", &of(&COUNTER)).await?;
        let somebody = format!("/counter/people/{}", member.person.unwrap());
        person.walks("counter-person", &[somebody]).await
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
