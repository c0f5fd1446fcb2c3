//! The counter's search: whatever somebody reads out from a paper or from the screen is found.

use bookings::entity::series;
use sea_orm::EntityTrait;
use testkit::database::Engine;
use tests::TestApp;

use crate::{
    acts::{Form, made},
    money, organisations as companies,
    own_uses::shared::{shares, writes},
};

#[tokio::test(flavor = "multi_thread")]
async fn what_has_a_number_or_a_name_is_found_by_it() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (member, counter) = (app.member("花子").await, app.staff().await);
        let db = app.app.db.reader();

        let weekly = Form::new(app.fixture.desks, "18:00", "19:00").with("rhythm", "weekly");
        let weekly = weekly.with("times", "2");
        let repeated = member.post("/series", &weekly.fields()).await;
        assert_eq!(repeated.status, 303, "{}", repeated.text);
        let series = series::Entity::find().one(db).await.unwrap().unwrap();

        let application = companies::apply(&member).await;
        companies::grant(&counter, application).await;
        let row = companies::row(&app, application).await;
        let company = row.organisation_id.unwrap();

        shares(&app, app.fixture.room, "on").await;
        let used = made(
            &Form::new(app.fixture.room, "9:00", "10:00")
                .send(&member)
                .await,
        );
        let used = format!("/bookings/{used}");
        assert_eq!(writes(&counter, &used, "R8-0012").await.status, 303);

        let manager = app.manager().await;
        manager.post("/counter/fees/terms", &money::TERMS).await;
        let person = member.person.unwrap();
        let bill = money::bill_of(&app, person, 800, "K7M-4PX-9TD").await;
        let paid = money::pay(&counter, &[bill], "cash").await.location;
        let receipt = counter.post(&format!("{paid}/receipt"), &[]).await.location;

        let series_page = format!("/series/{}", series.id);
        let application_page = format!("/counter/applications/{application}");
        let company_page = format!("/counter/organisations/{company}");
        for (asked, leads_to) in [
            (series.reference.as_str(), &series_page),
            (row.reference.as_str(), &application_page),
            ("見本製作", &company_page),
            ("7000012050002", &company_page),
            ("00012050", &company_page),
            ("r8-0012", &used),
            ("R8-00", &used),
            ("2026-1", &receipt),
            ("２０２６－００００１", &receipt),
        ] {
            let found = counter.get(&format!("/counter/search?q={asked}")).await;
            assert_eq!(
                &found.location, leads_to,
                "{engine:?} {asked} {}",
                found.text
            );
        }
        let nothing = counter.get("/counter/search?q=999-999").await;
        nothing.shows("見つかりませんでした");
        for wild in ["%25%25%25", "___"] {
            let none = counter.get(&format!("/counter/search?q={wild}")).await;
            assert_eq!((none.status, none.location.as_str()), (200, ""), "{wild}");
        }
        app.run_tasks().await;
        app.finish().await;
    }
}
