//! The end of a registration, its reminders, its renewal.

use chrono::TimeDelta;
use fees::{
    entity::tax_rate,
    rules::{NewRate, Unit},
};
use japan::money::{Pricing, Yen};
use kernel::{Actor, Via, transact};
use organisations::{
    entity::category::{Locality, Stage},
    rules::{Category, Selector},
};
use testkit::database::Engine;
use tests::TestApp;

use super::{
    COMPANY, GRANTED, PDF, YOUNG_COMPANY, answer, apply, apply_without_number, category, id_of,
    with,
};
use crate::{
    acts::{Form, input},
    money::bookings::priced,
};

async fn a_registration_ends_is_announced_and_renewed(engine: Engine) {
    let app = TestApp::start(engine).await;
    let (member, reception) = (app.member("花子").await, app.staff().await);
    let id = apply(&member).await;
    // A short term: from today to 6 March 2027, in 88 days.
    let term = with(&GRANTED, &[("until", "2027-03-06")]);
    assert_eq!(answer(&reception, id, "1", &term).await.status, 303);
    app.run_tasks().await;
    assert_eq!(app.letters().len(), 2);

    let mut letters = 2;
    for (days, more) in [(27, 0), (1, 1), (1, 0), (45, 1), (1, 0)] {
        app.clock.advance(TimeDelta::days(days));
        app.run_tasks().await;
        app.run_tasks().await;
        letters += more;
        assert_eq!(app.letters().len(), letters, "{}", app.clock.now().date());
    }
    assert_eq!(category(&app, id).await, YOUNG_COMPANY);

    // The session of a test does not last so long.
    let member = app.signed_in(member.person.unwrap()).await;
    let reception = app.signed_in(reception.person.unwrap()).await;
    let organisation = super::row(&app, id)
        .await
        .organisation_id
        .unwrap()
        .to_string();
    let form = member
        .get(&format!("/applications/new?renew={organisation}"))
        .await;
    form.shows("株式会社見本製作所");
    let renewed = with(&COMPANY, &[("renew", &organisation)]);
    let again = id_of(&member.post_papers("/applications", &renewed, &[PDF]).await);
    reception.get("/counter/applications").await.shows("更新");
    let next = with(&GRANTED, &[("from", "2027-03-07"), ("until", "2029-03-06")]);
    assert_eq!(answer(&reception, again, "1", &next).await.status, 303);
    assert_eq!(category(&app, id).await, YOUNG_COMPANY);
    app.clock.advance(TimeDelta::days(30));
    assert_eq!(category(&app, id).await, YOUNG_COMPANY);
    // Five years after its founding it is no longer a young one; then the term is over.
    app.clock.advance(TimeDelta::days(702));
    let day = app.clock.now().date().to_string();
    assert_eq!(category(&app, id).await, YOUNG_COMPANY, "{day}");
    app.clock.advance(TimeDelta::days(20));
    assert_eq!(category(&app, id).await, Category::UNREVIEWED);
    app.run_tasks().await;
    app.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_registration_ends_is_announced_and_renewed_on_sqlite() {
    a_registration_ends_is_announced_and_renewed(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_registration_ends_is_announced_and_renewed_on_postgres() {
    a_registration_ends_is_announced_and_renewed(Engine::Postgres).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_young_business_grows_up_while_it_is_registered() {
    let app = TestApp::start(Engine::Sqlite).await;
    let (member, reception) = (app.member("花子").await, app.staff().await);
    let young = with(&COMPANY, &[("founded_on", "2021-12-10")]);
    let id = id_of(&member.post_papers("/applications", &young, &[PDF]).await);
    assert_eq!(answer(&reception, id, "1", &GRANTED).await.status, 303);
    app.clock.advance(TimeDelta::days(1));
    assert_eq!(category(&app, id).await, YOUNG_COMPANY);
    app.clock.advance(TimeDelta::days(1));
    let settled = Category {
        stage: Stage::Settled,
        ..YOUNG_COMPANY
    };
    assert_eq!(category(&app, id).await, settled);
    app.run_tasks().await;
    app.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_manager_says_how_long_a_registration_lasts_and_when_people_are_reminded() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (member, reception) = (app.member("花子").await, app.staff().await);
        let (manager, ward) = (app.manager().await, app.ward().await);
        let page = "/counter/registration-terms";
        reception.get(page).await.shows("館長だけができます");
        ward.get(page).await.shows("24か月");
        let seen = input(&manager.get(page).await, "seen");
        let fine = [
            ("seen", seen.as_str()),
            ("months", "３６"),
            ("first", "90"),
            ("last", "30"),
            ("from", "2026-12-09"),
        ];
        for (field, wrong) in [("months", "0"), ("last", "90"), ("from", "2026-12-08")] {
            let refused = manager.post(page, &with(&fine, &[(field, wrong)])).await;
            assert_eq!(refused.status, 422, "{engine:?} {field} {}", refused.text);
        }
        let asked = manager.post(page, &with(&fine, &[("act", "check")])).await;
        assert_eq!(asked.status, 200, "{engine:?} {}", asked.text);
        asked.shows("24か月");
        asked.shows("36か月");
        asked.shows("2026年12月9日（水）に有効な登録　0件");
        let back = manager.post(page, &with(&fine, &[("act", "back")])).await;
        assert_eq!(input(&back, "months"), "３６", "what was typed is kept");
        let set = manager.post(page, &fine).await;
        assert_eq!(set.status, 303, "{engine:?} {}", set.text);
        let stale = manager.post(page, &fine).await;
        assert_eq!(stale.status, 409, "{engine:?} {}", stale.text);
        stale.shows("ほかの画面できまりが変わりました");
        let twice = manager.post(page, &with(&fine, &[("seen", "2")])).await;
        assert_eq!(twice.status, 422, "{engine:?} {}", twice.text);

        // What has not begun is put right by entering its day again, once its replacing was shown.
        let mended = with(&fine, &[("seen", "2"), ("months", "30")]);
        let asked = manager
            .post(page, &with(&mended, &[("act", "check")]))
            .await;
        asked.shows("まだ始まっていない登録と置きかわります");
        let mark = input(&asked, "replaces");
        let mended = with(&mended, &[("replaces", &mark)]);
        assert_eq!(manager.post(page, &mended).await.status, 303, "{engine:?}");
        let stale = with(&mended, &[("months", "40")]);
        let stale = manager.post(page, &stale).await;
        assert_eq!(stale.status, 409, "{engine:?} {}", stale.text);
        let shown = manager.get(page).await;
        shown.shows("30か月");
        assert!(!shown.text.contains("36か月"), "{engine:?}");

        // It ends in 89 days: by the terms of tomorrow people are reminded of it then.
        let id = apply(&member).await;
        let term = with(&GRANTED, &[("until", "2027-03-07")]);
        assert_eq!(answer(&reception, id, "1", &term).await.status, 303);
        app.run_tasks().await;
        let before = app.letters().len();
        app.clock.advance(TimeDelta::days(1));
        app.run_tasks().await;
        assert_eq!(app.letters().len(), before + 1, "{engine:?}");
        let reception = app.signed_in(reception.person.unwrap()).await;
        let next = apply_without_number(&app.member("次郎").await).await;
        let review = format!("/counter/applications/{next}");
        reception.get(&review).await.shows("2029-06-08");
        app.run_tasks().await;
        app.finish().await;
    }
}

/// Half the price of the room, for businesses of the ward.
async fn cheaper_for_the_ward(app: &TestApp) {
    priced(app).await;
    let tariff = fees::read::tariffs(app.app.db.reader()).await.unwrap();
    let rate = NewRate {
        selector: Selector {
            locality: Some(Locality::WardBusiness),
            ..Selector::default()
        },
        unit: Unit::Hour {
            minutes: 60,
            amount: Yen(400),
        },
        tax: tax_rate::Code::Standard,
        pricing: Pricing::TaxWithin,
        valid_from: app.clock.now().date(),
        valid_until: None,
    };
    let system = Actor::system(Via::Cli);
    transact(&app.app.db, system, &app.clock, async |work| {
        fees::service::set_rate(work, tariff[0].row.id, &rate, None).await
    })
    .await
    .unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_price_after_the_end_of_a_registration_says_why_and_where_to_renew() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        cheaper_for_the_ward(&app).await;
        let (member, reception) = (app.member("花子").await, app.staff().await);
        let id = apply(&member).await;
        let term = with(&GRANTED, &[("until", "2026-12-31")]);
        assert_eq!(answer(&reception, id, "1", &term).await.status, 303);
        let organisation = super::row(&app, id).await.organisation_id.unwrap();
        let form = Form::new(app.fixture.room, "13:00", "15:00");
        let form = form.with("organisation", &organisation.to_string());
        let confirms = async |day: &str| {
            let form = form.clone().with("date", day);
            let shown = member.post("/bookings/confirmation", &form.fields()).await;
            assert_eq!(shown.status, 200, "{engine:?} {}", shown.text);
            shown
        };
        let before = confirms("2026-12-22").await;
        before.shows("料金は 800円 です");
        assert!(!before.text.contains("利用者登録が"), "{engine:?}");
        let after = confirms("2027-01-06").await;
        after.shows("料金は 1,600円 です");
        after.shows("利用者登録が2026年12月31日（木）で終わるため");
        after.shows(&format!("href=\"/applications/new?renew={organisation}\""));
        // Alone they never had another price: nothing to say.
        let alone = form
            .clone()
            .without("organisation")
            .with("date", "2027-01-06");
        let alone = member.post("/bookings/confirmation", &alone.fields()).await;
        alone.shows("料金は 1,600円 です");
        assert!(!alone.text.contains("利用者登録が"), "{engine:?}");
        app.run_tasks().await;
        app.finish().await;
    }
}
