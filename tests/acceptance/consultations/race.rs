//! 32 people want the last hour of one expert: one has it, and the others are told so.

use std::sync::Arc;

use testkit::database::Engine;
use tokio::{sync::Barrier, task::JoinSet};

use super::{ASKS, Advised};

/// Who races, and how often.
const CLIENTS: usize = 32;
const ROUNDS: usize = 50;

#[tokio::test(flavor = "multi_thread")]
async fn of_32_who_want_the_last_hour_of_an_expert_one_has_it() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let centre = Advised::open(engine).await;
        let mut clients = Vec::new();
        for _ in 0..CLIENTS {
            clients.push(centre.app.member("花子").await);
        }
        let coordinator = &centre.coordinator;
        for round in 0..ROUNDS {
            // Each round has an expert of its own.
            let expert = super::advises(&centre.app, coordinator, "助言").await.1;
            let time = super::slot(&expert, 13 + u32::try_from(round % 4).unwrap());
            let begin = Arc::new(Barrier::new(CLIENTS));
            let mut race = JoinSet::new();
            for (nth, client) in clients.clone().into_iter().enumerate() {
                let (begin, time) = (Arc::clone(&begin), time.clone());
                race.spawn(async move {
                    let mut fields = ASKS.to_vec();
                    fields.retain(|(name, _)| *name != "mode");
                    fields.extend([("mode", "online"), ("chosen", &*time), ("act", "send")]);
                    begin.wait().await;
                    (nth, client.post("/consultations", &fields).await)
                });
            }
            let answers = race.join_all().await;
            let won = answers
                .iter()
                .filter(|(_, answer)| answer.status == 303)
                .count();
            let lost = answers
                .iter()
                .filter(|(_, answer)| answer.status == 409)
                .count();
            assert_eq!((won, lost), (1, CLIENTS - 1), "{engine:?} round {round}");
            // Nobody may have many requests waiting: whoever won takes it back before the next round.
            let mut won = answers.iter().filter(|(_, answer)| answer.status == 303);
            let (nth, made) = won.next().unwrap();
            let back = format!("{}/withdrawal", made.location);
            super::led(&clients[*nth].post(&back, &[]).await);
        }
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}
