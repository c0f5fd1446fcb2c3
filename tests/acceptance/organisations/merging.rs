//! Two organisations that are one: merged, and nothing is lost.

use organisations::entity::application::State;
use testkit::database::Engine;
use tests::TestApp;

use super::{
    COMPANY, GRANTED, PDF, YOUNG_COMPANY, answer, apply, category, grant, id_of, row, state, with,
};

async fn a_double_is_merged_into_what_is_registered(engine: Engine) {
    let app = TestApp::start(engine).await;
    let reception = app.staff().await;
    let (one, other) = (app.member("花子").await, app.member("太郎").await);
    let first = apply(&one).await;
    grant(&reception, first).await;
    let again = with(&COMPANY, &[("name", "（株）見本製作所")]);
    let second = id_of(&other.post_papers("/applications", &again, &[PDF]).await);
    let [into, double] = [
        row(&app, first).await.organisation_id.unwrap(),
        row(&app, second).await.organisation_id.unwrap(),
    ];
    let path = format!("/counter/organisations/{double}/merge");
    let look = format!("{path}?into={into}");
    reception
        .get(&format!("/counter/applications/{second}"))
        .await
        .shows(&look);
    let page = reception.get(&look).await;
    page.shows("見本 太郎");
    page.shows("見本 花子");
    let into_text = into.to_string();
    let fields = [("into", into_text.as_str())];
    assert_eq!(other.post(&path, &fields).await.status, 403);
    // Not the other way round: what stays must be registered.
    let backwards = format!("/counter/organisations/{into}/merge");
    let wrong = reception
        .post(&backwards, &[("into", &double.to_string())])
        .await;
    assert_eq!(wrong.status, 409);
    assert_eq!(reception.post(&path, &fields).await.status, 303);
    assert_eq!(reception.post(&path, &fields).await.status, 404);

    let (db, today) = (app.app.db.reader(), app.clock.now().date());
    for person in [one.person.unwrap(), other.person.unwrap()] {
        let acts = organisations::read::represented(db, person, today)
            .await
            .unwrap();
        assert_eq!((acts[0].id, acts[0].category), (into, YOUNG_COMPANY));
        // Whatever still names the double reads as the one that stays.
        let same = organisations::read::category(db, person, Some(double), today).await;
        assert_eq!(same.unwrap(), YOUNG_COMPANY);
        assert!(
            organisations::read::represents(db, person, double)
                .await
                .unwrap()
        );
    }
    let names = organisations::read::names(db, vec![double]).await.unwrap();
    assert_eq!(names[&double], "株式会社見本製作所");
    reception
        .get(&format!("/counter/organisations/{double}"))
        .await
        .shows("見本 太郎");
    // The application still waits, now as a renewal of the one that stays.
    other
        .get(&format!("/applications/{second}"))
        .await
        .shows("審査を待っています");
    assert_eq!(state(&app, second).await, State::Submitted);
    let done = answer(&reception, second, "1", &GRANTED).await;
    assert_eq!(done.status, 303, "{}", done.text);
    assert_eq!(category(&app, second).await, YOUNG_COMPANY);
    app.run_tasks().await;
    app.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_double_is_merged_into_what_is_registered_on_sqlite() {
    a_double_is_merged_into_what_is_registered(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_double_is_merged_into_what_is_registered_on_postgres() {
    a_double_is_merged_into_what_is_registered(Engine::Postgres).await;
}
