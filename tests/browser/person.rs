//! Someone at a real browser, and what we ask of every page they see.

use std::time::Duration;

use kernel::{Actor, PersonId, Role, Via, transact};
use testkit::browser::{Browser, Look, browse, prelude::*};
use tests::{PASSWORD, TestApp};
use views::Lang;
use web::cookies;

/// Whether another page follows when this is clicked, or Enter pressed on it. The page that is left carries a mark.
const LEADS: &str = "
    document.left = false;
    const it = arguments[0] ?? document.activeElement;
    const link = it.closest('a[href]');
    if (link) return !link.matches('[target], [download], [data-dialog], [data-choice-reset]')
        && link.href.split('#')[0] !== location.href.split('#')[0];
    const button = it.closest('button, input:not([type=radio], [type=checkbox])');
    return Boolean(button?.form) && !button.matches('[type=button], [type=reset]')
        && (button.form.noValidate || button.formNoValidate || button.form.matches(':valid'));";

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
        self.activates(&element).await
    }

    /// The same, of an element that was found.
    pub(crate) async fn activates(&self, element: &WebElement) -> WebDriverResult<()> {
        // What is clicked is brought clear of the bar first, as a person would scroll.
        element.scroll_into_view().await?;
        let leads = self.leads(vec![element.to_json()?]).await?;
        element.click().await?;
        self.follows(leads).await
    }

    /// Whether another page follows this, or what has the focus.
    pub(crate) async fn leads(&self, it: Vec<serde_json::Value>) -> WebDriverResult<bool> {
        let leads = self.browser.execute(LEADS, it).await?;
        Ok(leads.json() == true)
    }

    /// Waits until the page that was marked is left, if another follows it. The browser says that a click is done
    /// before it leaves, and a picture asked for in between never comes.
    pub(crate) async fn follows(&self, leads: bool) -> WebDriverResult<()> {
        let asks = "return document.left !== false && document.readyState === 'complete'";
        let left = async || Ok(self.browser.execute(asks, Vec::new()).await?.json() == true);
        // A file that is handed over leaves the page where it is: what comes next says whether that is right.
        if leads {
            within(Duration::from_secs(3), left).await;
        }
        Ok(())
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

/// Waits ten seconds for this.
async fn until(holds: impl AsyncFn() -> WebDriverResult<bool>) -> bool {
    within(Duration::from_secs(10), holds).await
}

/// Waits this long. A page that is being left answers with an error, and is asked again; one that answers
/// nothing at all is not waited for any longer than that.
async fn within(limit: Duration, holds: impl AsyncFn() -> WebDriverResult<bool>) -> bool {
    let asked = async {
        while !holds().await.unwrap_or(false) {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    tokio::time::timeout(limit, asked).await.is_ok()
}
