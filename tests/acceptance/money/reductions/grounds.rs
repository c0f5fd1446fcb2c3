//! Grounds of reductions end, or are withdrawn before they begin.

use testkit::database::Engine;
use tests::{Browser, TestApp};

use super::{
    super::{TERMS, bill_of, open_amount},
    KIND, ask, choice,
};
use crate::acts::input;

/// The page of a ground, from the list.
async fn page_of(browser: &Browser, name: &str) -> String {
    let list = browser.get("/counter/reductions").await;
    let before = list.text.split(&format!("\">{name}</a>")).next().unwrap();
    let link = before.rsplit("href=\"").next().unwrap();
    link.to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_ground_is_ended_by_whoever_issues_it_and_what_was_granted_stays() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (member, counter) = (app.member("花子").await, app.staff().await);
        let (manager, ward) = (app.manager().await, app.ward().await);
        manager.post("/counter/fees/terms", &TERMS).await;
        assert_eq!(ward.post("/counter/reductions", &KIND).await.status, 303);
        let person = member.person.unwrap();
        // Both are for the 15th.
        let first = bill_of(&app, person, 1_000, "K7M-4PX-9TD").await;
        let other = bill_of(&app, person, 1_000, "BBB-BBB-BBB").await;
        let first_page = format!("/counter/bills/{first}/reduction");
        let other_page = format!("/counter/bills/{other}/reduction");
        let kind = choice(&manager.get(&first_page).await, "障害者団体の利用（50");
        assert_eq!(ask(&manager, &first_page, &kind, "").await.status, 303);

        let path = page_of(&ward, "障害者団体の利用").await;
        let shown = ward.get(&path).await;
        shown.shows("1件（未払い、またはこれからの利用）");
        shown.shows("もう認めた減免（1件）は、そのまま残ります");
        counter.get(&path).await.hides("この事由を終わらせる");
        let end = format!("{path}/end");
        let last = |day: &'static str| [("last", day)];
        for (day, said) in [
            ("2026-12-07", "2026年12月8日（火）からあとの日"),
            ("", "日"),
        ] {
            let refused = ward.post(&end, &last(day)).await;
            assert_eq!(refused.status, 422, "{engine:?} {day}");
            refused.shows(said);
        }
        for stranger in [&manager, &counter] {
            let refused = stranger.post(&end, &last("2026-12-10")).await;
            assert_eq!(refused.status, 403, "{engine:?}");
        }
        let seen = input(&manager.get(&other_page).await, "seen");
        let ended = ward.post(&end, &last("2026-12-10")).await;
        assert_eq!(ended.status, 303, "{engine:?} {}", ended.text);
        let later = ward.post(&end, &last("2026-12-20")).await;
        assert_eq!(later.status, 422, "{engine:?}");
        later.shows("もう2026年12月10日（木）で終わることになっています");
        assert_eq!(open_amount(&app, first).await, 500, "{engine:?} it stays");
        // The manager's page was open meanwhile.
        let late = [
            ("kind", kind.as_str()),
            ("reason", "手帳を確認しました"),
            ("seen", &seen),
        ];
        let late = manager.post(&other_page, &late).await;
        assert_eq!(late.status, 409, "{engine:?} {}", late.text);
        late.shows("この減免の事由は、使う日にはもう終わっています");
        assert_eq!(open_amount(&app, other).await, 1_000, "{engine:?}");
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_ground_that_has_not_begun_is_withdrawn_unless_it_was_granted() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (member, manager) = (app.member("花子").await, app.manager().await);
        let mut terms = TERMS;
        terms[0].1 = "manager_fee";
        manager.post("/counter/fees/terms", &terms).await;
        let mut planned = KIND;
        planned[3].1 = "2026-12-12";
        for name in ["はじめの事由", "つぎの事由"] {
            planned[0].1 = name;
            let issued = manager.post("/counter/reductions", &planned).await;
            assert_eq!(issued.status, 303, "{engine:?} {}", issued.text);
        }
        let own = bill_of(&app, member.person.unwrap(), 1_000, "K7M-4PX-9TD").await;
        let path = format!("/counter/bills/{own}/reduction");
        let kind = choice(&manager.get(&path).await, "はじめの事由（50");
        assert_eq!(ask(&manager, &path, &kind, "").await.status, 303);
        let before = [("last", "2026-12-11")];
        let granted = page_of(&manager, "はじめの事由").await;
        let refused = manager.post(&format!("{granted}/end"), &before).await;
        assert_eq!(refused.status, 422, "{engine:?} {}", refused.text);
        refused.shows("取りやめられません");
        let free = page_of(&manager, "つぎの事由").await;
        let withdrawn = manager.post(&format!("{free}/end"), &before).await;
        assert_eq!(withdrawn.status, 303, "{engine:?} {}", withdrawn.text);
        assert_eq!(manager.get(&free).await.status, 404, "{engine:?}");
        app.finish().await;
    }
}
