//! Passkeys, with Chromium's own device: made, shown, shown again by someone else, removed.

use kernel::{PersonId, Role, transact};
use serde_json::json;
use testkit::{
    browser::{Look, prelude::*},
    database::Engine,
};
use tests::{PASSWORD, TestApp};

use crate::person::{Person, account, someone};

const EMAIL: &str = "reception@demo.example";

impl Person<'_> {
    /// From here on the browser's device answers by itself, as if its owner put a finger on it.
    async fn has_a_device(&self) -> WebDriverResult<()> {
        let device = json!({ "options": {
            "protocol": "ctap2",
            "transport": "internal",
            "hasResidentKey": true,
            "hasUserVerification": true,
            "isUserVerified": true,
            "automaticPresenceSimulation": true,
        } });
        let cdp = self.browser.cdp();
        cdp.send_raw("WebAuthn.enable", json!({})).await?;
        cdp.send_raw("WebAuthn.addVirtualAuthenticator", device)
            .await
            .map(drop)
    }

    async fn gives_password(&self) -> WebDriverResult<()> {
        self.opens("/sign-in").await?;
        self.types("email", EMAIL).await?;
        self.types("password", PASSWORD).await?;
        self.clicks("main form[action='/sign-in'] .first").await?;
        self.arrives("/sign-in/code").await
    }

    /// Begins with password and digits, and makes a passkey of this name.
    async fn adds(&self, name: &str) -> WebDriverResult<()> {
        self.opens("/mypage/second-factor").await?;
        self.chooses("input[name=act][value=passkey]").await?;
        self.types("current", PASSWORD).await?;
        self.types("code", &self.app.digits()).await?;
        self.clicks("main form .first").await?;
        self.arrives("/mypage/passkeys/new").await?;
        self.keeps("passkey-new").await?;
        self.types("name", name).await?;
        self.clicks("main form .first").await?;
        self.sees(name).await
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_passkey_is_made_shown_and_removed_on_a_desktop() {
    made_shown_removed(Look::DESKTOP).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_passkey_is_made_shown_and_removed_on_a_phone() {
    made_shown_removed(Look::PHONE).await;
}

async fn made_shown_removed(look: Look) {
    let app = TestApp::start(Engine::Sqlite).await;
    let person = account(&app, EMAIL, &[Role::Reception]).await;
    someone(&app, look, async |reception| {
        reception.has_a_device().await?;
        reception.is(person).await?;
        reception.adds("仕事のパソコン").await?;
        reception.keeps("passkey-own").await?;

        reception.browser.delete_all_cookies().await?;
        reception.gives_password().await?;
        reception.keeps("passkey-code").await?;
        reception.clicks("[data-passkey] button").await?;
        reception.arrives("/counter").await?;

        reception.opens("/mypage/second-factor").await?;
        reception.sees("最後に使ったのは").await?;
        reception.clicks("main a[href$='/end']").await?;
        reception.arrives("/mypage/passkeys/").await?;
        reception.keeps("passkey-end").await?;
        reception.types("current", PASSWORD).await?;
        reception.clicks("[data-passkey] button").await?;
        reception.arrives("/mypage/second-factor").await?;
        reception.sees("パスキーを削除しました").await
    })
    .await;
    app.run_tasks().await;
    app.finish().await;
}

/// Asks the device as the page does, sends its answer, gives the password again, and sends the same
/// answer once more: where the first leads, and the status of the second.
const TWICE: &str = "
    const [email, password, done] = arguments;
    const sends = (path, fields) => fetch(path, { method: 'POST', body: new URLSearchParams(fields) });
    const asks = async () => {
        const asked = await fetch('/sign-in/code/challenge', { method: 'POST' });
        const { publicKey } = await asked.json();
        const options = PublicKeyCredential.parseRequestOptionsFromJSON(publicKey);
        const passkey = JSON.stringify(await navigator.credentials.get({ publicKey: options }));
        const first = await sends('/sign-in/code', { passkey });
        await sends('/sign-in', { email, password });
        const second = await sends('/sign-in/code', { passkey });
        return [new URL(first.url).pathname, second.status];
    };
    asks().then(done, (error) => done(String(error)));
";

#[tokio::test(flavor = "multi_thread")]
async fn the_same_answer_does_not_open_twice() {
    let app = TestApp::start(Engine::Sqlite).await;
    let person = account(&app, EMAIL, &[Role::Reception]).await;
    someone(&app, Look::DESKTOP, async |reception| {
        reception.has_a_device().await?;
        reception.is(person).await?;
        reception.adds("仕事のパソコン").await?;
        reception.browser.delete_all_cookies().await?;
        reception.gives_password().await?;
        let who = vec![EMAIL.into(), PASSWORD.into()];
        let sent = reception.browser.execute_async(TWICE, who).await?;
        assert_eq!(sent.json(), &json!(["/counter", 422]));
        Ok(())
    })
    .await;
    app.run_tasks().await;
    app.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_passkey_removed_meanwhile_opens_nothing_and_digits_do() {
    let app = TestApp::start(Engine::Sqlite).await;
    let person = account(&app, EMAIL, &[Role::Reception]).await;
    someone(&app, Look::DESKTOP, async |reception| {
        reception.has_a_device().await?;
        reception.is(person).await?;
        reception.adds("仕事のパソコン").await?;
        reception.browser.delete_all_cookies().await?;
        reception.gives_password().await?;
        remove_all(&app, person).await;
        reception.clicks("[data-passkey] button").await?;
        reception.finds("[data-passkey] [role=alert]").await?;
        reception.keeps("passkey-code-failed").await?;
        reception.gives_password().await?;
        let offered = reception
            .browser
            .find_all(By::Css("[data-passkey]"))
            .await?;
        assert!(offered.is_empty());
        app.clock.advance(chrono::TimeDelta::seconds(30));
        reception.types("code", &app.digits()).await?;
        reception
            .clicks("main form[action='/sign-in/code'] .first")
            .await?;
        reception.arrives("/counter").await
    })
    .await;
    app.run_tasks().await;
    app.finish().await;
}

/// As its owner does in another browser.
async fn remove_all(app: &TestApp, person: PersonId) {
    let factor = accounts::read::second_factor(app.app.db.reader(), person).await;
    for key in factor.unwrap().unwrap().passkeys {
        let actor = kernel::Actor::system(kernel::Via::Cli);
        transact(&app.app.db, actor, &app.clock, async |work| {
            accounts::service::remove_passkey(work, person, key.id, None).await
        })
        .await
        .unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_scripts_digits_open_and_nothing_else_is_offered() {
    let app = TestApp::start(Engine::Sqlite).await;
    let person = account(&app, EMAIL, &[Role::Reception]).await;
    let device = testkit::authenticator::Authenticator::at(&app.base).unwrap();
    app.makes_passkey(person, &device).await;
    someone(&app, Look::PHONE.without_scripts(), async |reception| {
        reception.gives_password().await?;
        let hidden = reception
            .browser
            .find(By::Css("[data-passkey] button"))
            .await?;
        assert!(!hidden.is_displayed().await?);
        reception.keeps("passkey-code").await?;
        reception.types("code", &app.digits()).await?;
        reception
            .clicks("main form[action='/sign-in/code'] .actions .second")
            .await?;
        reception.arrives("/counter").await?;
        reception.opens("/mypage/second-factor").await?;
        reception.keeps("passkey-own").await
    })
    .await;
    app.run_tasks().await;
    app.finish().await;
}
