//! One person has one chance, one hour one draw: doubles, rules of booking, rooms in halves.

use ::bookings::entity::booking_rule::Period;
use ::lotteries::{
    entity::entry::{State, Why},
    service,
};
use kernel::{Actor, Fault, Via, transact};
use testkit::database::Engine;

use super::{Drawn, SLOT, terms};
use crate::{
    acts::{self, Form},
    consultations::led,
    terms::at_most,
};

#[tokio::test(flavor = "multi_thread")]
async fn of_two_entries_of_one_person_the_later_is_taken_back() {
    for engine in Engine::BOTH {
        let mut centre = Drawn::open(engine).await;
        centre.at("2027-01-05T10:00").await;
        let (one, double) = (centre.outsider().await, centre.outsider().await);
        for who in [&double, &one] {
            led(&centre.applies(who, SLOT, "").await);
        }
        led(&centre.applies(&double, "20270303-0900", "").await);
        let [into, double] = [one, double].map(|who| who.person.unwrap());
        let app = &centre.app;
        let system = Actor::system(Via::Cli);
        transact::<_, Fault, _>(&app.app.db, system, &app.clock, async |work| {
            service::take_over(work, double, into).await
        })
        .await
        .unwrap();
        let rows = centre.entries().await;
        let stand = |state| rows.iter().filter(|row| row.state == state).count();
        assert_eq!((stand(State::Applied), stand(State::Withdrawn)), (2, 1));
        assert!(rows.iter().all(|row| row.person_id == into), "{engine:?}");
        assert_eq!(rows[1].state, State::Withdrawn, "{engine:?} the later");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_applies_for_more_than_the_rules_allow_and_a_later_rule_holds_too() {
    for engine in Engine::BOTH {
        let mut centre = Drawn::open(engine).await;
        centre.at("2027-01-05T10:00").await;
        let who = centre.outsider().await;
        for slot in [SLOT, "20270303-0900"] {
            led(&centre.applies(&who, slot, "").await);
        }
        acts::rule(&centre.app, &at_most(1, Period::Month)).await;
        let other = centre.outsider().await;
        led(&centre.applies(&other, "20270304-0900", "").await);
        let refused = centre.applies(&other, "20270305-0900", "").await;
        assert_eq!(refused.status, 422, "{engine:?} as if the first were won");
        refused.shows("1か月に予約できるのは1件までです");
        centre.closes().await;
        led(&centre.draws().await);
        assert_eq!(centre.count(State::Won).await, 2, "{engine:?}");
        let rows = centre.entries().await;
        let not_given = rows.iter().find(|row| row.state == State::NotGiven);
        assert_eq!(not_given.unwrap().why, Some(Why::Quota), "{engine:?}");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_room_is_drawn_whole_or_in_halves_and_kept_in_both() {
    for engine in Engine::BOTH {
        let app = tests::TestApp::start(engine).await;
        let [half, other, whole] = acts::open_divisible(&app).await;
        let manager = app.manager().await;
        let [room, part] = [whole, half].map(|id| id.to_string());
        let draws = |room| {
            let mut fields = terms(room);
            fields.push(("tier_1", "everyone"));
            fields
        };
        led(&manager
            .post("/counter/lotteries/terms", &draws(&room))
            .await);
        let refused = manager
            .post("/counter/lotteries/terms", &draws(&part))
            .await;
        assert_eq!(refused.status, 409, "{engine:?}");
        refused.shows("部屋の全体か、分けた部屋か");
        let member = app.member("花子").await;
        for space in [half, other, whole] {
            let form = Form::new(space, "9:00", "12:00").with("date", "2027-03-02");
            let kept = form.send(&member).await;
            assert_eq!(kept.status, 422, "{engine:?}");
            kept.shows("この日は抽選で決まります");
        }
        app.run_tasks().await;
        app.finish().await;
    }
}
