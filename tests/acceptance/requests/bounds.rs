//! Who decides, about what, in which words; and what a program is told.

use bookings::entity::hold::State;
use testkit::database::Engine;
use tests::TestApp;

use super::{approves, decides, needs_approval, state, wish};
use crate::acts::{Form, ask, made, program};

#[tokio::test(flavor = "multi_thread")]
async fn what_is_typed_wrong_or_seen_too_late_decides_nothing() {
    let app = TestApp::start(Engine::Sqlite).await;
    needs_approval(&app).await;
    let (member, counter) = (app.member("花子").await, app.staff().await);
    let id = made(&wish(&app).send(&member).await);
    let long = "あ".repeat(501);
    for (verdict, fields, text) in [
        ("refusal", vec![("words", "理由")], "1つ選んでください"),
        ("refusal", vec![("ground", "nonsense")], "1つ選んでください"),
        (
            "refusal",
            vec![("ground", "purpose"), ("words", long.as_str())],
            "500字まで",
        ),
        (
            "approval",
            vec![("conditions", "\u{7}")],
            "登録できない文字",
        ),
    ] {
        let refused = decides(&counter, &id, verdict, &fields).await;
        assert_eq!(refused.status, 422, "{verdict} {fields:?}");
        refused.shows(text);
    }
    let path = format!("/counter/requests/{id}");
    let approval = format!("{path}/approval");
    assert_eq!(counter.post(&approval, &[("seen", "7")]).await.status, 409);
    assert_eq!(member.post(&approval, &[("seen", "1")]).await.status, 403);
    let nobody = format!("/counter/requests/{}", uuid::Uuid::nil());
    assert_eq!(counter.get(&nobody).await.status, 404);
    let of_nobody = format!("{nobody}/approval");
    assert_eq!(counter.post(&of_nobody, &[("seen", "1")]).await.status, 404);
    assert_eq!(state(&app, &id).await, State::Requested);

    let own = made(
        &wish(&app)
            .with("starts_at", "16:00")
            .with("ends_at", "17:00")
            .send(&counter)
            .await,
    );
    counter
        .get(&format!("/counter/requests/{own}"))
        .await
        .shows("自分の申請は審査できません");
    let path = format!("/counter/requests/{own}/approval");
    assert_eq!(counter.post(&path, &[("seen", "1")]).await.status, 403);
    approves(&app.manager().await, &own).await;
    let behalf = wish(&app)
        .with("starts_at", "9:00")
        .with("ends_at", "10:00")
        .with("for", &member.person.unwrap().to_string());
    let sent = behalf.send(&counter).await;
    counter
        .get(&sent.location)
        .await
        .shows("この申請を審査する");
    approves(&counter, &made(&sent)).await;
    app.run_tasks().await;
    app.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_is_told_that_it_asked_for_something() {
    let app = TestApp::start(Engine::Sqlite).await;
    needs_approval(&app).await;
    let program = program(&app).await;
    let asked = ask(&program, &wish(&app).json()).await;
    assert_eq!(asked.status, 201, "{}", asked.text);
    assert_eq!(asked.json()["status"], "requested");
    let desks = Form::new(app.fixture.desks, "13:00", "15:00");
    assert_eq!(
        ask(&program, &desks.json()).await.json()["status"],
        "coming"
    );
    let id = asked.json()["id"].as_str().unwrap().to_owned();
    approves(&app.staff().await, &id).await;
    let found = program.get(&format!("/api/v1/bookings/{id}")).await;
    assert_eq!(found.json()["status"], "coming");
    app.run_tasks().await;
    app.finish().await;
}
