//! What the manager carries out beside the plan: proposed to the ward, answered, named by own uses; and
//! what is in the approved plan of the year, and nothing else, is named.

use testkit::database::Engine;
use tests::{Answer, Browser, TestApp};
use tokio::task::JoinSet;

use crate::{
    acts::{Form, TUESDAY},
    journeys::{acts_upon, letters},
    own_uses::{proposed, reason},
    plans,
};

async fn answers(ward: &Browser, path: &str, decision: &str, words: &str) -> Answer {
    let answer = [("seen", "1"), ("decision", decision), ("words", words)];
    ward.post(&format!("{path}/decision"), &answer).await
}

/// An own use on a day for what has this identifier.
fn used_for(app: &TestApp, date: &str, reason: &str, programme: &str) -> Form {
    Form::new(app.fixture.room, "10:00", "12:00")
        .with("date", date)
        .with("reason", reason)
        .with("programme", programme)
}

#[tokio::test(flavor = "multi_thread")]
async fn an_initiative_is_returned_proposed_again_and_consented_to() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (manager, ward, staff) = (app.manager().await, app.ward().await, app.staff().await);
        reason(&app, "センターの主催事業").await;
        manager
            .get("/plans/initiatives")
            .await
            .shows("自主事業はまだありません");
        staff.get("/counter/own-uses/new").await.hides("朝の交流会");
        let path = proposed(&manager, "2026", "朝の交流会").await;
        let page = ward.get(&path).await;
        page.shows("月に一度。");
        page.shows("承諾する");
        page.hides("取り下げる");
        manager.get(&path).await.hides("承諾する");
        assert_eq!(staff.get(&path).await.status, 403, "{engine:?}");
        // The same is proposed once, and nobody answers without a reason to mend it.
        let fields = [
            ("year", "2026"),
            ("name", "朝の交流会"),
            ("summary", "週に一度。"),
        ];
        let twice = manager.post("/plans/initiatives", &fields).await;
        assert_eq!(twice.status, 409, "{engine:?} {}", twice.text);
        twice.shows("その年度に同じ名称の自主事業があります");
        twice.shows("週に一度。");
        let silent = answers(&ward, &path, "return", "").await;
        assert_eq!(silent.status, 422, "{engine:?} {}", silent.text);
        app.clock.advance(chrono::TimeDelta::milliseconds(1));
        let returned = answers(&ward, &path, "return", "費用を書いてください。").await;
        assert_eq!(returned.status, 303, "{engine:?} {}", returned.text);
        let again = manager.get(&path).await;
        again.shows("費用を書いてください。");
        again.shows("直して申し出直す");
        let id = path.rsplit('/').next().unwrap().to_owned();
        let form = manager
            .get(&format!("/plans/initiatives/new?of={id}"))
            .await;
        form.shows("value=\"朝の交流会\"");
        form.shows("月に一度。");

        let second = proposed(&manager, "2026", "朝の交流会").await;
        let stale = [("seen", "2"), ("decision", "approve"), ("words", "")];
        let stale = ward.post(&format!("{second}/decision"), &stale).await;
        assert_eq!(stale.status, 409, "{engine:?} {}", stale.text);
        assert_eq!(answers(&ward, &second, "approve", "").await.status, 303);
        manager
            .get(&second)
            .await
            .shows("令和8年度のセンター使用で");
        staff
            .get("/counter/own-uses/new")
            .await
            .shows("令和8年度　自主事業　朝の交流会");
        let expected = ["initiative.proposed", "initiative.returned"];
        assert_eq!(acts_upon(&app, &id).await, expected, "{engine:?}");
        let told = letters(&app).await;
        let of = |word: &str| told.iter().filter(|one| one.subject.contains(word)).count();
        assert_eq!(
            of("自主事業　朝の交流会"),
            4,
            "{engine:?}: each side is told each time"
        );
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_those_who_propose_the_same_at_once_one_does() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        app.ward().await;
        let mut race = JoinSet::new();
        for _ in 0..6 {
            let manager = app.manager().await;
            race.spawn(async move {
                let fields = [
                    ("year", "2026"),
                    ("name", "見本市"),
                    ("summary", "年に一度。"),
                ];
                manager.post("/plans/initiatives", &fields).await.status
            });
        }
        let mut statuses = race.join_all().await;
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 409, 409, 409, 409, 409], "{engine:?}");
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_in_the_approved_plan_of_the_year_is_not_offered() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (manager, ward, staff) = (app.manager().await, app.ward().await, app.staff().await);
        let reason = reason(&app, "センターの主催事業").await;
        let empty = staff.get("/counter/own-uses/new").await;
        empty.shows("いま選べる事業がありません");
        empty.hides("計画を見る");
        manager
            .get("/counter/own-uses/new")
            .await
            .shows("計画を見る");

        let path = plans::begun(&manager, "2027").await;
        plans::written_for(&ward, &manager, &path, 2027).await;
        let programme = plans::programme(&manager, &path).await;
        let programme = programme.rsplit('/').next().unwrap().to_owned();
        let next = used_for(&app, "2027-06-15", &reason, &programme);
        let early = async |says: &str| {
            let refused = staff.post("/counter/own-uses", &next.fields()).await;
            assert_eq!(refused.status, 422, "{engine:?} {}", refused.text);
            refused.shows(says);
        };
        early("2027年6月15日（火）の年度の、承認された事業計画にも").await;
        assert_eq!(plans::submit(&manager, &path).await.status, 303);
        early("承認された事業計画にも").await;
        let decided = plans::decide(&ward, &path, ["approve", ""]).await;
        assert_eq!(decided.status, 303, "{engine:?} {}", decided.text);
        let entered = staff.post("/counter/own-uses", &next.fields()).await;
        assert_eq!(entered.status, 303, "{engine:?} {}", entered.text);
        // Without words of its own it is called as the programme is.
        let own = entered.location;
        staff
            .get("/counter?date=2027-06-15&view=table")
            .await
            .shows("センター使用　創業");
        let list = ward.get("/counter/own-uses?month=2027-06").await;
        list.shows(&format!("href=\"{own}\""));

        // Of the plan of another year it is not; a use is not moved there either.
        let this = used_for(&app, TUESDAY, &reason, &programme);
        let refused = staff.post("/counter/own-uses", &this.fields()).await;
        assert_eq!(refused.status, 422, "{engine:?}");
        let moved = this.with("starts_at", "13:00").with("ends_at", "15:00");
        let moved = staff.post(&format!("{own}/change"), &moved.fields()).await;
        assert_eq!(moved.status, 422, "{engine:?} {}", moved.text);
        moved.shows("2026年12月15日（火）の年度の");
        let later = next.with("date", "2027-06-22");
        let moved = staff.post(&format!("{own}/change"), &later.fields()).await;
        assert_eq!(moved.status, 303, "{engine:?} {}", moved.text);
        app.run_tasks().await;
        app.finish().await;
    }
}
