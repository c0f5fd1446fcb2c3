//! One year from the draft to the change.

use chrono::TimeDelta;
use testkit::database::Engine;
use tests::{Browser, TestApp};

use super::{begun, decide, decide_about, fields, post, programme, revise, shown, submit, written};
use crate::{
    acts::input,
    journeys::{acts_upon, letters},
};

/// Acts of one moment have no order in the log.
const LATER: TimeDelta = TimeDelta::milliseconds(1);

/// The ward says what it thinks of a programme.
async fn comment(ward: &Browser, path: &str, programme: &str, words: &str, is_condition: bool) {
    let of = shown(ward, path).await;
    let id = programme.rsplit('/').next().unwrap();
    let mut fields = vec![("of", of.as_str()), ("programme", id), ("comment", words)];
    fields.extend(is_condition.then_some(("is_condition", "on")));
    let said = ward.post(&format!("{path}/comments"), &fields).await;
    assert_eq!(said.status, 303, "{}", said.text);
}

/// Changes the target of the programme.
async fn aim(manager: &Browser, path: &str, programme: &str, target: &str) {
    let form = manager.get(&format!("{programme}/edit")).await;
    let (of, edition) = (input(&form, "of"), input(&form, "edition"));
    let measure = input(&form, "measure-1-id");
    let mut fields = fields(&of, 2027, target);
    fields.extend([("edition", edition), ("measure-1-id", measure)]);
    let changed = post(manager, programme, &fields).await;
    assert_eq!(changed.status, 303, "{path}: {}", changed.text);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plan_is_returned_mended_approved_and_changed() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (ward, manager, anybody) = (app.ward().await, app.manager().await, app.visitor());
        let path = begun(&manager, "2027").await;
        ward.get("/plans").await.hides("令和9年度 事業計画書");
        assert_eq!(
            ward.get(&path).await.status,
            404,
            "a draft is the manager's"
        );
        let empty = submit(&manager, &path).await;
        assert_eq!(empty.status, 422, "{}", empty.text);
        empty.shows("事業を一つ以上書いてください");
        written(&ward, &manager, &path).await;
        app.clock.advance(LATER);
        assert_eq!(submit(&manager, &path).await.status, 303, "{engine:?}");
        let own = decide(&manager, &path, ["approve", ""]).await;
        assert_eq!(own.status, 403, "the manager never approves: {}", own.text);

        app.clock.advance(LATER);
        let one = programme(&ward, &path).await;
        comment(&ward, &path, &one, "見込みの根拠を書いてください。", false).await;
        manager.get(&one).await.hides("見込みの根拠");
        app.clock.advance(LATER);
        let first = shown(&ward, &path).await;
        let returned = decide(&ward, &path, ["return", "事業1を直してください。"]).await;
        assert_eq!(returned.status, 303, "{engine:?}");
        manager
            .get(&one)
            .await
            .shows("見込みの根拠を書いてください。");
        manager.get(&path).await.shows("意見 1件");

        app.clock.advance(LATER);
        assert_eq!(revise(&manager, &path, "").await.status, 303);
        // What the ward said stands beside the draft that mends it.
        let draft = manager.get(&path).await;
        draft.shows("第1版への意見");
        draft.shows("事業1を直してください。");
        manager
            .get(&one)
            .await
            .shows("見込みの根拠を書いてください。");
        app.clock.advance(LATER);
        aim(&manager, &path, &one, "260").await;
        app.clock.advance(LATER);
        assert_eq!(submit(&manager, &path).await.status, 303);
        // The page of the returned version was left open: nothing is decided that was not seen.
        let stale = decide_about(&ward, &path, &first, ["approve", ""]).await;
        assert_eq!(stale.status, 409, "{}", stale.text);
        stale.shows("開いていた第1版から、いまの第2版で変わったところ");
        stale.shows("年に260件");
        assert_eq!(anybody.get(&format!("/public{path}")).await.status, 404);
        app.clock.advance(LATER);
        comment(&ward, &path, &one, "毎月の件数を示すこと。", true).await;
        app.clock.advance(LATER);
        let approved = decide(&ward, &path, ["approve", "上半期に報告すること。"]).await;
        assert_eq!(approved.status, 303, "{}", approved.text);
        manager.get(&one).await.shows("毎月の件数を示すこと。");
        manager
            .get(&path)
            .await
            .shows("審査の意見に書いた条件　事業1");
        let paper = manager.get(&format!("{path}/print")).await;
        paper.shows("毎月の件数を示すこと。");
        let public = anybody.get(&format!("/public{path}")).await;
        public.shows("年に260件");
        public.hides("上半期に報告すること");
        anybody
            .get("/public/plans")
            .await
            .shows("令和9年度 事業計画書");
        let said = letters(&app).await;
        assert!(
            said.iter()
                .any(|one| one.text.contains("上半期に報告すること。")),
            "{engine:?}"
        );

        changed(&app, &ward, &manager, &path).await;
        logged(&app, &path).await;
        app.run_tasks().await;
        app.finish().await;
    }
}

/// What was approved is changed by a request that is approved in its turn; until then it holds.
async fn changed(app: &TestApp, ward: &Browser, manager: &Browser, path: &str) {
    let (anybody, public) = (app.visitor(), format!("/public{path}"));
    let silent = revise(manager, path, "").await;
    assert_eq!(silent.status, 422, "a change has a reason");
    app.clock.advance(LATER);
    let begun = revise(manager, path, "参加が増えたため").await;
    assert_eq!(begun.status, 303, "{}", begun.text);
    app.clock.advance(LATER);
    let unchanged = submit(manager, path).await;
    assert_eq!(unchanged.status, 422, "{}", unchanged.text);
    unchanged.shows("いまの計画と内容が同じです");
    let one = programme(manager, path).await;
    aim(manager, path, &one, "300").await;
    app.clock.advance(LATER);
    assert_eq!(submit(manager, path).await.status, 303);
    let compared = ward.get(&format!("{path}/comparison")).await;
    compared.shows("参加が増えたため");
    let points = compared.text.matches("<del>").count();
    assert_eq!(points, 1, "exactly that difference: {}", compared.text);
    compared.shows("年に300件");
    anybody.get(&public).await.shows("年に260件");
    app.clock.advance(LATER);
    assert_eq!(decide(ward, path, ["approve", ""]).await.status, 303);
    anybody.get(&public).await.shows("年に300件");
    // What was approved on a condition stays so.
    manager.get(path).await.shows("上半期に報告すること。");
}

/// Every transition is in the chain of events.
async fn logged(app: &TestApp, path: &str) {
    let acts = acts_upon(app, path.rsplit('/').next().unwrap()).await;
    let expected = [
        "begun",
        "programme_added",
        "budget_set",
        "submitted",
        "commented",
        "returned",
        "revised",
        "programme_changed",
        "submitted",
        "commented",
        "approved",
        "revised",
        "programme_changed",
        "submitted",
        "approved",
    ];
    assert_eq!(acts, expected.map(|act| format!("plan.{act}")));
}

#[tokio::test(flavor = "multi_thread")]
async fn two_who_approve_at_once_are_told_apart() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (ward, other, manager) = (app.ward().await, app.ward().await, app.manager().await);
        let path = begun(&manager, "2027").await;
        written(&ward, &manager, &path).await;
        assert_eq!(submit(&manager, &path).await.status, 303);
        let of = shown(&ward, &path).await;
        let both = tokio::join!(
            decide_about(&ward, &path, &of, ["approve", ""]),
            decide_about(&other, &path, &of, ["return", "もう一度"]),
        );
        let mut answers = [both.0.status, both.1.status];
        answers.sort_unstable();
        assert_eq!(answers, [303, 409], "{engine:?}");
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_next_year_begins_with_this_one_and_is_compared_with_it() {
    let app = TestApp::start(Engine::Sqlite).await;
    let (ward, manager) = (app.ward().await, app.manager().await);
    let path = begun(&manager, "2027").await;
    written(&ward, &manager, &path).await;
    assert_eq!(submit(&manager, &path).await.status, 303);
    assert_eq!(decide(&ward, &path, ["approve", ""]).await.status, 303);
    let from = path.rsplit('/').next().unwrap();
    let next = [("kind", "annual"), ("first", "2028"), ("from", from)];
    let begun = manager.post("/plans", &next).await;
    assert_eq!(begun.status, 303, "{}", begun.text);
    let next = begun.location;
    let one = programme(&manager, &next).await;
    let page = manager.get(&one).await;
    page.shows("年に240件（令和10年度）");
    page.shows("2028年6月");
    page.shows("令和9年度 事業計画書");
    // Its policy is of another year: it has to be chosen anew.
    manager
        .get(&next)
        .await
        .shows("もとになる方針を選んでください");
    let compared = manager.get(&format!("{next}/comparison?plan={from}")).await;
    assert_eq!(compared.status, 200, "{}", compared.text);
    compared.shows("日程");
    compared.hides("なくなる事業");
    // The first year cannot be thrown away any more, nor begun again.
    let again = manager
        .post("/plans", &[("kind", "annual"), ("first", "2028")])
        .await;
    assert_eq!(again.status, 409, "{}", again.text);
    for paper in [
        format!("{path}/print"),
        format!("{next}/comparison?plan={from}&paper=1"),
    ] {
        assert_eq!(manager.get(&paper).await.status, 200, "{paper}");
    }
    app.run_tasks().await;
    app.finish().await;
}
