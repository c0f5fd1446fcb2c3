//! A lesson takes its room and its lecturer's time in the ledger, or is not written.

use kernel::Role;
use testkit::database::Engine;

use super::Taught;
use crate::{acts::Form, consultations::led};

#[tokio::test(flavor = "multi_thread")]
async fn a_room_is_taken_once_by_whoever_comes_first() {
    for engine in Engine::BOTH {
        let centre = Taught::open(engine).await;
        let (one, other) = (centre.draft("6").await, centre.draft("6").await);
        led(&centre.lesson(&one, "2026-12-12", "10:00", "12:00").await);
        let taken = centre.lesson(&other, "2026-12-12", "11:00", "13:00").await;
        assert_eq!(taken.status, 409, "{engine:?}");
        taken.shows("この部屋が空いていません");
        led(&centre.lesson(&other, "2026-12-12", "12:00", "13:00").await);
        // A member cannot book it either, and a lesson goes over no booking.
        let member = centre.app.member("花子").await;
        let form = Form::new(centre.app.fixture.room, "10:00", "11:00").with("date", "2026-12-12");
        assert_eq!(form.send(&member).await.status, 409, "{engine:?}");
        let form = form.with("date", "2026-12-13");
        assert_eq!(form.send(&member).await.status, 303, "{engine:?}");
        let booked = centre.lesson(&one, "2026-12-13", "10:00", "12:00").await;
        assert_eq!(booked.status, 409, "{engine:?}");
        // The house is closed on Mondays.
        let closed = centre.lesson(&one, "2026-12-14", "10:00", "12:00").await;
        assert_eq!(closed.status, 409, "{engine:?}");
        closed.shows("部屋が開いていません");
        let late = centre.lesson(&one, "2026-12-12", "20:00", "22:00").await;
        assert_eq!(late.status, 409, "{engine:?}");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lecturer_is_in_one_place_at_a_time() {
    for engine in Engine::BOTH {
        let centre = Taught::open(engine).await;
        let expert = centre.app.someone("助言", &[Role::Expert]).await;
        let lecturer = expert.person.unwrap().to_string();
        let mut statuses = Vec::new();
        for (from, until) in [("10:00", "12:00"), ("11:00", "13:00"), ("12:00", "13:00")] {
            let path = centre.draft("6").await;
            let edition = centre.edition(&path).await;
            // Online, so that only the lecturer's time is taken.
            let fields = [
                ("edition", edition.as_str()),
                ("day", "2026-12-12"),
                ("from", from),
                ("until", until),
                ("link", "https://meet.example/x"),
                ("lecturer_id", &lecturer),
            ];
            let added = centre
                .coordinator
                .post(&format!("{path}/lessons"), &fields)
                .await;
            statuses.push(added.status);
        }
        assert_eq!(statuses, [303, 409, 303], "{engine:?}");
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lesson_that_is_moved_gives_its_time_back_and_everybody_is_told() {
    for engine in Engine::BOTH {
        let centre = Taught::open(engine).await;
        let id = centre.published("2").await;
        centre.enrols(&id).await;
        let path = format!("/counter/seminars/{id}");
        let page = centre.coordinator.get(&path).await;
        let (_, rest) = page.text.split_once("/counter/lessons/").unwrap();
        let lesson = format!("/counter/lessons/{}", rest.split('/').next().unwrap());
        let form = centre.coordinator.get(&format!("{lesson}/edit")).await;
        form.shows("申し込んだ方全員に");
        let moved = async |day: &str| {
            let (edition, room) = (
                centre.edition(&path).await,
                centre.app.fixture.room.to_string(),
            );
            let fields = [
                ("edition", edition.as_str()),
                ("day", day),
                ("from", "10:00"),
                ("until", "12:00"),
                ("space", &room),
            ];
            centre.coordinator.post(&lesson, &fields).await
        };
        // Onto a day on which the house is closed: it stays where it was.
        assert_eq!(moved("2026-12-14").await.status, 409, "{engine:?}");
        led(&moved("2026-12-13").await);
        let other = centre.draft("6").await;
        led(&centre.lesson(&other, "2026-12-12", "10:00", "12:00").await);
        let letters = centre.letters().await;
        let last = letters.last().unwrap();
        assert!(last.subject.starts_with("日程などの変更"), "{engine:?}");
        assert!(last.text.contains("12月13日"), "{}", last.text);
        assert!(last.calendar.is_some());
        centre.app.finish().await;
    }
}
