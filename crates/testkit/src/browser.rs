//! A real Chromium for tests.
//!
//! [`browse`] opens a browser, hands it to the test and closes it again
//! whatever the test does. It needs Debian's `chromium-driver` with `chromium`
//! or `chromium-headless-shell`, which `bin/test` installs.

mod axe;
mod driver;

use std::{fs, io, ops::Deref, path::Path, path::PathBuf};

use serde_json::json;
use thirtyfour::{
    ChromiumLikeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel, WebDriver,
    common::print::{PrintPage, PrintParameters},
    error::{WebDriverError, WebDriverResult},
    support::base64_decode,
    testing::{BrowserTestError, run_browser_test},
};

pub use axe::Violation;
/// What a test says to the browser: ways to find, keys, waiting.
pub use thirtyfour::prelude;

/// Flags for a browser that starts quickly, in any container, and asks the
/// network for nothing of its own.
const FLAGS: [&str; 12] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    // Chromium ends when the pipe to its driver does: a killed test leaves none.
    "--remote-debugging-pipe",
    "--accept-lang=ja",
];

/// What a person holds in their hands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Device {
    /// A window of 1280×900 with a mouse.
    Desktop,
    /// A phone of 390×844 at double density, touched with a finger.
    Phone,
}

/// How a test looks at the pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    device: Device,
    scripts: bool,
}

impl Look {
    /// On a desktop computer.
    pub const DESKTOP: Self = Self::on(Device::Desktop);
    /// On a phone.
    pub const PHONE: Self = Self::on(Device::Phone);

    /// On this device, with JavaScript.
    pub const fn on(device: Device) -> Self {
        Self {
            device,
            scripts: true,
        }
    }

    /// The same, with JavaScript switched off in pages. Finding, typing and
    /// clicking still work.
    #[must_use]
    pub const fn without_scripts(self) -> Self {
        Self {
            scripts: false,
            ..self
        }
    }
}

/// An open browser: everything a [`WebDriver`] can do, and what our tests ask
/// of every page.
#[derive(Debug, Clone)]
pub struct Browser {
    driver: WebDriver,
    look: Look,
}

/// Opens a browser, runs `test` with it, and closes it: after success, after
/// an error, and after a failed assertion. An error leaves a screenshot named
/// `failed-` and the path of the page.
///
/// This is the only way to a browser: a [`WebDriver`] made otherwise hangs for
/// ever when an assertion fails.
pub async fn browse<T>(
    look: Look,
    test: impl AsyncFnOnce(Browser) -> WebDriverResult<T>,
) -> Result<T, BrowserTestError> {
    let session = async {
        let address = driver::shared()
            .await
            .map_err(|error| setup_error(&error))?;
        WebDriver::builder(address, capabilities()?).await
    };
    run_browser_test(session, async |driver| {
        let browser = Browser { driver, look };
        browser.prepare().await?;
        let outcome = test(browser.clone()).await;
        if outcome.is_err() {
            browser.keep_failure().await;
        }
        outcome
    })
    .await
}

impl Browser {
    /// How this browser looks at the pages.
    pub fn look(&self) -> Look {
        self.look
    }

    /// What axe-core finds wrong with the page: nothing, on a page of ours. The page's own
    /// scripts stay off where they are.
    pub async fn violations(&self) -> WebDriverResult<Vec<Violation>> {
        self.allow_scripts(true).await?;
        let found = axe::run(&self.driver).await;
        self.allow_scripts(self.look.scripts).await?;
        found
    }

    /// How many pixels of the page lie beyond its right edge: none, on a page of ours.
    pub async fn overflow(&self) -> WebDriverResult<i64> {
        let wider =
            "const page = document.documentElement; return page.scrollWidth - page.clientWidth";
        let wider = self.driver.execute(wider, Vec::new()).await?;
        Ok(wider.json().as_i64().unwrap_or_default())
    }

    /// On how many sheets of A4 the page is printed.
    pub async fn sheets(&self) -> WebDriverResult<usize> {
        let a4 = PrintParameters {
            page: PrintPage {
                width: 21.0,
                height: 29.7,
            },
            ..PrintParameters::default()
        };
        let pdf = self.driver.print_page(a4).await?;
        // Each page of a PDF is an object of this type; the list of them is of type `/Pages`.
        let page = b"/Type /Page";
        let found = pdf.windows(page.len() + 1);
        let is_page = |part: &&[u8]| part.starts_with(page) && !part.ends_with(b"s");
        Ok(found.filter(is_page).count())
    }

    /// What the page broke of its Content-Security-Policy since the last call:
    /// the browser's own words, from its console.
    pub async fn policy_violations(&self) -> WebDriverResult<Vec<String>> {
        let entries = self.driver.browser_log().await?;
        Ok(entries
            .into_iter()
            .map(|entry| entry.message)
            .filter(|message| message.contains("Content Security Policy"))
            .collect())
    }

    /// Keeps a picture of the whole page as
    /// `test-output/screenshots/<name>.png` and returns its path.
    pub async fn screenshot(&self, name: &str) -> WebDriverResult<PathBuf> {
        let folder = screenshots();
        fs::create_dir_all(&folder).map_err(|error| setup_error(&error))?;
        let path = folder.join(format!("{name}.png"));
        let layout = self
            .cdp()
            .send_raw("Page.getLayoutMetrics", json!({}))
            .await?;
        let page = &layout["cssContentSize"];
        let (width, height) = (&page["width"], &page["height"]);
        let whole = json!({
            "format": "png",
            "captureBeyondViewport": true,
            "clip": { "x": 0, "y": 0, "width": width, "height": height, "scale": 1 },
        });
        let picture = self.cdp().send_raw("Page.captureScreenshot", whole).await?;
        let picture = picture["data"].as_str().unwrap_or_default();
        fs::write(&path, base64_decode(picture)?).map_err(|error| setup_error(&error))?;
        Ok(path)
    }

    /// Makes the window this wide and high.
    pub async fn resize(&self, width: u32, height: u32) -> WebDriverResult<()> {
        let phone = self.look.device == Device::Phone;
        let density = if phone { 2 } else { 1 };
        let metrics = json!({
            "width": width, "height": height, "deviceScaleFactor": density, "mobile": phone,
        });
        let cdp = self.driver.cdp();
        cdp.send_raw("Emulation.setDeviceMetricsOverride", metrics)
            .await
            .map(drop)
    }

    /// Makes the window what the look says.
    async fn prepare(&self) -> WebDriverResult<()> {
        match self.look.device {
            Device::Desktop => self.resize(1280, 900).await?,
            Device::Phone => {
                self.resize(390, 844).await?;
                let touch = json!({ "enabled": true, "maxTouchPoints": 5 });
                let cdp = self.driver.cdp();
                cdp.send_raw("Emulation.setTouchEmulationEnabled", touch)
                    .await?;
            }
        }
        self.allow_scripts(self.look.scripts).await
    }

    async fn allow_scripts(&self, allowed: bool) -> WebDriverResult<()> {
        let off = json!({ "value": !allowed });
        let cdp = self.driver.cdp();
        cdp.send_raw("Emulation.setScriptExecutionDisabled", off)
            .await
            .map(drop)
    }

    /// A picture of what a failed test saw, if the browser still can.
    async fn keep_failure(&self) {
        let page = self.driver.current_url().await;
        let page = page.map_or_else(|_| String::new(), |url| url.path().replace('/', "-"));
        // The test fails already, with an error that says more.
        drop(self.screenshot(&format!("failed{page}")).await);
    }
}

impl Deref for Browser {
    type Target = WebDriver;

    fn deref(&self) -> &WebDriver {
        &self.driver
    }
}

fn capabilities() -> WebDriverResult<thirtyfour::ChromeCapabilities> {
    let mut capabilities = DesiredCapabilities::chrome();
    let binary = driver::browser().map_err(|error| setup_error(&error))?;
    capabilities.set_binary(&binary.to_string_lossy())?;
    for flag in FLAGS {
        capabilities.add_arg(flag)?;
    }
    capabilities.set_browser_log_level(LoggingPrefsLogLevel::All)?;
    Ok(capabilities)
}

/// Where CI collects pictures: beside the workspace's manifest.
fn screenshots() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../test-output/screenshots")
}

fn setup_error(error: &io::Error) -> WebDriverError {
    WebDriverError::SessionCreateError(error.to_string())
}

#[cfg(test)]
mod tests;
