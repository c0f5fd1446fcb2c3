//! Whoever takes, gives back, reduces, cancels or releases at one moment: one truth.

use ::bookings::entity::{hold, unpaid_release};
use fees::entity::{BillId, reduction_grant};
use kernel::PersonId;
use sea_orm::{EntityTrait, PaginatorTrait};
use testkit::database::Engine;
use tests::{Browser, TestApp};
use tokio::task::JoinSet;

use super::{
    TERMS, bill_of,
    bookings::{bill, priced},
    charge_again, open_amount, pay,
    reductions::{KIND, choice},
    unpaid::{DAY, again, bill_at, state},
};
use crate::{
    acts::{Form, input, made},
    books::Books,
};

/// Who acts at once.
const HANDS: usize = 8;

/// How often.
const ROUNDS: usize = 4;

/// One form, and who sends it.
pub(super) type Sent = (Browser, String, Vec<(&'static str, String)>);

/// Sends all forms at once. Each is granted or told that it comes too late; how many were granted of
/// those with an even and of those with an odd place.
pub(super) async fn at_once(forms: Vec<Sent>) -> [usize; 2] {
    let mut acts = JoinSet::new();
    for (nth, (browser, path, fields)) in forms.into_iter().enumerate() {
        acts.spawn(async move {
            let fields: Vec<_> = fields.iter().map(|(name, is)| (*name, &**is)).collect();
            (nth % 2, browser.post(&path, &fields).await)
        });
    }
    let mut granted = [0, 0];
    for (kind, answer) in acts.join_all().await {
        match answer.status {
            303 => granted[kind] += 1,
            409 => {}
            other => panic!("{other} {}", answer.text),
        }
    }
    granted
}

fn gives_back(own: BillId, amount: i64, left: i64) -> Vec<(&'static str, String)> {
    vec![
        ("bill", own.to_string()),
        ("amount", amount.to_string()),
        ("method", "cash".to_owned()),
        ("reason", "時間を短くしたため".to_owned()),
        ("left", left.to_string()),
    ]
}

fn takes(own: BillId, amount: i64) -> Vec<(&'static str, String)> {
    vec![
        ("seen", format!("{own}:{amount}")),
        ("method", "cash".to_owned()),
    ]
}

async fn staff(app: &TestApp) -> Vec<Browser> {
    let mut staff = Vec::new();
    for _ in 0..HANDS {
        staff.push(app.staff().await);
    }
    staff
}

/// A bill of 1,600 yen, paid in cash and then charged otherwise: the bill, and the path of its payment.
async fn paid_and_charged_again(
    app: &TestApp,
    person: PersonId,
    staff: &Browser,
    yen: i64,
) -> (BillId, String) {
    let own = bill_of(app, person, 1_600, "K7M-4PX-9TD").await;
    let paid = pay(staff, &[own], "cash").await.location;
    charge_again(app, own, yen).await;
    (own, paid)
}

/// The books as they are, which tie out.
pub(super) async fn books(app: &TestApp) -> Books {
    let books = Books::read(&app.app.db).await;
    books.hold("afterwards");
    books
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_who_give_one_payment_back_one_does() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (person, staff) = (app.member("花子").await.person.unwrap(), staff(&app).await);
        for round in 1..=ROUNDS {
            let (own, paid) = paid_and_charged_again(&app, person, &staff[0], 1_000).await;
            let path = format!("{paid}/refund");
            // The one half gives back what is too much, the other half all of it.
            let amounts = [600, 1_600];
            let forms = staff.iter().enumerate().map(|(nth, staff)| {
                let fields = gives_back(own, amounts[nth % 2], 1_600);
                (staff.clone(), path.clone(), fields)
            });
            let granted = at_once(forms.collect()).await;
            let open = match granted {
                [1, 0] => 0,
                [0, 1] => 1_000,
                more => panic!("{engine:?}: {more:?} gave back"),
            };
            assert_eq!(open_amount(&app, own).await, open, "{engine:?}");
            assert_eq!(books(&app).await.refunds.len(), round, "{engine:?}");
        }
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_who_reduce_one_bill_one_does() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let person = app.member("花子").await.person.unwrap();
        let (manager, ward) = (app.manager().await, app.ward().await);
        let (_approver, mut granted) = (app.ward().await, 0);
        manager.post("/counter/fees/terms", &TERMS).await;
        assert_eq!(ward.post("/counter/reductions", &KIND).await.status, 303);
        for round in 1..=ROUNDS {
            let own = bill_of(&app, person, 1_600, "K7M-4PX-9TD").await;
            let path = format!("/counter/bills/{own}/reduction");
            let page = manager.get(&path).await;
            let (kind, seen) = (choice(&page, "障害者団体の利用（50"), input(&page, "seen"));
            let form = |kind: &str, percent: &str| {
                vec![
                    ("kind", kind.to_owned()),
                    ("percent", percent.to_owned()),
                    ("reason", "手帳を確認しました".to_owned()),
                    ("seen", seen.clone()),
                ]
            };
            let mut forms = Vec::new();
            for _ in 0..HANDS / 2 {
                forms.push((manager.clone(), path.clone(), form(&kind, "")));
                let mut proposed = form("", "30");
                proposed.push(("way", "approval".to_owned()));
                forms.push((ward.clone(), path.clone(), proposed));
            }
            let open = match at_once(forms).await {
                [1, 0] => 800,
                // It waits for another approver, and nothing else is done meanwhile.
                [0, 1] => 1_600,
                more => panic!("{engine:?}: {more:?} reduced"),
            };
            assert_eq!(open_amount(&app, own).await, open, "{engine:?}");
            granted += u64::from(open == 800);
            let grants = reduction_grant::Entity::find().count(app.app.db.reader());
            assert_eq!(grants.await.unwrap(), granted, "{engine:?} {round}");
            books(&app).await;
        }
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_given_back_while_the_rest_is_paid_is_still_open() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (person, staff) = (app.member("花子").await.person.unwrap(), staff(&app).await);
        for round in 1..=ROUNDS {
            let (own, paid) = paid_and_charged_again(&app, person, &staff[0], 2_000).await;
            let forms = staff.iter().enumerate().map(|(nth, staff)| {
                let (path, fields) = if nth % 2 == 0 {
                    (format!("{paid}/refund"), gives_back(own, 600, 1_600))
                } else {
                    ("/counter/payments".to_owned(), takes(own, 400))
                };
                (staff.clone(), path, fields)
            });
            // Whoever wants to be paid 400 yen after 600 were given back is told that it is more.
            let [back, taken] = at_once(forms.collect()).await;
            assert!(back == 1 && taken <= 1, "{engine:?}: {back} {taken}");
            let open = if taken == 1 { 600 } else { 1_000 };
            assert_eq!(open_amount(&app, own).await, open, "{engine:?}");
            assert_eq!(books(&app).await.refunds.len(), round, "{engine:?}");
        }
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_booking_that_is_cancelled_while_it_is_paid_leaves_all_of_it_to_give_back() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        priced(&app).await;
        let (member, staff) = (app.member("花子").await, staff(&app).await);
        let mut paid = 0;
        for round in 0..ROUNDS {
            let from = 9 + round;
            let form = Form::new(
                app.fixture.room,
                &format!("{from}:00"),
                &format!("{}:00", from + 1),
            );
            // So far away that cancelling costs nothing.
            let id = made(&form.with("date", DAY).send(&member).await);
            let own = bill(&staff[0].get(&format!("/bookings/{id}")).await);
            let forms = staff.iter().enumerate().map(|(nth, staff)| {
                if nth % 2 == 0 {
                    let path = format!("/bookings/{id}/cancellation");
                    // As on a page from before anything was paid.
                    (member.clone(), path, vec![("comes_to", "0".to_owned())])
                } else {
                    (
                        staff.clone(),
                        "/counter/payments".to_owned(),
                        takes(own, 800),
                    )
                }
            });
            let [cancelled, taken] = at_once(forms.collect()).await;
            assert!(
                cancelled == 1 && taken <= 1,
                "{engine:?}: {cancelled} {taken}"
            );
            let open = if taken == 1 { -800 } else { 0 };
            assert_eq!(open_amount(&app, own).await, open, "{engine:?}");
            assert_eq!(state(&app, &id).await, hold::State::Cancelled);
            paid += taken;
            assert_eq!(books(&app).await.payments.len(), paid, "{engine:?}");
        }
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_all_who_take_what_two_nodes_release_one_wins_each() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        priced(&app).await;
        let (member, counter) = (app.member("花子").await, app.staff().await);
        let mut all = Vec::new();
        for hour in 9..19 {
            let form = Form::new(
                app.fixture.room,
                &format!("{hour}:00"),
                &format!("{}:00", hour + 1),
            );
            let id = made(&form.with("date", DAY).send(&member).await);
            all.push((bill_at(&counter, &id).await, id));
        }
        app.run_tasks().await;
        app.clock.advance(chrono::TimeDelta::days(15));
        let counter = again(&app, &counter).await;
        // Two receptionists each, from the last: the nodes go the other way, so that they meet.
        let twice = all.iter().rev().flat_map(|(own, _)| [own, own]);
        let forms = twice.map(|own| {
            let path = "/counter/payments".to_owned();
            (counter.clone(), path, takes(*own, 800))
        });
        let forms: Vec<Sent> = forms.collect();
        let (_, _, granted) = tokio::join!(app.run_tasks(), app.run_tasks(), at_once(forms));
        let books = books(&app).await;
        let [one, other] = granted;
        assert_eq!(books.payments.len(), one + other, "{engine:?}");
        let released = unpaid_release::Entity::find().count(app.app.db.reader());
        let left = all.len() - books.payments.len();
        assert_eq!(released.await.unwrap(), u64::try_from(left).unwrap());
        for (own, id) in &all {
            let parts = books.parts.iter().filter(|part| part.bill_id == *own);
            let expected = match parts.count() {
                1 => hold::State::Confirmed,
                0 => hold::State::Released,
                more => panic!("{engine:?}: paid {more} times"),
            };
            assert_eq!(state(&app, id).await, expected, "{engine:?}");
            assert_eq!(open_amount(&app, *own).await, 0, "{engine:?}");
        }
        app.run_tasks().await;
        app.finish().await;
    }
}
