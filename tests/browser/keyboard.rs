//! From home to a booking without a mouse; what is focused is always seen.

use testkit::{
    browser::{Look, prelude::*},
    database::Engine,
};
use tests::{PASSWORD, TestApp};

use crate::person::{Person, account, someone};

const EMAIL: &str = "keys@demo.example";

/// How many times Tab is pressed before one gives up.
const PATIENCE: usize = 90;

/// What is wrong with how the focus shows, or an empty text: an outline of two pixels and more,
/// inside the window, covered by nothing.
const FOCUS: &str = "
    const it = document.activeElement;
    if (it === document.body) return 'nothing is focused';
    const shown = [it, it.closest('label')].find((one) => one && parseFloat(getComputedStyle(one).outlineWidth) >= 2
        && getComputedStyle(one).outlineStyle !== 'none');
    const name = it.outerHTML.slice(0, 120);
    if (!shown) return `no outline: ${name}`;
    const box = shown.getBoundingClientRect();
    // Of a field of several lines, the one that is written in.
    const bottom = it.matches('textarea') ? box.top + 44 : box.bottom;
    if (box.height < innerHeight && (box.top < -1 || bottom > innerHeight + 1)) return `outside the window (${Math.round(box.top)} to ${Math.round(bottom)} of ${innerHeight}): ${name}`;
    if (box.left < -1 || box.right > innerWidth + 1) return `beside the window: ${name}`;
    if (box.height >= innerHeight / 2) return '';
    for (const y of [box.top + 3, bottom - 3]) {
        const top = document.elementFromPoint(box.left + Math.min(box.width, 24) / 2, y);
        if (!top || !(shown.contains(top) || top.contains(shown))) return `under ${top?.outerHTML.slice(0, 60)}: ${name}`;
    }
    return '';";

#[tokio::test(flavor = "multi_thread")]
async fn a_booking_takes_no_mouse() {
    let app = TestApp::start(Engine::Sqlite).await;
    account(&app, EMAIL, &[]).await;
    someone(&app, Look::DESKTOP, async |member| {
        member.opens("/").await?;
        member.tabs_to(".skip").await?;
        member.presses(Key::Enter).await?;
        member.tabs_to("main a.first[href='/availability']").await?;
        member.presses(Key::Enter).await?;
        member.arrives("/availability").await?;
        chooses_two_hours(member).await?;
        member.tabs_to(".choice button").await?;
        member.presses(Key::Enter).await?;
        member.arrives("/sign-in").await?;
        member.tabs_to("[name=email]").await?;
        member.presses(EMAIL).await?;
        member.tabs_to("[name=password]").await?;
        member.presses(PASSWORD).await?;
        member.presses(Key::Enter).await?;
        member.arrives("/bookings/new").await?;
        member.tabs_to("[name=purpose]").await?;
        member.presses("資金計画を考える").await?;
        member.presses(Key::Enter).await?;
        member.arrives("/bookings/confirmation").await?;
        member.tabs_to("[name=agree]").await?;
        member.presses(Key::Space).await?;
        member.tabs_to("form[action='/bookings'] .first").await?;
        member.presses(Key::Enter).await?;
        let number = member.finds(".reference .number").await?;
        assert_eq!(number.text().await?.len(), 11, "a reference number");
        let when = "2026年12月8日（火）17:00〜19:00";
        member.sees(when).await
    })
    .await;
    app.run_tasks().await;
    app.finish().await;
}

/// Into the grid, along with the arrows, and two hours of a desk.
async fn chooses_two_hours(member: &Person<'_>) -> WebDriverResult<()> {
    member.tabs_to(".grid input").await?;
    for _ in 0..PATIENCE {
        if member
            .focused("closest('[data-place]')?.dataset.place")
            .await?
            == "コワーキング席"
        {
            break;
        }
        member.presses(Key::Down).await?;
    }
    while member.focused("dataset.from").await? != "17:00" {
        member.presses(Key::Right).await?;
        member.shows_its_focus().await?;
    }
    member.presses(Key::Space).await?;
    member.presses(Key::Right).await?;
    member.presses(Key::Space).await?;
    member.sees("17:00〜19:00").await?;
    member.keeps("availability-keys").await
}

impl Person<'_> {
    /// Presses a key, or types.
    pub(crate) async fn presses(&self, keys: impl Into<TypingData>) -> WebDriverResult<()> {
        let keys = keys.into();
        let enters = keys.as_vec().contains(&Key::Enter.value());
        let leads = enters && self.leads(Vec::new()).await?;
        let pressed = self.browser.action_chain().send_keys(keys);
        pressed.perform().await?;
        self.follows(leads).await
    }

    /// Types a date where the focus is, in whichever order this browser asks for its parts.
    pub(crate) async fn dates(&self, date: &str) -> WebDriverResult<()> {
        let parts: Vec<&str> = date.split('-').collect();
        let [year, month, day] = parts[..] else {
            panic!("{date} is no date")
        };
        let (on, back) = (char::from(Key::Right), char::from(Key::Left));
        for order in [
            format!("{month}{day}{year}"),
            format!("{back}{back}{year}{on}{month}{day}"),
            format!("{back}{back}{day}{month}{year}"),
        ] {
            self.presses(order).await?;
            if self.focused("value").await? == date {
                return Ok(());
            }
        }
        panic!("{date} cannot be typed here");
    }

    /// Presses Tab until this has the focus; every stop on the way must show it.
    pub(crate) async fn tabs_to(&self, css: &str) -> WebDriverResult<()> {
        for _ in 0..PATIENCE {
            self.presses(Key::Tab).await?;
            self.shows_its_focus().await?;
            let there = format!("return document.activeElement.matches(\"{css}\")");
            let there = self.browser.execute(there, Vec::new()).await?;
            if there.json() == true {
                return Ok(());
            }
        }
        panic!("Tab does not lead to {css}");
    }

    /// Fails unless it can be seen what has the focus.
    pub(crate) async fn shows_its_focus(&self) -> WebDriverResult<()> {
        let wrong = self.browser.execute(FOCUS, Vec::new()).await?;
        assert_eq!(wrong.json(), "", "{}", self.path().await?);
        Ok(())
    }

    /// A property of what has the focus.
    pub(crate) async fn focused(&self, property: &str) -> WebDriverResult<String> {
        let value = format!("return document.activeElement.{property}");
        let value = self.browser.execute(value, Vec::new()).await?;
        Ok(value.json().as_str().unwrap_or_default().to_owned())
    }
}
