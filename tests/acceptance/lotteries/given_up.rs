//! An entry follows its booking: what was given up is not confirmed, and says what became of it.

use ::bookings::entity::hold;
use ::lotteries::entity::entry::State;
use testkit::database::Engine;

use super::Drawn;
use crate::{
    acts::made,
    closures::close,
    consultations::led,
    journeys::letters,
    money::unpaid::state,
    requests::{decides, needs_approval},
};

#[tokio::test(flavor = "multi_thread")]
async fn what_was_given_up_is_not_confirmed_and_others_have_it() {
    for engine in Engine::BOTH {
        let mut centre = Drawn::open(engine).await;
        let (won, winner) = centre.drawn_of_two().await;
        let (booking, path) = (
            won.booking_id.unwrap(),
            format!("/lottery-entries/{}", won.id),
        );
        winner.get(&path).await.shows("利用の確定");
        let cancellation = format!("/bookings/{booking}/cancellation");
        led(&winner.post(&cancellation, &[]).await);
        let other = centre.outsider().await;
        made(&centre.first_come().send(&other).await);

        let late = winner.post(&format!("{path}/confirmation"), &[]).await;
        assert_eq!(late.status, 409, "{engine:?}");
        late.shows("すでに取り消されているため、確定できません");
        let page = winner.get(&path).await;
        page.shows("当選・ご辞退");
        page.hides("利用の確定");
        assert_eq!(centre.entry(&won).await.state, State::Won);

        centre.app.run_tasks().await;
        let before = letters(&centre.app).await.len();
        centre.at("2027-01-19T00:00").await;
        centre.app.run_tasks().await;
        assert_eq!(
            centre.entry(&won).await.state,
            State::GivenBack,
            "{engine:?}"
        );
        assert_eq!(letters(&centre.app).await.len(), before, "nothing to tell");
        let winner = centre.app.signed_in(won.person_id).await;
        winner.get("/mypage/lotteries").await.shows("当選・ご辞退");
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_centre_needed_itself_is_said_to_be_so() {
    for engine in Engine::BOTH {
        let mut centre = Drawn::open(engine).await;
        let (won, winner) = centre.drawn_of_two().await;
        let path = format!("/lottery-entries/{}", won.id);
        led(&winner.post(&format!("{path}/confirmation"), &[]).await);
        winner.get(&path).await.shows("利用決定");
        let repairs = [
            ("kind", "once"),
            ("reason", "改修"),
            ("first", "2027-03-02"),
            ("last", "2027-03-02"),
        ];
        assert_eq!(close(&centre.manager, &repairs).await.status, 303);
        winner.get(&path).await.shows("当選・施設の都合で取消し");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_to_be_approved_is_not_yet_theirs() {
    for engine in Engine::BOTH {
        let mut centre = Drawn::open(engine).await;
        needs_approval(&centre.app).await;
        let (won, winner) = centre.drawn_of_two().await;
        let (booking, path) = (
            won.booking_id.unwrap(),
            format!("/lottery-entries/{}", won.id),
        );
        assert_eq!(
            state(&centre.app, &booking.to_string()).await,
            hold::State::Requested
        );
        let told = letters(&centre.app).await;
        let told = told.iter().find(|one| one.text.contains("当選"));
        assert!(told.unwrap().text.contains("施設の承認待ち"), "{engine:?}");
        let page = winner.get(&path).await;
        page.shows("当選・施設の承認待ち");
        page.shows("ご利用には施設の承認が必要です");

        let fields = [("ground", "purpose"), ("words", "物品の販売はできません。")];
        let id = booking.to_string();
        led(&decides(&centre.counter, &id, "refusal", &fields).await);
        winner.get(&path).await.shows("当選・不承認");
        let late = winner.post(&format!("{path}/confirmation"), &[]).await;
        assert_eq!(late.status, 409, "{engine:?}");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}
