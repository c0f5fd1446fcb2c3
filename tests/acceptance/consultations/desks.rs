//! A special desk for hard times: it is announced, what comes in by it stands first and counts apart.

use chrono::TimeDelta;
use kernel::Role;
use testkit::database::Engine;
use tests::Browser;

use super::{ASKS, Advised, after, led};
use crate::acts::input;

const DESKS: &str = "/counter/emergency-desks";

async fn opens(manager: &Browser) -> String {
    let once = input(&manager.get(DESKS).await, "once");
    let mut fields = [
        ("once", &*once),
        ("name", "原油高騰 緊急相談"),
        ("about", "燃料の値上がりで困っている事業者"),
        ("starts_on", "2026-12-08"),
        ("ends_on", "2026-12-01"),
        ("triage_days", "1"),
    ];
    let refused = manager.post(DESKS, &fields).await;
    assert_eq!(refused.status, 422);
    refused.shows("始まりの日からあと");
    fields[4].1 = "";
    led(&manager.post(DESKS, &fields).await);
    // The button pressed twice opens one.
    led(&manager.post(DESKS, &fields).await);
    let page = manager.get(DESKS).await;
    assert_eq!(page.text.matches("<article").count(), 1);
    after(&page, &format!("{DESKS}/"))
}

#[tokio::test(flavor = "multi_thread")]
async fn who_asks_by_a_special_desk_stands_first_and_counts_apart() {
    for engine in Engine::BOTH {
        let centre = Advised::open(engine).await;
        let app = &centre.app;
        let visitor = app.visitor();
        let manager = app.someone("責任者", &[Role::Manager]).await;
        visitor.get("/").await.hides("緊急相談");
        let desk = opens(&manager).await;
        for page in ["/", "/consult", "/consultations/new"] {
            visitor.get(page).await.shows("原油高騰 緊急相談");
        }
        let (first, second) = (app.member("たろう").await, app.member("さくら").await);
        let usual = centre.asks(&first, "").await;
        let asked = asks_by(&second, &desk).await;
        let queue = centre.coordinator.get("/cases").await;
        let place = |case: &str| queue.text.find(&format!("href=\"{case}\"")).unwrap();
        assert!(place(&asked) < place(&usual), "{engine:?}");
        queue.shows("原油高騰 緊急相談");
        // Asked on a Tuesday: found by Wednesday, and not within the usual three days.
        let page = centre.coordinator.get(&asked).await;
        page.shows("12月9日");
        counts_apart(&centre, &manager, &asked).await;
        ends(&centre, &manager, &desk).await;
        app.run_tasks().await;
        centre.app.finish().await;
    }
}

async fn asks_by(who: &Browser, desk: &str) -> String {
    let mut fields = ASKS.to_vec();
    fields.extend([("chosen", ""), ("desk", desk), ("act", "send")]);
    let asked = led(&who.post("/consultations", &fields).await);
    asked.replace("/consultations/", "/cases/")
}

async fn counts_apart(centre: &Advised, manager: &Browser, case: &str) {
    let figures = "/cases/figures?month=2026-12";
    manager.get(figures).await.hides("ふだんの相談");
    centre.assigns(case).await;
    let fields = [
        ("expert", &*centre.id),
        ("mode", "telephone"),
        ("day", "2026-12-08"),
        ("time", "20:00"),
        ("link", ""),
    ];
    let path = format!("{case}/meetings");
    led(&centre.coordinator.post(&path, &fields).await);
    let meeting = after(&centre.coordinator.get(case).await, &format!("{path}/"));
    let clock = &centre.app.clock;
    clock.move_to(kernel::Instant::parse("2026-12-08T20:05:00+09:00").unwrap());
    let expert = centre.app.signed_in(centre.expert.person.unwrap()).await;
    led(&expert
        .post(&format!("/meetings/{meeting}/arrival"), &[])
        .await);
    let manager = centre.app.signed_in(manager.person.unwrap()).await;
    let page = manager.get(figures).await;
    page.shows("緊急相談窓口別");
    page.shows("ふだんの相談");
    let desk = page.text.split("by=desk&amp;is=").nth(1).unwrap();
    let rows = format!(
        "/cases/figures/rows?month=2026-12&by=desk&is={}",
        desk.split('"').next().unwrap()
    );
    let reference = centre.coordinator.get(case).await;
    let (_, rest) = reference.text.split_once("<h1>相談 ").unwrap();
    let (reference, _) = rest.split_once('<').unwrap();
    manager.get(&rows).await.shows(reference);
}

/// From the day after its last it is gone, and nobody can ask by it; what came in goes on.
async fn ends(centre: &Advised, manager: &Browser, desk: &str) {
    let app = &centre.app;
    let manager = app.signed_in(manager.person.unwrap()).await;
    let path = format!("{DESKS}/{desk}/ending");
    let early = [("edition", "1"), ("last", "2026-12-07")];
    assert_eq!(manager.post(&path, &early).await.status, 422);
    let last = [("edition", "1"), ("last", "2026-12-08")];
    led(&manager.post(&path, &last).await);
    assert_eq!(manager.post(&path, &last).await.status, 409);
    app.visitor().get("/").await.shows("原油高騰 緊急相談");
    app.clock.advance(TimeDelta::days(1));
    app.visitor().get("/").await.hides("原油高騰 緊急相談");
    let late = app.member("はじめ").await;
    let mut fields = ASKS.to_vec();
    fields.extend([("chosen", ""), ("desk", desk), ("act", "send")]);
    let refused = late.post("/consultations", &fields).await;
    assert_eq!(refused.status, 422);
    refused.shows("この緊急相談窓口は終わりました");
}
