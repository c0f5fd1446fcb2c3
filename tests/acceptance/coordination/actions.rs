//! What is to be done after a talk.

use chrono::TimeDelta;
use testkit::database::Engine;
use tests::TestApp;

use super::{action, again, agency, entry, id, talked, told};
use crate::{journeys::acts_upon, organisations::with};

#[tokio::test(flavor = "multi_thread")]
async fn what_was_talked_over_leads_to_actions_that_are_done_or_reminded_of() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (ward, manager) = (app.ward().await, app.manager().await);
        let partner = agency(&manager, "見本信用金庫").await;
        let path = entry(&manager, &partner).await;
        let first = action(&manager, &path, "ward", "2026-12-20").await;
        let second = action(&manager, &path, "manager", "2026-12-09").await;
        ward.get(&path).await.shows("2月に開く。");
        ward.get("/coordination").await.shows("残り2件");
        let list = ward.get("/actions").await.text;
        assert!(
            list.find(&second).unwrap() < list.find(&first).unwrap(),
            "{engine:?}"
        );
        // Two correct one entry at once.
        let mended = with(
            &talked(id(&partner)),
            &[("agreed", "3月に開く。"), ("edition", "1")],
        );
        assert_eq!(ward.post(&path, &mended).await.status, 303, "{engine:?}");
        let stale = with(
            &talked(id(&partner)),
            &[("agreed", "開かない。"), ("edition", "1")],
        );
        let stale = manager.post(&path, &stale).await;
        assert_eq!(stale.status, 409, "{engine:?} {}", stale.text);
        stale.shows("3月に開く。");
        stale.shows("開かない。");

        let done = [
            ("edition", "1"),
            ("done_on", "2026-12-08"),
            ("note", "会議室Aを押さえた。"),
        ];
        let later = with(&done, &[("done_on", "2026-12-09")]);
        let later = manager.post(&format!("{second}/completion"), &later).await;
        assert_eq!(later.status, 422, "{engine:?}");
        later.shows("今日までの日付");
        let completed = manager.post(&format!("{second}/completion"), &done).await;
        assert_eq!(completed.status, 303, "{engine:?} {}", completed.text);
        let late = ward.post(&format!("{second}/completion"), &done).await;
        assert_eq!(late.status, 409, "{engine:?}: done already");
        ward.get("/actions").await.shows("会議室Aを押さえた。");
        let reopen = format!("{second}/completion/withdrawal");
        assert_eq!(
            ward.post(&reopen, &[("edition", "2")]).await.status,
            303,
            "{engine:?}"
        );
        assert_eq!(
            ward.post(&reopen, &[("edition", "3")]).await.status,
            409,
            "{engine:?}"
        );
        let done = with(&done, &[("edition", "3")]);
        let completed = manager.post(&format!("{second}/completion"), &done).await;
        assert_eq!(completed.status, 303, "{engine:?} {}", completed.text);

        // The ward's, due on the 20th: reminded of from three days before, and only once.
        app.clock.advance(TimeDelta::days(8));
        assert_eq!(told(&app, "まもなく期限").await, 0, "{engine:?}");
        app.clock.advance(TimeDelta::days(1));
        assert_eq!(
            told(&app, "まもなく期限").await,
            1,
            "{engine:?}: the ward alone"
        );
        app.clock.advance(TimeDelta::days(10));
        assert_eq!(told(&app, "まもなく期限").await, 1, "{engine:?}");
        let ward = again(&app, &ward).await;
        ward.get("/actions").await.shows("期限超過");
        let acts = acts_upon(&app, id(&second)).await;
        let expected = ["entered", "completed", "reopened", "completed"];
        assert_eq!(
            acts,
            expected.map(|act| format!("action.{act}")),
            "{engine:?}"
        );
        let acts = acts_upon(&app, id(&path)).await;
        assert_eq!(
            acts,
            ["coordination.entered", "coordination.edited"],
            "{engine:?}"
        );
        app.finish().await;
    }
}
