//! Plans of the manager: one approved with a change that waits, and the draft of the next year.

use tests::{Browser, TestApp};

use super::made::last;

/// What the list calls them, each with its identifier.
pub(super) async fn made(app: &TestApp) -> Vec<(&'static str, String)> {
    let (ward, manager) = (app.ward().await, app.manager().await);
    let plan = begun(&manager, "2027").await;
    let programme = written(&manager, &plan, "2027").await;
    handed_in(&manager, &plan).await;
    let fields = [
        ("decision", "approve"),
        ("words", "半期ごとに報告すること。"),
    ];
    act(&ward, &plan, "decision", &fields).await;
    act(
        &manager,
        &plan,
        "revision",
        &[("reason", "参加が増えたため")],
    )
    .await;
    let edit = format!("/plans/{plan}/programmes/{programme}");
    let form = manager.get(&format!("{edit}/edit")).await.text;
    let (of, edition) = (hidden(&form, "of"), hidden(&form, "edition"));
    let mut fields = vec![("of", of.as_str()), ("edition", &edition)];
    fields.extend(programme_fields("2027", "300"));
    assert_eq!(manager.post(&edit, &fields).await.status, 303);
    handed_in(&manager, &plan).await;
    let comment = [
        ("programme", programme.as_str()),
        ("comment", "根拠を書いてください。"),
    ];
    act(&ward, &plan, "comments", &comment).await;
    let outline = begun(&manager, "2028").await;
    let task = written(&manager, &outline, "2028").await;
    vec![
        ("{plan}", plan),
        ("{programme}", programme),
        ("{outline}", outline),
        ("{task}", task),
        ("{initiative}", initiative(app, "waiting").await),
    ]
}

/// What the manager would carry out beside the plan under this name, with the ward's consent, or
/// `waiting` for it; its identifier.
pub(crate) async fn initiative(app: &TestApp, of: &str) -> String {
    let (ward, manager) = (app.ward().await, app.manager().await);
    let fields = [("year", "2026"), ("name", of), ("summary", "月に一度。")];
    let id = last(&manager.post("/plans/initiatives", &fields).await);
    if of != "waiting" {
        let answer = [("seen", "1"), ("decision", "approve"), ("words", "")];
        let path = format!("/plans/initiatives/{id}/decision");
        assert_eq!(ward.post(&path, &answer).await.status, 303);
    }
    id
}

async fn begun(manager: &Browser, year: &str) -> String {
    let fields = [("kind", "annual"), ("first", year)];
    last(&manager.post("/plans", &fields).await)
}

/// The plan of this year, approved, and the ward's policies of this year and the next.
pub(crate) async fn a_year(app: &TestApp) {
    let (ward, manager) = (app.ward().await, app.manager().await);
    for year in ["2026", "2027"] {
        let first = format!("{year}-04-01");
        let policy = [
            ("year", year),
            ("field", "創業・起業"),
            ("body", "相談から開業までを一つの窓口で支える。"),
            ("valid_from", first.as_str()),
        ];
        let path = ward.post("/policies", &policy).await.location;
        let of = hidden(&ward.get(&path).await.text, "of");
        let issue = [("of", of.as_str()), ("edition", "1")];
        let issued = ward.post(&format!("{path}/submission"), &issue).await;
        assert_eq!(issued.status, 303, "{}", issued.text);
    }
    let plan = begun(&manager, "2026").await;
    written(&manager, &plan, "2026").await;
    handed_in(&manager, &plan).await;
    let fields = [("decision", "approve"), ("words", "")];
    act(&ward, &plan, "decision", &fields).await;
}

fn programme_fields<'f>(year: &'f str, target: &'f str) -> Vec<(&'f str, &'f str)> {
    let months = match year {
        "2026" => ["2026-06", "2027-02"],
        "2027" => ["2027-06", "2028-02"],
        _ => ["2028-06", "2029-02"],
    };
    let mut fields = vec![
        ("number", "1"),
        ("goal", "地域産業の振興"),
        ("strategy", "創業・起業"),
        ("name", "創業・起業への支援"),
        ("summary", "開業前後の相談と講座"),
        ("owner_department", "産業経済・消費生活課"),
        ("related_departments", "企画課\n財政課"),
        ("is_priority", "on"),
        ("measure-1-name", "創業の相談"),
        ("measure-1-kind", "annual"),
        ("measure-1-unit", "件"),
        ("measure-1-target", target),
        ("measure-1-target-year", year),
        ("activity-1-name", "講座"),
        ("activity-1-first", months[0]),
        ("activity-1-last", months[1]),
    ];
    if year != "2028" {
        fields.push(("policy", "創業・起業"));
    }
    fields
}

/// Writes a programme and a budget; says which programme it is.
async fn written(manager: &Browser, plan: &str, year: &str) -> String {
    let path = format!("/plans/{plan}");
    act(manager, plan, "programmes", &programme_fields(year, "240")).await;
    let budget = [
        ("edition", "1"),
        ("line-1-side", "income"),
        ("line-1-item", "指定管理料"),
        ("line-1-yen", "1000000"),
        ("line-2-side", "expenditure"),
        ("line-2-item", "講師謝礼"),
        ("line-2-programme", "1"),
        ("line-2-yen", "1000000"),
    ];
    act(manager, plan, "budget", &budget).await;
    let page = manager.get(&path).await.text;
    let before = format!("{path}/programmes/");
    let mut links = page.split(&before).skip(1);
    let found = links.find(|rest| !rest.starts_with("new")).unwrap();
    found.split(['?', '"']).next().unwrap().to_owned()
}

async fn handed_in(manager: &Browser, plan: &str) {
    let page = manager.get(&format!("/plans/{plan}")).await.text;
    let edition = hidden(&page, "edition");
    act(manager, plan, "submission", &[("edition", &edition)]).await;
}

/// Does something about the version that the page of the plan shows.
async fn act(browser: &Browser, plan: &str, what: &str, fields: &[(&str, &str)]) {
    let path = format!("/plans/{plan}");
    let of = hidden(&browser.get(&path).await.text, "of");
    let mut all = vec![("of", of.as_str()), ("seen", "1")];
    all.extend_from_slice(fields);
    let done = browser.post(&format!("{path}/{what}"), &all).await;
    assert_eq!(done.status, 303, "{what}: {}", done.text);
}

fn hidden(page: &str, name: &str) -> String {
    let rest = page
        .split(&format!("name=\"{name}\" value=\""))
        .nth(1)
        .map(str::to_owned);
    rest.unwrap().split('"').next().unwrap().to_owned()
}
