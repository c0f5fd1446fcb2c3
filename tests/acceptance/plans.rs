//! The annual plan: drafted, handed in, commented on, returned, mended, approved, changed; imported,
//! compared, published.

mod cycle;
mod drafts;
mod tables;
mod ward;
mod weight;

use tests::{Answer, Browser};

use crate::{acts::input, policies};

/// The path of an annual plan that the manager begins.
pub(crate) async fn begun(manager: &Browser, year: &str) -> String {
    let begun = manager
        .post("/plans", &[("kind", "annual"), ("first", year)])
        .await;
    assert_eq!(begun.status, 303, "{}", begun.text);
    begun.location
}

/// What a form of a programme says that has everything.
pub(crate) fn fields(of: &str, year: i32, target: &str) -> Vec<(&'static str, String)> {
    let text = [
        ("of", of),
        ("number", "1"),
        ("goal", "地域産業の振興"),
        ("strategy", "創業・起業"),
        ("name", "創業・起業への支援"),
        ("summary", "開業前後の相談と講座"),
        ("owner_department", "産業経済・消費生活課"),
        ("related_departments", "企画課\n財政課"),
        ("is_priority", "on"),
        ("policy", "創業・起業"),
        ("measure-1-name", "創業の相談"),
        ("measure-1-kind", "annual"),
        ("measure-1-unit", "件"),
        ("measure-1-target", target),
        ("activity-1-name", "講座"),
    ];
    let mut all: Vec<_> = text.map(|(name, value)| (name, value.to_owned())).into();
    all.extend([
        ("measure-1-target-year", year.to_string()),
        ("activity-1-first", format!("{year}-06")),
        ("activity-1-last", format!("{}-02", year + 1)),
    ]);
    all
}

/// Sends a form of such fields.
pub(crate) async fn post(browser: &Browser, path: &str, fields: &[(&str, String)]) -> Answer {
    let fields: Vec<_> = fields
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    browser.post(path, &fields).await
}

/// The version that the page of a plan shows to whoever can do something about it.
pub(crate) async fn shown(browser: &Browser, path: &str) -> String {
    input(&browser.get(path).await, "of")
}

/// Writes a programme and a budget into the draft of 2027; the ward has issued the policy.
pub(crate) async fn written(ward: &Browser, manager: &Browser, path: &str) {
    written_for(ward, manager, path, 2027).await;
}

/// The same of another year.
pub(crate) async fn written_for(ward: &Browser, manager: &Browser, path: &str, year: i32) {
    policies::issued_for(ward, "創業・起業", year).await;
    let of = shown(manager, path).await;
    let added = post(
        manager,
        &format!("{path}/programmes"),
        &fields(&of, year, "240"),
    )
    .await;
    assert_eq!(added.status, 303, "{}", added.text);
    let set = budget(manager, path, &of, "1", ["1000000", "1000000"]).await;
    assert_eq!(set.status, 303, "{}", set.text);
}

/// Sets a budget of one line on each side.
pub(crate) async fn budget(
    manager: &Browser,
    path: &str,
    of: &str,
    edition: &str,
    [income, expenditure]: [&str; 2],
) -> Answer {
    let fields = [
        ("of", of),
        ("edition", edition),
        ("line-1-side", "income"),
        ("line-1-item", "指定管理料"),
        ("line-1-yen", income),
        ("line-2-side", "expenditure"),
        ("line-2-item", "講師謝礼"),
        ("line-2-programme", "1"),
        ("line-2-yen", expenditure),
    ];
    manager.post(&format!("{path}/budget"), &fields).await
}

/// Hands in the draft that the page shows.
pub(crate) async fn submit(browser: &Browser, path: &str) -> Answer {
    let page = browser.get(path).await;
    let fields = [
        ("of", input(&page, "of")),
        ("edition", input(&page, "edition")),
    ];
    post(browser, &format!("{path}/submission"), &fields).await
}

/// Answers the version that the page shows.
pub(crate) async fn decide(browser: &Browser, path: &str, answer: [&str; 2]) -> Answer {
    let of = shown(browser, path).await;
    decide_about(browser, path, &of, answer).await
}

/// Answers a version that was seen some time ago.
pub(crate) async fn decide_about(
    browser: &Browser,
    path: &str,
    of: &str,
    [decision, words]: [&str; 2],
) -> Answer {
    let fields = [
        ("of", of),
        ("seen", "1"),
        ("decision", decision),
        ("words", words),
    ];
    browser.post(&format!("{path}/decision"), &fields).await
}

/// Begins the next version of what the page shows.
pub(crate) async fn revise(browser: &Browser, path: &str, reason: &str) -> Answer {
    let of = shown(browser, path).await;
    let fields = [("of", of.as_str()), ("reason", reason)];
    browser.post(&format!("{path}/revision"), &fields).await
}

/// Where the first programme of a plan is read.
pub(crate) async fn programme(browser: &Browser, path: &str) -> String {
    let page = browser.get(path).await;
    let before = format!("{path}/programmes/");
    let mut links = page.text.split(&before).skip(1);
    // A draft links to the form of a new one first.
    let found = links.find(|rest| !rest.starts_with("new")).unwrap();
    format!("{before}{}", found.split(['?', '"']).next().unwrap())
}
