//! What is said in confidence is read by whoever handles the case, and by nobody else.

use kernel::Role;
use testkit::database::Engine;
use tests::Browser;

use super::{ASKS, Advised, advises, after, led};
use crate::{acts::input, journeys::letters};

const ABOUT: &str = "カナリア相談内容";
const SAID: &str = "カナリア聞取";
const ADVICE: &str = "カナリア助言";
const CORRECTED: &str = "カナリア補正";
const STRENGTH: &str = "カナリア強み";
const ACTION: &str = "カナリア作業";
const CLIENTS: &str = "カナリア宿題";
const COMPANY: &str = "カナリア商店";
const TIMES: &str = "カナリア希望";

/// All that is confidential of a case.
const ALL: [&str; 8] = [
    ABOUT, SAID, ADVICE, CORRECTED, STRENGTH, ACTION, CLIENTS, COMPANY,
];

/// A case with a word in each of its fields; its path.
async fn planted(centre: &mut Advised, founder: &Browser) -> String {
    let time = centre.time(13);
    let mut fields = ASKS.to_vec();
    fields.retain(|(name, _)| !["about", "fields", "times"].contains(name));
    fields.extend([
        ("about", ABOUT),
        ("fields", "succession"),
        ("times", TIMES),
        ("company", COMPANY),
        ("chosen", &*time),
        ("act", "send"),
    ]);
    let own = led(&founder.post("/consultations", &fields).await);
    let case = own.replace("/consultations/", "/cases/");
    centre.assigns(&case).await;
    centre.at(13, 30).await;
    let expert = &centre.expert;
    let meeting = after(&expert.get(&case).await, &format!("{case}/meetings/"));
    let record = [
        ("edition", "0"),
        ("fields", "succession"),
        ("contact_minutes", "50"),
        ("preparation_minutes", "0"),
        ("said", SAID),
        ("advice", ADVICE),
        ("act", "finish"),
    ];
    led(&expert
        .post(&format!("{case}/meetings/{meeting}/record"), &record)
        .await);
    let path = format!("{case}/meetings/{meeting}/corrections");
    led(&expert.post(&path, &[("correction", CORRECTED)]).await);
    let sheet = [("edition", "0"), ("strengths", STRENGTH)];
    led(&expert.post(&format!("{case}/sheet"), &sheet).await);
    for (what, owner) in [(ACTION, "expert"), (CLIENTS, "client")] {
        let action = [("what", what), ("owner", owner), ("due_on", "2026-12-25")];
        led(&expert.post(&format!("{case}/actions"), &action).await);
    }
    case
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_said_is_read_by_whoever_handles_the_case_and_by_nobody_else() {
    let mut centre = Advised::open(Engine::Sqlite).await;
    let founder = centre.app.member("さくら").await;
    let case = planted(&mut centre, &founder).await;
    let founder = centre.app.signed_in(founder.person.unwrap()).await;
    let app = &centre.app;
    for reader in [&centre.expert, &centre.coordinator] {
        let page = reader.get(&case).await;
        for word in ALL {
            page.shows(word);
        }
    }
    let own = case.replace("/cases/", "/consultations/");
    let page = founder.get(&own).await;
    for (word, theirs) in [
        (ABOUT, true),
        (CLIENTS, true),
        (SAID, false),
        (ADVICE, false),
        (ACTION, false),
        (STRENGTH, false),
    ] {
        if theirs {
            page.shows(word);
        } else {
            page.hides(word);
        }
    }
    let other_expert = advises(app, &centre.coordinator, "別人").await.0;
    let others = [
        (app.visitor(), 303),
        (app.member("太郎").await, 403),
        (app.staff().await, 200),
        (app.manager().await, 200),
        (app.ward().await, 403),
        (app.someone("別の調整", &[Role::Coordinator]).await, 200),
        (other_expert, 404),
    ];
    let meeting = after(
        &centre.expert.get(&case).await,
        &format!("{case}/meetings/"),
    );
    for (nth, (other, expected)) in others.iter().enumerate() {
        assert_eq!(other.get(&case).await.status, *expected, "{nth}");
        for path in [
            case.clone(),
            own.clone(),
            format!("{case}/accesses"),
            format!("{case}/sheet"),
            format!("{case}/closing"),
            format!("{case}/meetings/new"),
            format!("{case}/meetings/{meeting}/record"),
            format!("{case}/meetings/{meeting}/change"),
            format!("/meetings/{meeting}"),
            "/cases".to_owned(),
            "/meetings?date=2026-12-10".to_owned(),
            "/mypage/consultations".to_owned(),
            "/counter?date=2026-12-10".to_owned(),
        ] {
            let page = other.get(&path).await;
            for word in ALL.iter().chain([&TIMES]) {
                page.hides(word);
            }
            // Even about what it is.
            if nth > 0 && path.starts_with(&case) {
                page.hides("事業承継");
            }
        }
    }
    centre.app.run_tasks().await;
    for letter in letters(app).await {
        assert!(!letter.text.contains("カナリア"), "{}", letter.text);
    }
    centre.app.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_breaks_the_glass_says_why_and_those_who_handle_the_case_are_told() {
    let mut centre = Advised::open(Engine::Sqlite).await;
    let founder = centre.app.member("さくら").await;
    let case = planted(&mut centre, &founder).await;
    let app = &centre.app;
    let manager = app.manager().await;
    let glass = format!("{case}/glass");
    let without = manager.post(&glass, &[("why", "")]).await;
    assert_eq!(without.status, 422);
    for other in [
        app.staff().await,
        app.ward().await,
        app.member("太郎").await,
    ] {
        let refused = other.post(&glass, &[("why", "見たい")]).await;
        assert_eq!(refused.status, 403);
    }
    led(&manager.post(&glass, &[("why", "苦情への対応のため")]).await);
    let page = manager.get(&case).await;
    page.shows(SAID);
    page.shows("理由を記録して読んでいます");
    let rewritten = [("edition", "1"), ("strengths", "書換え")];
    let changed = manager.post(&format!("{case}/sheet"), &rewritten).await;
    assert_eq!(changed.status, 403);
    let seen = centre.expert.get(&format!("{case}/accesses")).await;
    seen.shows("苦情への対応のため");
    seen.shows("見本 館長");
    app.clock.advance(chrono::TimeDelta::minutes(61));
    manager.get(&case).await.hides(SAID);
    app.run_tasks().await;
    let told = letters(app)
        .await
        .into_iter()
        .filter(|letter| letter.subject.contains("担当外の人"));
    assert_eq!(told.count(), 2);
    centre.app.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_that_is_taken_from_an_expert_is_closed_to_them() {
    let mut centre = Advised::open(Engine::Sqlite).await;
    let founder = centre.app.member("さくら").await;
    let case = planted(&mut centre, &founder).await;
    centre.app.clock.advance(chrono::TimeDelta::hours(2));
    let (second, id) = advises(&centre.app, &centre.coordinator, "二人目").await;
    assert_eq!(second.get(&case).await.status, 404);
    let edition = input(&centre.coordinator.get(&case).await, "edition");
    let fields = [("edition", &*edition), ("expert", &*id)];
    led(&centre
        .coordinator
        .post(&format!("{case}/experts"), &fields)
        .await);
    second.get(&case).await.shows(SAID);
    let edition = input(&centre.coordinator.get(&case).await, "edition");
    let removal = format!("{case}/experts/{}/removal", centre.id);
    let without = [("edition", &*edition), ("why", "")];
    assert_eq!(
        centre.coordinator.post(&removal, &without).await.status,
        422
    );
    let fields = [("edition", &*edition), ("why", "分野がちがうため")];
    led(&centre.coordinator.post(&removal, &fields).await);
    assert_eq!(centre.expert.get(&case).await.status, 404);
    second.get(&case).await.shows(SAID);
    centre.app.run_tasks().await;
    centre.app.finish().await;
}
