//! The ward's policies: written, handed over, acknowledged or handed back, version by version.

mod due;
mod refused;

use testkit::database::Engine;
use tests::{Answer, Browser, TestApp};
use tokio::task::JoinSet;

use crate::{
    acts::input,
    journeys::{acts_upon, letters},
};

const BODY: &str = "相談から開業までを一つの窓口で支える。";

/// The path of a policy that the ward drafts.
pub(crate) async fn drafted(ward: &Browser, field: &str) -> String {
    let made = ward.post("/policies", &fields(field, BODY)).await;
    assert_eq!(made.status, 303, "{}", made.text);
    made.location
}

/// The path of one that waits for the manager.
pub(crate) async fn issued(ward: &Browser, field: &str) -> String {
    let path = drafted(ward, field).await;
    let issued = issue(ward, &path, "1").await;
    assert_eq!(issued.status, 303, "{}", issued.text);
    path
}

/// The same for another year, issued.
pub(crate) async fn issued_for(ward: &Browser, field: &str, year: i32) {
    let (year, first) = (year.to_string(), format!("{year}-04-01"));
    let fields = [
        ("year", year.as_str()),
        ("field", field),
        ("body", BODY),
        ("valid_from", first.as_str()),
    ];
    let made = ward.post("/policies", &fields).await;
    assert_eq!(made.status, 303, "{}", made.text);
    let issued = issue(ward, &made.location, "1").await;
    assert_eq!(issued.status, 303, "{}", issued.text);
}

fn fields<'f>(field: &'f str, body: &'f str) -> [(&'f str, &'f str); 4] {
    [
        ("year", "2027"),
        ("field", field),
        ("body", body),
        ("valid_from", "2027-04-01"),
    ]
}

/// The version that a page shows to whoever can do something about it.
pub(crate) async fn shown(browser: &Browser, path: &str) -> String {
    input(&browser.get(path).await, "of")
}

/// Hands over the version that the page of the policy shows.
async fn issue(ward: &Browser, path: &str, edition: &str) -> Answer {
    let of = shown(ward, path).await;
    ward.post(
        &format!("{path}/submission"),
        &[("of", &of), ("edition", edition)],
    )
    .await
}

/// Answers the version that a page showed.
pub(crate) async fn decide(manager: &Browser, path: &str, of: &str, answer: [&str; 2]) -> Answer {
    let [decision, words] = answer;
    let fields = [
        ("of", of),
        ("seen", "1"),
        ("decision", decision),
        ("words", words),
    ];
    manager.post(&format!("{path}/decision"), &fields).await
}

/// Every step is in the log, and the next year's begins with what a version says.
async fn told_and_copied(app: &TestApp, ward: &Browser, path: &str, engine: Engine) {
    let id = path.rsplit('/').next().unwrap();
    let acts = acts_upon(app, id).await;
    let expected = [
        "drafted",
        "edited",
        "issued",
        "returned",
        "revised",
        "edited",
        "issued",
        "acknowledged",
    ];
    assert_eq!(
        acts,
        expected.map(|act| format!("policy.{act}")),
        "{engine:?}"
    );
    let copy = ward
        .get(&format!("/policies/new?year=2028&from={id}"))
        .await;
    copy.shows("相談から開業まで。");
    copy.shows("2028-04-01");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_policy_is_handed_over_handed_back_mended_and_acknowledged() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (ward, manager) = (app.ward().await, app.manager().await);
        let path = drafted(&ward, "創業・起業").await;
        let list = "/policies?year=2027";
        manager.get(list).await.hides("創業・起業");
        assert_eq!(manager.get(&path).await.status, 404, "{engine:?}: a draft");

        let first = shown(&ward, &path).await;
        let edited = [
            ("of", first.as_str()),
            ("body", "相談から開業まで。"),
            ("valid_from", "2027-04-02"),
            ("edition", "1"),
        ];
        assert_eq!(ward.post(&path, &edited).await.status, 303, "{engine:?}");
        // Another screen was open meanwhile: nothing is overwritten, and what is saved is shown.
        let stale = [
            ("of", first.as_str()),
            ("edition", "1"),
            ("body", "ほかの画面の文"),
            ("valid_from", "2027-04-01"),
        ];
        let stale = ward.post(&path, &stale).await;
        assert_eq!(stale.status, 409, "{engine:?} {}", stale.text);
        stale.shows("相談から開業まで。");
        stale.shows("ほかの画面の文");
        stale.shows("2027年4月2日（金）");
        assert_eq!(issue(&ward, &path, "1").await.status, 409, "{engine:?}");
        assert_eq!(issue(&ward, &path, "2").await.status, 303, "{engine:?}");
        let said = letters(&app).await;
        let said = said.iter().find(|one| one.subject.contains("確認のお願い"));
        let said = &said.unwrap().text;
        assert!(said.contains("2026年12月22日"), "{said}");
        manager.get("/approvals").await.shows("創業・起業");

        assert_eq!(
            decide(&ward, &path, &first, ["approve", ""]).await.status,
            403
        );
        let no = decide(&manager, &path, &first, ["refuse", "いや"]).await;
        assert_eq!(no.status, 403, "{engine:?}: a policy is not refused");
        let silent = decide(&manager, &path, &first, ["return", " "]).await;
        assert_eq!(silent.status, 422, "{engine:?} {}", silent.text);
        silent.shows("直してほしいことや理由を書いてください");
        let words = ["return", "窓口の時間を書いてください。"];
        let returned = decide(&manager, &path, &first, words).await;
        assert_eq!(returned.status, 303, "{engine:?} {}", returned.text);
        let late = decide(&manager, &path, &first, ["return", "長い意見"]).await;
        assert_eq!(late.status, 409, "{engine:?}: answered already");
        late.shows("長い意見");
        ward.get(&path).await.shows("窓口の時間を書いてください。");

        let revised = ward.post(&format!("{path}/revision"), &[]).await;
        assert_eq!(revised.status, 303, "{engine:?} {}", revised.text);
        assert_eq!(
            ward.post(&format!("{path}/revision"), &[]).await.status,
            409
        );
        ward.get(&path).await.shows("内容は同じです");
        let second = shown(&ward, &path).await;
        let mended = [
            ("of", second.as_str()),
            ("body", "相談から開業まで。\n窓口は9時から開ける。"),
            ("valid_from", "2027-04-01"),
            ("edition", "1"),
        ];
        assert_eq!(ward.post(&path, &mended).await.status, 303, "{engine:?}");
        assert_eq!(issue(&ward, &path, "2").await.status, 303, "{engine:?}");
        let page = manager.get(&path).await;
        page.shows("第1版から変わったところ");
        page.shows("<li class=\"change-both\">相談から開業まで。</li>");
        page.shows("窓口は9時から開ける。</ins>");
        // The page of the first version is open somewhere: nobody answers what they did not read.
        let unread = decide(&manager, &path, &first, ["approve", ""]).await;
        assert_eq!(unread.status, 409, "{engine:?} {}", unread.text);
        let words = ["approve", "半期ごとに報告します。"];
        let acknowledged = decide(&manager, &path, &second, words).await;
        assert_eq!(acknowledged.status, 303, "{engine:?} {}", acknowledged.text);
        let page = manager.get(list).await;
        page.shows("第2版");
        page.shows("承知");
        // What was handed back stays as it was read.
        let first = manager.get(&format!("{path}?version=1")).await;
        first.shows("窓口の時間を書いてください。");
        first.shows("差戻し");
        told_and_copied(&app, &ward, &path, engine).await;
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_managers_who_answer_at_once_one_does_and_what_was_withdrawn_is_not_answered() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (ward, _manager) = (app.ward().await, app.manager().await);
        let path = issued(&ward, "維持・発展").await;
        let of = shown(&ward, &path).await;
        let mut race = JoinSet::new();
        for number in 0..8 {
            let (manager, path, of) = (app.manager().await, path.clone(), of.clone());
            race.spawn(async move {
                let decision = if number % 2 == 0 { "approve" } else { "return" };
                decide(&manager, &path, &of, [decision, "意見"])
                    .await
                    .status
            });
        }
        let mut statuses = race.join_all().await;
        statuses.sort_unstable();
        assert_eq!(
            statuses,
            [303, 409, 409, 409, 409, 409, 409, 409],
            "{engine:?}"
        );

        let path = issued(&ward, "担い手育成").await;
        let of = shown(&ward, &path).await;
        let back = ward
            .post(&format!("{path}/withdrawal"), &[("of", &of), ("seen", "1")])
            .await;
        assert_eq!(back.status, 303, "{engine:?} {}", back.text);
        let manager = app.manager().await;
        let late = decide(&manager, &path, &of, ["approve", ""]).await;
        assert_eq!(late.status, 409, "{engine:?}");
        late.shows("取り下げられています");
        let said = letters(&app).await;
        let withdrawn = said.iter().filter(|one| one.subject.contains("【取下げ】"));
        assert!(withdrawn.count() > 0, "{engine:?}: who was asked is told");
        app.run_tasks().await;
        app.finish().await;
    }
}
