//! Consumption tax: the next rate is entered before its day, and a receipt rounds once for each rate.

use sea_orm::EntityTrait;
use testkit::database::Engine;
use tests::{Answer, Browser, TestApp};

use super::{
    TERMS, bill_of,
    bookings::{bill, priced},
    open_amount, pay,
};
use crate::acts::{Form, input, made};

const PAGE: &str = "/counter/tax-rates";

/// From the 10th on, with the three rates that come with the product.
const TWELVE: [(&str, &str); 6] = [
    ("seen", "3"),
    ("code", "standard"),
    ("percent", "１２％"),
    ("source", "消費税法第29条第1号"),
    ("valid_from", "2026-12-10"),
    ("act", "check"),
];

async fn send(manager: &Browser, name: &str, value: &str) -> Answer {
    let with = |(own, typed)| (own, if own == name { value } else { typed });
    manager.post(PAGE, &TWELVE.map(with)).await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_next_rate_of_tax_is_entered_with_a_look_at_what_it_changes() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        priced(&app).await;
        let (member, manager) = (app.member("花子").await, app.manager().await);
        let form = Form::new(app.fixture.room, "13:00", "15:00");
        let booked = made(&form.send(&member).await);
        let own = bill(&manager.get(&format!("/bookings/{booked}")).await);
        let page = manager.get(PAGE).await;
        page.shows("2019年10月1日");
        page.shows("消費税法第29条第1号・地方税法第72条の83");
        let asked = send(&manager, "", "").await;
        assert_eq!(asked.status, 200, "{engine:?} {}", asked.text);
        asked.shows("金額か消費税が変わる予約が1件あります");
        asked.shows("うち消費税 145円");
        asked.shows("うち消費税 171円");
        assert_eq!(input(&asked, "percent"), "１２％", "what was typed is kept");
        let page = manager.get(PAGE).await;
        assert!(!page.text.contains("2026年12月10日"), "only looked at");
        let set = send(&manager, "act", "set").await;
        assert_eq!(set.status, 303, "{engine:?} {}", set.text);
        manager.get(PAGE).await.shows("2026年12月10日");

        // What is charged stays; what is charged from now on has the rate of the day of use.
        assert_eq!(open_amount(&app, own).await, 1_600, "{engine:?}");
        manager.post("/counter/fees/terms", &TERMS).await;
        let next = made(
            &form
                .with("starts_at", "16:00")
                .with("ends_at", "18:00")
                .send(&member)
                .await,
        );
        let next = bill(&manager.get(&format!("/bookings/{next}")).await);
        let paid = pay(&manager, &[own, next], "cash").await;
        let issued = manager
            .post(&format!("{}/receipt", paid.location), &[])
            .await;
        let receipt = manager.get(&issued.location).await;
        receipt.shows("10％対象");
        receipt.shows("うち消費税 145円");
        receipt.shows("12％対象");
        receipt.shows("うち消費税 171円");
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rate_of_tax_that_cannot_be_is_refused_beside_its_field_and_changes_nothing() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (manager, staff, ward) = (app.manager().await, app.staff().await, app.ward().await);
        for (name, value, said) in [
            ("code", "exempt", "選んで"),
            ("percent", "x", "0から50までの数字"),
            ("percent", "120", "0から50までの数字"),
            ("percent", "10", "その日の前の税率と同じです"),
            ("source", "", "入力して"),
            ("valid_from", "", "日"),
            ("valid_from", "2026-12-08", "2026年12月9日"),
            ("valid_from", "2040-01-01", "まで"),
        ] {
            let refused = send(&manager, name, value).await;
            assert_eq!(refused.status, 422, "{engine:?} {name} {value}");
            refused.shows(said);
        }
        assert_eq!(send(&staff, "act", "set").await.status, 403);
        assert_eq!(ward.get(PAGE).await.status, 200, "the ward reads");
        assert_eq!(send(&manager, "act", "set").await.status, 303);
        let stale = send(&manager, "act", "set").await;
        assert_eq!(stale.status, 409, "{engine:?} {}", stale.text);
        stale.shows("もう登録されています");
        assert_eq!(input(&stale, "seen"), "4");
        let twice: Vec<_> = TWELVE
            .into_iter()
            .map(|(name, value)| match name {
                "seen" => (name, "4"),
                "act" => (name, "set"),
                _ => (name, value),
            })
            .collect();
        let twice = manager.post(PAGE, &twice).await;
        assert_eq!(twice.status, 422, "{engine:?} {}", twice.text);
        twice.shows("もう登録されています");
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rate_and_terms_that_have_not_begun_are_put_right_and_the_log_says_so() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let manager = app.manager().await;
        assert_eq!(send(&manager, "act", "set").await.status, 303);
        let with = |percent: &'static str, rest: &[(&'static str, &'static str)]| {
            let mut fields = TWELVE.to_vec();
            (fields[0].1, fields[2].1) = ("4", percent);
            fields.pop();
            [&fields[..], rest].concat()
        };
        // The rise is put off: the rate of before is entered for that day.
        let asked = manager.post(PAGE, &with("10", &[("act", "check")])).await;
        asked.shows("まだ始まっていない登録と置きかわります");
        let mark = input(&asked, "replaces");
        let rest = [("act", "set")];
        let set = [&with("10", &rest)[..], &[("replaces", &*mark)]].concat();
        let done = manager.post(PAGE, &set).await;
        assert_eq!(done.status, 303, "{engine:?} {}", done.text);
        let late = manager.post(PAGE, &set).await;
        assert_eq!(late.status, 409, "{engine:?} {}", late.text);
        let taxes = fees::read::taxes(app.app.db.reader()).await.unwrap();
        let day = "2026-12-10".parse().unwrap();
        let rate = taxes.on(fees::entity::tax_rate::Code::Standard, day);
        assert_eq!(rate.unwrap().thousandths(), 100, "{engine:?}");

        let page = "/counter/fees/terms";
        let mut terms = TERMS.to_vec();
        terms[6].1 = "2026-12-20";
        assert_eq!(manager.post(page, &terms).await.status, 303);
        terms[1].1 = "見本市";
        assert_eq!(manager.post(page, &terms).await.status, 409, "unasked");
        let asked = [&terms[..], &[("act", "check"), ("seen", "1")]].concat();
        let asked = manager.post(page, &asked).await;
        asked.shows("まだ始まっていない登録と置きかわります");
        let mark = input(&asked, "replaces");
        let set = [&terms[..], &[("seen", "1"), ("replaces", &*mark)]].concat();
        let done = manager.post(page, &set).await;
        assert_eq!(done.status, 303, "{engine:?} {}", done.text);
        assert_eq!(manager.post(page, &set).await.status, 409, "{engine:?}");
        let rows = fees::read::terms_rows(app.app.db.reader()).await.unwrap();
        assert_eq!(rows.len(), 1, "{engine:?}");
        assert_eq!(rows[0].issuer, "見本市", "{engine:?}");
        app.clock.advance(chrono::TimeDelta::days(12));
        let manager = app.signed_in(manager.person.unwrap()).await;
        let mark = rows[0].mark();
        let begun = [&terms[..], &[("seen", "1"), ("replaces", &*mark)]].concat();
        assert_eq!(manager.post(page, &begun).await.status, 409, "{engine:?}");
        assert_eq!(replacing(&app).await, ["tax_rate.set", "fee_terms.set"]);
        app.finish().await;
    }
}

/// The kinds of events that say that something planned was replaced.
async fn replacing(app: &TestApp) -> Vec<String> {
    let all = kernel::events::Entity::find()
        .all(app.app.db.reader())
        .await;
    let all = all.unwrap().into_iter();
    all.filter(|event| event.facts.contains("replaces"))
        .map(|event| event.kind)
        .collect()
}

/// G20: 115 yen thrice have 31 yen of tax inside, not three times 10.
#[tokio::test(flavor = "multi_thread")]
async fn a_receipt_of_several_bookings_rounds_tax_once_and_the_day_balances() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (member, manager) = (app.member("花子").await, app.manager().await);
        let person = member.person.unwrap();
        manager.post("/counter/fees/terms", &TERMS).await;
        let mut bills = Vec::new();
        for reference in ["K7M-4PX-9TD", "BBB-BBB-BBB", "CCC-CCC-CCC"] {
            bills.push(bill_of(&app, person, 115, reference).await);
        }
        let paid = pay(&manager, &bills, "cash").await;
        let issued = manager
            .post(&format!("{}/receipt", paid.location), &[])
            .await;
        let receipt = manager.get(&issued.location).await;
        receipt.shows("345円");
        receipt.shows("うち消費税 31円");
        let stated = receipt.text.matches("うち消費税").count();
        assert_eq!(stated, 1, "{engine:?} no line states a tax of its own");
        let report = manager.get("/counter/fees/report").await;
        report.shows("345円");
        assert!(fees_tie_out(&app).await, "{engine:?}");
        app.finish().await;
    }
}

async fn fees_tie_out(app: &TestApp) -> bool {
    let today = kernel::Span::day(app.clock.now().date());
    let report = fees::read::report(app.app.db.reader(), today).await;
    report.unwrap().ties_out
}
