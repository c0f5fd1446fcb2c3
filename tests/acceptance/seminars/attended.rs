//! Who came is marked from the list, once, and taken back when it was a mistake.

use testkit::database::Engine;

use super::Taught;
use crate::{consultations::led, journeys::acts_upon};

#[tokio::test(flavor = "multi_thread")]
async fn who_came_is_marked_once_and_the_mark_can_be_taken_back() {
    for engine in Engine::BOTH {
        let mut centre = Taught::open(engine).await;
        let id = centre.published("2").await;
        let (_, first) = centre.enrols(&id).await;
        let (_, second) = centre.enrols(&id).await;
        let (_, waits) = centre.enrols(&id).await;
        let page = centre
            .coordinator
            .get(&format!("/counter/seminars/{id}"))
            .await;
        let (_, rest) = page.text.split_once("/counter/lessons/").unwrap();
        let list = format!(
            "/counter/lessons/{}/attendance",
            rest.split('/').next().unwrap()
        );
        let who = |path: &str| path.rsplit('/').next().unwrap().to_owned();
        let (first, second, waits) = (who(&first), who(&second), who(&waits));
        let early = [("who", first.as_str()), ("state", "present")];
        assert_eq!(centre.coordinator.post(&list, &early).await.status, 409);
        centre.at("2026-12-12T09:50").await;
        // Two receptionists mark one person.
        let reception = centre.app.staff().await;
        led(&centre.coordinator.post(&list, &early).await);
        led(&reception.post(&list, &early).await);
        led(&reception
            .post(&list, &[("who", &second), ("state", "absent")])
            .await);
        let page = reception.get(&list).await;
        page.shows("出席1人（名簿2人）");
        // Who waits has no place to sit on.
        let stands = [("who", waits.as_str()), ("state", "present")];
        assert_eq!(reception.post(&list, &stands).await.status, 409);
        let undoing = format!("{list}/undoing");
        led(&reception.post(&undoing, &[("who", &first)]).await);
        let again = reception.post(&undoing, &[("who", &first)]).await;
        assert_eq!(again.status, 409, "{engine:?}");
        reception.get(&list).await.shows("出席0人（名簿2人）");
        let mut acts = acts_upon(&centre.app, &first).await;
        acts.sort_unstable();
        assert_eq!(
            acts,
            [
                "attendance.marked",
                "attendance.marked",
                "attendance.undone",
                "enrolment.made",
            ],
            "{engine:?}"
        );
        let print = reception
            .get(&format!("/counter/seminars/{id}/print"))
            .await;
        assert_eq!(print.text.matches("見本 花子").count(), 2, "{engine:?}");
        let file = reception
            .get(&format!("/counter/seminars/{id}/people?as=csv"))
            .await;
        assert_eq!(file.text.lines().count(), 4, "{}", file.text);
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}
