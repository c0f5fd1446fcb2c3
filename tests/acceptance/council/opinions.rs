//! Opinions: about a programme, what became of them, where they stand.

use testkit::database::Engine;
use tests::{Answer, Browser, TestApp};

use super::{MEETING, OPINION, council, led, linked, meeting, opinion};
use crate::{
    coordination::id,
    journeys::acts_upon,
    organisations::with,
    plans::{begun, decide, programme, revise, submit, written},
};

const REPLY: [(&str, &str); 4] = [
    ("edition", "1"),
    ("outcome", "adopted"),
    ("reply", "火曜の夜に始めました。"),
    ("replied_on", "2026-12-08"),
];

/// Gives an opinion about a programme.
async fn about(browser: &Browser, meeting: &str, programme: &str) -> Answer {
    let fields = with(&OPINION, &[("programme", id(programme))]);
    browser.post(&format!("{meeting}/opinions"), &fields).await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_opinion_about_a_programme_stands_on_its_page_with_what_became_of_it() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (ward, manager) = (app.ward().await, app.manager().await);
        let plan = begun(&manager, "2027").await;
        written(&ward, &manager, &plan).await;
        let one = programme(&manager, &plan).await;
        let council = council(&ward, "見本産業交流会議").await;
        let met = meeting(&ward, &council).await;
        let form = format!("{met}/opinions/new");
        // A draft is the manager's: nobody speaks of it.
        ward.get(&form).await.shows("承認された計画がまだない");
        let early = about(&ward, &met, &one).await;
        assert_eq!(early.status, 422, "{engine:?}: {}", early.text);
        early.shows("事業を一覧から選んでください");
        ward.get(&met).await.shows("この会議の意見はまだありません");

        assert_eq!(submit(&manager, &plan).await.status, 303);
        assert_eq!(decide(&ward, &plan, ["approve", ""]).await.status, 303);
        ward.get(&form).await.shows("創業・起業への支援");
        led(&about(&ward, &met, &one).await);
        let path = linked(&ward.get(&met).await, "/opinions/");
        ward.get(&path).await.shows("創業・起業への支援");
        ward.get(&one).await.shows("対応待ち");
        led(&manager.post(&format!("{path}/answer"), &REPLY).await);
        let page = manager.get(&one).await;
        page.shows("夜の相談を増やしてほしい。");
        page.shows("反映した");
        page.shows("火曜の夜に始めました。");
        page.hides("引き継いだ事業への意見");
        ward.get("/opinions?q=創業・起業への支援")
            .await
            .shows("夜の相談を増やして");
        for (sheet, of) in [
            (format!("{met}/sheet"), "paper"),
            ("/opinions?as=csv".into(), "file"),
        ] {
            let said = ward.get(&sheet).await;
            assert!(said.text.contains("創業・起業への支援"), "{engine:?}: {of}");
        }

        // The next version of the plan has the same programme, and so has the plan that carries it on.
        assert_eq!(revise(&manager, &plan, "増えたため").await.status, 303);
        manager.get(&one).await.shows("火曜の夜に始めました。");
        let edit = with(&OPINION, &[("programme", id(&one)), ("edition", "2")]);
        led(&ward.post(&path, &edit).await);
        let fields = [("kind", "annual"), ("first", "2028"), ("from", id(&plan))];
        let next = led(&manager.post("/plans", &fields).await);
        let carried = programme(&manager, &next).await;
        assert_ne!(id(&carried), id(&one), "{engine:?}");
        let page = manager.get(&carried).await;
        page.shows("引き継いだ事業への意見");
        page.shows("火曜の夜に始めました。");
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_meeting_speaks_of_the_plans_of_its_time_only() {
    let app = TestApp::start(Engine::Sqlite).await;
    let (ward, manager) = (app.ward().await, app.manager().await);
    let plan = begun(&manager, "2027").await;
    written(&ward, &manager, &plan).await;
    let one = programme(&manager, &plan).await;
    assert_eq!(submit(&manager, &plan).await.status, 303);
    assert_eq!(decide(&ward, &plan, ["approve", ""]).await.status, 303);
    let council = council(&ward, "見本産業交流会議").await;
    let met = meeting(&ward, &council).await;
    let path = opinion(&ward, &met).await;
    let long_ago = with(&MEETING, &[("number", "2"), ("held_on", "2024-05-01")]);
    let long_ago = led(&ward.post(&format!("{council}/meetings"), &long_ago).await);
    let form = ward.get(&format!("{long_ago}/opinions/new")).await;
    form.hides("創業・起業への支援");
    assert_eq!(about(&ward, &long_ago, &one).await.status, 422);
    let nonsense = with(&OPINION, &[("programme", "創業"), ("edition", "1")]);
    let nonsense = ward.post(&path, &nonsense).await;
    assert_eq!(nonsense.status, 422, "{}", nonsense.text);
    nonsense.shows("事業を一覧から選んでください");
    ward.get(&one).await.hides("夜の相談を増やして");
    app.run_tasks().await;
    app.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn opinions_are_answered_searched_for_and_taken_away_as_a_file() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (ward, manager) = (app.ward().await, app.manager().await);
        ward.get("/opinions").await.shows("意見はまだありません");
        let council = council(&ward, "見本産業交流会議").await;
        let meeting = meeting(&ward, &council).await;
        let path = opinion(&ward, &meeting).await;
        manager
            .get("/opinions?outcome=open")
            .await
            .shows("夜の相談を増やして");
        let answer = format!("{path}/answer");
        let wrong = with(
            &REPLY,
            &[
                ("outcome", "maybe"),
                ("reply", ""),
                ("replied_on", "2026-12-09"),
            ],
        );
        let wrong = manager.post(&answer, &wrong).await;
        assert_eq!(wrong.status, 422, "{engine:?}");
        for said in [
            "どうなったかを選んで",
            "対応の説明を書いて",
            "今日までの日付",
        ] {
            wrong.shows(said);
        }
        led(&manager.post(&answer, &REPLY).await);
        // Somebody else answered in the meantime: what they said is shown, nothing is overwritten.
        let stale = with(
            &REPLY,
            &[("outcome", "not_adopted"), ("reply", "できません。")],
        );
        let stale = ward.post(&answer, &stale).await;
        assert_eq!(stale.status, 409, "{engine:?} {}", stale.text);
        stale.shows("火曜の夜に始めました。");
        stale.shows("できません。");
        ward.get("/opinions?outcome=open")
            .await
            .shows("当てはまる意見はありません");
        ward.get("/opinions?q=夜の相談").await.shows("反映した");
        let edited = with(&OPINION, &[("about", "夜間の相談"), ("edition", "2")]);
        led(&ward.post(&path, &edited).await);
        let file = ward.get("/opinions?as=csv").await;
        file.shows("\"見本産業交流会議\",\"1\",\"2026-12-01\",\"見本 太郎会長\",\"夜の相談を増やしてほしい。\",\"\",\"夜間の相談\",\"反映した\"");
        let acts = acts_upon(&app, id(&path)).await;
        let expected = ["opinion.entered", "opinion.answered", "opinion.edited"];
        assert_eq!(acts, expected, "{engine:?}");
        app.run_tasks().await;
        app.finish().await;
    }
}
