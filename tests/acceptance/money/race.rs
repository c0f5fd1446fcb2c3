//! Two receptionists at once, and two managers.

use std::collections::BTreeSet;

use chrono::Days;
use fees::entity::{fee_terms, payment, receipt, reduction_kind, tariff};
use sea_orm::{EntityTrait, PaginatorTrait};
use testkit::database::Engine;
use tests::{Answer, Browser, TestApp};

use super::{TERMS, bill_of, open_amount, pay, reductions::KIND};

#[tokio::test(flavor = "multi_thread")]
async fn of_two_receptionists_who_take_one_payment_one_does() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let member = app.member("花子").await;
        let id = bill_of(&app, member.person.unwrap(), 1_600, "K7M-4PX-9TD").await;
        let seen = format!("{id}:1600");
        let mut counters = Vec::new();
        for _ in 0..8 {
            counters.push(app.staff().await);
        }
        let fields = [("seen", seen.as_str()), ("method", "cash")];
        let tries = counters
            .iter()
            .map(|own| own.post("/counter/payments", &fields));
        let answers = futures(tries).await;
        let taken = answers.iter().filter(|answer| answer.status == 303).count();
        assert_eq!(taken, 1, "{engine:?}");
        for late in answers.iter().filter(|answer| answer.status != 303) {
            assert_eq!(late.status, 409, "{}", late.text);
            late.shows("ほかの受付がもう受け取ったか");
        }
        let payments = payment::Entity::find().count(app.app.db.reader()).await;
        assert_eq!(payments.unwrap(), 1, "{engine:?}");
        assert_eq!(open_amount(&app, id).await, 0);
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn receipts_are_numbered_without_gaps() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (member, counter) = (app.member("花子").await, app.staff().await);
        app.manager()
            .await
            .post("/counter/fees/terms", &TERMS)
            .await;
        let mut addresses = Vec::new();
        for number in 0..8 {
            let own = bill_of(&app, member.person.unwrap(), 100 + number, "X").await;
            let paid = pay(&counter, &[own], "cash").await.location;
            addresses.push(format!("{paid}/receipt"));
        }
        // Each is asked for twice at once; the second is refused and takes no number along.
        let twice = addresses.iter().chain(&addresses);
        let answers = futures(twice.map(|address| counter.post(address, &[]))).await;
        let issued = answers.iter().filter(|answer| answer.status == 303).count();
        assert_eq!(issued, 8, "{engine:?}");
        let all = receipt::Entity::find()
            .all(app.app.db.reader())
            .await
            .unwrap();
        let numbers: BTreeSet<i32> = all.iter().map(|receipt| receipt.number).collect();
        assert_eq!(numbers, (1..=8).collect(), "{engine:?}");
        app.finish().await;
    }
}

/// Eight managers, each at a screen of their own.
async fn managers(app: &TestApp) -> Vec<Browser> {
    let mut all = Vec::new();
    for _ in 0..8 {
        all.push(app.manager().await);
    }
    all
}

/// That one was saved, and each other told that somebody was first.
fn one_was_first(answers: &[Answer], told: &str) {
    let saved = answers.iter().filter(|answer| answer.status == 303).count();
    assert_eq!(saved, 1, "{told}");
    for late in answers.iter().filter(|answer| answer.status != 303) {
        assert_eq!(late.status, 409, "{told} {}", late.text);
        late.shows("もう登録されています");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_managers_who_set_the_terms_at_once_one_does_and_the_others_are_told() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let managers = managers(&app).await;
        // First all for one day, then each for a day of their own, again and again.
        for round in 0..6_u32 {
            let form = |number: u32| {
                let own = if round == 0 { 0 } else { round * 8 + number };
                let day = app.clock.now().date() + Days::new(1 + u64::from(own));
                let mut fields = TERMS.map(|(name, value)| (name, value.to_owned()));
                fields[6].1 = day.to_string();
                let seen = ("seen", round.to_string());
                fields.into_iter().chain([seen]).collect::<Vec<_>>()
            };
            let forms: Vec<_> = (0..8).map(form).collect();
            let tries = managers.iter().zip(&forms).map(async |(own, form)| {
                let fields: Vec<_> = form.iter().map(|(name, value)| (*name, &**value)).collect();
                own.post("/counter/fees/terms", &fields).await
            });
            one_was_first(&futures(tries).await, &format!("{engine:?} {round}"));
            let rows = fee_terms::Entity::find().count(app.app.db.reader()).await;
            assert_eq!(rows.unwrap(), u64::from(round) + 1, "{engine:?}");
        }
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tariff_and_a_ground_are_entered_once_by_those_who_do_it_at_once() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let managers = managers(&app).await;
        let name = [("name", "会議室（1室）")];
        let opened = managers
            .iter()
            .map(|own| own.post("/counter/tariffs", &name));
        one_was_first(&futures(opened).await, &format!("{engine:?} tariff"));
        let issued = managers
            .iter()
            .map(|own| own.post("/counter/reductions", &KIND));
        one_was_first(&futures(issued).await, &format!("{engine:?} ground"));
        let db = app.app.db.reader();
        assert_eq!(tariff::Entity::find().count(db).await.unwrap(), 1);
        assert_eq!(reduction_kind::Entity::find().count(db).await.unwrap(), 1);
        app.finish().await;
    }
}

/// Waits for all of them at once.
async fn futures<T>(all: impl Iterator<Item = impl Future<Output = T>>) -> Vec<T> {
    let mut waiting: Vec<_> = all.map(Box::pin).collect();
    let mut done: Vec<Option<T>> = waiting.iter().map(|_| None).collect();
    std::future::poll_fn(|context| {
        for (one, slot) in waiting.iter_mut().zip(&mut done) {
            if slot.is_none()
                && let std::task::Poll::Ready(answer) = one.as_mut().poll(context)
            {
                *slot = Some(answer);
            }
        }
        if done.iter().all(Option::is_some) {
            std::task::Poll::Ready(())
        } else {
            std::task::Poll::Pending
        }
    })
    .await;
    done.into_iter().flatten().collect()
}
