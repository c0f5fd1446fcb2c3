//! A seminar is called off: rooms are free again, and everybody is told why.

use testkit::database::Engine;

use super::{Taught, enrols};
use crate::consultations::led;

#[tokio::test(flavor = "multi_thread")]
async fn what_is_called_off_frees_its_rooms_and_everybody_is_told() {
    for engine in Engine::BOTH {
        let centre = Taught::open(engine).await;
        let id = centre.published("1").await;
        let path = format!("/counter/seminars/{id}");
        let (first, place) = centre.enrols(&id).await;
        let (second, waits) = centre.enrols(&id).await;
        let bare = centre
            .acts(&centre.coordinator, &path, "calling-off", "")
            .await;
        assert_eq!(bare.status, 422, "{engine:?}");
        let why = "講師の急病のため";
        led(&centre
            .acts(&centre.coordinator, &path, "calling-off", why)
            .await);
        assert_eq!(centre.counts(&id).await, ([0, 0, 0], 0), "{engine:?}");
        for (who, own) in [(&first, &place), (&second, &waits)] {
            who.get(own).await.shows(why);
        }
        let visitor = centre.app.visitor();
        visitor.get(&format!("/seminars/{id}")).await.shows(why);
        assert_eq!(enrols(&first, &id).await.status, 409, "{engine:?}");
        let cancelled = first.post(&format!("{place}/cancellation"), &[]).await;
        assert_eq!(cancelled.status, 409, "{engine:?}");
        let twice = centre
            .acts(&centre.manager, &path, "calling-off", why)
            .await;
        assert_eq!(twice.status, 409, "{engine:?}");
        // The room is free again.
        let other = centre.draft("6").await;
        led(&centre.lesson(&other, "2026-12-12", "10:00", "12:00").await);
        let letters = centre.letters().await;
        let told: Vec<_> = letters
            .iter()
            .filter(|one| one.subject.starts_with("セミナー中止のお知らせ"))
            .collect();
        assert_eq!(told.len(), 2, "{engine:?}");
        assert!(told.iter().all(|one| one.text.contains(why)));
        let with_calendar = told.iter().filter(|one| one.calendar.is_some()).count();
        assert_eq!(with_calendar, 1, "who waited had no appointment");
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_seminar_that_was_held_is_reported_and_no_longer_called_off() {
    let mut centre = Taught::open(Engine::Sqlite).await;
    let id = centre.published("2").await;
    let path = format!("/counter/seminars/{id}");
    let early = centre
        .acts(&centre.coordinator, &path, "report", "よかった")
        .await;
    assert_eq!(early.status, 409);
    centre.at("2026-12-12T12:00").await;
    let late = centre
        .acts(&centre.coordinator, &path, "calling-off", "x")
        .await;
    assert_eq!(late.status, 409);
    let empty = centre.acts(&centre.coordinator, &path, "report", "").await;
    assert_eq!(empty.status, 422);
    led(&centre
        .acts(&centre.coordinator, &path, "report", "2人が受講した。")
        .await);
    centre.coordinator.get(&path).await.shows("2人が受講した。");
    let page = centre.app.visitor().get("/seminars?when=past").await;
    page.shows("報告済み");
    page.hides("2人が受講した。");
    centre.app.finish().await;
}
