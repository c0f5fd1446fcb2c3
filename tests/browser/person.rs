//! Someone at a real browser, and what we ask of every page they see.

use std::time::Duration;

use kernel::{Actor, PersonId, Role, Via, transact};
use testkit::browser::{Browser, Look, browse, prelude::*};
use tests::{PASSWORD, TestApp};
use views::Lang;
use web::cookies;

/// Someone who looks at the centre's pages.
pub(crate) struct Person<'a> {
    pub(crate) app: &'a TestApp,
    pub(crate) browser: Browser,
    /// Which look the pictures show: `desktop` or `phone`, and `-no-js`.
    look: String,
}

/// Opens a browser for someone who has not signed in, and closes it after them.
pub(crate) async fn someone<T>(
    app: &TestApp,
    look: Look,
    does: impl AsyncFnOnce(&Person<'_>) -> WebDriverResult<T>,
) -> T {
    let visit = browse(look, async |browser| {
        let person = Person {
            app,
            browser,
            look: named(look),
        };
        does(&person).await
    });
    Box::pin(visit).await.expect("the visit ends well")
}

fn named(look: Look) -> String {
    let phone = [Look::PHONE, Look::PHONE.without_scripts()].contains(&look);
    let scripts = [Look::DESKTOP, Look::PHONE].contains(&look);
    let device = if phone { "phone" } else { "desktop" };
    format!("{device}{}", if scripts { "" } else { "-no-js" })
}

/// Opens an account under this address, with these roles beside being a member.
pub(crate) async fn account(app: &TestApp, email: &str, roles: &[Role]) -> PersonId {
    let new = accounts::service::NewAccount {
        family_name: "実例".to_owned(),
        given_name: "よしお".to_owned(),
        family_kana: "ジツレイ".to_owned(),
        given_kana: "ヨシオ".to_owned(),
        email: email.to_owned(),
        telephone: "03-0000-0001".to_owned(),
        password_hash: accounts::password::hash(PASSWORD).await.unwrap(),
        lang: Lang::Ja,
        roles: roles.iter().copied().collect(),
    };
    let person = transact(
        &app.app.db,
        Actor::system(Via::Cli),
        &app.clock,
        async |work| accounts::service::open_account(work, new).await,
    )
    .await
    .unwrap();
    if !roles.is_empty() {
        app.enrol(person).await;
    }
    person
}

impl Person<'_> {
    pub(crate) fn on_phone(&self) -> bool {
        self.look.starts_with("phone")
    }

    /// Goes on as someone who signed in before.
    pub(crate) async fn is(&self, person: PersonId) -> WebDriverResult<()> {
        let app = self.app;
        let system = Actor::system(Via::Cli);
        let secret = transact(&app.app.db, system, &app.clock, async |work| {
            let both = accounts::service::Proved::Twice;
            accounts::service::sign_in(work, person, both, "Chromium", None).await
        })
        .await
        .unwrap();
        let name = cookies::name(&app.app.site, "shinko-session");
        self.opens("/healthz").await?;
        let mut cookie = Cookie::new(name, secret.reveal().to_owned());
        cookie.set_path("/");
        self.browser.add_cookie(cookie).await
    }

    /// Types an address into the browser.
    pub(crate) async fn opens(&self, path: &str) -> WebDriverResult<()> {
        let path = path.strip_prefix(&self.app.base).unwrap_or(path);
        let url = format!("{}{path}", self.app.base);
        self.browser.goto(url).await
    }

    /// The first element that can be seen of those that match.
    pub(crate) async fn finds(&self, css: &str) -> WebDriverResult<WebElement> {
        let found = self.browser.query(By::Css(css)).and_displayed();
        found.desc(css).first().await
    }

    /// Clicks or taps it.
    pub(crate) async fn clicks(&self, css: &str) -> WebDriverResult<()> {
        let element = self.finds(css).await?;
        // What is clicked is brought clear of the bar first, as a person would scroll.
        element.scroll_into_view().await?;
        element.click().await
    }

    /// Chooses an hour; its box lies under the words of the cell.
    pub(crate) async fn chooses(&self, css: &str) -> WebDriverResult<()> {
        let element = self.browser.query(By::Css(css)).first().await?;
        element.scroll_into_view().await?;
        element.click().await
    }

    /// Fills the field of this name.
    pub(crate) async fn types(&self, name: &str, text: &str) -> WebDriverResult<()> {
        let field = self.finds(&format!("main [name='{name}']")).await?;
        field.clear().await?;
        field.send_keys(text).await
    }

    /// Waits for the page at this path (how it begins).
    pub(crate) async fn arrives(&self, path: &str) -> WebDriverResult<()> {
        let there = until(async || Ok(self.path().await?.starts_with(path))).await;
        assert!(there, "{} is not {path}", self.path().await?);
        Ok(())
    }

    /// The address in the browser, without the host.
    pub(crate) async fn path(&self) -> WebDriverResult<String> {
        let url = self.browser.current_url().await?;
        let query = url.query().map(|query| format!("?{query}"));
        Ok(format!("{}{}", url.path(), query.unwrap_or_default()))
    }

    /// Everything that can be read on the page.
    pub(crate) async fn reads(&self) -> WebDriverResult<String> {
        self.browser.find(By::Tag("body")).await?.text().await
    }

    /// Waits until the page shows this.
    pub(crate) async fn sees(&self, text: &str) -> WebDriverResult<()> {
        let there = until(async || Ok(self.reads().await?.contains(text))).await;
        assert!(there, "{text:?} is not in {}", self.reads().await?);
        Ok(())
    }

    /// What is asked of every page: axe-core finds nothing, the policy holds, and nothing lies
    /// beyond the edge.
    pub(crate) async fn looks(&self) -> WebDriverResult<()> {
        let wrong = self.wrong().await?;
        let page = self.path().await?;
        assert!(wrong.is_empty(), "{page}\n{}", wrong.join("\n"));
        Ok(())
    }

    /// What is wrong with the page, in words.
    pub(crate) async fn wrong(&self) -> WebDriverResult<Vec<String>> {
        let found = self.browser.violations().await?;
        let mut wrong: Vec<String> = found.iter().map(ToString::to_string).collect();
        wrong.extend(self.browser.policy_violations().await?);
        let overflow = self.browser.overflow().await?;
        if overflow > 0 {
            wrong.push(format!("{overflow} pixels lie beyond the edge"));
        }
        Ok(wrong)
    }

    /// The same, and a picture is kept.
    pub(crate) async fn keeps(&self, name: &str) -> WebDriverResult<()> {
        self.pictures(name).await?;
        self.looks().await
    }

    /// The page printed on A4 is one sheet.
    pub(crate) async fn prints_on_one_sheet(&self) -> WebDriverResult<()> {
        let sheets = self.browser.sheets().await?;
        assert_eq!(sheets, 1, "{}", self.path().await?);
        Ok(())
    }

    /// Keeps a picture of the page.
    pub(crate) async fn pictures(&self, name: &str) -> WebDriverResult<()> {
        let name = format!("{name}-{}", self.look);
        self.browser.screenshot(&name).await.map(drop)
    }
}

/// Waits ten seconds for this. A page that is being left answers with an error, and is asked again; one that
/// answers nothing at all is not waited for any longer than that.
async fn until(holds: impl AsyncFn() -> WebDriverResult<bool>) -> bool {
    let asked = async {
        while !holds().await.unwrap_or(false) {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    let limit = Duration::from_secs(10);
    tokio::time::timeout(limit, asked).await.is_ok()
}
