//! Who decides while somebody is away (代理): in the time and at no other, and never about their own.

use chrono::TimeDelta;
use kernel::Role;
use testkit::database::Engine;
use tests::{Answer, Browser, TestApp};
use tokio::task::JoinSet;

use crate::{
    acts::input,
    journeys::{acts_upon, letters},
    policies::{decide, issued, shown},
};

const PATH: &str = "/approvals/deputies";

/// Names a deputy of somebody who decides for a side.
pub(crate) async fn named(
    by: &Browser,
    (side, away): (&str, &Browser),
    deputy: &Browser,
    [from, until]: [&str; 2],
) -> Answer {
    let away = format!("{side}:{}", away.person.unwrap());
    let deputy = deputy.person.unwrap().to_string();
    let fields = [
        ("away", away.as_str()),
        ("deputy", &deputy),
        ("from", from),
        ("until", until),
    ];
    by.post(PATH, &fields).await
}

/// The path of the naming that the list shows with a button.
fn listed(page: &Answer) -> String {
    let form = page
        .text
        .split_once("action=\"/approvals/deputies/")
        .unwrap();
    let id = form.1.split_once('/').unwrap().0;
    format!("{PATH}/{id}/ending")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deputy_decides_in_the_time_and_neither_before_nor_after() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (ward, manager) = (app.ward().await, app.manager().await);
        let deputy = app.someone("代理", &[Role::Reception]).await;
        let before = issued(&ward, "創業・起業").await;
        let days = ["2026-12-10", "2026-12-12"];
        let done = named(&manager, ("manager", &manager), &deputy, days).await;
        assert_eq!(done.status, 303, "{engine:?} {}", done.text);
        manager.get(PATH).await.shows("見本 代理");
        assert_eq!(deputy.get("/approvals").await.status, 403, "{engine:?}");
        assert_eq!(deputy.get(&before).await.status, 403, "{engine:?}");
        deputy.get("/counter").await.hides("href=\"/approvals\"");
        let of = shown(&manager, &before).await;
        let early = decide(&deputy, &before, &of, ["approve", ""]).await;
        assert_eq!(early.status, 403, "{engine:?}: not before");

        app.clock.advance(TimeDelta::days(2));
        let (ward, deputy) = (again(&app, &ward).await, again(&app, &deputy).await);
        let meanwhile = issued(&ward, "維持・発展").await;
        let all = letters(&app).await;
        let asked = all.iter().filter(|one| one.subject.contains("維持・発展"));
        assert_eq!(asked.count(), 1, "{engine:?}: instead of whoever is away");
        assert!(
            all.iter()
                .any(|one| one.subject.contains("【代理のお願い】"))
        );
        deputy.get("/counter").await.shows("href=\"/approvals\"");
        deputy.get("/approvals").await.shows("創業・起業");
        deputy.get(&before).await.shows("承知する");
        let done = decide(&deputy, &before, &of, ["approve", "承りました。"]).await;
        assert_eq!(done.status, 303, "{engine:?} {}", done.text);
        ward.get(&before).await.shows("見本 館長の代理");
        assert!(
            recorded_deputy(&app, manager.person.unwrap()).await,
            "{engine:?}: the log says in whose place"
        );

        app.clock.advance(TimeDelta::days(3));
        let deputy = again(&app, &deputy).await;
        let of = shown(&again(&app, &manager).await, &meanwhile).await;
        let late = decide(&deputy, &meanwhile, &of, ["approve", ""]).await;
        assert_eq!(late.status, 403, "{engine:?}: not after");
        assert_eq!(deputy.get("/approvals").await.status, 403, "{engine:?}");
        app.run_tasks().await;
        app.finish().await;
    }
}

/// The same person after some days, when the session is over.
async fn again(app: &TestApp, browser: &Browser) -> Browser {
    app.signed_in(browser.person.unwrap()).await
}

/// Whether the log has an approval in the place of this person.
async fn recorded_deputy(app: &TestApp, away: kernel::PersonId) -> bool {
    use sea_orm::EntityTrait;
    app.run_tasks().await;
    let all = kernel::events::Entity::find();
    let all = all.all(app.app.db.reader()).await.unwrap();
    all.iter()
        .filter(|event| event.kind == "approval.approved")
        .any(|event| event.facts.contains(&away.to_string()))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deputy_does_not_decide_about_their_own_and_not_after_an_early_end() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (ward, manager) = (app.ward().await, app.manager().await);
        let both = [Role::WardOfficer, Role::Coordinator];
        let deputy = app.someone("両方", &both).await;
        let days = ["2026-12-08", "2026-12-31"];
        let done = named(&manager, ("manager", &manager), &deputy, days).await;
        assert_eq!(done.status, 303, "{engine:?} {}", done.text);
        let (own, other) = (
            issued_beside(&app, &deputy, "創業・起業").await,
            issued(&ward, "維持・発展").await,
        );
        let of = shown(&ward, &own).await;
        let refused = decide(&deputy, &own, &of, ["approve", ""]).await;
        assert_eq!(refused.status, 403, "{engine:?} {}", refused.text);

        let of = shown(&ward, &other).await;
        let ending = listed(&manager.get(PATH).await);
        assert_eq!(deputy.post(&ending, &[]).await.status, 403, "{engine:?}");
        assert_eq!(ward.post(&ending, &[]).await.status, 403, "{engine:?}");
        assert_eq!(manager.post(&ending, &[]).await.status, 303, "{engine:?}");
        let twice = manager.post(&ending, &[]).await;
        assert_eq!(twice.status, 409, "{engine:?}");
        twice.shows("もう終わっています");
        twice.shows("途中で終了");
        let late = decide(&deputy, &other, &of, ["approve", ""]).await;
        assert_eq!(late.status, 403, "{engine:?}: it was ended");
        let id = ending.rsplit('/').nth(1).unwrap();
        let acts = acts_upon(&app, id).await;
        assert_eq!(acts, ["approval_deputy.named", "approval_deputy.ended"]);
        let all = letters(&app).await;
        assert!(all.iter().any(|one| one.subject.contains("【代理の終了】")));
        // The days are free again.
        let done = named(&manager, ("manager", &manager), &deputy, days).await;
        assert_eq!(done.status, 303, "{engine:?} {}", done.text);
        app.run_tasks().await;
        app.finish().await;
    }
}

/// A policy that a deputy hands in: another manager is there who can answer.
async fn issued_beside(app: &TestApp, deputy: &Browser, field: &str) -> String {
    let _other = app.manager().await;
    issued(deputy, field).await
}

#[tokio::test(flavor = "multi_thread")]
async fn one_deputy_at_a_time_of_the_same_side_for_a_year_at_most() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (ward, manager) = (app.ward().await, app.manager().await);
        let officer = app.someone("係", &[Role::WardOfficer]).await;
        let reception = app.staff().await;
        let week = ["2026-12-14", "2026-12-18"];
        for (deputy, days, status, said) in [
            (&ward, week, 422, "別の人を選んでください"),
            (&reception, week, 422, "同じ側の職員から選んでください"),
            (
                &officer,
                ["2026-12-07", "2026-12-09"],
                422,
                "それより後の日",
            ),
            (&officer, ["2026-12-09", ""], 422, "日付を選んでください"),
            (
                &officer,
                ["2026-12-14", "2026-12-13"],
                422,
                "初日の2026年12月14日",
            ),
            (
                &officer,
                ["2026-12-14", "2027-12-14"],
                422,
                "2027年12月13日（月）まで",
            ),
            (&officer, week, 303, ""),
            (
                &officer,
                ["2026-12-18", "2026-12-20"],
                409,
                "2026年12月14日（月）から2026年12月18日（金）まで",
            ),
            (&officer, ["2026-12-19", "2026-12-20"], 303, ""),
        ] {
            let answer = named(&ward, ("ward", &ward), deputy, days).await;
            assert_eq!(answer.status, status, "{engine:?} {days:?}");
            if status != 303 {
                answer.shows(said);
            }
        }
        let other = named(&manager, ("ward", &ward), &officer, ["2027-01-04"; 2]).await;
        assert_eq!(other.status, 403, "{engine:?}: another side");
        let own = named(&officer, ("ward", &ward), &officer, ["2027-01-04"; 2]).await;
        assert_eq!(own.status, 403, "{engine:?}: an officer does not decide");
        assert_eq!(input(&ward.get(PATH).await, "from"), "");

        let mut race = JoinSet::new();
        for _ in 0..6 {
            let (by, ward) = (app.ward().await, ward.clone());
            let officer = officer.clone();
            race.spawn(async move {
                let days = ["2027-02-01", "2027-02-10"];
                named(&by, ("ward", &ward), &officer, days).await.status
            });
        }
        let mut statuses = race.join_all().await;
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 409, 409, 409, 409, 409], "{engine:?}");
        app.run_tasks().await;
        app.finish().await;
    }
}
