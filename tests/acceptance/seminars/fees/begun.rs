//! Who has sat in a lesson does not give it up for nothing; whom the centre tells of another day may.

use testkit::database::Engine;

use super::{super::Taught, again, bill, costs, moves, pays};
use crate::consultations::led;

#[tokio::test(flavor = "multi_thread")]
async fn a_lesson_that_was_moved_to_an_earlier_day_is_not_attended_for_nothing() {
    for engine in Engine::BOTH {
        let mut centre = Taught::open(engine).await;
        let id = costs(&centre).await;
        let (who, own) = centre.enrols(&id).await;
        moves(&centre, &id, "2026-12-12").await;
        who.get(&own).await.shows("12月23日（水）までに取り消すと");
        centre.at("2026-12-12T10:30").await;
        let who = again(&centre, &who).await;
        let page = who.get(&own).await;
        page.shows("セミナーが始まっているため、いま取り消しても参加費をいただきます");
        page.hides("までに取り消すと");
        let people = format!("/counter/seminars/{id}/people");
        let list = centre.manager.get(&people).await;
        list.shows("セミナーが始まっているため、いま取り消しても");
        led(&who.post(&format!("{own}/cancellation"), &[]).await);
        assert_eq!(bill(&centre, &own).await.1, 3_000, "{engine:?}");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn where_the_last_free_day_is_the_first_lessons_it_ends_as_that_begins() {
    for engine in Engine::BOTH {
        let mut centre = Taught::open(engine).await;
        let terms = [
            ("valid_from", "2026-12-09"),
            ("remind_hours", "24"),
            ("answer_days", "14"),
            ("payment_days", "7"),
            ("free_days", "0"),
        ];
        let path = "/counter/seminars/terms";
        led(&centre.coordinator.post(path, &terms).await);
        centre.at("2026-12-09T10:00").await;
        let id = costs(&centre).await;
        let (early, before) = centre.enrols(&id).await;
        let (late, during) = centre.enrols(&id).await;
        for own in [&before, &during] {
            pays(&centre, own).await;
        }
        centre.at("2026-12-26T09:59").await;
        let early = again(&centre, &early).await;
        led(&early.post(&format!("{before}/cancellation"), &[]).await);
        assert_eq!(bill(&centre, &before).await.1, -3_000, "{engine:?}");
        centre.at("2026-12-26T10:00").await;
        let late = again(&centre, &late).await;
        led(&late.post(&format!("{during}/cancellation"), &[]).await);
        assert_eq!(bill(&centre, &during).await.1, 0, "{engine:?}");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whom_the_centre_tells_of_another_day_can_decide_anew_and_is_told_until_when() {
    for engine in Engine::BOTH {
        let mut centre = Taught::open(engine).await;
        let id = costs(&centre).await;
        let (who, own) = centre.enrols(&id).await;
        pays(&centre, &own).await;
        centre.at("2026-12-24T09:00").await;
        let who = again(&centre, &who).await;
        // The same time once more is no other day.
        moves(&centre, &id, "2026-12-26").await;
        let stays = "参加費のかからない取消は2026年12月23日（水）まで";
        who.get(&own).await.shows(stays);
        moves(&centre, &id, "2026-12-27").await;
        who.get(&own).await.shows("12月27日（日）までに取り消すと");
        let letters = centre.letters().await;
        let changed = letters
            .iter()
            .filter(|one| one.subject.starts_with("日程などの変更"));
        let told: Vec<bool> = changed
            .map(|one| {
                one.text
                    .contains("2026年12月27日（日）までに取り消すと、参加費はかかりません")
            })
            .collect();
        assert_eq!(told, [false, true], "{engine:?}");
        led(&who.post(&format!("{own}/cancellation"), &[]).await);
        assert_eq!(bill(&centre, &own).await.1, -3_000, "{engine:?}");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}
