//! A time that was asked for: whose it becomes, what happens when nobody takes it, and how many one person
//! can hold.

use accounts::entity::api_token::Scope;
use serde_json::json;
use testkit::database::Engine;

use super::{ASKS, Advised, advises, after, led, slot};
use crate::{acts::input, journeys::letters};

#[tokio::test(flavor = "multi_thread")]
async fn a_time_goes_only_to_an_expert_who_is_at_work_then_and_whoever_loses_it_is_told() {
    for engine in Engine::BOTH {
        let centre = Advised::open(engine).await;
        let app = &centre.app;
        let (_, other) = advises(app, &centre.coordinator, "夕方").await;
        // The other one is not at work on that day.
        let week = format!("/counter/experts/{other}/days");
        let off = [
            ("day", "2026-12-10"),
            ("from", "9:00"),
            ("until", "20:00"),
            ("works", "no"),
        ];
        led(&centre.coordinator.post(&week, &off).await);
        let founder = app.member("さくら").await;
        let case = centre.asks(&founder, &centre.time(13)).await;
        let page = centre.coordinator.get(&case).await;
        page.shows("申込みの時に選ばれた専門家");
        page.shows("選ばれた日時に面談できません");
        let edition = input(&page, "edition");
        let fields = [("edition", &*edition), ("expert", &other)];
        let given = format!("{case}/experts");
        led(&centre.coordinator.post(&given, &fields).await);
        let told = letters(app).await;
        let subjects: Vec<&str> = told.iter().map(|one| one.subject.as_str()).collect();
        let anew = |subject: &&&str| subject.contains("日時を決め直します");
        assert_eq!(
            subjects.iter().filter(anew).count(),
            1,
            "{engine:?} {subjects:?}"
        );
        // A meeting that stands is handed on: whoever had it learns that they need not come.
        let second = app.member("たろう").await;
        let case = centre.asks(&second, &centre.time(15)).await;
        centre.assigns(&case).await;
        let (_, third) = advises(app, &centre.coordinator, "後任").await;
        let meeting = after(
            &centre.expert.get(&case).await,
            &format!("{case}/meetings/"),
        );
        let path = format!("/counter/experts/{}/handover", centre.id);
        let name = format!("to-{meeting}");
        let hands = |to: &str| {
            let fields = [
                ("why".to_owned(), "任期".to_owned()),
                (name.clone(), to.to_owned()),
            ];
            (path.clone(), fields)
        };
        let (to, wish) = hands(&other);
        let wish: Vec<(&str, &str)> = wish.iter().map(|(name, to)| (&**name, &**to)).collect();
        let refused = centre.coordinator.post(&to, &wish).await;
        assert_eq!(refused.status, 409, "{engine:?}");
        let (to, wish) = hands(&third);
        let wish: Vec<(&str, &str)> = wish.iter().map(|(name, to)| (&**name, &**to)).collect();
        led(&centre.coordinator.post(&to, &wish).await);
        let told = letters(app).await;
        let lost = told
            .iter()
            .find(|one| one.subject.contains("担当が替わりました"));
        let ics = lost.unwrap().calendar.as_ref().unwrap();
        assert!(ics.contains("STATUS:CANCELLED"), "{ics}");
        assert!(
            told.iter()
                .any(|one| one.subject.contains("担当から外れました"))
        );
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_time_that_nobody_took_is_called_off_before_it_begins() {
    for engine in Engine::BOTH {
        let mut centre = Advised::open(engine).await;
        let founder = centre.app.member("さくら").await;
        let case = centre.asks(&founder, &centre.time(13)).await;
        let own = case.replace("/cases/", "/consultations/");
        // The answer is promised before the day of the meeting.
        founder.get(&own).await.shows("12月9日");
        centre.at(10, 50).await;
        let early = letters(&centre.app).await;
        let anew = |subject: &str| subject.contains("日時を決め直します");
        assert!(early.iter().all(|one| !anew(&one.subject)), "{engine:?}");
        centre.at(11, 5).await;
        let told = letters(&centre.app).await;
        let mut told = told.iter().filter(|one| anew(&one.subject));
        assert!(
            told.next()
                .unwrap()
                .text
                .contains("担当を決めることができませんでした")
        );
        let other = centre.app.member("たろう").await;
        let taken = format!("{}@2026-12-17T13:00:00+09:00", centre.id);
        assert_ne!(centre.asks(&other, &taken).await, case);
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_person_holds_a_time_once_and_few_of_them() {
    for engine in Engine::BOTH {
        let centre = Advised::open(engine).await;
        let app = &centre.app;
        let (_, second) = advises(app, &centre.coordinator, "二人目").await;
        let founder = app.member("さくら").await;
        centre.asks(&founder, &centre.time(13)).await;
        let mut fields = ASKS.to_vec();
        fields.retain(|(name, _)| *name != "mode");
        let same = slot(&second, 13);
        fields.extend([("mode", "online"), ("chosen", &same), ("act", "send")]);
        let twice = founder.post("/consultations", &fields).await;
        assert_eq!(twice.status, 422, "{engine:?}");
        twice.shows("この時間には、ほかの面談の予定があります");
        for hour in [14, 15] {
            centre.asks(&founder, &centre.time(hour)).await;
        }
        let mut fields = ASKS.to_vec();
        fields.extend([("chosen", ""), ("act", "send")]);
        let fourth = founder.post("/consultations", &fields).await;
        assert_eq!(fourth.status, 409, "{engine:?}");
        fourth.shows("待っている相談がすでに3件あります");
        // The centre itself may ask for them.
        let person = founder.person.unwrap().to_string();
        fields.push(("for", &person));
        led(&app.staff().await.post("/consultations", &fields).await);
        app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_is_told_what_could_not_be_read() {
    let centre = Advised::open(Engine::Sqlite).await;
    let founder = centre.app.member("さくら").await.person.unwrap();
    let token = centre.app.token(founder, Scope::Write).await;
    let program = centre.app.visitor().with_token(&token);
    let asks = json!({
        "fields": ["founding"], "about": "店を開きたい。", "stage": "preparing",
        "industry": "retail", "in_ward": true, "mode": "centre", "agreed": true, "times": "いつでも",
    });
    let id = &centre.id;
    let at = "2026-12-10T13:00:00+09:00";
    for (wrong, named) in [
        (
            json!({ "expert_id": "nobody", "starts_at": at }),
            "expert_id",
        ),
        (json!({ "expert_id": id, "starts_at": "明日" }), "starts_at"),
        (json!({ "expert_id": id }), "starts_at"),
        (json!({ "starts_at": at }), "expert_id"),
        (json!({ "fields": ["founding", "magic"] }), "fields"),
        (json!({ "lang": "la" }), "lang"),
        (json!({ "urgent": "very" }), "urgent"),
    ] {
        let mut body = asks.clone();
        for (name, value) in wrong.as_object().unwrap() {
            body[name] = value.clone();
        }
        let refused = program.post_json("/api/v1/consultations", &body, &[]).await;
        assert_eq!(refused.status, 422, "{wrong}");
        assert_eq!(refused.json()["errors"][0]["field"], named, "{wrong}");
    }
    let hours = "/api/v1/consultation-hours?mode=centre&from=2026-12-10&until=2026-12-10";
    for wrong in ["expert=x", "field=magic", "lang=la"] {
        let refused = program.get(&format!("{hours}&{wrong}")).await;
        assert_eq!(refused.status, 422, "{wrong}");
    }
    let none = program.get("/api/v1/consultations").await.json();
    assert_eq!(none["items"], json!([]));
    centre.app.finish().await;
}
