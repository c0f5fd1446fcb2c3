//! At the door: a ticket is read, by two at once; somebody comes without having enrolled.

use testkit::database::Engine;

use super::{Taught, lesson_of};
use crate::{consultations::led, journeys::acts_upon};

#[tokio::test(flavor = "multi_thread")]
async fn a_ticket_that_two_read_counts_once_and_the_second_is_told_since_when() {
    for engine in Engine::BOTH {
        let mut centre = Taught::open(engine).await;
        let id = centre.published("2").await;
        let (who, own) = centre.enrols(&id).await;
        let (stranger, _) = centre.enrols(&id).await;
        let lesson = lesson_of(&centre, &id).await;
        let page = who.get(&own).await;
        page.shows("class=\"square-code\"");
        who.get(&format!("{own}/ticket"))
            .await
            .shows("見本 花子 様");
        assert_eq!(stranger.get(&format!("{own}/ticket")).await.status, 404);
        let person = own.rsplit('/').next().unwrap().to_owned();
        let ticket = format!("/counter/tickets/{person}");
        assert_eq!(who.get(&ticket).await.status, 403, "{engine:?}");
        let coming = [("lesson", lesson.as_str()), ("state", "present")];
        let admitted = format!("{ticket}/attendance");
        assert_eq!(
            centre.coordinator.post(&admitted, &coming).await.status,
            409
        );
        centre.at("2026-12-12T09:50").await;
        let (one, other) = (centre.app.staff().await, centre.app.staff().await);
        one.get(&ticket).await.shows("出席にする");
        let (first, second) =
            tokio::join!(one.post(&admitted, &coming), other.post(&admitted, &coming));
        assert_eq!((first.status, second.status), (303, 303), "{engine:?}");
        let mut told = Vec::new();
        for browser in [&one, &other] {
            let page = browser.get(&ticket).await;
            page.hides("出席にする</button>");
            told.push(page.text.contains("すでに09:50に記録されています"));
        }
        told.sort_unstable();
        assert_eq!(told, [false, true], "{engine:?}");
        // The answer was lost on the way, and the button is pressed again, as something else.
        led(&one
            .post(&admitted, &[("lesson", &lesson), ("state", "late")])
            .await);
        let list = format!("/counter/lessons/{lesson}/attendance");
        let page = one.get(&list).await;
        page.shows("出席1人（名簿2人）");
        let file = one.get(&format!("{list}?as=csv")).await;
        assert_eq!(file.text.matches("\"出席\"").count(), 1, "{}", file.text);
        let undone = format!("{ticket}/undoing");
        led(&other.post(&undone, &[("lesson", &lesson)]).await);
        assert_eq!(one.post(&undone, &[("lesson", &lesson)]).await.status, 409);
        let mut acts = acts_upon(&centre.app, &person).await;
        acts.sort_unstable();
        let expected = ["attendance.marked", "attendance.undone", "enrolment.made"];
        assert_eq!(acts, expected, "{engine:?}");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_comes_without_an_enrolment_is_let_in_while_places_are_free() {
    for engine in Engine::BOTH {
        let mut centre = Taught::open(engine).await;
        let id = centre.published("2").await;
        centre.enrols(&id).await;
        let lesson = lesson_of(&centre, &id).await;
        let comes = centre
            .app
            .member("たろう")
            .await
            .person
            .unwrap()
            .to_string();
        let late = centre
            .app
            .member("じろう")
            .await
            .person
            .unwrap()
            .to_string();
        centre.at("2026-12-12T09:50").await;
        let reception = centre.app.staff().await;
        let door = format!("/counter/lessons/{lesson}/walk-ins");
        let page = reception.get(&format!("{door}?q=たろう")).await;
        page.shows("受け付けて出席にする");
        let none = reception.post(&door, &[("mode", "here")]).await;
        assert_eq!(none.status, 422, "{engine:?}");
        let fields = [("person", comes.as_str()), ("mode", "here")];
        let to = led(&reception.post(&door, &fields).await);
        // Once more: they are in already.
        assert_eq!(led(&reception.post(&door, &fields).await), to);
        let full = [("person", late.as_str()), ("mode", "here")];
        let full = reception.post(&door, &full).await;
        assert_eq!(full.status, 409, "{engine:?}");
        full.shows("空いている席がありません");
        assert_eq!(centre.counts(&id).await, ([2, 0, 0], 2), "{engine:?}");
        let list = reception
            .get(&format!("/counter/lessons/{lesson}/attendance"))
            .await;
        list.shows("出席1人（名簿2人）");
        let plates = reception
            .get(&format!("/counter/seminars/{id}/plates"))
            .await;
        assert_eq!(plates.text.matches("class=\"plate\"").count(), 2);
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}
