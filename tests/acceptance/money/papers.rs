//! What a receipt and the paper of a refund say stays, whatever changes afterwards.

pub(super) mod before;

use chrono::TimeDelta;
use fees::entity::BillId;
use testkit::database::Engine;
use tests::{Browser, TestApp};

use super::{TERMS, bill_of, bookings, charge_again, pay};
use crate::acts::{Form, made};

/// From tomorrow on the manager earns the fees, and has no number.
const LATER: [(&str, &str); 7] = [
    ("regime", "manager_fee"),
    ("issuer", "見本センター運営共同事業体"),
    ("address", "見本町二丁目2番2号"),
    ("registration_number", ""),
    ("collector", ""),
    ("rounding", "up"),
    ("valid_from", "2026-12-09"),
];

/// What a paper says, without the frame of its page.
fn said(text: &str) -> &str {
    let (_, rest) = text.split_once("class=\"sheet-date\"").unwrap();
    rest.split_once("class=\"article\"").unwrap().0
}

async fn issue(counter: &Browser, payment: &str) -> String {
    let issued = counter.post(&format!("{payment}/receipt"), &[]).await;
    assert_eq!(issued.status, 303, "{}", issued.text);
    issued.location
}

/// Gives 100 yen of a payment of one bill back; where its paper lies.
async fn give_back(counter: &Browser, payment: &str, left: &str) -> String {
    refund(counter, payment, &[("amount", "100"), ("left", left)]).await
}

/// Gives something of a payment back; where its paper lies.
async fn refund(counter: &Browser, payment: &str, what: &[(&str, &str)]) -> String {
    let how = [("method", "cash"), ("reason", "時間を短くしたため")];
    let wish = [what, &how].concat();
    let given = counter.post(&format!("{payment}/refund"), &wish).await;
    assert_eq!(given.status, 303, "{}", given.text);
    let page = counter.get(payment).await;
    let paper = page.text.split("href=\"/refunds/").last().unwrap();
    format!("/refunds/{}", paper.split('"').next().unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_receipt_says_the_same_after_its_booking_has_moved_and_other_terms_hold() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        bookings::priced(&app).await;
        let (member, counter) = (app.member("花子").await, app.staff().await);
        let manager = app.manager().await;
        manager.post("/counter/fees/terms", &TERMS).await;
        let form = Form::new(app.fixture.room, "13:00", "15:00");
        let booking = made(&form.send(&member).await);
        let bill = bookings::bill(&counter.get(&format!("/bookings/{booking}")).await);
        let paid = pay(&counter, &[bill], "cash").await.location;
        let paper = issue(&counter, &paid).await;
        let before = counter.get(&paper).await;
        before.shows("2026年12月15日");
        before.shows("適格簡易請求書");

        let moved = form.with("date", "2026-12-17").with("version", "1");
        let path = format!("/bookings/{booking}/change");
        let changed = member.post(&path, &moved.fields()).await;
        assert_eq!(changed.status, 303, "{engine:?} {}", changed.text);
        let set = manager.post("/counter/fees/terms", &LATER).await;
        assert_eq!(set.status, 303, "{engine:?} {}", set.text);
        app.clock.advance(TimeDelta::days(1));
        let counter = app.signed_in(counter.person.unwrap()).await;
        let after = counter.get(&paper).await;
        assert_eq!(said(&after.text), said(&before.text), "{engine:?}");
        let id = paper.strip_prefix("/receipts/").unwrap();
        let again = format!("/counter/receipts/{id}/printing");
        assert_eq!(counter.post(&again, &[]).await.status, 303);
        let again = counter.get(&paper).await;
        again.shows("再発行");
        assert_eq!(said(&again.text), said(&before.text), "{engine:?}");
        let returned = counter.get(&give_back(&counter, &paid, "1600").await).await;
        returned.shows("2026年12月15日");
        returned.shows("T7000012050002");
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn papers_name_who_earned_the_fee_on_the_day_the_money_came_in() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (member, counter) = (app.member("花子").await, app.staff().await);
        let manager = app.manager().await;
        manager.post("/counter/fees/terms", &TERMS).await;
        manager.post("/counter/fees/terms", &LATER).await;
        let person = member.person.unwrap();
        let early = bill_of(&app, person, 1_000, "AAA").await;
        let without = bill_of(&app, person, 1_000, "BBB").await;
        let early = pay(&counter, &[early], "cash").await.location;
        let without = pay(&counter, &[without], "cash").await.location;
        app.clock.advance(TimeDelta::days(1));
        let counter = app.signed_in(counter.person.unwrap()).await;
        let late = bill_of(&app, person, 1_000, "CCC").await;
        let changed = late;
        let late = pay(&counter, &[late], "cash").await.location;

        for (payment, issuer, word) in [
            (&early, "見本区", "使用料として"),
            (&late, "見本センター運営共同事業体", "利用料金として"),
        ] {
            let shown = counter.get(&issue(&counter, payment).await).await;
            shown.shows(issuer);
            shown.shows(word);
        }
        let own = counter.get(&issue_again(&counter, &late).await).await;
        own.shows("適格簡易請求書ではありません");
        assert!(!own.text.contains("登録番号 "), "{engine:?}");
        // Given back after the change, by whoever had earned it; and without a receipt.
        let paper = counter
            .get(&give_back(&counter, &without, "1000").await)
            .await;
        paper.shows("T7000012050002");
        paper.shows("見本 花子");
        charge_again(&app, changed, 900).await;
        let paper = counter.get(&give_back(&counter, &late, "1000").await).await;
        paper.shows("返金の書面");
        assert!(!paper.text.contains("第57条の4"), "{engine:?}");
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_addressee_that_cannot_be_printed_is_refused_by_what_is_wrong_with_it() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (member, counter) = (app.member("花子").await, app.staff().await);
        app.manager()
            .await
            .post("/counter/fees/terms", &TERMS)
            .await;
        let bill = bill_of(&app, member.person.unwrap(), 1_000, "AAA").await;
        let path = format!("{}/receipt", pay(&counter, &[bill], "cash").await.location);
        for (addressee, said) in [
            ("見本\u{7}商事".to_owned(), "使えない文字があります"),
            ("見本\t商事".to_owned(), "使えない文字があります"),
            ("見".repeat(61), "60文字までで入力してください"),
        ] {
            let refused = counter.post(&path, &[("addressee", &addressee)]).await;
            assert_eq!(refused.status, 422, "{engine:?} {addressee:?}");
            refused.shows(said);
        }
        let issued = counter.post(&path, &[("addressee", "見本商事")]).await;
        assert_eq!(issued.status, 303, "{engine:?} {}", issued.text);
        counter.get(&issued.location).await.shows("2026-00001");
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_receipt_issued_after_a_refund_is_for_what_remains_and_for_nothing_there_is_none() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (member, counter) = (app.member("花子").await, app.staff().await);
        let manager = app.manager().await;
        manager.post("/counter/fees/terms", &TERMS).await;
        let person = member.person.unwrap();
        let first = bill_of(&app, person, 1_000, "AAA").await;
        let second = bill_of(&app, person, 505, "BBB").await;
        let paid = pay(&counter, &[first, second], "cash").await.location;
        app.clock.advance(TimeDelta::days(1));
        let counter = app.signed_in(counter.person.unwrap()).await;
        let member = app.signed_in(person).await;
        let returned = give_back_of(&counter, &paid, first, ("100", "1000")).await;
        counter.get(&paid).await.shows("1,405円 の領収書になります");
        let receipt = issue(&counter, &paid).await;
        // 1,405 × 10/110, rounded once: 127. Of 1,505 it would have been 136.
        let shown = counter.get(&receipt).await;
        for said in [
            "金額　1,405円（税込）",
            "返金　会議室A",
            "2026年12月9日",
            "−100円",
            "うち消費税 127円",
            "受け取った 1,505円",
        ] {
            shown.shows(said);
        }
        let text = counter.get(&returned).await;
        text.shows("領収書 2026-00001 の金額から差し引き済み");
        // What goes back afterwards is said beside it, on the copy too.
        give_back_of(&counter, &paid, second, ("505", "505")).await;
        for looking in [&counter, &member] {
            let shown = looking.get(&receipt).await;
            shown.shows("金額　1,405円（税込）");
            shown.shows("この領収書の発行後、2026年12月9日（水）に 505円 をお返ししました");
            shown.shows("お返ししたあとの金額　900円");
        }

        let third = bill_of(&app, person, 800, "CCC").await;
        let paid = pay(&counter, &[third], "cash").await.location;
        give_back_of(&counter, &paid, third, ("800", "800")).await;
        let page = counter.get(&paid).await;
        page.shows("発行する領収書はありません");
        let refused = counter.post(&format!("{paid}/receipt"), &[]).await;
        assert_eq!(refused.status, 409, "{engine:?}");
        refused.shows("全額を返金したため、領収書は発行できません");
        app.finish().await;
    }
}

/// Gives so much back of one bill of a payment, with what the page showed as left; its paper.
async fn give_back_of(
    counter: &Browser,
    payment: &str,
    bill: BillId,
    (amount, left): (&str, &str),
) -> String {
    let bill = bill.to_string();
    let what = [("bill", bill.as_str()), ("amount", amount), ("left", left)];
    refund(counter, payment, &what).await
}

/// The receipt of a payment that has one.
async fn issue_again(counter: &Browser, payment: &str) -> String {
    let page = counter.get(payment).await;
    let rest = page.text.split("href=\"/receipts/").nth(1).unwrap();
    format!("/receipts/{}", rest.split('"').next().unwrap())
}
