//! What a receipt and the paper of a refund say stays, whatever changes afterwards.

use chrono::TimeDelta;
use fees::entity::{BillId, ReceiptId, payment_part, receipt, refund};
use sea_orm::{ConnectionTrait, EntityTrait};
use testkit::{database, database::Engine};
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

/// Gives 100 yen of a payment back; where its paper lies.
async fn give_back(counter: &Browser, payment: &str, left: &str) -> String {
    let wish = [
        ("amount", "100"),
        ("method", "cash"),
        ("reason", "時間を短くしたため"),
        ("left", left),
    ];
    let given = counter.post(&format!("{payment}/refund"), &wish).await;
    assert_eq!(given.status, 303, "{}", given.text);
    let page = counter.get(payment).await;
    let paper = page.text.split("href=\"/refunds/").nth(1).unwrap();
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
    let wish = [
        ("bill", bill.as_str()),
        ("amount", amount),
        ("method", "cash"),
        ("reason", "時間を短くしたため"),
        ("left", left),
    ];
    let given = counter.post(&format!("{payment}/refund"), &wish).await;
    assert_eq!(given.status, 303, "{}", given.text);
    let page = counter.get(payment).await;
    let paper = page.text.split("href=\"/refunds/").last().unwrap();
    format!("/refunds/{}", paper.split('"').next().unwrap())
}

/// The receipt of a payment that has one.
async fn issue_again(counter: &Browser, payment: &str) -> String {
    let page = counter.get(payment).await;
    let rest = page.text.split("href=\"/receipts/").nth(1).unwrap();
    format!("/receipts/{}", rest.split('"').next().unwrap())
}

/// Rows as they were before papers kept what they say.
const OLD: &str = "
INSERT INTO people (id, family_name, given_name, family_kana, given_kana, search_key, created_at)
    VALUES ({1}, '見本', '花子', '', '', '', 0);
INSERT INTO fee_terms (id, regime, issuer, address, registration_number, collector, rounding, valid_from, made_at)
    VALUES ({2}, 'ward_fee', '見本区', '', '', '', 'down', '2026-04-01', 0),
           ({3}, 'manager_fee', '見本', '', '', '', 'up', '2026-12-09', 0);
INSERT INTO bills (id, person_id, reference, link, used_on, due_on, thousandths, open_amount, made_at)
    VALUES ({4}, {1}, 'AAA', '/', '2026-12-15', '2026-12-15', 100, 0, 0);
INSERT INTO payments (id, method, amount, received_at) VALUES ({5}, 'cash', 1000, 0), ({6}, 'cash', 500, 0);
INSERT INTO payment_parts (payment_id, bill_id, label, label_en, amount, thousandths)
    VALUES ({5}, {4}, '会議室A', '', 1000, 100), ({6}, {4}, '会議室A', '', 500, 100);
INSERT INTO receipts (id, payment_id, fiscal_year, number, addressee, printings, issued_at)
    VALUES ({7}, {5}, 2026, 1, '見本商事', 1, 1796741999000000);
INSERT INTO refunds (id, payment_id, bill_id, method, amount, refunded_at)
    VALUES ({8}, {5}, {4}, 'cash', 100, 1796742000000000),
           ({9}, {6}, {4}, 'cash', 100, 1796742000000000);
";

/// A database as it was before a migration, with these rows, brought up to date; `{1}` to `{9}` are
/// identifiers.
pub(super) async fn old_centre(engine: Engine, migration: &str, rows: &str) -> kernel::Db {
    let db = database::before(engine, migration).await.unwrap();
    let rows = (1..=9).fold(rows.to_owned(), |rows, number| {
        let id = uuid::Uuid::from_u128(number);
        let own = match engine {
            Engine::Sqlite => format!("x'{}'", id.simple()),
            Engine::Postgres => format!("'{id}'"),
        };
        rows.replace(&format!("{{{number}}}"), &own)
    });
    db.outside_transactions()
        .execute_unprepared(&rows)
        .await
        .unwrap();
    database::upgrade(&db).await.unwrap();
    db
}

#[tokio::test(flavor = "multi_thread")]
async fn papers_of_before_keep_what_they_said_when_they_were_made() {
    for engine in Engine::BOTH {
        let db = old_centre(engine, "m0031_papers_kept", OLD).await;
        let id = |number: u128| uuid::Uuid::from_u128(number);

        let parts = payment_part::Entity::find().all(db.reader()).await.unwrap();
        assert!(parts.iter().all(|part| part.used_on == "2026-12-15"));
        // 2026-12-08 at 23:59:59 in Tokyo, and a second later.
        let receipts = receipt::Entity::find().all(db.reader()).await.unwrap();
        assert_eq!(receipts[0].terms_id.unwrap().0, id(2), "{engine:?}");
        let mut refunds = refund::Entity::find().all(db.reader()).await.unwrap();
        refunds.sort_by_key(|one| one.id);
        let kept = refunds
            .iter()
            .map(|one| (one.addressee.as_str(), one.terms_id.unwrap().0));
        assert_eq!(
            kept.collect::<Vec<_>>(),
            [("見本商事", id(3)), ("見本 花子", id(3))],
            "{engine:?}"
        );
        // Whoever holds the receipt of before has it for all that came in.
        let receipts: Vec<_> = refunds.iter().map(|one| one.receipt_id).collect();
        assert_eq!(receipts, [Some(ReceiptId(id(7))), None], "{engine:?}");
        db.close().await.unwrap();
    }
}
