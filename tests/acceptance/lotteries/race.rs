//! The draw is held while others book, and by two at once: nothing is given twice.

use std::sync::Arc;

use ::bookings::entity::allocation;
use ::lotteries::entity::entry::State;
use chrono::NaiveDate;
use sea_orm::EntityTrait;
use testkit::database::Engine;
use tokio::{sync::Barrier, task::JoinSet};

use super::{Drawn, SLOT};
use crate::{acts::Form, consultations::led};

/// Who races for the room while it is drawn.
const CLIENTS: usize = 16;

#[tokio::test(flavor = "multi_thread")]
async fn while_it_is_drawn_16_book_and_two_draw_and_nothing_is_given_twice() {
    for engine in Engine::BOTH {
        let mut centre = Drawn::open(engine).await;
        centre.at("2027-01-05T10:00").await;
        for _ in 0..3 {
            let who = centre.outsider().await;
            led(&centre.applies(&who, SLOT, "").await);
        }
        centre.closes().await;
        let begin = Arc::new(Barrier::new(CLIENTS + 2));
        let mut race = JoinSet::new();
        for number in 0..CLIENTS {
            let client = centre.outsider().await;
            let begin = Arc::clone(&begin);
            // Half of them want the drawn time, half one that overlaps it.
            let from = if number.is_multiple_of(2) {
                "9:00"
            } else {
                "11:00"
            };
            let form = Form::new(centre.app.fixture.room, from, "12:00");
            let form = form.with("date", "2027-03-02");
            race.spawn(async move {
                begin.wait().await;
                ("books", form.send(&client).await.status)
            });
        }
        for _ in 0..2 {
            let (begin, manager) = (Arc::clone(&begin), centre.manager.clone());
            let path = format!("/counter/lotteries/{}/draw", centre.id);
            race.spawn(async move {
                begin.wait().await;
                ("draws", manager.post(&path, &[]).await.status)
            });
        }
        let answers = race.join_all().await;
        let done = |what: &str| {
            let own = answers.iter().filter(|(who, _)| *who == what);
            own.filter(|(_, status)| *status == 303).count()
        };
        assert_eq!(done("draws"), 1, "{engine:?} {answers:?}");
        assert_eq!(done("books"), 0, "{engine:?} {answers:?}");
        assert_eq!(centre.count(State::Won).await, 1, "{engine:?}");
        assert_eq!(held(&centre).await, 1, "{engine:?}");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

/// How many allocations there are on the day that was drawn.
async fn held(centre: &Drawn) -> usize {
    let all = allocation::Entity::find().all(centre.app.app.db.reader());
    let all = all.await.unwrap();
    let day = NaiveDate::from_ymd_opt(2027, 3, 2).unwrap();
    let on = all.iter().filter(|one| one.starts_at.date() == day);
    on.filter(|one| one.state.is_holding()).count()
}
