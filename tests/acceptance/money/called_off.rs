//! What is called off while something else happens to its bill, or by another name.

use ::bookings::entity::hold;
use chrono::TimeDelta;
use kernel::Instant;
use testkit::database::Engine;
use tests::TestApp;

use super::{
    bookings::{bill, priced},
    meeting::{Sent, at_once, books},
    open_amount, pay, propose,
    unpaid::{DAY, again, bill_at, state},
};
use crate::acts::{self, Form, input, made};

/// What is granted while a booking is called off is not lost: whoever comes second reckons with what
/// the first has done.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_reduced_while_it_is_cancelled_is_reduced() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        priced(&app).await;
        let (member, ward) = (app.member("花子").await, app.ward().await);
        let (counter, manager) = (app.staff().await, app.manager().await);
        for round in 0..6 {
            let (from, until) = (format!("{}:00", 9 + round), format!("{}:00", 10 + round));
            let form = Form::new(app.fixture.room, &from, &until);
            let id = made(&form.send(&member).await);
            let own = bill(&counter.get(&format!("/bookings/{id}")).await);
            let cancel = format!("/bookings/{id}/cancellation");
            let proposal = propose(&manager, own, "100").await.location;
            let comes_to = input(&member.get(&cancel).await, "comes_to");
            let page = ward.get(&proposal).await;
            let fields = vec![
                ("decision", "approve".to_owned()),
                ("seen", input(&page, "seen")),
                ("open", input(&page, "open")),
            ];
            let forms: Vec<Sent> = vec![
                (member.clone(), cancel, vec![("comes_to", comes_to)]),
                (ward.clone(), format!("{proposal}/decision"), fields),
            ];
            let [cancelled, reduced] = at_once(forms).await;
            assert_eq!(cancelled, 1, "{engine:?}");
            // Seven days before, half of it stays; of nothing, nothing.
            let open = if reduced == 1 { 0 } else { 400 };
            assert_eq!(open_amount(&app, own).await, open, "{engine:?} {reduced}");
            books(&app).await;
        }
        app.run_tasks().await;
        app.finish().await;
    }
}

/// G15 in a divisible room: who let a half go unpaid does not get it as a part of the whole.
#[tokio::test(flavor = "multi_thread")]
async fn what_went_unpaid_is_not_had_again_as_a_part_of_the_whole() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let [half, other, whole] = acts::open_divisible(&app).await;
        super::bookings::priced_in(&app.app.db, &app.clock, half).await;
        let (member, others) = (app.member("花子").await, app.member("次郎").await);
        let form = |space| Form::new(space, "13:00", "15:00").with("date", DAY);
        made(&form(half).send(&member).await);
        app.clock.advance(TimeDelta::days(15));
        app.run_tasks().await;
        let (member, others) = (again(&app, &member).await, again(&app, &others).await);
        for (space, status) in [(half, 422), (whole, 422)] {
            let refused = form(space).send(&member).await;
            assert_eq!(refused.status, status, "{engine:?} {}", refused.text);
            refused.shows("期限までにお支払いがなかったため");
        }
        made(&form(other).send(&member).await);
        made(&form(half).send(&others).await);
        app.run_tasks().await;
        app.finish().await;
    }
}

/// Nobody loses a place for a day on which nobody could take the money.
#[tokio::test(flavor = "multi_thread")]
async fn a_house_closed_on_the_day_of_payment_gives_until_the_next_open_day() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        priced(&app).await;
        let (member, manager) = (app.member("花子").await, app.manager().await);
        let paid = Form::new(app.fixture.room, "09:00", "11:00").with("date", "2026-12-22");
        let paid = made(&paid.send(&member).await);
        let own = bill_at(&app.staff().await, &paid).await;
        pay(&app.staff().await, &[own], "cash").await;
        let form = Form::new(app.fixture.room, "13:00", "15:00").with("date", DAY);
        let id = made(&form.send(&member).await);
        let closed = [
            ("kind", "once"),
            ("first", "2026-12-22"),
            ("reason", "館内清掃"),
        ];
        let shown = manager
            .post("/counter/closures/confirmation", &closed)
            .await;
        shown.shows("支払期限がこの休館に当たる料金が1件あります");
        shown.shows("お支払い済みの料金が、合わせて1,600円あります");
        let seen = input(&shown, "seen");
        let fields = [closed.as_slice(), &[("seen", &seen)]].concat();
        assert_eq!(manager.post("/counter/closures", &fields).await.status, 303);
        member
            .get(&format!("/bookings/{id}"))
            .await
            .shows("2026年12月23日（水）まで");
        for (day, expected) in [(15, hold::State::Confirmed), (16, hold::State::Released)] {
            let today = Instant::parse("2026-12-08T14:20:00+09:00").unwrap();
            app.clock.move_to(today + TimeDelta::days(day));
            app.run_tasks().await;
            assert_eq!(state(&app, &id).await, expected, "{engine:?} {day}");
        }
        app.run_tasks().await;
        app.finish().await;
    }
}
