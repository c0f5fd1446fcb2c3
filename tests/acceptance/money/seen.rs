//! What is owed and paid is seen where it is wanted: on the board, before the button, in letters, in
//! the API, and on the papers, which wait for it.

use accounts::entity::api_token::Scope;
use testkit::database::Engine;
use tests::TestApp;

use super::{
    TERMS,
    bookings::{bill, priced},
    open_amount, pay, reduced_by_ward,
};
use crate::{
    acts::{Form, TUESDAY, input, made},
    journeys::letters,
};

/// The text of the latest letter.
async fn latest(app: &TestApp) -> String {
    letters(app).await.pop().unwrap().text
}

/// A page without its line breaks, so that what stands together is found together.
pub(super) fn joined(text: &str) -> String {
    text.lines().map(str::trim).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_board_says_what_is_unpaid_and_leads_to_the_payment_and_back() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        priced(&app).await;
        let (member, counter) = (app.member("花子").await, app.staff().await);
        let room = Form::new(app.fixture.room, "13:00", "15:00");
        let id = made(&room.send(&member).await);
        made(
            &Form::new(app.fixture.desks, "13:00", "15:00")
                .send(&member)
                .await,
        );
        let board = format!("/counter?date={TUESDAY}");
        let shown = counter.get(&board).await;
        shown.shows("未払い 1,600円");
        shown.shows("無料");
        let list = counter.get("/counter/bookings").await;
        list.shows("未払い 1,600円");
        list.shows("無料");
        let own = bill(&counter.get(&format!("/bookings/{id}")).await);
        let way = format!("/counter/bills/{own}?board={TUESDAY}");
        shown.shows(&format!("href=\"{way}\""));
        counter.get(&way).await.shows(&format!("href=\"{board}\""));

        let fields = [("bill", own.to_string()), ("board", TUESDAY.to_owned())];
        let fields = fields
            .each_ref()
            .map(|(name, value)| (*name, value.as_str()));
        let asked = counter
            .post("/counter/payments/confirmation", &fields)
            .await;
        let seen = input(&asked, "seen");
        let fields = [
            ("seen", seen.as_str()),
            ("method", "cash"),
            ("board", TUESDAY),
        ];
        let paid = counter.post("/counter/payments", &fields).await;
        let page = counter.get(&paid.location).await;
        page.shows(&format!("href=\"{board}\""));
        let shown = counter.get(&board).await;
        shown.shows("支払済");
        assert!(!shown.text.contains("未払い 1,600円"), "{}", shown.text);

        let path = format!("/bookings/{id}/change");
        let longer = room.with("ends_at", "16:00").with("version", "1");
        assert_eq!(member.post(&path, &longer.fields()).await.status, 303);
        counter.get(&board).await.shows("一部未払い 800円");
        let table = counter.get(&format!("{board}&view=table")).await;
        table.shows("一部未払い 800円");
        table.shows("支払いを受ける");
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_permit_waits_until_the_fee_is_paid_or_reduced_to_nothing() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        priced(&app).await;
        let (member, counter) = (app.member("花子").await, app.staff().await);
        let book = async |from: &str, until: &str| {
            made(&Form::new(app.fixture.room, from, until).send(&member).await)
        };
        let (paid, reduced) = (book("13:00", "15:00").await, book("16:00", "17:00").await);
        let permit = async |id: &str| {
            let path = format!("/bookings/{id}/papers");
            member.post(&path, &[("kind", "permit")]).await
        };
        for id in [&paid, &reduced] {
            let refused = permit(id).await;
            assert_eq!(refused.status, 409, "{engine:?} {}", refused.text);
            refused.shows("料金をお支払いいただいたあとに、お渡しします");
            let page = member.get(&format!("/bookings/{id}")).await;
            page.shows("料金をお支払いいただいたあとに、お渡しします");
        }
        let own = bill(&counter.get(&format!("/bookings/{paid}")).await);
        assert_eq!(pay(&counter, &[own], "cash").await.status, 303);
        let issued = permit(&paid).await;
        assert_eq!(issued.status, 303, "{engine:?} {}", issued.text);
        member.get(&issued.location).await.shows("1,600円");

        let own = bill(&counter.get(&format!("/bookings/{reduced}")).await);
        reduced_by_ward(&app, own, "100").await;
        assert_eq!(permit(&reduced).await.status, 303);

        let path = format!("/bookings/{paid}/change");
        let longer = Form::new(app.fixture.room, "12:00", "15:00");
        let longer = longer.with("version", "1");
        assert_eq!(member.post(&path, &longer.fields()).await.status, 303);
        assert_eq!(permit(&paid).await.status, 409, "the rest is owed");
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reduction_holds_for_what_the_use_becomes() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        priced(&app).await;
        let (member, counter) = (app.member("花子").await, app.staff().await);
        let form = Form::new(app.fixture.room, "13:00", "15:00");
        let id = made(&form.send(&member).await);
        let own = bill(&counter.get(&format!("/bookings/{id}")).await);
        reduced_by_ward(&app, own, "50").await;
        assert_eq!(open_amount(&app, own).await, 800);

        let path = format!("/bookings/{id}/change");
        let longer = form.with("ends_at", "16:00").with("version", "1");
        let asked = member.post_once(&path, &longer.fields()).await;
        assert_eq!(asked.status, 409, "{engine:?} {}", asked.text);
        let text = joined(&asked.text);
        assert!(text.contains("料金は 1,200円 になります"), "{text}");
        assert!(text.contains("いまの料金は 800円"), "{text}");
        let comes_to = input(&asked, "comes_to");
        assert_eq!(comes_to, "1200-0-400-");
        let longer = longer.with("comes_to", &comes_to);
        assert_eq!(member.post(&path, &longer.fields()).await.status, 303);
        assert_eq!(open_amount(&app, own).await, 1_200);
        let lines = counter.get(&format!("/counter/bills/{own}")).await;
        lines.shows("減免（区の決定）");
        let letter = latest(&app).await;
        assert!(letter.contains("1,200円（変更前 800円）"), "{letter}");

        assert_eq!(
            member
                .post(&format!("/bookings/{id}/cancellation"), &[])
                .await
                .status,
            303
        );
        assert_eq!(
            open_amount(&app, own).await,
            600,
            "half of what was left of it"
        );
        let letter = latest(&app).await;
        assert!(letter.contains("取消しの料金  600円"), "{letter}");
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_api_and_the_letter_of_a_series_tell_the_fees() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        priced(&app).await;
        let member = app.member("花子").await;
        let token = app.token(member.person.unwrap(), Scope::Write).await;
        let api = app.visitor().with_token(&token);
        let wish = Form::new(app.fixture.room, "13:00", "15:00").json();
        let booked = api.post_json("/api/v1/bookings", &wish, &[]).await;
        assert_eq!(booked.status, 201, "{engine:?} {}", booked.text);
        let told: serde_json::Value = serde_json::from_str(&booked.text).unwrap();
        let fee = serde_json::json!({
            "amount": 1_600, "paid": 0, "due": 1_600, "to_refund": 0, "due_on": TUESDAY,
            "status": "unpaid",
        });
        assert_eq!(told["fee"], fee, "{engine:?}");
        let wish = Form::new(app.fixture.desks, "13:00", "15:00").json();
        let desk = api.post_json("/api/v1/bookings", &wish, &[]).await;
        let desk: serde_json::Value = serde_json::from_str(&desk.text).unwrap();
        assert!(desk["fee"].is_null(), "{engine:?} {desk}");
        let listed = api.get("/api/v1/bookings").await;
        let listed: serde_json::Value = serde_json::from_str(&listed.text).unwrap();
        let fees = listed["items"].as_array().unwrap();
        assert_eq!(fees.iter().filter(|one| one["fee"] == fee).count(), 1);

        let series = Form::new(app.fixture.room, "16:00", "17:00");
        let series = series.with("rhythm", "weekly").with("times", "2");
        let series = series.with("repeat", "on");
        let booked = member.post("/series", &series.fields()).await;
        assert_eq!(booked.status, 303, "{engine:?} {}", booked.text);
        let letter = latest(&app).await;
        assert!(letter.contains("料金の合計  1,600円"), "{letter}");
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn everyone_sees_what_a_room_costs_now_and_from_when_on_otherwise() {
    let app = TestApp::start(Engine::Sqlite).await;
    priced(&app).await;
    let manager = app.manager().await;
    assert_eq!(
        manager.post("/counter/fees/terms", &TERMS).await.status,
        303
    );
    let space = format!("/spaces/{}", app.fixture.room);
    let shown = app.visitor().get(&space).await;
    shown.shows("800円／1時間");
    assert!(!shown.text.contains("からの料金"), "{}", shown.text);
    let set = [("tariff", "free"), ("from", "2027-04-01")];
    let path = format!("/counter/spaces/{}/tariff", app.fixture.room);
    assert_eq!(manager.post(&path, &set).await.status, 303);
    let shown = app.visitor().get(&space).await;
    shown.shows("2027年4月1日（木）からの料金");
    shown.shows("無料");
    let english = app.visitor().get(&format!("{space}?lang=en")).await;
    english.shows("Prices from");
    let free = format!("/spaces/{}", app.fixture.desks);
    app.visitor().get(&free).await.shows("無料");
    app.finish().await;
}
