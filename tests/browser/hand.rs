//! With a mouse or a finger, and without either: the same pages, the same forms.

use testkit::browser::prelude::*;

use crate::person::Person;

/// How many times an arrow is pressed before one gives up.
const PATIENCE: usize = 40;

/// With what somebody works.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hand {
    Mouse,
    Keys,
}

impl Hand {
    /// Follows a link or presses a button.
    pub(crate) async fn presses(self, person: &Person<'_>, css: &str) -> WebDriverResult<()> {
        if self == Self::Mouse {
            return person.clicks(css).await;
        }
        person.tabs_to(css).await?;
        person.presses(Key::Enter).await
    }

    /// Fills the field of this name; what stood there goes.
    pub(crate) async fn writes(
        self,
        person: &Person<'_>,
        name: &str,
        text: &str,
    ) -> WebDriverResult<()> {
        if self == Self::Mouse {
            return person.types(name, text).await;
        }
        person.tabs_to(&format!("main [name='{name}']")).await?;
        person.presses(text).await
    }

    /// Ticks the box of this name and value.
    pub(crate) async fn ticks(
        self,
        person: &Person<'_>,
        name: &str,
        value: &str,
    ) -> WebDriverResult<()> {
        let css = format!("main [name='{name}'][value='{value}']");
        if self == Self::Mouse {
            return person.chooses(&css).await;
        }
        person.tabs_to(&css).await?;
        person.presses(Key::Space).await
    }

    /// Chooses one of the circles of this name, or of the options of a list.
    pub(crate) async fn chooses(
        self,
        person: &Person<'_>,
        name: &str,
        value: &str,
    ) -> WebDriverResult<()> {
        let css = format!("main [name='{name}']");
        if self == Self::Mouse {
            let one = format!("{css}[value='{value}'], {css} option[value='{value}']");
            return person.chooses(&one).await;
        }
        person.tabs_to(&css).await?;
        for _ in 0..PATIENCE {
            if person.focused("value").await? == value {
                let circle = person.focused("type").await? == "radio";
                return if circle {
                    person.presses(Key::Space).await
                } else {
                    Ok(())
                };
            }
            person.presses(Key::Down).await?;
        }
        panic!("{value} cannot be chosen of {name}");
    }

    /// Enters a day. A date field shows dates as the machine likes; its value is the same everywhere.
    pub(crate) async fn dates(
        self,
        person: &Person<'_>,
        name: &str,
        date: &str,
    ) -> WebDriverResult<()> {
        if self == Self::Mouse {
            let set = format!("document.querySelector('main [name={name}]').value = '{date}'");
            return person.browser.execute(set, Vec::new()).await.map(drop);
        }
        person.tabs_to(&format!("main [name='{name}']")).await?;
        person.dates(date).await
    }
}
