//! Applying and reception's answers.

use organisations::{entity::application::State, rules::Category};
use testkit::database::Engine;
use tests::TestApp;

use super::{
    COMPANY, GRANTED, PDF, YOUNG_COMPANY, answer, apply, category, id_of, row, state, with,
};

async fn a_company_is_registered(engine: Engine) {
    let app = TestApp::start(engine).await;
    let (member, reception) = (app.member("花子").await, app.staff().await);
    member.get("/applications/new").await.shows("as=business");
    let form = member.get("/applications/new?as=business").await;
    form.shows("corporate_number");
    let looked = member.post("/applications/confirmation", &COMPANY).await;
    assert_eq!(looked.status, 200, "{}", looked.text);
    looked.shows("7000012050002");
    looked.shows("multipart/form-data");

    let id = apply(&member).await;
    let own = member.get(&format!("/applications/{id}")).await;
    own.shows("登記事項証明書.pdf");
    own.shows(&row(&app, id).await.reference);
    member
        .get("/mypage/organisations")
        .await
        .shows("見本製作所");
    assert_eq!(category(&app, id).await, Category::UNREVIEWED);

    reception
        .get("/counter/applications")
        .await
        .shows("見本製作所");
    let page = reception.get(&format!("/counter/applications/{id}")).await;
    page.shows("2028-12-07");
    let done = answer(&reception, id, "1", &GRANTED).await;
    assert_eq!(done.status, 303, "{}", done.text);
    assert_eq!(state(&app, id).await, State::Approved);
    assert_eq!(category(&app, id).await, YOUNG_COMPANY);
    let found = reception.get("/counter/organisations?q=みほん").await;
    found.shows("株式会社見本製作所");
    reception
        .get("/counter/organisations?q=7000012")
        .await
        .shows("見本製作所");
    reception
        .get("/counter/organisations?q=nobody")
        .await
        .hides("見本製作所");

    let db = app.app.db.reader();
    let person = member.person.unwrap();
    let today = app.clock.now().date();
    let acts = organisations::read::represented(db, person, today)
        .await
        .unwrap();
    assert_eq!((acts.len(), acts[0].category), (1, YOUNG_COMPANY));
    app.run_tasks().await;
    assert_eq!(app.letters().len(), 2);
    let notices = member.get("/mypage/notices").await;
    notices.shows("区分の申請を受け付けました");
    notices.shows("区分を登録しました");
    app.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_company_is_registered_on_sqlite() {
    a_company_is_registered(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_company_is_registered_on_postgres() {
    a_company_is_registered(Engine::Postgres).await;
}

async fn what_was_returned_is_mended(engine: Engine) {
    let app = TestApp::start(engine).await;
    let (member, reception) = (app.member("花子").await, app.staff().await);
    let id = apply(&member).await;
    let silent = answer(&reception, id, "1", &[("decision", "return")]).await;
    assert_eq!(silent.status, 422);
    let words = [
        ("decision", "return"),
        ("answer", "開業の日がわかる書類を添えてください。"),
    ];
    assert_eq!(answer(&reception, id, "1", &words).await.status, 303);
    member
        .get(&format!("/applications/{id}"))
        .await
        .shows("開業の日がわかる書類");
    let form = member.get(&format!("/applications/{id}/change")).await;
    form.shows("開業の日がわかる書類");
    form.shows("7000012050002");

    let own = id.to_string();
    let mended = with(
        &COMPANY,
        &[
            ("application", &own),
            ("version", "2"),
            ("stage", "settled"),
        ],
    );
    let sent = member.post_papers("/applications", &mended, &[]).await;
    assert_eq!(id_of(&sent), id);
    let twice = member.post_papers("/applications", &mended, &[]).await;
    assert_eq!(twice.status, 409, "{}", twice.text);
    assert_eq!(state(&app, id).await, State::Submitted);
    let no = [
        ("decision", "refuse"),
        ("answer", "区内の事業所を確かめられませんでした。"),
    ];
    assert_eq!(answer(&reception, id, "1", &no).await.status, 409);
    assert_eq!(answer(&reception, id, "3", &no).await.status, 303);
    member
        .get(&format!("/applications/{id}"))
        .await
        .shows("確かめられませんでした");
    assert_eq!(category(&app, id).await, Category::UNREVIEWED);
    // Whoever was turned down may apply anew.
    apply(&member).await;
    app.run_tasks().await;
    app.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_returned_is_mended_on_sqlite() {
    what_was_returned_is_mended(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_returned_is_mended_on_postgres() {
    what_was_returned_is_mended(Engine::Postgres).await;
}

async fn one_number_is_registered_once(engine: Engine) {
    let app = TestApp::start(engine).await;
    let reception = app.staff().await;
    let one = apply(&app.member("花子").await).await;
    let other = apply(&app.member("太郎").await).await;
    let (first, second) = tokio::join!(
        answer(&reception, one, "1", &GRANTED),
        answer(&reception, other, "1", &GRANTED),
    );
    let mut outcomes = [first.status, second.status];
    outcomes.sort_unstable();
    assert_eq!(outcomes, [303, 409], "{} {}", first.text, second.text);
    let (left, by) = if first.status == 409 {
        (one, first)
    } else {
        (other, second)
    };
    by.shows("この法人番号は、ほかの登録で使われています。");
    assert_eq!(state(&app, left).await, State::Submitted);
    let page = reception
        .get(&format!("/counter/applications/{left}"))
        .await;
    page.shows("法人番号が同じ");
    page.shows("所在地と電話が同じ");
    app.run_tasks().await;
    app.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_number_is_registered_once_on_sqlite() {
    one_number_is_registered_once(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_number_is_registered_once_on_postgres() {
    one_number_is_registered_once(Engine::Postgres).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_answers_to_one_application_leave_one() {
    let app = TestApp::start(Engine::Postgres).await;
    let (one, other) = (app.staff().await, app.manager().await);
    let id = apply(&app.member("花子").await).await;
    let no = [
        ("decision", "refuse"),
        ("answer", "書類を確かめられませんでした。"),
    ];
    let (first, second) = tokio::join!(
        answer(&one, id, "1", &GRANTED),
        answer(&other, id, "1", &no),
    );
    let mut outcomes = [first.status, second.status];
    outcomes.sort_unstable();
    assert_eq!(outcomes, [303, 409], "{} {}", first.text, second.text);
    app.run_tasks().await;
    assert_eq!(app.letters().len(), 2);
    app.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_registers_themselves_and_withdraws() {
    let app = TestApp::start(Engine::Sqlite).await;
    let member = app.member("花子").await;
    let fields = [
        ("as", "individual"),
        ("postal_code", "153-0000"),
        ("address", "目黒区見本町4-5-6"),
        ("telephone", "090-0000-0000"),
        ("locality", "resident"),
        ("stage", "before_founding"),
    ];
    let bare = member.post_papers("/applications", &fields, &[]).await;
    assert_eq!(bare.status, 422);
    bare.shows("書類を1点以上添えてください。");
    let id = id_of(&member.post_papers("/applications", &fields, &[PDF]).await);
    let twice = member.post_papers("/applications", &fields, &[PDF]).await;
    assert_eq!(twice.status, 409);
    twice.shows("すでに審査中です");
    let path = format!("/applications/{id}/withdrawal");
    assert_eq!(member.post(&path, &[("version", "9")]).await.status, 409);
    assert_eq!(member.post(&path, &[("version", "1")]).await.status, 303);
    assert_eq!(member.post(&path, &[("version", "2")]).await.status, 409);
    assert_eq!(state(&app, id).await, State::Withdrawn);
    let wrong = with(
        &fields,
        &[("telephone", "ない"), ("locality", "ward_business")],
    );
    let refused = member.post("/applications/confirmation", &wrong).await;
    assert_eq!(refused.status, 422);
    refused.shows("区とのつながりを選んでください。");
    app.run_tasks().await;
    app.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn reception_applies_for_someone_at_the_counter() {
    let app = TestApp::start(Engine::Sqlite).await;
    let (member, reception, manager) = (
        app.member("花子").await,
        app.staff().await,
        app.manager().await,
    );
    let person = member.person.unwrap().to_string();
    let fields = with(&COMPANY, &[("for", &person)]);
    let form = reception
        .get(&format!("/applications/new?as=business&for={person}"))
        .await;
    form.shows("見本 花子さんの申請を入力しています");
    // What was seen at the counter needs no copy.
    let sent = reception.post_papers("/applications", &fields, &[]).await;
    assert!(
        sent.location.starts_with("/counter/applications/"),
        "{}",
        sent.text
    );
    let id = id_of(&sent);
    member
        .get(&format!("/applications/{id}"))
        .await
        .shows("見本製作所");
    assert_eq!(answer(&reception, id, "1", &GRANTED).await.status, 303);
    // Nobody applies for another who is no staff, and nobody answers their own.
    let stranger = app.member("次郎").await;
    let refused = stranger.post_papers("/applications", &fields, &[PDF]).await;
    assert_eq!(refused.status, 403);
    let own = apply_for_own(&manager).await;
    assert_eq!(answer(&manager, own, "1", &GRANTED).await.status, 403);
    app.run_tasks().await;
    app.finish().await;
}

async fn apply_for_own(manager: &tests::Browser) -> organisations::entity::ApplicationId {
    let fields = with(&COMPANY, &[("corporate_number", "")]);
    id_of(&manager.post_papers("/applications", &fields, &[PDF]).await)
}
