//! Setting up a device on the way in, and the recovery codes.

use accounts::rules::{SharedSecret, step_at};

use super::*;

/// What the page told the device of this person.
pub(super) async fn told(app: &TestApp, person: PersonId) -> SharedSecret {
    let steps = accounts::entity::second_step::Entity::find().all(app.app.db.reader());
    let mut steps = steps.await.unwrap();
    steps.retain(|step| step.person_id == person && step.secret.is_some());
    SharedSecret::new(steps.pop().unwrap().secret.unwrap())
}

pub(super) fn digits_of(app: &TestApp, secret: &SharedSecret) -> String {
    secret.digits_at(step_at(app.clock.now()))
}

/// The recovery codes that a page shows.
pub(super) fn codes(page: &Answer) -> Vec<String> {
    page.text
        .split("<code class=\"nowrap\">")
        .skip(1)
        .map(|rest| rest.split('<').next().unwrap().to_owned())
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn who_works_here_sets_up_a_device_before_anything_opens() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let member = app.member("花子").await;
        let person = member.person.unwrap();
        let system = Actor::system(Via::Cli);
        transact(&app.app.db, system, &app.clock, async |work| {
            accounts::service::grant(work, person, Role::Reception).await
        })
        .await
        .unwrap();
        let (browser, answer) = half_way(&app, person).await;
        assert_eq!(answer.location, "/sign-in/set-up");
        is_nobody(&browser).await;
        let page = browser.get("/sign-in/set-up").await;
        let secret = told(&app, person).await;
        page.shows(&secret.spelled());
        page.shows("<svg");
        // The page that asks for digits is not for someone who has no device.
        let skipped = browser.get("/sign-in/code").await;
        assert_eq!(skipped.location, "/sign-in");
        let (browser, _) = half_way(&app, person).await;
        let secret = told(&app, person).await;
        let wrong = browser.post("/sign-in/set-up", &[("code", "000000")]).await;
        assert_eq!(wrong.status, 422);
        is_nobody(&browser).await;

        let code = [("code", &*digits_of(&app, &secret))];
        let shown = browser.post("/sign-in/set-up", &code).await;
        assert_eq!(shown.status, 200, "{}", shown.text);
        let codes = codes(&shown);
        assert_eq!(codes.len(), 10);
        shown.shows("action=\"/sign-out\"");
        let kept = [("kept", "on"), ("onwards", "/counter")];
        let on = browser.post("/mypage/second-factor/kept", &kept).await;
        assert_eq!(on.location, "/counter");
        assert_eq!(browser.get("/counter").await.status, 200);
        let page = browser.get("/mypage/second-factor").await;
        assert!(!page.text.contains(&secret.spelled()));
        assert!(!page.text.contains(&codes[0]));

        // The device is lost: a recovery code opens once.
        let (browser, answer) = half_way(&app, person).await;
        assert_eq!(answer.location, "/sign-in/code");
        let code = [("code", &*codes[0].to_lowercase())];
        let entered = browser.post("/sign-in/code", &code).await;
        assert_eq!(entered.status, 303, "{}", entered.text);
        assert_eq!(browser.get("/counter").await.status, 200);
        let (again, _) = half_way(&app, person).await;
        let refused = again.post("/sign-in/code", &code).await;
        assert_eq!(refused.status, 422);

        app.run_tasks().await;
        let acts = acts_upon(&app, person).await;
        for act in ["second_factor.enrolled", "second_factor.recovery_used"] {
            assert!(acts.contains(&act.to_owned()), "{acts:?}");
        }
        assert_eq!(app.letters().len(), 2);
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn codes_that_were_not_kept_are_printed_anew() {
    let app = TestApp::start(Engine::Sqlite).await;
    let reception = app.staff().await;
    let not_kept = reception.post("/mypage/second-factor/kept", &[]).await;
    assert_eq!(not_kept.location, "/mypage/second-factor");
    let digits = app.digits();
    let form = [("act", "print"), ("current", PASSWORD), ("code", &*digits)];
    let shown = reception.post("/mypage/second-factor", &form).await;
    assert_eq!(codes(&shown).len(), 10, "{}", shown.text);
    let elsewhere = [("kept", "on"), ("onwards", "https://elsewhere.example")];
    let on = reception
        .post("/mypage/second-factor/kept", &elsewhere)
        .await;
    assert_eq!(on.location, "/mypage/second-factor");
    app.finish().await;
}
