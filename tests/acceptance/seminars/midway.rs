//! A course is called off, or given up, after its first lesson: who was there stays known, and it is said what
//! becomes of the fees.

use testkit::database::Engine;
use tests::{Answer, Browser};

use super::{
    Taught,
    fees::{bill, pays},
};
use crate::consultations::led;

const SATURDAYS: [&str; 2] = ["2026-12-12", "2026-12-19"];

/// A course of two lessons for 3,000 yen; its identifier and its lessons.
async fn course(centre: &Taught, days: [&str; 2]) -> (String, [String; 2]) {
    let mut fields = centre.fields("3", "0");
    fields.push(("fee_yen", "3000"));
    let path = led(&centre.coordinator.post("/counter/seminars", &fields).await);
    for day in days {
        led(&centre.lesson(&path, day, "10:00", "12:00").await);
    }
    led(&centre.acts(&centre.coordinator, &path, "review", "").await);
    led(&centre.acts(&centre.manager, &path, "publication", "").await);
    let page = centre.coordinator.get(&path).await;
    let mut lessons = page.text.split("/counter/lessons/").skip(1);
    let mut next = || {
        let (id, _) = lessons
            .find(|rest| rest.contains("/attendance"))?
            .split_once('/')?;
        Some(format!("/counter/lessons/{id}"))
    };
    let [first, second] = [next().unwrap(), next().unwrap()];
    assert_ne!(first, second);
    (path.rsplit('/').next().unwrap().to_owned(), [first, second])
}

async fn calls_off(centre: &Taught, id: &str, fees: &str) -> Answer {
    let path = format!("/counter/seminars/{id}");
    let edition = centre.edition(&path).await;
    let fields = [
        ("edition", edition.as_str()),
        ("why", "講師の急病のため"),
        ("fees", fees),
    ];
    centre
        .coordinator
        .post(&format!("{path}/calling-off"), &fields)
        .await
}

/// Marks that somebody was at a lesson, or tries to.
async fn marks(who: &Browser, lesson: &str, own: &str) -> Answer {
    let who_came = own.rsplit('/').next().unwrap();
    let fields = [("who", who_came), ("state", "present")];
    who.post(&format!("{lesson}/attendance"), &fields).await
}

#[tokio::test(flavor = "multi_thread")]
async fn who_was_there_can_still_be_marked_and_the_fees_stand_when_it_is_said() {
    for engine in Engine::BOTH {
        let mut centre = Taught::open(engine).await;
        let (id, [first, second]) = course(&centre, SATURDAYS).await;
        let (_, paid) = centre.enrols(&id).await;
        let (_, open) = centre.enrols(&id).await;
        let (leaves, left) = centre.enrols(&id).await;
        for own in [&paid, &left] {
            pays(&centre, own).await;
        }
        let path = format!("/counter/seminars/{id}");
        let early = centre.acts(&centre.coordinator, &path, "report", "x").await;
        assert_eq!(early.status, 409, "{engine:?}");

        centre.at("2026-12-12T13:00").await;
        led(&marks(&centre.coordinator, &first, &paid).await);
        let leaves = centre.app.signed_in(leaves.person.unwrap()).await;
        led(&leaves.post(&format!("{left}/cancellation"), &[]).await);
        led(&marks(&centre.coordinator, &first, &left).await);
        let unsaid = calls_off(&centre, &id, "").await;
        assert_eq!(unsaid.status, 422, "{engine:?}");
        unsaid.shows("請求した参加費をどうするかを選んでください");
        assert_eq!(centre.counts(&id).await, ([2, 0, 0], 2), "{engine:?}");
        led(&calls_off(&centre, &id, "stand").await);
        for (own, owed) in [(&paid, 0), (&open, 3_000), (&left, 0)] {
            assert_eq!(bill(&centre, own).await.1, owed, "{engine:?}");
        }

        // The list of the first lesson was still on paper.
        led(&marks(&centre.coordinator, &first, &open).await);
        let list = format!("{first}/attendance");
        let who = open.rsplit('/').next().unwrap();
        let undoing = format!("{list}/undoing");
        led(&centre.coordinator.post(&undoing, &[("who", who)]).await);
        centre
            .coordinator
            .get(&list)
            .await
            .shows("出席2人（名簿3人）");
        led(&marks(&centre.coordinator, &first, &open).await);
        centre
            .coordinator
            .get(&list)
            .await
            .shows("出席3人（名簿3人）");
        for own in [&paid, &open, &left] {
            let never = marks(&centre.coordinator, &second, own).await;
            assert_eq!(never.status, 409, "{engine:?}");
        }
        let words = "1回目に3人が受講した。";
        led(&centre
            .acts(&centre.coordinator, &path, "report", words)
            .await);
        let page = centre.coordinator.get(&path).await;
        page.shows(words);
        page.shows("中止の理由");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn fees_are_forgiven_when_that_is_said_and_nothing_is_reported_of_what_never_began() {
    for engine in Engine::BOTH {
        let mut centre = Taught::open(engine).await;
        let (id, _) = course(&centre, SATURDAYS).await;
        let (other, _) = course(&centre, ["2026-12-13", "2026-12-20"]).await;
        let (_, own) = centre.enrols(&id).await;
        pays(&centre, &own).await;
        // Before the first lesson nobody is asked, and nobody owes anything.
        led(&calls_off(&centre, &other, "").await);
        let path = format!("/counter/seminars/{other}");
        let never = centre.acts(&centre.coordinator, &path, "report", "x").await;
        assert_eq!(never.status, 409, "{engine:?}");
        centre.at("2026-12-12T13:00").await;
        led(&calls_off(&centre, &id, "forgiven").await);
        assert_eq!(bill(&centre, &own).await.1, -3_000, "{engine:?}");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}
