//! What a space costs, as the manager sets it.

use bookings::entity::space_tariff;
use fees::{
    entity::{TariffId, tax_rate},
    rules::{NewRate, Unit},
};
use japan::money::{Pricing, Yen};
use kernel::{Actor, Via, transact};
use organisations::rules::Selector;
use sea_orm::{EntityTrait, PaginatorTrait};
use testkit::database::Engine;
use tests::TestApp;
use uuid::Uuid;

use crate::acts::{Form, TUESDAY, input, made};

/// A price list of 800 yen an hour, from today on.
pub(super) async fn tariff(app: &TestApp) -> TariffId {
    let rate = NewRate {
        selector: Selector::default(),
        unit: Unit::Hour {
            minutes: 60,
            amount: Yen(800),
        },
        tax: tax_rate::Code::Standard,
        pricing: Pricing::TaxWithin,
        valid_from: app.clock.now().date(),
        valid_until: None,
    };
    let system = Actor::system(Via::Cli);
    transact(&app.app.db, system, &app.clock, async |work| {
        let tariff = fees::service::open_tariff(work, "会議室（1室）", "").await?;
        fees::service::set_rate(work, tariff, &rate, None).await?;
        Ok::<_, kernel::Failed<fees::refused::Refused>>(tariff)
    })
    .await
    .unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_space_costs_what_the_manager_says_from_that_day_on() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (member, manager) = (app.member("花子").await, app.manager().await);
        let (room, id) = (app.fixture.room, tariff(&app).await.to_string());
        let path = format!("/counter/spaces/{room}/tariff");
        manager.get("/counter/venue").await.shows("無料");
        manager.get(&path).await.shows("料金はかかりません");

        made(&Form::new(room, "17:00", "19:00").send(&member).await);
        let fields = [("tariff", id.as_str()), ("from", TUESDAY)];
        let asked = [&fields[..], &[("act", "check"), ("seen", "0")]].concat();
        let asked = manager.post(&path, &asked).await;
        assert_eq!(asked.status, 200, "{engine:?} {}", asked.text);
        asked.shows("これからの予約1件は、日時などを変えると料金が変わります");
        asked.shows("1,600円");
        asked.hides("料金のない方がいます");
        let back = [&fields[..], &[("act", "back")]].concat();
        assert_eq!(input(&manager.post(&path, &back).await, "from"), TUESDAY);
        let stale = [&fields[..], &[("act", "set"), ("seen", "7")]].concat();
        assert_eq!(manager.post(&path, &stale).await.status, 409, "{engine:?}");
        let set = manager.post(&path, &fields).await;
        assert_eq!(set.status, 303, "{engine:?} {}", set.text);
        assert_eq!(set.location, path);
        manager.get(&path).await.shows("料金を登録しました");
        let house = app.staff().await.get("/counter/venue").await;
        house.shows("2026年12月15日（火）から 会議室（1室）");

        let form = Form::new(room, "13:00", "15:00");
        let before = form.clone().with("date", "2026-12-11");
        let before = member
            .post("/bookings/confirmation", &before.fields())
            .await;
        before.shows("料金はかかりません");
        let after = member.post("/bookings/confirmation", &form.fields()).await;
        after.shows("料金は 1,600円 です");

        let free = [("tariff", "free"), ("from", "2026-12-16")];
        assert_eq!(manager.post(&path, &free).await.status, 303);
        let later = form.clone().with("date", "2026-12-16");
        let later = member.post("/bookings/confirmation", &later.fields()).await;
        later.shows("料金はかかりません");
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_price_that_cannot_begin_is_refused_and_nothing_is_written() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let manager = app.manager().await;
        let id = tariff(&app).await.to_string();
        let path = format!("/counter/spaces/{}/tariff", app.fixture.room);
        let first = [("tariff", id.as_str()), ("from", TUESDAY)];
        assert_eq!(manager.post(&path, &first).await.status, 303);
        let unknown = Uuid::from_u128(7).to_string();
        for (tariff, from, said) in [
            (id.as_str(), "2026-12-08", "2026年12月9日（水）以降の日付"),
            ("free", "2026-12-01", "2026年12月9日（水）以降の日付"),
            ("free", "いつか", "2026年12月9日（水）以降の日付"),
            ("free", "9999-12-31", "までの日付を入れてください"),
            ("free", TUESDAY, "すでに登録されています"),
            ("", "2026-12-20", "入力してください"),
            (unknown.as_str(), "2026-12-20", "入力してください"),
        ] {
            let fields = [("tariff", tariff), ("from", from)];
            let answer = manager.post(&path, &fields).await;
            assert_eq!(answer.status, 422, "{engine:?} {tariff} {from}");
            answer.shows(said);
        }
        let other = [("tariff", "free"), ("from", "2026-12-20")];
        assert_eq!(app.staff().await.post(&path, &other).await.status, 403);
        let nowhere = format!("/counter/spaces/{unknown}/tariff");
        assert_eq!(manager.post(&nowhere, &other).await.status, 404);
        let rows = space_tariff::Entity::find()
            .count(app.app.db.reader())
            .await;
        assert_eq!(rows.unwrap(), 1, "{engine:?}");
        app.finish().await;
    }
}
