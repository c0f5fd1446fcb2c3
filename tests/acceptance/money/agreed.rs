//! Nobody books, cancels or accepts an offer at a price that they did not see.

use ::bookings::entity::{SpaceId, booking};
use chrono::TimeDelta;
use fees::{
    entity::tax_rate,
    rules::{NewRate, Unit},
};
use japan::money::{Pricing, Yen};
use kernel::{Actor, Via, transact};
use organisations::rules::Selector;
use sea_orm::EntityTrait;
use testkit::database::Engine;
use tests::TestApp;

use super::bookings::priced;
use crate::acts::{self, Form, Rows, input, made};

/// From tomorrow on a space costs so many yen an hour.
pub(crate) async fn dearer(app: &TestApp, space: SpaceId, yen: i64) {
    let from = app.clock.now().date().succ_opt().unwrap();
    let rate = NewRate {
        selector: Selector::default(),
        unit: Unit::Hour {
            minutes: 60,
            amount: Yen(yen),
        },
        tax: tax_rate::Code::Standard,
        pricing: Pricing::TaxWithin,
        valid_from: from,
        valid_until: None,
    };
    let system = Actor::system(Via::Cli);
    transact(&app.app.db, system, &app.clock, async |work| {
        let tariff = fees::service::open_tariff(work, "新しい料金", "").await;
        let tariff = tariff.unwrap();
        fees::service::set_rate(work, tariff, &rate, None)
            .await
            .unwrap();
        ::bookings::service::set_tariff(work, space, Some(tariff), from, None).await
    })
    .await
    .unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_price_set_while_a_form_is_open_is_asked_before_it_is_charged() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        priced(&app).await;
        let member = app.member("花子").await;
        let form = Form::new(app.fixture.room, "13:00", "15:00");
        let shown = member.post("/bookings/confirmation", &form.fields()).await;
        shown.shows("料金は 1,600円 です");
        let form = form
            .with("comes_to", &input(&shown, "comes_to"))
            .with("once", &input(&shown, "once"));
        dearer(&app, app.fixture.room, 5_000).await;
        let before = Rows::of(&app).await;
        let asked = member.post_once("/bookings", &form.fields()).await;
        assert_eq!(asked.status, 409, "{engine:?} {}", asked.text);
        asked.shows("これまでの画面と違います");
        asked.shows("料金は 10,000円 です");
        assert_eq!(Rows::of(&app).await, before, "nothing is done");
        let agreed = form.with("comes_to", &input(&asked, "comes_to"));
        let done = member.post_once("/bookings", &agreed.fields()).await;
        let id = made(&done);
        member
            .get(&done.location)
            .await
            .shows("10,000円 をお支払いください");
        let page = member.get(&format!("/bookings/{id}")).await;
        page.shows("10,000円");
        // The very same form again is the same booking.
        let again = member.post_once("/bookings", &agreed.fields()).await;
        assert_eq!(again.location, done.location);
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn cancelling_that_begins_to_cost_while_its_page_is_open_is_asked_once_more() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        priced(&app).await;
        let member = app.member("花子").await;
        let form = Form::new(app.fixture.room, "13:00", "15:00").with("date", "2026-12-16");
        let id = made(&form.send(&member).await);
        let path = format!("/bookings/{id}/cancellation");
        let shown = member.get(&path).await;
        shown.hides("がかかります");
        let seen = input(&shown, "comes_to");
        app.clock.advance(chrono::TimeDelta::hours(10));
        let before = Rows::of(&app).await;
        let asked = member.post_once(&path, &[("comes_to", &seen)]).await;
        assert_eq!(asked.status, 409, "{engine:?} {}", asked.text);
        asked.shows("取り消すと 800円 がかかります");
        assert_eq!(Rows::of(&app).await, before, "it stands");
        let seen = input(&asked, "comes_to");
        let gone = member.post_once(&path, &[("comes_to", &seen)]).await;
        assert_eq!(gone.status, 303, "{}", gone.text);
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_series_costs_what_was_chosen_and_says_so_before_it_is_booked() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        priced(&app).await;
        let other = acts::open(&app, acts::room(&app, "会議室C").await, 1).await;
        dearer(&app, other, 2_000).await;
        let (member, holder) = (app.member("花子").await, app.member("太郎").await);
        let at = Form::new(app.fixture.room, "13:00", "15:00");
        made(&at.clone().with("date", "2026-12-22").send(&holder).await);
        let form = at
            .with("rhythm", "weekly")
            .with("times", "3")
            .with("repeat", "on");
        let shown = member.post("/bookings/confirmation", &form.fields()).await;
        shown.shows("料金は 3,200円 です");
        shown.shows("まだ選んでいない1回の分は、下の料金に入っていません");
        let instead = format!("{other}/2026-12-22/780-900");
        let chosen = form
            .with("choice-2026-12-22", &instead)
            .with("comes_to", &input(&shown, "comes_to"));
        let asked = member.post_once("/series", &chosen.fields()).await;
        assert_eq!(asked.status, 409, "{engine:?} {}", asked.text);
        asked.shows("料金は 7,200円 です");
        assert_eq!(count(&app).await, 1, "only the holder's");
        let agreed = chosen.with("comes_to", &input(&asked, "comes_to"));
        let done = member.post_once("/series", &agreed.fields()).await;
        assert_eq!(done.status, 303, "{}", done.text);
        member
            .get(&done.location)
            .await
            .shows("7,200円 をお支払いください");

        let series = done.location.strip_suffix("/done").unwrap();
        let path = format!("{series}/cancellation");
        let seen = input(&member.get(&path).await, "comes_to");
        assert_ne!(seen, "0-0-0-", "the first lies within the week");
        let unseen = member.post_once(&path, &[]).await;
        assert_eq!(unseen.status, 409);
        let gone = member.post_once(&path, &[("comes_to", &seen)]).await;
        assert_eq!(gone.status, 303, "{}", gone.text);
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_offer_is_accepted_at_the_price_its_page_says() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        priced(&app).await;
        let (holder, member) = (app.member("太郎").await, app.member("花子").await);
        let form = Form::new(app.fixture.room, "13:00", "15:00");
        let held = made(&form.send(&holder).await);
        let joined = member.post("/waiting", &form.fields()).await;
        let place = joined.location.clone();
        let cancelled = holder
            .post(&format!("/bookings/{held}/cancellation"), &[])
            .await;
        assert_eq!(cancelled.status, 303);
        let seen = input(&member.get(&place).await, "comes_to");
        dearer(&app, app.fixture.room, 5_000).await;
        let path = format!("{place}/acceptance");
        let asked = member.post_once(&path, &[("comes_to", &seen)]).await;
        assert_eq!(asked.status, 409, "{engine:?} {}", asked.text);
        asked.shows("料金は 10,000円 です");
        let seen = input(&asked, "comes_to");
        made(&member.post_once(&path, &[("comes_to", &seen)]).await);
        app.run_tasks().await;
        app.finish().await;
    }
}

async fn count(app: &TestApp) -> usize {
    let all = booking::Entity::find().all(app.app.db.reader()).await;
    all.unwrap().len()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_change_leaves_to_be_paid_is_asked_again_once_it_is_more() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        priced(&app).await;
        let member = app.member("花子").await;
        let form = Form::new(app.fixture.room, "13:00", "15:00").with("date", "2026-12-17");
        let id = made(&form.send(&member).await);
        let path = format!("/bookings/{id}/change");
        // Nine days before, cancelling is free; seven days before, half of it stays.
        let shown = member.get(&path).await;
        let seen = input(&shown, "comes_to");
        app.clock.advance(TimeDelta::days(2));
        let member = app.signed_in(member.person.unwrap()).await;
        let form = form.with("date", "2026-12-18").with("version", "1");
        let stale = form.clone().with("comes_to", &seen);
        let asked = member.post_once(&path, &stale.fields()).await;
        assert_eq!(asked.status, 409, "{engine:?} {}", asked.text);
        asked.shows("変えても、料金は 800円 より低くなりません");
        let rows = booking::Entity::find().all(app.app.db.reader());
        assert_eq!(rows.await.unwrap()[0].version, 1, "{engine:?}");
        let agreed = form.with("comes_to", &input(&asked, "comes_to"));
        let changed = member.post_once(&path, &agreed.fields()).await;
        assert_eq!(changed.status, 303, "{engine:?} {}", changed.text);
        app.run_tasks().await;
        app.finish().await;
    }
}
