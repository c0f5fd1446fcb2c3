//! A fee is paid, gets a receipt, and is given back.

use testkit::database::Engine;
use tests::TestApp;

use super::{TERMS, bill_of, charge_again, open_amount, pay};
use crate::acts::input;

#[tokio::test(flavor = "multi_thread")]
async fn a_fee_is_paid_at_the_counter_and_its_receipt_has_every_field() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (member, stranger) = (app.member("花子").await, app.member("次郎").await);
        let (counter, manager, ward) = (app.staff().await, app.manager().await, app.ward().await);
        let person = member.person.unwrap();
        let first = bill_of(&app, person, 1_100, "K7M-4PX-9TD").await;
        let second = bill_of(&app, person, 999, "BBB-BBB-BBB").await;
        for asked in ["k7m 4px 9td", "Ｋ７Ｍ-4PX-9TD", "見本", "花子"] {
            let found = counter.get(&format!("/counter/fees?q={asked}")).await;
            found.shows("1,100円");
        }
        member.get("/mypage/fees").await.shows("2,099円");

        let paid = pay(&counter, &[first, second], "cash").await;
        assert_eq!(paid.status, 303, "{engine:?} {}", paid.text);
        let page = counter.get(&paid.location).await;
        page.shows("2,099円");
        let issue = format!("{}/receipt", paid.location);
        let none_yet = counter.post(&issue, &[("addressee", "産業 花子")]).await;
        assert_eq!(none_yet.status, 409);
        none_yet.shows("領収書の発行者がまだ登録されていません");
        assert_eq!(
            manager.post("/counter/fees/terms", &TERMS).await.status,
            303
        );
        let issued = counter.post(&issue, &[("addressee", "産業 花子")]).await;
        assert_eq!(issued.status, 303, "{}", issued.text);
        let receipt = counter.get(&issued.location).await;
        // 1,100 and 999 yen are one sum of the rate: 2,099 × 10/110, rounded once.
        for field in [
            "第 2026-00001 号",
            "令和8年12月8日",
            "産業 花子　様",
            "見本区",
            "登録番号 T7000012050002",
            "収納者 見本センター運営共同事業体",
            "使用料として",
            "2026年12月15日",
            "会議室A",
            "10％対象",
            "うち消費税 190円",
            "現金",
        ] {
            receipt.shows(field);
        }
        assert!(!receipt.text.contains("再発行"));
        assert_eq!(counter.post(&issue, &[]).await.status, 409);

        let id = issued.location.strip_prefix("/receipts/").unwrap();
        let again = format!("/counter/receipts/{id}/printing");
        assert_eq!(counter.post(&again, &[]).await.status, 303);
        counter.get(&issued.location).await.shows("再発行");
        member.get(&issued.location).await.shows("写し");
        assert_eq!(stranger.get(&issued.location).await.status, 404);
        assert_eq!(ward.get(&issued.location).await.status, 404);
        member
            .get("/mypage/fees")
            .await
            .shows("お支払いいただく料金はありません");

        let odd = counter.get("/counter/fees/report?float=abc&date=2026-02-29");
        let odd = odd.await;
        assert_eq!(odd.status, 422, "{engine:?}");
        odd.shows("釣銭準備金を、0以上の数字で入れてください");
        odd.shows("日付を選び直してください");
        let report = counter.get("/counter/fees/report?float=30000").await;
        report.shows("明細と合計が合っています");
        report.shows("32,099円");
        report.shows("K7M-4PX-9TD");
        let sums = ward.get("/counter/fees/report").await;
        sums.shows("2,099円");
        assert!(!sums.text.contains("K7M-4PX-9TD") && !sums.text.contains("花子"));
        ward.get("/counter/fees/report?month=2026-12")
            .await
            .shows("2,099円");
        assert_eq!(ward.get("/counter/fees/report?as=csv").await.status, 403);
        let file = counter.get("/counter/fees/report?as=csv").await;
        file.shows("会議室A");
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_more_is_given_back_than_was_paid() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (member, counter) = (app.member("花子").await, app.staff().await);
        let manager = app.manager().await;
        manager.post("/counter/fees/terms", &TERMS).await;
        let id = bill_of(&app, member.person.unwrap(), 1_600, "K7M-4PX-9TD").await;
        let paid = pay(&counter, &[id], "card_terminal").await.location;
        charge_again(&app, id, 1_000).await;
        assert_eq!(open_amount(&app, id).await, -600);
        member.get("/mypage/fees").await.shows("600円");

        let (bill, form) = (id.to_string(), format!("{paid}/refund"));
        let asked = counter.get(&format!("{form}?bill={bill}")).await;
        asked.shows("600円 多く受け取っています");
        assert_eq!(input(&asked, "amount"), "600");
        let wish = |amount: &'static str| {
            [
                ("bill", bill.as_str()),
                ("amount", amount),
                ("method", "cash"),
                ("reason", "時間を短くしたため"),
                ("left", "1600"),
            ]
        };
        let check = format!("{form}/confirmation");
        let shown = counter.post(&check, &wish("600")).await;
        shown.shows("返金のあと、未払いはありません");
        counter
            .post(&check, &wish("1000"))
            .await
            .shows("400円 が未払いになります");
        for amount in ["1601", "0", "-1", "百", ""] {
            let refused = counter.post(&form, &wish(amount)).await;
            assert_eq!(refused.status, 422, "{amount}: {}", refused.text);
        }
        counter
            .post(&form, &wish("1601"))
            .await
            .shows("返せるのは1,600円までです");
        assert_eq!(open_amount(&app, id).await, -600);

        let given = counter.post(&form, &wish("６００円")).await;
        assert_eq!(given.status, 303, "{engine:?} {}", given.text);
        assert_eq!(open_amount(&app, id).await, 0);
        // A second receptionist still has the old screen.
        assert_eq!(counter.post(&form, &wish("600")).await.status, 409);
        assert_eq!(open_amount(&app, id).await, 0);
        let page = counter.get(&paid).await;
        let paper = page.text.split("href=\"/refunds/").nth(1).unwrap();
        let paper = format!("/refunds/{}", paper.split('"').next().unwrap());
        for field in [
            "適格返還請求書",
            "600円",
            "うち消費税 54円",
            "T7000012050002",
        ] {
            counter.get(&paper).await.shows(field);
        }
        member.get(&paper).await.shows("600円");
        let report = counter.get("/counter/fees/report").await;
        report.shows("明細と合計が合っています");
        report.shows("−600円");
        report.shows("1,000円");
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_payment_is_one_persons_and_not_for_nothing() {
    let app = TestApp::start(Engine::Sqlite).await;
    let (one, other) = (app.member("花子").await, app.member("次郎").await);
    let counter = app.staff().await;
    let own = bill_of(&app, one.person.unwrap(), 500, "AAA").await;
    let others = bill_of(&app, other.person.unwrap(), 700, "BBB").await;
    let both = pay(&counter, &[own, others], "cash").await;
    assert_eq!(both.status, 422);
    both.shows("払う方がちがう料金は");
    let no_method = pay(&counter, &[own], "gold").await;
    assert_eq!(no_method.status, 422);
    for seen in [
        format!("{own}:499"),
        format!("{own}:-500"),
        format!("{own}:0"),
    ] {
        let fields = [("seen", seen.as_str()), ("method", "cash")];
        let refused = counter.post("/counter/payments", &fields).await;
        assert_eq!(refused.status, 409, "{seen}");
    }
    let nothing = counter
        .post("/counter/payments", &[("method", "cash")])
        .await;
    assert_eq!(nothing.status, 422);
    assert_eq!(open_amount(&app, own).await, 500);
    assert_eq!(
        one.post("/counter/payments", &[("method", "cash")])
            .await
            .status,
        403
    );
    assert_eq!(one.get(&format!("/counter/bills/{own}")).await.status, 403);
    app.finish().await;
}
