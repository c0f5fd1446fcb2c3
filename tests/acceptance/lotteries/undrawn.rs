//! Nobody waits for ever: the managers are told to draw, and what they do not draw is drawn by itself; who
//! has won is reminded.

use ::lotteries::entity::{LotteryId, entry::State, lottery};
use sea_orm::EntityTrait;
use testkit::database::Engine;

use super::{Drawn, SLOT};
use crate::{consultations::led, journeys::letters};

/// How many letters have this in their subject.
async fn about(centre: &Drawn, words: &str) -> usize {
    let all = letters(&centre.app).await;
    all.iter().filter(|one| one.subject.contains(words)).count()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_nobody_draws_is_drawn_by_itself_and_who_won_is_reminded() {
    for engine in Engine::BOTH {
        let mut centre = Drawn::open(engine).await;
        centre.at("2027-01-05T10:00").await;
        let who = centre.outsider().await;
        led(&centre.applies(&who, SLOT, "").await);
        centre.closes().await;
        assert_eq!(
            about(&centre, "抽選できます：会議室A").await,
            1,
            "{engine:?}"
        );
        let page = format!("/counter/lotteries/{}", centre.id);
        let page = centre.manager.get(&page).await;
        page.shows("2027年1月14日");

        centre.at("2027-01-13T23:59").await;
        centre.app.run_tasks().await;
        assert_eq!(centre.count(State::Applied).await, 1, "{engine:?}");
        centre.at("2027-01-14T00:10").await;
        centre.app.run_tasks().await;
        let won = centre.winner().await;
        let id: LotteryId = centre.id.parse().unwrap();
        let row = lottery::Entity::find_by_id(id).one(centre.app.app.db.reader());
        let row = row.await.unwrap().unwrap();
        assert!(
            row.drawn_at.is_some() && row.drawn_by.is_none(),
            "{engine:?}"
        );

        let who = centre.app.signed_in(won.person_id).await;
        who.get("/mypage").await.shows("抽選に当選しました");
        assert_eq!(
            about(&centre, "期限が近づいています").await,
            0,
            "{engine:?}"
        );
        for _ in 0..2 {
            centre.at("2027-01-20T10:00").await;
            centre.app.run_tasks().await;
            assert_eq!(about(&centre, "期限が近づいています").await, 1, "once");
        }
        let who = centre.app.signed_in(won.person_id).await;
        let path = format!("/lottery-entries/{}/confirmation", won.id);
        led(&who.post(&path, &[]).await);
        who.get("/mypage").await.hides("抽選に当選しました");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_begins_before_anybody_could_answer_is_not_drawn() {
    for engine in Engine::BOTH {
        let mut centre = Drawn::open(engine).await;
        centre.at("2027-01-05T10:00").await;
        let who = centre.outsider().await;
        for slot in [SLOT, "20270310-0900"] {
            led(&centre.applies(&who, slot, "").await);
        }
        // No node ran for many weeks.
        centre.at("2027-03-01T10:00").await;
        centre.app.run_tasks().await;
        assert_eq!(centre.count(State::LeftOut).await, 1, "{engine:?}");
        assert_eq!(centre.count(State::Applied).await, 1, "{engine:?}");
        let page = format!("/lotteries/{}", centre.id);
        let page = centre.app.visitor().get(&page).await;
        page.shows("抽選が間に合わないため抽選しません");
        centre.app.finish().await;
    }
}
