//! An expert leaves with appointments ahead.

use testkit::database::Engine;
use tests::Browser;

use super::{ASKS, Advised, advises, after, led};
use crate::journeys::letters;

const WHY: (&str, &str) = ("why", "任期が終わるため");

/// Twelve people have a meeting with the expert on three afternoons: the meetings, and the cases.
async fn twelve(centre: &Advised) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for day in [10, 17, 24] {
        for hour in 13..17 {
            let who = centre.app.member("相談者").await;
            let time = format!("{}@2026-12-{day}T{hour}:00:00+09:00", centre.id);
            let mut fields = ASKS.to_vec();
            fields.extend([("chosen", time.as_str()), ("act", "send")]);
            let own = led(&who.post("/consultations", &fields).await);
            let case = own.replace("/consultations/", "/cases/");
            centre.assigns(&case).await;
            let page = centre.expert.get(&case).await;
            all.push((after(&page, &format!("{case}/meetings/")), case));
        }
    }
    all
}

async fn hands_over(
    centre: &Advised,
    keeper: &Browser,
    fields: &[(String, &str)],
) -> tests::Answer {
    let path = format!("/counter/experts/{}/handover", centre.id);
    let mut all: Vec<(&str, &str)> = vec![WHY];
    all.extend(fields.iter().map(|(name, value)| (name.as_str(), *value)));
    keeper.post(&path, &all).await
}

#[tokio::test(flavor = "multi_thread")]
async fn twelve_appointments_are_handed_over_in_one_go_or_none_is() {
    for engine in Engine::BOTH {
        let centre = Advised::open(engine).await;
        let app = &centre.app;
        let all = twelve(&centre).await;
        let (second, id) = advises(app, &centre.coordinator, "後任").await;
        // The first afternoon's second hour is taken: nothing at all is handed over.
        let other = app.member("たろう").await;
        let mut fields = ASKS.to_vec();
        fields.retain(|(name, _)| *name != "mode");
        let taken = format!("{id}@2026-12-10T14:00:00+09:00");
        fields.extend([("mode", "online"), ("chosen", &taken), ("act", "send")]);
        let blocking = led(&other.post("/consultations", &fields).await);
        let path = format!("/counter/experts/{}/handover", centre.id);
        let page = centre.coordinator.get(&path).await;
        for (meeting, _) in &all {
            page.shows(&format!("to-{meeting}"));
        }
        let to_second: Vec<(String, &str)> = all
            .iter()
            .take(8)
            .map(|(meeting, _)| (format!("to-{meeting}"), id.as_str()))
            .collect();
        let refused = hands_over(&centre, &centre.coordinator, &to_second).await;
        assert_eq!(refused.status, 409, "{engine:?} {}", refused.text);
        refused.shows("どの面談も変わっていません");
        assert_eq!(second.get(&all[0].1).await.status, 404);
        centre.expert.get(&all[0].1).await.shows("焼き菓子の店");

        // The one in the way is withdrawn: eight go on, four get another day.
        led(&other.post(&format!("{blocking}/withdrawal"), &[]).await);
        let mut wish = to_second;
        for (meeting, _) in &all[8..] {
            wish.push((format!("to-{meeting}"), "new-day"));
        }
        let without = centre.coordinator.post(&path, &[("why", "")]).await;
        assert_eq!(without.status, 422);
        led(&hands_over(&centre, &centre.coordinator, &wish).await);
        for (nth, (_, case)) in all.iter().enumerate() {
            assert_eq!(
                centre.expert.get(case).await.status,
                404,
                "{engine:?} {nth}"
            );
            let page = centre.coordinator.get(case).await;
            if nth < 8 {
                assert_eq!(second.get(case).await.status, 200, "{nth}");
                page.shows("対応中");
            } else {
                page.shows("振り分け待ち");
            }
        }
        centre
            .coordinator
            .get(&path)
            .await
            .shows("引き継ぐ面談はありません");
        let again = hands_over(&centre, &centre.coordinator, &wish).await;
        assert_eq!(again.status, 422, "{}", again.text);
        app.run_tasks().await;
        let all = letters(app).await;
        let count = |subject: &str| {
            all.iter()
                .filter(|one| one.subject.contains(subject))
                .count()
        };
        assert_eq!(
            count("日時を決め直します"),
            8,
            "to each person and to the expert"
        );
        assert_eq!(count("相談の担当をお願いします"), 12 + 8);
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_time_asked_for_with_one_expert_goes_to_the_one_who_gets_the_case() {
    for engine in Engine::BOTH {
        let centre = Advised::open(engine).await;
        let app = &centre.app;
        let (second, id) = advises(app, &centre.coordinator, "後任").await;
        let other = app.member("たろう").await;
        let mut fields = ASKS.to_vec();
        fields.retain(|(name, _)| *name != "mode");
        let taken = format!("{id}@2026-12-10T14:00:00+09:00");
        fields.extend([("mode", "online"), ("chosen", &taken), ("act", "send")]);
        led(&other.post("/consultations", &fields).await);
        for (hour, stands) in [(13, true), (14, false)] {
            let founder = app.member("さくら").await;
            let case = centre.asks(&founder, &centre.time(hour)).await;
            let edition = crate::acts::input(&centre.coordinator.get(&case).await, "edition");
            let given = [("edition", &*edition), ("expert", &*id)];
            led(&centre
                .coordinator
                .post(&format!("{case}/experts"), &given)
                .await);
            let own = founder
                .get(&case.replace("/cases/", "/consultations/"))
                .await;
            assert_eq!(own.text.contains("決定"), stands, "{engine:?} {hour}");
            own.hides("確認中");
            assert_eq!(second.get(&case).await.status, 200);
        }
        app.run_tasks().await;
        let all = letters(app).await;
        let count = |subject: &str| {
            all.iter()
                .filter(|one| one.subject.contains(subject))
                .count()
        };
        assert_eq!(count("相談の日時が決まりました"), 2, "to both");
        // The first was never told that anybody wished to meet them.
        assert_eq!(count("日時を決め直します"), 1, "to the person");
        centre.app.finish().await;
    }
}
