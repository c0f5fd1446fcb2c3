//! Figures: lessons, applications, who came, each once and each time.

use testkit::database::Engine;

use super::{Taught, lesson_of};
use crate::consultations::led;

#[tokio::test(flavor = "multi_thread")]
async fn figures_count_attendances_and_persons_and_show_what_is_behind_them() {
    for engine in Engine::BOTH {
        let mut centre = Taught::open(engine).await;
        let id = centre.published("3").await;
        let mut people = Vec::new();
        for _ in 0..3 {
            people.push(centre.enrols(&id).await.1);
        }
        let lesson = lesson_of(&centre, &id).await;
        let list = format!("/counter/lessons/{lesson}/attendance");
        centre.at("2026-12-12T10:30").await;
        for (own, state) in people.iter().zip(["present", "late", "absent"]) {
            let who = own.rsplit('/').next().unwrap();
            led(&centre
                .coordinator
                .post(&list, &[("who", who), ("state", state)])
                .await);
        }
        let path = "/counter/seminars/figures";
        // What goes on is not counted yet.
        let page = centre.coordinator.get(path).await;
        page.shows("この期間に終わった回はありません");
        centre.at("2026-12-12T13:00").await;
        let page = centre.coordinator.get(path).await;
        page.shows("令和8年度");
        page.shows("新規2人・再参加0人");
        page.shows("67％");
        let file = centre
            .coordinator
            .get(&format!("{path}?month=2026-12&by=programme&as=csv"))
            .await;
        let line = file.text.lines().nth(1).unwrap();
        assert_eq!(line, "\"創業塾\",1,1,3,3,2,2,2,0,67", "{engine:?}");
        let none = centre
            .coordinator
            .get(&format!("{path}?month=2026-11"))
            .await;
        none.shows("この期間に終わった回はありません");
        let behind = format!("{path}/rows?year=2026&by=programme&is=%E5%89%B5%E6%A5%AD%E5%A1%BE");
        let rows = centre.coordinator.get(&behind).await;
        rows.shows(&list);
        assert_eq!(rows.text.matches("見本 花子").count(), 2, "{engine:?}");
        let wrong = centre
            .coordinator
            .get(&format!("{path}?month=2026-13"))
            .await;
        assert_eq!(wrong.status, 404);
        let reception = centre.app.staff().await;
        assert_eq!(reception.get(path).await.status, 403, "{engine:?}");
        // The ward sees how many, and not who.
        let ward = centre.app.ward().await;
        let seen = ward.get(path).await;
        seen.shows("新規2人・再参加0人");
        seen.hides("figures/rows");
        assert_eq!(ward.get(&behind).await.status, 403, "{engine:?}");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_held_counts_whoever_gives_up_or_is_called_off_afterwards() {
    for engine in Engine::BOTH {
        let mut centre = Taught::open(engine).await;
        let path = centre.draft("3").await;
        for day in ["2026-12-12", "2026-12-19"] {
            led(&centre.lesson(&path, day, "10:00", "12:00").await);
        }
        led(&centre.acts(&centre.coordinator, &path, "review", "").await);
        led(&centre.acts(&centre.manager, &path, "publication", "").await);
        let id = path.rsplit('/').next().unwrap();
        let (_, stays) = centre.enrols(id).await;
        let (_, leaves) = centre.enrols(id).await;
        let list = format!(
            "/counter/lessons/{}/attendance",
            lesson_of(&centre, id).await
        );
        centre.at("2026-12-12T13:00").await;
        for own in [&stays, &leaves] {
            let who = own.rsplit('/').next().unwrap();
            let mark = [("who", who), ("state", "present")];
            led(&centre.coordinator.post(&list, &mark).await);
        }
        let held = async |centre: &Taught| {
            let file = "/counter/seminars/figures?month=2026-12&by=programme&as=csv";
            let file = centre.coordinator.get(file).await;
            let line = file.text.lines().nth(1).map(str::to_owned);
            line.unwrap_or_default()
        };
        let both = "\"創業塾\",1,1,3,2,2,2,2,0,100";
        assert_eq!(held(&centre).await, both, "{engine:?}");
        led(&centre
            .coordinator
            .post(&format!("{leaves}/cancellation"), &[])
            .await);
        assert_eq!(held(&centre).await, both, "{engine:?}");
        let why = "講師の急病のため";
        led(&centre
            .acts(&centre.coordinator, &path, "calling-off", why)
            .await);
        centre.at("2026-12-20T10:00").await;
        assert_eq!(
            held(&centre).await,
            both,
            "{engine:?}: not the second lesson"
        );
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}
