//! A lottery is called off: everybody is told why, and the month is for whoever comes first.

use ::lotteries::entity::entry::State;
use testkit::database::Engine;

use super::{Drawn, SLOT};
use crate::{acts::made, consultations::led, journeys::letters};

const WHY: &str = "改修工事の日程が変わったため";

#[tokio::test(flavor = "multi_thread")]
async fn what_is_called_off_is_told_to_everybody_and_free() {
    for engine in Engine::BOTH {
        let mut centre = Drawn::open(engine).await;
        centre.at("2027-01-05T10:00").await;
        let (one, other) = (centre.outsider().await, centre.outsider().await);
        let own = led(&centre.applies(&one, SLOT, "").await);
        led(&centre.applies(&one, "20270303-0900", "").await);
        led(&centre.applies(&other, SLOT, "").await);
        let path = format!("/counter/lotteries/{}/cancellation", centre.id);
        assert_eq!(
            centre.counter.post(&path, &[("why", WHY)]).await.status,
            403
        );
        let unsaid = centre.manager.post(&path, &[("why", " ")]).await;
        assert_eq!(unsaid.status, 422, "{engine:?}");
        unsaid.shows("中止の理由を200文字以内で書いてください");
        led(&centre.manager.post(&path, &[("why", WHY)]).await);
        assert_eq!(
            centre.manager.post(&path, &[("why", WHY)]).await.status,
            409
        );
        assert_eq!(centre.count(State::CalledOff).await, 3, "{engine:?}");

        centre.app.run_tasks().await;
        let all = letters(&centre.app).await;
        let told = all
            .iter()
            .filter(|one| one.subject.contains("抽選を中止しました"));
        let told: Vec<_> = told.collect();
        assert_eq!(told.len(), 2, "{engine:?} one to each");
        assert!(told.iter().all(|one| one.text.contains(WHY)));
        one.get(&own).await.shows(WHY);
        let page = format!("/lotteries/{}", centre.id);
        centre.app.visitor().get(&page).await.shows(WHY);

        let late = centre.applies(&other, "20270304-0900", "").await;
        assert_eq!(late.status, 409);
        late.shows("この抽選は中止しました");
        made(&centre.first_come().send(&other).await);
        centre.closes().await;
        assert_eq!(centre.draws().await.status, 409, "{engine:?}");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}
