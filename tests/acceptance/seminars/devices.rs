//! A lesson takes what the centre lends with its room: never more than there is.

use testkit::database::Engine;

use super::Taught;
use crate::{consultations::led, devices::add};

#[tokio::test(flavor = "multi_thread")]
async fn devices_are_taken_with_the_room_and_go_with_it() {
    for engine in Engine::BOTH {
        let centre = Taught::open(engine).await;
        let device = add(&centre.app, "プロジェクター", 2).await;
        let (name, room) = (
            format!("device-{device}"),
            centre.app.fixture.room.to_string(),
        );
        let path = centre.draft("6").await;
        let adds = async |from: &str, until: &str, space: &str, many: &str| {
            let edition = centre.edition(&path).await;
            let fields = [
                ("edition", edition.as_str()),
                ("day", "2026-12-12"),
                ("from", from),
                ("until", until),
                ("space", space),
                ("link", "https://meet.example/x"),
                ("lecturer", "見本 かずお"),
                (&name, many),
            ];
            centre
                .coordinator
                .post(&format!("{path}/lessons"), &fields)
                .await
        };
        let form = centre.coordinator.get(&format!("{path}/lessons/new")).await;
        form.shows("2台まで");
        let many = adds("10:00", "12:00", &room, "3").await;
        assert_eq!(many.status, 422, "{engine:?}");
        let odd = adds("10:00", "12:00", &room, "たくさん").await;
        assert_eq!(odd.status, 422, "{engine:?}");
        let nowhere = adds("10:00", "12:00", "", "1").await;
        assert_eq!(nowhere.status, 422, "{engine:?}");
        nowhere.shows("会場を選んでください");
        centre.coordinator.get(&path).await.hides("プロジェクター");
        led(&adds("10:00", "12:00", &room, "2").await);
        centre.coordinator.get(&path).await.shows("プロジェクター");
        let staff = centre.app.staff().await;
        let laid_out = staff.get("/counter/devices?date=2026-12-12").await;
        laid_out.shows("はじめての帳簿");
        // The same on another day comes with the copy.
        let copy = [("lessons", "on"), ("first_day", "2027-01-16")];
        let new = led(&centre
            .coordinator
            .post(&format!("{path}/copy"), &copy)
            .await);
        centre.coordinator.get(&new).await.shows("プロジェクター");
        centre.app.finish().await;
    }
}
