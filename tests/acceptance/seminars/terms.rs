//! When people are reminded is a rule with a date.

use testkit::database::Engine;

use super::Taught;
use crate::consultations::led;

#[tokio::test(flavor = "multi_thread")]
async fn terms_hold_from_their_day_on_and_what_is_set_to_nothing_is_not_sent() {
    for engine in Engine::BOTH {
        let mut centre = Taught::open(engine).await;
        let id = centre.published("1").await;
        centre.enrols(&id).await;
        let path = "/counter/seminars/terms";
        let page = centre.coordinator.get(path).await;
        page.shows("24時間前");
        let terms = |from| {
            [
                ("valid_from", from),
                ("remind_hours", "0"),
                ("answer_days", "30"),
                ("payment_days", "7"),
                ("free_days", "3"),
            ]
        };
        let wrong = centre.coordinator.post(path, &terms("2026-12-01")).await;
        assert_eq!(wrong.status, 422, "{engine:?}");
        led(&centre.coordinator.post(path, &terms("2026-12-11")).await);
        let twice = centre.coordinator.post(path, &terms("2026-12-11")).await;
        assert_eq!(twice.status, 409, "{engine:?}");
        centre.coordinator.get(path).await.shows("30日間");
        let reception = centre.app.staff().await;
        assert_eq!(reception.get(path).await.status, 403);
        centre.at("2026-12-11T11:00").await;
        centre.app.run_tasks().await;
        let letters = centre.letters().await;
        let told = letters.iter().map(|one| one.subject.as_str());
        let reminded = told.filter(|subject| subject.starts_with("まもなく"));
        assert_eq!(reminded.count(), 0, "{engine:?}");
        centre.app.finish().await;
    }
}
