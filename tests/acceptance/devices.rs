//! What is lent with a space: it is taken like the space, and never more of it than there is.

mod races;
mod series;
mod stock;

use bookings::{
    entity::DeviceId,
    read,
    rules::devices::{DeviceDraft, StockDraft},
    service,
};
use kernel::{Actor, Via, transact};
use testkit::database::Engine;
use tests::{Answer, Browser, TestApp};

use crate::{
    acts::{self, Form, made},
    journeys::letters,
};

/// So many of a device, lent everywhere since April.
pub(crate) async fn add(app: &TestApp, name: &str, stock: i32) -> DeviceId {
    let draft = DeviceDraft {
        name: name.to_owned(),
        name_en: name.to_owned(),
        counted_in: "台".to_owned(),
        some_spaces: false,
        spaces: Vec::new(),
    };
    let stock = StockDraft {
        from: "2026-04-01".parse().ok(),
        stock: Some(stock),
        broken: Some(0),
    };
    let venue = app.fixture.venue;
    let system = Actor::system(Via::Cli);
    transact(&app.app.db, system, &app.clock, async |work| {
        let seen = read::catalogue_version(work.db()).await?;
        service::add_device(work, venue, &draft, stock, seen).await
    })
    .await
    .unwrap()
}

/// Sends a form with so many of a device.
async fn with(browser: &Browser, path: &str, form: &Form, device: DeviceId, many: &str) -> Answer {
    let name = format!("device-{device}");
    let mut fields = form.fields();
    fields.push((&name, many));
    browser.post(path, &fields).await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_borrowed_stands_on_every_page_letter_and_paper_of_the_booking() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let microphones = add(&app, "マイク", 4).await;
        let (member, staff) = (app.member("花子").await, app.staff().await);
        let form = Form::new(app.fixture.room, "13:00", "15:00");
        let check = with(&member, "/bookings/confirmation", &form, microphones, "２").await;
        check.shows("マイク ２台");
        let id = made(&with(&member, "/bookings", &form, microphones, "2").await);
        let page = format!("/bookings/{id}");
        member.get(&page).await.shows("マイク 2台");
        staff
            .get("/counter?date=2026-12-15")
            .await
            .shows("マイク 2台");
        let list = staff.get("/counter/devices?date=2026-12-15").await;
        list.shows("マイク 2台");
        list.shows("13:00〜15:00");
        staff
            .get("/counter/devices?date=2026-12-16")
            .await
            .hides("マイク");
        let issue = format!("{page}/papers");
        let paper = member.post(&issue, &[("kind", "permit")]).await.location;
        member.get(&paper).await.shows("マイク 2台");
        let letters = letters(&app).await;
        let told = &letters.first().unwrap().text;
        assert!(told.contains("マイク 2台"), "{told}");
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_asks_for_more_than_is_left_is_told_how_many_there_are_then() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let projectors = add(&app, "プロジェクター", 2).await;
        let desks = acts::open_desks(&app, 4).await;
        let (first, second) = (app.member("花子").await, app.member("次郎").await);
        let at = |from, until| Form::new(desks, from, until);
        let afternoon =
            made(&with(&first, "/bookings", &at("13:00", "15:00"), projectors, "1").await);
        let before = acts::Rows::of(&app).await;
        let refused = with(&second, "/bookings", &at("14:00", "16:00"), projectors, "2").await;
        assert_eq!(refused.status, 422, "{}", refused.text);
        refused.shows("プロジェクターは、2026年12月15日（火） 14:00〜16:00にあと1台です（2026年4月1日（水）から、貸し出せるのは2台）。数を減らすか");
        assert_eq!(acts::Rows::of(&app).await, before, "nothing is left of it");

        // It moves with the booking, and is free again when the booking is cancelled.
        let change = format!("/bookings/{afternoon}/change");
        let later = at("15:00", "17:00").with("version", "1");
        assert_eq!(
            with(&first, &change, &later, projectors, "2").await.status,
            303
        );
        let free = with(&second, "/bookings", &at("13:00", "15:00"), projectors, "2").await;
        let other = made(&free);
        let change = format!("/bookings/{other}/change");
        let onto = at("14:00", "16:00").with("version", "1");
        let refused = with(&second, &change, &onto, projectors, "1").await;
        assert_eq!(refused.status, 422, "{}", refused.text);
        refused.shows("プロジェクターは、2026年12月15日（火） 14:00〜16:00にはもうありません");
        let page = second.get(&format!("/bookings/{other}")).await;
        page.shows("プロジェクター 2台");
        let cancel = format!("/bookings/{afternoon}/cancellation");
        assert_eq!(first.post(&cancel, &[]).await.status, 303);
        assert_eq!(
            with(&second, &change, &onto, projectors, "1").await.status,
            303
        );
        let page = second.get(&format!("/bookings/{other}")).await;
        page.shows("プロジェクター 1台");
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_borrows_by_the_same_rules() {
    let app = TestApp::start(Engine::Sqlite).await;
    let device = add(&app, "マイク", 3).await;
    let program = acts::program(&app).await;
    let listed = app.visitor().get("/api/v1/devices").await;
    listed.shows("\"number\":3");
    let wish = |from: &str, until: &str, id: String, number: serde_json::Value| {
        let mut wish = acts::wish(app.fixture.desks, from, until);
        wish["devices"] = serde_json::json!([{ "id": id, "number": number }]);
        wish
    };
    let id = device.to_string();
    let two = acts::ask(&program, &wish("13:00", "14:00", id.clone(), 2.into())).await;
    assert_eq!(two.status, 201, "{}", two.text);
    two.shows("\"number\":2");
    let booking: serde_json::Value = serde_json::from_str(&two.text).unwrap();
    let path = format!("/api/v1/bookings/{}", booking["id"].as_str().unwrap());
    program.get(&path).await.shows("\"number\":2");
    let nobody = uuid::Uuid::nil().to_string();
    for (from, until, id, number, says) in [
        ("13:00", "14:00", id.clone(), 2.into(), "あと1台"),
        ("15:00", "16:00", id.clone(), 4.into(), "あと3台"),
        ("15:00", "16:00", id.clone(), (-1).into(), "数字で"),
        ("15:00", "16:00", id, "many".into(), "数字で"),
        ("15:00", "16:00", nobody, 1.into(), "その備品はありません"),
    ] {
        let refused = acts::ask(&program, &wish(from, until, id, number)).await;
        assert_eq!(refused.status, 422, "{}", refused.text);
        refused.shows(says);
    }
    app.run_tasks().await;
    app.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_offered_instead_has_the_devices_too() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let projectors = add(&app, "プロジェクター", 1).await;
        let desks = acts::open_desks(&app, 4).await;
        let (first, second) = (app.member("花子").await, app.member("次郎").await);
        let room = |from, until| Form::new(app.fixture.room, from, until);
        made(&room("13:00", "15:00").send(&first).await);
        let later = Form::new(desks, "15:00", "17:00");
        made(&with(&first, "/bookings", &later, projectors, "1").await);

        let free = "2026年12月15日（火）15:00〜17:00";
        let without = room("13:00", "15:00").send(&second).await;
        assert_eq!(without.status, 409, "{engine:?}");
        without.shows(free);
        let taken = with(
            &second,
            "/bookings",
            &room("13:00", "15:00"),
            projectors,
            "1",
        )
        .await;
        assert_eq!(taken.status, 409, "{engine:?}");
        taken.hides(free);
        taken.shows("2026年12月15日（火）11:00〜13:00");
        app.run_tasks().await;
        app.finish().await;
    }
}
