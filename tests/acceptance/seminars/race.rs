//! 64 people press the button for the last places: exactly so many have one, and the others wait in the
//! order of arrival.

use std::{collections::BTreeSet, sync::Arc};

use ::seminars::entity::{SeminarId, enrolment};
use testkit::database::Engine;
use tokio::{sync::Barrier, task::JoinSet};

use super::{Taught, enrols};

/// Who races.
const CLIENTS: usize = 64;
/// The places.
const PLACES: usize = 5;

#[tokio::test(flavor = "multi_thread")]
async fn of_64_who_want_five_places_five_have_one_and_the_others_wait() {
    for engine in Engine::BOTH {
        let centre = Taught::open(engine).await;
        let id = centre.published("5").await;
        let begin = Arc::new(Barrier::new(CLIENTS));
        let mut race = JoinSet::new();
        for _ in 0..CLIENTS {
            let client = centre.app.member("花子").await;
            let (begin, id) = (Arc::clone(&begin), id.clone());
            race.spawn(async move {
                begin.wait().await;
                enrols(&client, &id).await.status
            });
        }
        let answers = race.join_all().await;
        assert!(answers.iter().all(|status| *status == 303), "{answers:?}");
        let waiting = CLIENTS - PLACES;
        assert_eq!(
            centre.counts(&id).await,
            ([PLACES, 0, waiting], 5),
            "{engine:?}"
        );
        let id: SeminarId = id.parse().unwrap();
        let rows = enrolment::Entity::of(id).all(centre.app.app.db.reader());
        let rows = rows.await.unwrap();
        let numbers: BTreeSet<i64> = rows.iter().map(|row| row.number).collect();
        assert_eq!(numbers, (1..=64).collect(), "{engine:?}");
        let first = rows.iter().take(PLACES);
        for row in first {
            assert_eq!(row.state, enrolment::State::Enrolled, "{engine:?}");
        }
        assert_eq!(centre.letters().await.len(), CLIENTS, "{engine:?}");
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_who_presses_many_times_is_enrolled_once() {
    for engine in Engine::BOTH {
        let centre = Taught::open(engine).await;
        let id = centre.published("5").await;
        let client = centre.app.member("花子").await;
        let begin = Arc::new(Barrier::new(16));
        let mut race = JoinSet::new();
        for _ in 0..16 {
            let (begin, id, client) = (Arc::clone(&begin), id.clone(), client.clone());
            race.spawn(async move {
                begin.wait().await;
                enrols(&client, &id).await.status
            });
        }
        let mut answers = race.join_all().await;
        answers.sort_unstable();
        assert_eq!(answers[0], 303, "{engine:?}");
        assert!(
            answers[1..].iter().all(|status| *status == 409),
            "{engine:?}"
        );
        assert_eq!(centre.counts(&id).await, ([1, 0, 0], 1), "{engine:?}");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}
