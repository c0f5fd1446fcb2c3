//! What is wrong is said beside its field, and changes nothing.

use testkit::database::Engine;
use tests::TestApp;

use super::{all, entered, enters, form, initiative, looks, proposed, reason, why};
use crate::acts::Rows;

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_with_an_own_use_is_named_and_nothing_is_taken() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let staff = app.staff().await;
        let why = why(&app, "区の主催事業").await;
        let right = form(&app, ["10:00", "12:00"], &why);
        let next = initiative(&app, "2027", "翌年度の取組").await;
        let unanswered = proposed(&app.manager().await, "2026", "答えを待つ取組").await;
        let unanswered = unanswered.rsplit('/').next().unwrap().to_owned();
        let before = Rows::of(&app).await;
        let long = "塾".repeat(101);
        for (field, value, says) in [
            ("space_id", "", "場所を選んでください"),
            (
                "space_id",
                "0198a3c0-0000-7000-8000-000000000001",
                "場所を選んでください",
            ),
            ("unit", "Z9", "この名前の席・区画はありません"),
            ("date", "2026-12-07", "もう終わった日時です"),
            ("date", "2026-02-30", "日付を選んでください"),
            (
                "date",
                "2029-12-15",
                "2028年12月7日（木）までの日時を入れてください",
            ),
            ("starts_at", "25:00", "はじまりの日時を確かめてください"),
            ("ends_at", "10:00", "おわりは、はじまりより後"),
            ("times", "53", "1から52まで"),
            ("times", "x", "1から52まで"),
            ("reason", "", "事由を選んでください"),
            ("reason", "x", "事由を選んでください"),
            ("programme", "", "どの事業のための使用か"),
            ("programme", "x", "どの事業のための使用か"),
            ("programme", &next, "2026年12月15日（火）の年度の"),
            ("programme", &unanswered, "2026年12月15日（火）の年度の"),
            ("title", &long, "内容は100字まで"),
            ("title", "創業塾\n第3回", "登録できない文字"),
            ("without", "2026-12-15", "すべての回を除いています"),
        ] {
            let wrong = right.clone().with(field, value);
            for answer in [looks(&staff, &wrong).await, enters(&staff, &wrong).await] {
                assert_eq!(
                    answer.status, 422,
                    "{engine:?} {field}={value}: {}",
                    answer.text
                );
                answer.shows(says);
                answer.shows("action=\"/counter/own-uses/confirmation\"");
            }
        }
        assert_eq!(Rows::of(&app).await, before);
        assert!(all(&app).await.is_empty());
        entered(&enters(&staff, &right).await);
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reason_that_has_ended_is_given_for_no_later_day_and_stays_in_lists() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (manager, staff) = (app.manager().await, app.staff().await);
        let page = "/counter/own-use-reasons";
        staff
            .get("/counter/own-uses/new")
            .await
            .shows("先に館長が事由を加えます");
        manager.get(page).await.shows("選べる事由がまだありません");
        for (name, from, says) in [
            ("", "2026-12-08", "事由を書いてください"),
            ("区の主催事業", "", "日付を選んでください"),
            ("区の主催事業", "9999-12-31", "日付を選んでください"),
        ] {
            let refused = manager.post(page, &[("name", name), ("from", from)]).await;
            assert_eq!(refused.status, 422, "{}", refused.text);
            refused.shows(says);
        }
        let why = why(&app, "区の主催事業").await;
        let id = &why.reason;
        let twice = [("name", "区の主催事業"), ("from", "2026-12-08")];
        let twice = manager.post(page, &twice).await;
        assert_eq!(twice.status, 422, "{}", twice.text);
        twice.shows("同じ事由があります");

        let own = form(&app, ["10:00", "12:00"], &why);
        entered(&enters(&staff, &own).await);
        let end = format!("{page}/{id}/end");
        let refused = manager.post(&end, &[("last", "x")]).await;
        assert_eq!(refused.status, 422, "{}", refused.text);
        let ended = manager.post(&end, &[("last", "2026-12-15")]).await;
        assert_eq!(ended.status, 303, "{}", ended.text);
        let again = manager.post(&end, &[("last", "2026-12-31")]).await;
        assert_eq!(again.status, 409, "{}", again.text);
        again.shows("この事由は、もう終わっています");

        let same_day = own
            .clone()
            .with("starts_at", "13:00")
            .with("ends_at", "14:00");
        entered(&enters(&staff, &same_day).await);
        let later = enters(&staff, &own.with("date", "2026-12-16")).await;
        assert_eq!(later.status, 422, "{}", later.text);
        later.shows("2026年12月16日（水）の使用には選べません");
        // A new one of the same name may follow.
        reason(&app, "区の主催事業").await;
        let list = app
            .ward()
            .await
            .get("/counter/own-uses?month=2026-12")
            .await;
        list.shows("区の主催事業");
        app.run_tasks().await;
        app.finish().await;
    }
}
