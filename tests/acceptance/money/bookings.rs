//! Bookings that cost something.

use ::bookings::{
    entity::SpaceId,
    rules::charges::{PaymentDraft, Tier},
};
use fees::{
    entity::tax_rate,
    rules::{NewRate, Unit},
};
use japan::money::{Pricing, Yen};
use kernel::{Actor, Clock, Db, Via, transact};
use organisations::rules::Selector;
use testkit::database::Engine;
use tests::TestApp;

use super::{TERMS, pay};
use crate::acts::{Form, made};

/// The meeting room costs 800 yen an hour, is paid within two weeks, and half of it stays when it
/// is cancelled within the last week; the desks are free.
pub(crate) async fn priced(app: &TestApp) {
    priced_in(&app.app.db, &app.clock, app.fixture.room).await;
}

/// The same for any room of a centre that no program runs on yet.
pub(crate) async fn priced_in(db: &Db, clock: &Clock, room: SpaceId) {
    let today = clock.now().date();
    let rate = NewRate {
        selector: Selector::default(),
        unit: Unit::Hour {
            minutes: 60,
            amount: Yen(800),
        },
        tax: tax_rate::Code::Standard,
        pricing: Pricing::TaxWithin,
        valid_from: today,
        valid_until: None,
    };
    let tier = |days_before, percent| Tier {
        days_before,
        percent,
    };
    let tiers = [tier(8, 0), tier(0, 50)];
    let system = Actor::system(Via::Cli);
    transact(db, system, clock, async |work| {
        let tariff = fees::service::open_tariff(work, "会議室", "")
            .await
            .unwrap();
        fees::service::set_rate(work, tariff, &rate, None)
            .await
            .unwrap();
        ::bookings::service::set_tariff(work, room, Some(tariff), today, None).await?;
        let draft = PaymentDraft::new(14, &tiers, today);
        ::bookings::service::set_payment(work, &draft, None).await
    })
    .await
    .unwrap();
}

/// The bill of a booking, from the counter's page of it.
pub(crate) fn bill(page: &tests::Answer) -> fees::entity::BillId {
    let rest = page.text.split("/counter/bills/").nth(1).unwrap();
    rest.split('"').next().unwrap().parse().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_booking_shows_its_price_first_and_is_charged_with_it() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        priced(&app).await;
        let (member, counter) = (app.member("花子").await, app.staff().await);
        app.manager()
            .await
            .post("/counter/fees/terms", &TERMS)
            .await;
        let form = Form::new(app.fixture.room, "13:00", "15:00");
        let shown = member.post("/bookings/confirmation", &form.fields()).await;
        shown.shows("料金は 1,600円 です");
        shown.shows("2026年12月15日（火）までに、窓口でお支払いください");
        shown.shows("料金の50％");
        let free = Form::new(app.fixture.desks, "13:00", "15:00");
        let free = member.post("/bookings/confirmation", &free.fields()).await;
        free.shows("料金はかかりません");

        let id = made(&form.send(&member).await);
        let page = format!("/bookings/{id}");
        member.get(&page).await.shows("未払い");
        member.get("/mypage/fees").await.shows("1,600円");
        let own = bill(&counter.get(&page).await);
        assert_eq!(
            pay(&counter, &[own], "cash").await.status,
            303,
            "{engine:?}"
        );
        member.get(&page).await.shows("支払い済み");

        let longer = form.clone().with("ends_at", "16:00").with("version", "1");
        let changed = member
            .post(&format!("{page}/change"), &longer.fields())
            .await;
        assert_eq!(changed.status, 303, "{engine:?} {}", changed.text);
        member.get(&page).await.shows("2,400円");
        member.get("/mypage/fees").await.shows("800円");

        let asked = member.get(&format!("{page}/cancellation")).await;
        asked.shows("取り消すと 1,200円 がかかります");
        asked.shows("お支払いいただいた 400円 は、窓口でお返しします");
        let gone = member.post(&format!("{page}/cancellation"), &[]).await;
        assert_eq!(gone.status, 303);
        let page = counter.get(&format!("/counter/bills/{own}")).await;
        page.shows("キャンセル料（会議室A");
        page.shows("400円 多く受け取っています");

        app.run_tasks().await;
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_series_is_charged_each_time_and_nothing_when_the_centre_closes() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        priced(&app).await;
        let (member, manager) = (app.member("花子").await, app.manager().await);
        let form = Form::new(app.fixture.room, "13:00", "14:00")
            .with("rhythm", "weekly")
            .with("times", "2")
            .with("repeat", "on");
        let fields = form.fields();
        let booked = member.post("/series", &fields).await;
        assert_eq!(booked.status, 303, "{engine:?} {}", booked.text);
        let fees = member.get("/mypage/fees").await;
        fees.shows("1,600円");
        let series = booked.location.strip_suffix("/done").unwrap();
        let asked = member.get(&format!("{series}/cancellation")).await;
        asked.shows("取り消すと 400円 がかかります");

        let day = [
            ("kind", "once"),
            ("first", crate::acts::TUESDAY),
            ("reason", "館内清掃"),
        ];
        let shown = manager.post("/counter/closures/confirmation", &day).await;
        let seen = crate::acts::input(&shown, "seen");
        let mut fields = day.to_vec();
        fields.push(("seen", &seen));
        assert_eq!(manager.post("/counter/closures", &fields).await.status, 303);
        let left = member.get("/mypage/fees").await;
        left.shows("800円");
        assert!(!left.text.contains("1,600円"), "{}", left.text);
        app.run_tasks().await;
        app.run_tasks().await;
        app.finish().await;
    }
}
