//! A seminar that is meant for some: who enrols says whether they are one of them.

use ::seminars::{
    entity::{SeminarId, enrolment},
    read,
};
use testkit::database::Engine;
use tests::{Answer, Browser};

use super::Taught;
use crate::consultations::led;

/// A seminar for people who work in the ward.
async fn published(centre: &Taught, way: &str) -> String {
    let mut fields = centre.fields("1", "0");
    fields.extend([("audience", "worker"), ("way", way)]);
    let path = led(&centre.coordinator.post("/counter/seminars", &fields).await);
    led(&centre.lesson(&path, "2026-12-19", "10:00", "12:00").await);
    led(&centre.acts(&centre.coordinator, &path, "review", "").await);
    led(&centre.acts(&centre.manager, &path, "publication", "").await);
    path.rsplit('/').next().unwrap().to_owned()
}

async fn says(who: &Browser, id: &str, within: &str) -> Answer {
    let path = format!("/seminars/{id}/enrolments");
    let fields = [("mode", "here"), ("within", within)];
    who.post(&path, &fields).await
}

async fn rows(centre: &Taught, id: &str) -> Vec<enrolment::Model> {
    let id: SeminarId = id.parse().unwrap();
    let people = read::people(centre.app.app.db.reader(), id).await;
    people.unwrap().into_iter().map(|one| one.row).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_not_meant_is_refused_kindly_and_the_centre_enrols_whom_it_likes() {
    for engine in Engine::BOTH {
        let centre = Taught::open(engine).await;
        let id = published(&centre, "first_come").await;
        let member = centre.app.member("花子").await;
        let page = member.get(&format!("/seminars/{id}")).await;
        page.shows("このセミナーの対象は「区内で働く方」です");
        let missing = says(&member, &id, "").await;
        assert_eq!(missing.status, 422, "{engine:?}");
        missing.shows("対象にあてはまるかどうかを選んでください");
        let outside = says(&member, &id, "no").await;
        assert_eq!(outside.status, 422, "{engine:?}");
        outside.shows("対象の方に限っています");
        let list = [
            ("mode", "here"),
            ("company", "見本商店"),
            ("list", "見本 一郎"),
            ("within", "no"),
        ];
        let company = format!("/seminars/{id}/company");
        assert_eq!(member.post(&company, &list).await.status, 422, "{engine:?}");
        assert!(rows(&centre, &id).await.is_empty(), "{engine:?}");
        led(&says(&member, &id, "yes").await);
        let other = centre.app.member("太郎").await.person.unwrap().to_string();
        let people = format!("/counter/seminars/{id}/people");
        let entered = [
            ("person", other.as_str()),
            ("mode", "here"),
            ("within", "no"),
        ];
        led(&centre.coordinator.post(&people, &entered).await);
        let said: Vec<_> = rows(&centre, &id)
            .await
            .iter()
            .map(|row| row.within)
            .collect();
        assert_eq!(said, [Some(true), Some(false)], "{engine:?}");
        centre
            .coordinator
            .get(&people)
            .await
            .shows("対象：あてはまらない");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn those_for_whom_it_is_meant_are_drawn_before_the_others() {
    for engine in Engine::BOTH {
        let mut centre = Taught::open(engine).await;
        let id = published(&centre, "draw").await;
        for within in ["no", "no", "no", "yes", "no"] {
            let member = centre.app.member("花子").await;
            led(&says(&member, &id, within).await);
        }
        centre.app.run_tasks().await;
        centre.at("2026-12-11T17:05").await;
        centre.app.run_tasks().await;
        let path = format!("/counter/seminars/{id}");
        let edition = centre.edition(&path).await;
        let fields = [
            ("edition", edition.as_str()),
            ("day", "2026-12-15"),
            ("time", "12:00"),
        ];
        led(&centre
            .coordinator
            .post(&format!("{path}/draw"), &fields)
            .await);
        let rows = rows(&centre, &id).await;
        let offered = rows.iter().filter(|row| row.expires_at.is_some());
        let numbers: Vec<_> = offered.map(|row| row.number).collect();
        assert_eq!(numbers, [4], "{engine:?}");
        let page = centre
            .app
            .visitor()
            .get(&format!("/seminars/{id}/draw"))
            .await;
        assert_eq!(page.status, 200);
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}
