//! Passkeys: made, shown, removed, over HTTP.

use serde_json::Value;
use testkit::authenticator::Authenticator;

use super::{setting_up::codes, *};

const HOME: &str = "/mypage/second-factor";
const NEW: &str = "/mypage/passkeys/new";

fn a_device(app: &TestApp) -> Authenticator {
    Authenticator::at(&app.base).unwrap()
}

/// What the script of a page is told there.
async fn told(browser: &Browser, path: &str) -> Value {
    let answer = browser.post(path, &[]).await;
    assert_eq!(answer.status, 200, "{path}: {}", answer.text);
    answer.json()
}

/// Makes a passkey on the page to which this browser was led.
async fn makes(browser: &Browser, page: &str, device: &Authenticator) -> Answer {
    browser.get(page).await.shows("data-passkey=\"make\"");
    let told = told(browser, &format!("{page}/challenge")).await;
    let form = [("name", "仕事の電話"), ("passkey", &device.make(&told))];
    browser.post(page, &form).await
}

/// What a device answers to the second step of this browser.
async fn shows(browser: &Browser, device: &Authenticator) -> String {
    browser
        .get("/sign-in/code")
        .await
        .shows("data-passkey=\"show\"");
    let told = told(browser, "/sign-in/code/challenge").await;
    device.show(&told).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn reception_adds_a_passkey_signs_in_with_it_and_removes_it() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let reception = app.staff().await;
        let person = reception.person.unwrap();
        let other = app.signed_in(person).await;
        reception.get(HOME).await.shows("value=\"passkey\"");
        let digits = app.digits();
        let act = |code| [("act", "passkey"), ("current", PASSWORD), ("code", code)];
        assert_eq!(reception.post(HOME, &act("000000")).await.status, 422);
        let begun = reception.post(HOME, &act(&digits)).await;
        assert_eq!(begun.location, NEW);
        let phone = a_device(&app);
        let made = makes(&reception, NEW, &phone).await;
        assert_eq!(made.location, HOME, "{}", made.text);
        reception.get(HOME).await.shows("仕事の電話");
        is_nobody(&other).await;

        let (browser, _) = half_way(&app, person).await;
        is_nobody(&browser).await;
        let answer = shows(&browser, &phone).await;
        let form = [("passkey", &*answer)];
        let (another, _) = half_way(&app, person).await;
        assert_eq!(another.post("/sign-in/code", &form).await.status, 422);
        let entered = browser.post("/sign-in/code", &form).await;
        assert_eq!(entered.location, "/counter", "{}", entered.text);
        assert_eq!(browser.get("/counter").await.status, 200);
        told(&another, "/sign-in/code/challenge").await;
        assert_eq!(another.post("/sign-in/code", &form).await.status, 422);
        is_nobody(&another).await;

        // Removed with itself: the password, and the passkey instead of a code.
        let factor = accounts::read::second_factor(app.app.db.reader(), person).await;
        let id = factor.unwrap().unwrap().passkeys[0].id;
        let removal = format!("/mypage/passkeys/{id}/end");
        browser.get(&removal).await.shows("仕事の電話");
        let shown = phone
            .show(&told(&browser, "/mypage/passkeys/challenge").await)
            .unwrap();
        let form = [("current", PASSWORD), ("passkey", &*shown)];
        let removed = browser.post(&removal, &form).await;
        assert_eq!(removed.location, HOME, "{}", removed.text);
        assert_eq!(browser.get(&removal).await.status, 404);
        let (late, _) = half_way(&app, person).await;
        late.get("/sign-in/code").await.hides("data-passkey");
        let nothing = late.post("/sign-in/code/challenge", &[]).await;
        assert_eq!(nothing.status, 404);

        app.run_tasks().await;
        assert_eq!(app.letters().len(), 2);
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_works_here_makes_a_passkey_instead_of_setting_up_an_app() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let member = app.member("花子").await;
        let person = member.person.unwrap();
        let token = app.token(person, Scope::Read).await;
        let program = app.visitor().with_token(&token);
        let system = Actor::system(Via::Cli);
        transact(&app.app.db, system, &app.clock, async |work| {
            accounts::service::grant(work, person, Role::Reception).await
        })
        .await
        .unwrap();
        assert_eq!(program.get("/api/v1/bookings").await.status, 403);
        let (browser, answer) = half_way(&app, person).await;
        browser
            .get(&answer.location)
            .await
            .shows("/sign-in/passkey");
        let (phone, tablet) = (a_device(&app), a_device(&app));
        let shown = makes(&browser, "/sign-in/passkey", &phone).await;
        assert_eq!(codes(&shown).len(), 10, "{}", shown.text);
        assert_eq!(browser.get("/counter").await.status, 200);
        assert_eq!(program.get("/api/v1/bookings").await.status, 200);

        // It is the only factor, and their role needs one.
        let factor = accounts::read::second_factor(app.app.db.reader(), person).await;
        let removal = format!(
            "/mypage/passkeys/{}/end",
            factor.unwrap().unwrap().passkeys[0].id
        );
        browser.get(&removal).await.hides("<form class=\"form");
        let code = codes(&shown).remove(0);
        let form = [("current", PASSWORD), ("code", &*code)];
        assert_eq!(browser.post(&removal, &form).await.status, 403);

        let (browser, answer) = half_way(&app, person).await;
        assert_eq!(answer.location, "/sign-in/code");
        let wrong = shows(&browser, &tablet).await;
        let wrong = browser.post("/sign-in/code", &[("passkey", &wrong)]).await;
        assert_eq!(wrong.status, 422);
        is_nobody(&browser).await;
        let right = shows(&browser, &phone).await;
        let entered = browser.post("/sign-in/code", &[("passkey", &right)]).await;
        assert_eq!(entered.status, 303, "{}", entered.text);
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_who_send_the_same_answer_at_one_moment_one_gets_in() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let person = app.staff().await.person.unwrap();
        let phone = a_device(&app);
        app.makes_passkey(person, &phone).await;
        let (browser, _) = half_way(&app, person).await;
        let answer = shows(&browser, &phone).await;
        let form = [("passkey", &*answer)];
        let (one, other) = tokio::join!(
            browser.post("/sign-in/code", &form),
            browser.post("/sign-in/code", &form)
        );
        let locations = [one.location, other.location];
        let inside = locations.iter().filter(|to| *to == "/counter").count();
        assert_eq!(inside, 1, "{locations:?}");
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_question_of_one_page_is_answered_on_no_other() {
    let app = TestApp::start(Engine::Sqlite).await;
    let person = app.staff().await.person.unwrap();
    let phone = a_device(&app);
    app.makes_passkey(person, &phone).await;
    let reception = app.signed_in(person).await;
    let (browser, _) = half_way(&app, person).await;
    let own = told(&reception, "/mypage/passkeys/challenge").await;
    let form = [("passkey", phone.show(&own).unwrap())];
    let form = form.each_ref().map(|(name, answer)| (*name, &**answer));
    let refused = browser.post("/sign-in/code", &form).await;
    assert_eq!(refused.status, 422);
    refused.hides("name=\"passkey\" value=\"{");
    is_nobody(&browser).await;
    app.run_tasks().await;
    app.finish().await;
}
