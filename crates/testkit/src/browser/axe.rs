//! The accessibility check of axe-core (WCAG 2.2 AA and its best practices).

use std::fmt;

use serde_json::Value;
use thirtyfour::{WebDriver, error::WebDriverResult};

/// axe-core as `bin/vendor` checked it in.
const AXE: &str = include_str!("../../../../tests/vendor/axe.min.js");

/// Runs every rule and hands the violations to the driver.
const RUN: &str = "const done = arguments[arguments.length - 1];
axe.run(document).then(
    result => done(result.violations),
    error => done([{ id: 'axe-failed', impact: 'critical', help: String(error), nodes: [] }]),
);";

/// One rule of axe-core that a page breaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// The rule's name, such as `color-contrast`.
    pub rule: String,
    /// How bad it is: `minor`, `moderate`, `serious` or `critical`.
    pub impact: String,
    /// What the rule asks for, in a sentence.
    pub help: String,
    /// The elements that break it: their HTML, and what to mend.
    pub elements: Vec<String>,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({}): {}", self.rule, self.impact, self.help)?;
        self.elements
            .iter()
            .try_for_each(|element| write!(f, "\n  {element}"))
    }
}

/// What axe-core finds on the page now shown. Works under a strict
/// Content-Security-Policy, for the driver's scripts are not the page's.
pub(super) async fn run(driver: &WebDriver) -> WebDriverResult<Vec<Violation>> {
    driver.execute(AXE, Vec::new()).await?;
    let found = driver.execute_async(RUN, Vec::new()).await?;
    let found = found.json().as_array().map_or(&[][..], Vec::as_slice);
    Ok(found.iter().map(violation).collect())
}

fn violation(found: &Value) -> Violation {
    let elements = found["nodes"].as_array().map_or(&[][..], Vec::as_slice);
    Violation {
        rule: text(found, "id"),
        impact: text(found, "impact"),
        help: text(found, "help"),
        elements: elements
            .iter()
            .map(|node| format!("{} {}", text(node, "html"), text(node, "failureSummary")))
            .collect(),
    }
}

fn text(value: &Value, key: &str) -> String {
    value[key].as_str().unwrap_or_default().to_owned()
}
