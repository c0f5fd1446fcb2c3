//! What cannot be written of partners, agreements, talks and actions.

use testkit::database::Engine;
use tests::{Browser, TestApp};

use super::{AGENCY, agency, agreed, entry, id, talked};
use crate::organisations::with;

/// Sends a right form with one field that is wrong.
async fn is_refused(browser: &Browser, form: &str, right: &[(&str, &str)], wrong: [&str; 3]) {
    let [name, value, said] = wrong;
    let refused = browser.post(form, &with(right, &[(name, value)])).await;
    assert_eq!(refused.status, 422, "{form} {name} {said}");
    refused.shows(said);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_with_a_partner_or_an_agreement_is_said_beside_its_field() {
    let app = TestApp::start(Engine::Sqlite).await;
    let ward = app.ward().await;
    let partner = agency(&ward, "見本信用金庫").await;
    let agreed = agreed(id(&partner));
    let nobody = uuid::Uuid::nil().to_string();
    let long = "長".repeat(2_001);
    for wrong in [
        ["name", "　", "名称を書いてください"],
        ["sort", "temple", "種類を選んでください"],
        ["good_for", &long, "2,000字まで"],
        ["email", "見本", "メールアドレス"],
    ] {
        is_refused(&ward, "/agencies", &AGENCY, wrong).await;
    }
    for wrong in [
        ["agency", &nobody, "関係機関を選んでください"],
        ["name", "", "協定の名称を書いてください"],
        ["valid_until", "2026-01-31", "初日より後の日"],
        ["valid_until", "いつか", "期限がなければ空けて"],
        ["notice_days", "731", "0から730まで"],
        ["about", "a\0b", "登録できない文字"],
    ] {
        is_refused(&ward, "/agreements", &agreed, wrong).await;
    }
    let empty = ward.get("/agreements").await;
    empty.shows("いま有効な協定はありません");
    let other = with(&agreed, &[("follows", &nobody)]);
    assert_eq!(ward.post("/agreements", &other).await.status, 404);
    app.run_tasks().await;
    app.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_with_an_entry_or_an_action_is_said_beside_its_field() {
    let app = TestApp::start(Engine::Sqlite).await;
    let ward = app.ward().await;
    let partner = agency(&ward, "見本信用金庫").await;
    let path = entry(&ward, &partner).await;
    let talked = talked(id(&partner));
    let nobody = uuid::Uuid::nil().to_string();
    let long = "長".repeat(10_001);
    for wrong in [
        ["held_on", "2026-12-09", "今日までの日付"],
        ["agencies", &nobody, "一つ以上選んでください"],
        ["agencies", "x", "一つ以上選んでください"],
        ["discussed", &long, "10,000字まで"],
        ["subject", " ", "件名を書いてください"],
    ] {
        is_refused(&ward, "/coordination", &talked, wrong).await;
    }
    let planned = [
        ("what", "会場"),
        ("side", "ward"),
        ("who", "係"),
        ("due_on", "2026-12-20"),
    ];
    for wrong in [
        ["side", "both", "担当する側を選んで"],
        ["what", "", "することを書いてください"],
        ["due_on", "2026-02-30", "日付を選んでください"],
    ] {
        is_refused(&ward, &format!("{path}/actions"), &planned, wrong).await;
    }
    app.run_tasks().await;
    app.finish().await;
}
