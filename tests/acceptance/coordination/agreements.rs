//! Agreements: how long they hold, what follows them, and who is told before they run out.

use chrono::TimeDelta;
use testkit::database::Engine;
use tests::TestApp;
use tokio::task::JoinSet;

use super::{again, agency, agreed, agreement, id, led, told};
use crate::{journeys::acts_upon, organisations::with};

#[tokio::test(flavor = "multi_thread")]
async fn an_agreement_runs_out_is_renewed_once_and_can_be_ended_before_its_time() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (ward, manager) = (app.ward().await, app.manager().await);
        let partner = agency(&manager, "見本信用金庫").await;
        let path = agreement(&manager, &partner).await;
        // Fifty days before 31 January is a Saturday: the Friday before it.
        let page = ward.get(&path).await;
        page.shows("2026年12月11日（金）");
        page.shows("有効");
        let next = [
            ("follows", id(&path)),
            ("valid_from", "2027-02-01"),
            ("valid_until", ""),
        ];
        let next = with(&agreed(id(&partner)), &next);
        let early = ward
            .post("/agreements", &with(&next, &[("valid_from", "2026-02-01")]))
            .await;
        assert_eq!(early.status, 422, "{engine:?} {}", early.text);
        early.shows("更新する協定の初日より後の日");
        let mut race = JoinSet::new();
        for _ in 0..6 {
            let ward = app.ward().await;
            let next: Vec<(String, String)> = next
                .iter()
                .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
                .collect();
            race.spawn(async move {
                let next: Vec<_> = next
                    .iter()
                    .map(|(name, value)| (&**name, &**value))
                    .collect();
                ward.post("/agreements", &next).await.status
            });
        }
        let mut statuses = race.join_all().await;
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 409, 409, 409, 409, 409], "{engine:?}");
        let page = ward.get(&path).await;
        page.shows("次の協定を見る");
        page.hides("次の協定を登録する");
        // Nobody is told of the end of one that was renewed.
        app.clock.advance(TimeDelta::days(20));
        assert_eq!(told(&app, "まもなく終了").await, 0, "{engine:?}");
        let (ward, manager) = (again(&app, &ward).await, again(&app, &manager).await);
        ward.get(&path).await.shows("更新済み");
        ward.get("/agreements").await.shows("これから");
        ward.get("/agreements?state=renewed")
            .await
            .shows("連携協定");

        let end = [
            ("edition", "1"),
            ("ended_on", "2026-12-31"),
            ("ended_why", "支店の統合のため"),
        ];
        let outside = with(&end, &[("ended_on", "2027-02-01"), ("ended_why", " ")]);
        let wrong = ward.post(&format!("{path}/end"), &outside).await;
        assert_eq!(wrong.status, 422, "{engine:?}");
        wrong.shows("有効期間の中の日");
        wrong.shows("終了の理由を書いてください");
        let ended = ward.post(&format!("{path}/end"), &end).await;
        assert_eq!(ended.status, 303, "{engine:?} {}", ended.text);
        let late = manager.post(&format!("{path}/end"), &end).await;
        assert_eq!(late.status, 409, "{engine:?}: ended already");
        late.shows("支店の統合のため");
        let resumed = manager
            .post(&format!("{path}/end/withdrawal"), &[("edition", "2")])
            .await;
        assert_eq!(resumed.status, 303, "{engine:?} {}", resumed.text);
        let file = manager.get("/agreements?state=all&as=csv").await;
        file.shows("\"見本信用金庫\",\"創業支援に関する連携協定\",\"更新済み\"");
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn both_sides_are_told_once_before_an_agreement_runs_out() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (ward, manager) = (app.ward().await, app.manager().await);
        let partner = agency(&manager, "見本信用金庫").await;
        let path = agreement(&manager, &partner).await;
        let ended = with(&agreed(id(&partner)), &[("name", "終えた協定")]);
        let other = led(&ward.post("/agreements", &ended).await);
        let end = [
            ("edition", "1"),
            ("ended_on", "2026-12-31"),
            ("ended_why", "統合のため"),
        ];
        assert_eq!(ward.post(&format!("{other}/end"), &end).await.status, 303);
        app.clock.advance(TimeDelta::days(2));
        assert_eq!(told(&app, "まもなく終了").await, 0, "{engine:?}");
        app.clock.advance(TimeDelta::days(1));
        assert_eq!(
            told(&app, "まもなく終了").await,
            2,
            "{engine:?}: the ward and the manager"
        );
        app.clock.advance(TimeDelta::days(3));
        assert_eq!(told(&app, "まもなく終了").await, 2, "{engine:?}: once");
        let manager = again(&app, &manager).await;
        manager.get("/agreements").await.shows("まもなく終了");
        // Its end is moved: of the new one both are told anew.
        let moved = [("valid_until", "2027-02-28"), ("edition", "1")];
        let moved = with(&agreed(id(&partner)), &moved);
        assert_eq!(manager.post(&path, &moved).await.status, 303, "{engine:?}");
        app.clock.advance(TimeDelta::days(30));
        assert_eq!(told(&app, "まもなく終了").await, 4, "{engine:?}");
        let acts = acts_upon(&app, id(&path)).await;
        let expected = ["entered", "reminded", "edited", "reminded"];
        assert_eq!(
            acts,
            expected.map(|act| format!("agreement.{act}")),
            "{engine:?}"
        );
        app.finish().await;
    }
}
