//! The end of a registration, its reminders, its renewal.

use chrono::TimeDelta;
use organisations::{entity::category::Stage, rules::Category};
use testkit::database::Engine;
use tests::TestApp;

use super::{
    COMPANY, GRANTED, PDF, YOUNG_COMPANY, answer, apply, apply_without_number, category, id_of,
    with,
};
use crate::acts::input;

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
        let set = manager.post(page, &fine).await;
        assert_eq!(set.status, 303, "{engine:?} {}", set.text);
        let stale = manager.post(page, &fine).await;
        assert_eq!(stale.status, 409, "{engine:?} {}", stale.text);
        stale.shows("ほかの画面できまりが変わりました");
        let twice = manager.post(page, &with(&fine, &[("seen", "2")])).await;
        assert_eq!(twice.status, 422, "{engine:?} {}", twice.text);

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
        reception.get(&review).await.shows("2029-12-08");
        app.run_tasks().await;
        app.finish().await;
    }
}
