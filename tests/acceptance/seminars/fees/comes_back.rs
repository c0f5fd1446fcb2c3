//! One seat, one fee: somebody gives it up, or loses it, and comes back.

use testkit::database::Engine;
use tests::Browser;

use super::{
    super::{Taught, enrols, lesson_of},
    again, bill, costs, pays,
};
use crate::consultations::led;

/// How many bills somebody has.
async fn bills(centre: &Taught, who: &Browser) -> u64 {
    let db = centre.app.app.db.reader();
    let found = fees::read::count_of(db, who.person.unwrap()).await;
    found.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn who_gave_up_too_late_and_comes_back_pays_once() {
    for engine in Engine::BOTH {
        let mut centre = Taught::open(engine).await;
        let id = costs(&centre).await;
        let (who, first) = centre.enrols(&id).await;
        pays(&centre, &first).await;
        let (own, _) = bill(&centre, &first).await;
        centre.at("2026-12-24T09:00").await;
        let who = again(&centre, &who).await;
        led(&who.post(&format!("{first}/cancellation"), &[]).await);
        assert_eq!(
            bill(&centre, &first).await.1,
            0,
            "{engine:?}: it stays paid"
        );
        let second = led(&enrols(&who, &id).await);
        assert_eq!(bill(&centre, &second).await, (own, 0), "{engine:?}");
        who.get(&second).await.shows("参加費はお支払い済みです");
        who.get(&first).await.hides("参加費はお支払い済みです");
        let row = fees::read::bill(centre.app.app.db.reader(), own).await;
        assert_eq!(row.unwrap().unwrap().row.link, second, "{engine:?}");
        // Once more, and at the door.
        led(&who.post(&format!("{second}/cancellation"), &[]).await);
        let lesson = lesson_of(&centre, &id).await;
        centre.at("2026-12-26T09:50").await;
        let reception = centre.app.staff().await;
        let person = who.person.unwrap().to_string();
        let fields = [("person", person.as_str()), ("mode", "here")];
        let door = format!("/counter/lessons/{lesson}/walk-ins");
        let to = led(&reception.post(&door, &fields).await);
        let third = format!("/enrolments/{}", to.split("#at-").nth(1).unwrap());
        assert_eq!(bill(&centre, &third).await, (own, 0), "{engine:?}");
        assert_eq!(bills(&centre, &who).await, 1, "{engine:?}");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_still_open_is_paid_by_a_new_day() {
    for engine in Engine::BOTH {
        let mut centre = Taught::open(engine).await;
        let id = costs(&centre).await;
        centre.at("2026-12-17T10:00").await;
        let (who, first) = centre.enrols(&id).await;
        let (own, _) = bill(&centre, &first).await;
        centre.at("2026-12-24T09:00").await;
        let who = again(&centre, &who).await;
        led(&who.post(&format!("{first}/cancellation"), &[]).await);
        who.get(&first)
            .await
            .shows("取消が無料の期間を過ぎていたため");
        let second = led(&enrols(&who, &id).await);
        assert_eq!(bill(&centre, &second).await, (own, 3_000), "{engine:?}");
        who.get(&second)
            .await
            .shows("12月26日（土）までに、センターの窓口で");
        assert_eq!(bills(&centre, &who).await, 1, "{engine:?}");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_place_that_was_lost_after_the_free_days_is_not_owed_and_a_new_one_is_once() {
    for engine in Engine::BOTH {
        let mut centre = Taught::open(engine).await;
        let id = costs(&centre).await;
        let page = centre.app.visitor().get(&format!("/seminars/{id}")).await;
        page.shows("期限を過ぎると申込は取消しになり、参加費はいただきません");
        // Until the 24th it can be paid, until the 23rd given up for nothing.
        centre.at("2026-12-17T10:00").await;
        let (who, first) = centre.enrols(&id).await;
        who.get(&first)
            .await
            .shows("12月24日（木）までに、センターの窓口で");
        centre.at("2026-12-25T09:00").await;
        centre.app.run_tasks().await;
        assert_eq!(centre.counts(&id).await, ([0, 0, 0], 0), "{engine:?}");
        assert_eq!(bill(&centre, &first).await.1, 0, "{engine:?}");
        let who = again(&centre, &who).await;
        let page = who.get(&first).await;
        page.shows("お支払いがなかったため、申込を取り消しました");
        page.shows("席はほかの方にご案内するため、参加費はいただきません");
        page.hides("取消が無料の期間を過ぎていたため");
        let letters = centre.letters().await;
        let told = letters
            .iter()
            .find(|one| one.subject.starts_with("お支払いがなかったため"));
        let told = &told.unwrap().text;
        assert!(told.contains("参加費はいただきません"), "{told}");
        assert!(!told.contains("3,000円"), "{told}");
        let second = led(&enrols(&who, &id).await);
        assert_eq!(bill(&centre, &second).await.1, 3_000, "{engine:?}");
        assert_eq!(bill(&centre, &first).await.1, 0, "{engine:?}");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}
