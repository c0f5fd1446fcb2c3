//! What a company owes and what is called off of it: it stays the company's everywhere.

use fees::entity::bill;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use testkit::database::Engine;
use tests::TestApp;

use super::{pay, tariffs::tariff};
use crate::{
    acts::{Form, TUESDAY, input, made},
    closures::{CLEANING, close},
    journeys::letters,
    organisations::{apply, grant, row},
};

#[tokio::test(flavor = "multi_thread")]
async fn its_receipt_is_made_out_to_it_and_what_is_called_off_is_offered_to_it_again() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (staff, manager) = (app.staff().await, app.manager().await);
        let member = app.member("花子").await;
        let application = apply(&member).await;
        grant(&staff, application).await;
        let company = row(&app, application).await.organisation_id.unwrap();
        let (room, id) = (app.fixture.room, tariff(&app).await.to_string());
        let priced = [("tariff", id.as_str()), ("from", TUESDAY)];
        let priced = manager
            .post(&format!("/counter/spaces/{room}/tariff"), &priced)
            .await;
        assert_eq!(priced.status, 303, "{engine:?}");

        // Two weeks, of which the first is free: each says what it costs.
        let form = Form::new(room, "13:00", "15:00").with("organisation", &company.to_string());
        let weekly = form.clone().with("date", "2026-12-11").with("times", "2");
        let weekly = weekly.with("rhythm", "weekly");
        let shown = member
            .post("/bookings/confirmation", &weekly.fields())
            .await;
        shown.shows("<span class=\"nowrap\">1,600円</span>");

        let booking = made(&form.send(&member).await);
        let owed = bill::Entity::find()
            .filter(bill::COLUMN.organisation_id.eq(company))
            .one(app.app.db.reader())
            .await;
        let paid = pay(&staff, &[owed.unwrap().unwrap().id], "cash").await;
        let page = staff.get(&paid.location).await;
        page.shows("株式会社見本製作所として");
        assert_eq!(
            input(&page, "addressee"),
            "株式会社見本製作所",
            "{engine:?}"
        );

        let closed = close(&manager, &CLEANING).await;
        assert_eq!(closed.status, 303, "{engine:?} {}", closed.text);
        let said = letters(&app).await.pop().unwrap().text;
        assert!(said.contains(&format!("&organisation={company}")), "{said}");
        // It lies ahead and fell through: the money that is given back is found from one's list.
        let mine = member.get("/mypage/bookings").await;
        mine.shows(&format!("/bookings/{booking}"));
        mine.shows("解除");
        app.finish().await;
    }
}
