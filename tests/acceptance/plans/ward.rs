//! The ward's own plans, and who does what about whose.

use kernel::Role;
use testkit::database::Engine;
use tests::TestApp;

use super::{begun, decide, decide_about, fields, post, revise, shown, submit, written};

#[tokio::test(flavor = "multi_thread")]
async fn an_officer_hands_in_and_the_approver_decides() {
    let app = TestApp::start(Engine::Sqlite).await;
    let officer = app.someone("担当", &[Role::WardOfficer]).await;
    let approver = app.someone("課長", &[Role::WardApprover]).await;
    let manager = app.manager().await;
    let vision = [
        ("kind", "vision"),
        ("name", "産業振興ビジョン"),
        ("first", "2027"),
        ("last", "2036"),
    ];
    let begun = officer.post("/plans", &vision).await;
    assert_eq!(begun.status, 303, "{}", begun.text);
    let path = begun.location;
    assert_eq!(manager.get(&path).await.status, 404, "the ward's draft");
    let of = shown(&officer, &path).await;
    let mut fields = fields(&of, 2030, "5");
    fields.retain(|(name, _)| *name != "policy");
    let added = post(&officer, &format!("{path}/programmes"), &fields).await;
    assert_eq!(added.status, 303, "{}", added.text);
    assert_eq!(submit(&officer, &path).await.status, 303);
    manager.get(&path).await.shows("産業振興ビジョン");
    let answer = ["approve", ""];
    let own = decide_about(&officer, &path, &of, answer).await;
    assert_eq!(own.status, 403, "nobody answers their own words");
    let other = decide_about(&manager, &path, &of, answer).await;
    assert_eq!(
        other.status, 403,
        "the ward's plan is not the manager's to decide"
    );
    let done = decide(&approver, &path, answer).await;
    assert_eq!(done.status, 303, "{}", done.text);
    app.visitor()
        .get("/public/plans")
        .await
        .shows("産業振興ビジョン");
    app.run_tasks().await;
    app.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_ward_never_writes_what_the_manager_drafts() {
    let app = TestApp::start(Engine::Sqlite).await;
    let (ward, manager) = (app.ward().await, app.manager().await);
    let annual = [("kind", "annual"), ("first", "2029")];
    assert_eq!(ward.post("/plans", &annual).await.status, 403);
    let action = [
        ("kind", "action"),
        ("name", "計画"),
        ("first", "2029"),
        ("last", "2030"),
    ];
    assert_eq!(manager.post("/plans", &action).await.status, 403);
    let path = begun(&manager, "2027").await;
    written(&ward, &manager, &path).await;
    let of = shown(&manager, &path).await;
    let programmes = format!("{path}/programmes");
    // Nobody is told of a draft that is not theirs to know.
    let wish = fields(&of, 2027, "1");
    assert_eq!(post(&ward, &programmes, &wish).await.status, 404);
    assert_eq!(submit(&manager, &path).await.status, 303);
    for act in [
        "programmes",
        "submission",
        "removal",
        "withdrawal",
        "revision",
        "budget",
    ] {
        let fields = [("of", of.as_str()), ("edition", "1"), ("seen", "1")];
        let refused = ward.post(&format!("{path}/{act}"), &fields).await;
        assert!(
            [403, 409].contains(&refused.status),
            "{act}: {}",
            refused.status
        );
    }
    ward.get(&path).await.shows("創業・起業への支援");
    // Withdrawn, it is mended in the next version.
    let fields = [("of", of.as_str()), ("seen", "1")];
    let withdrawn = manager.post(&format!("{path}/withdrawal"), &fields).await;
    assert_eq!(withdrawn.status, 303, "{}", withdrawn.text);
    assert_eq!(decide(&ward, &path, ["approve", ""]).await.status, 409);
    assert_eq!(revise(&manager, &path, "").await.status, 303);
    manager.get(&path).await.shows("第2版");
    app.run_tasks().await;
    app.finish().await;
}
