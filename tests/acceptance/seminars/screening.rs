//! The centre looks at each application, and gives the places to some.

use testkit::database::Engine;

use super::Taught;
use crate::{consultations::led, journeys::letters};

#[tokio::test(flavor = "multi_thread")]
async fn who_is_admitted_has_a_place_and_the_others_are_told_why() {
    for engine in Engine::BOTH {
        let centre = Taught::open(engine).await;
        let mut fields = centre.fields("2", "0");
        fields.retain(|(name, _)| *name != "way");
        fields.push(("way", "screening"));
        let path = led(&centre.coordinator.post("/counter/seminars", &fields).await);
        led(&centre.lesson(&path, "2026-12-12", "10:00", "12:00").await);
        led(&centre.acts(&centre.coordinator, &path, "review", "").await);
        led(&centre.acts(&centre.manager, &path, "publication", "").await);
        let id = path.rsplit('/').next().unwrap();
        let mut people = Vec::new();
        for _ in 0..4 {
            people.push(centre.enrols(id).await);
        }
        let ids: Vec<&str> = people
            .iter()
            .map(|one| one.1.rsplit('/').next().unwrap())
            .collect();
        let screening = format!("{path}/screening");
        centre.manager.get(&screening).await.shows("結果待ち4人");
        let decides = async |chosen: &[usize], act: &str, why: &str| {
            let mut fields: Vec<_> = chosen.iter().map(|at| ("people", ids[*at])).collect();
            fields.extend([("act", act), ("why", why)]);
            centre.manager.post(&screening, &fields).await
        };
        assert_eq!(decides(&[], "admit", "").await.status, 409);
        let many = decides(&[0, 1, 2], "admit", "").await;
        assert_eq!(many.status, 409, "{engine:?}");
        many.shows("席が足りません");
        assert_eq!(
            centre.counts(id).await,
            ([0, 0, 0], 0),
            "{engine:?}: all or none"
        );
        led(&decides(&[0, 2], "admit", "").await);
        assert_eq!(decides(&[0], "admit", "").await.status, 409, "twice");
        assert_eq!(decides(&[1], "pass_over", "　").await.status, 422);
        led(&decides(&[1], "pass_over", "定員を上回りました").await);
        assert_eq!(centre.counts(id).await, ([2, 0, 0], 2), "{engine:?}");
        let (passed, own) = &people[1];
        passed.get(own).await.shows("定員を上回りました");
        people[3].0.get(&people[3].1).await.shows("審査の結果待ち");
        let told = letters(&centre.app).await;
        let of = |word: &str| {
            told.iter()
                .filter(|one| one.subject.starts_with(word))
                .count()
        };
        assert_eq!((of("受講が決まりました"), of("申込の結果")), (2, 1));
        let words = told
            .iter()
            .find(|one| one.subject.starts_with("申込の結果"));
        assert!(words.unwrap().text.contains("定員を上回りました"));
        // Who gives a place up leaves it to be given by hand, not to a line.
        led(&people[0]
            .0
            .post(&format!("{}/cancellation", people[0].1), &[])
            .await);
        assert_eq!(centre.counts(id).await, ([1, 0, 0], 1), "{engine:?}");
        led(&decides(&[3], "admit", "").await);
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}
