//! Papers that go into an envelope: each is one sheet of A4, with as many words as it can bear.

use fees::{
    entity::payment::Method,
    service::{self, GiveBack, NewBill, NewLine, Receive},
};
use japan::money::{Rate, Yen};
use kernel::{Actor, Failed, PersonId, Via, transact};
use testkit::{browser::Look, database::Engine};
use tests::{Answer, Browser, TestApp};

use crate::{money, pages::made::a_request, person::someone};

/// As long as a purpose may be, in characters.
const LONG: usize = 200;

#[tokio::test(flavor = "multi_thread")]
async fn every_paper_is_one_sheet_in_both_languages() {
    let app = TestApp::start(Engine::Sqlite).await;
    let (member, reception) = (app.member("花子").await, app.staff().await);
    let mut papers = of_a_booking(&app, &member).await;
    papers.push(of_a_refusal(&app, &member, &reception).await);
    papers.extend(of_money(&app, member.person.unwrap()).await);
    app.run_tasks().await;
    someone(&app, Look::DESKTOP, async |person| {
        person.is(member.person.unwrap()).await?;
        for lang in ["ja", "en"] {
            for (name, path) in &papers {
                person.opens(&format!("{path}?lang={lang}")).await?;
                person.keeps(&format!("paper-{name}-{lang}")).await?;
                person.prints_on_one_sheet().await?;
            }
        }
        Ok(())
    })
    .await;
    app.finish().await;
}

/// Permit and notice of what was changed, and the notice of what was called off.
async fn of_a_booking(app: &TestApp, member: &Browser) -> Vec<(&'static str, String)> {
    let room = app.fixture.room.to_string();
    let (long, longer) = ("打合せ　".repeat(LONG / 4), "講習会　".repeat(LONG / 4));
    let wish = |date, ends_at, purpose, attendees| {
        [
            ("space_id", room.as_str()),
            ("date", date),
            ("starts_at", "9:00"),
            ("ends_at", ends_at),
            ("purpose", purpose),
            ("attendees", attendees),
            ("agree", "on"),
            ("version", "1"),
        ]
    };
    let first = wish("2026-12-16", "11:00", &long, "4");
    let booking = led(&member.post("/bookings", &first).await);
    let booking = booking.trim_end_matches("/done").to_owned();
    let other = wish("2026-12-17", "12:00", &longer, "6");
    led(&member.post(&format!("{booking}/change"), &other).await);
    let mut papers = Vec::new();
    for kind in ["permit", "change", "cancellation"] {
        if kind == "cancellation" {
            led(&member.post(&format!("{booking}/cancellation"), &[]).await);
        }
        let issued = member
            .post(&format!("{booking}/papers"), &[("kind", kind)])
            .await;
        papers.push((kind, led(&issued)));
    }
    papers
}

/// The notice of what was not approved.
async fn of_a_refusal(
    app: &TestApp,
    member: &Browser,
    reception: &Browser,
) -> (&'static str, String) {
    let asked = a_request(app, member).await;
    let words = "見本の理由".repeat(LONG / 5);
    let refusal = [
        ("seen", "1"),
        ("ground", "purpose"),
        ("words", words.as_str()),
    ];
    let refuses = format!("/counter/requests/{asked}/refusal");
    led(&reception.post(&refuses, &refusal).await);
    let issued = member
        .post(&format!("/bookings/{asked}/papers"), &[("kind", "refusal")])
        .await;
    ("refusal", led(&issued))
}

/// The receipt of six uses, of which something went back before it and after it; and the paper of
/// what went back.
async fn of_money(app: &TestApp, person: PersonId) -> Vec<(&'static str, String)> {
    money::made(app, person).await;
    let system = Actor::system(Via::Cli);
    let receipt = transact(&app.app.db, system, &app.clock, async |work| {
        let mut bills = Vec::new();
        for number in 0..6 {
            let bill = service::open_bill(work, &bill(person, number)).await?;
            bills.push((bill, Yen(1_600)));
        }
        let paid = Receive {
            bills: bills.clone(),
            method: Method::Cash,
        };
        let payment = service::receive(work, &paid).await?;
        let back = |bill: usize, amount, left| GiveBack {
            payment,
            bill: bills[bill].0,
            amount: Some(Yen(amount)),
            method: Some(Method::Cash),
            reason: "時間を短くしたため".to_owned(),
            seen: Yen(left),
        };
        service::give_back(work, &back(0, 400, 1_600)).await?;
        service::give_back(work, &back(1, 1_600, 1_600)).await?;
        let receipt = service::issue_receipt(work, payment, "株式会社見本製作所").await?;
        service::print_again(work, receipt).await?;
        let refund = service::give_back(work, &back(0, 400, 1_200)).await?;
        service::give_back(work, &back(2, 1_600, 1_600)).await?;
        Ok::<_, Failed<fees::refused::Refused>>((receipt, refund))
    });
    let (receipt, refund) = receipt.await.unwrap();
    vec![
        ("receipt", format!("/receipts/{receipt}")),
        ("refund", format!("/refunds/{refund}")),
    ]
}

fn bill(person: PersonId, number: u32) -> NewBill {
    let day = chrono::NaiveDate::from_ymd_opt(2026, 12, 15 + number).unwrap();
    NewBill {
        person,
        organisation: None,
        reference: format!("K7M-4PX-9T{number}"),
        link: "/mypage/bookings".to_owned(),
        used_on: day,
        due_on: day,
        tax: Rate::try_percent([10, 8][number as usize % 2]).unwrap(),
        line: NewLine {
            label: format!("区民交流活動室　12月{}日　13:00〜15:00", 15 + number),
            label_en: String::new(),
            amount: Yen(1_600),
        },
    }
}

/// Where a form led that was taken.
#[track_caller]
fn led(answer: &Answer) -> String {
    assert_eq!(answer.status, 303, "{}", answer.text);
    answer.location.split('?').next().unwrap_or("").to_owned()
}
