//! Something to pay, something paid, and a price, for the pages that show them.

use chrono::NaiveDate;
use fees::{
    entity::{
        ReductionProposalId, fee_terms::Regime, fee_terms::TaxRounding, payment::Method,
        reduction_kind::Authority, tax_rate,
    },
    rules::{NewKind, NewRate, NewTerms, Unit, Until},
    service::{self, GiveBack, Grant, NewBill, NewLine, Receive},
};
use japan::money::{Pricing, Rate, Yen};
use kernel::{Actor, Failed, PersonId, Role, Via, transact};
use organisations::rules::Selector;
use tests::TestApp;

/// Opens three bills of a person, takes one with its receipt, gives another back, and enters a
/// price; the addresses by their names.
pub(crate) async fn made(app: &TestApp, person: PersonId) -> [(&'static str, String); 7] {
    let day = |day| NaiveDate::from_ymd_opt(2026, 12, day).unwrap();
    let bill = NewBill {
        person,
        organisation: None,
        reference: "K7M-4PX-9TD".to_owned(),
        link: "/mypage/bookings".to_owned(),
        used_on: day(15),
        due_on: day(14),
        tax: Rate::try_percent(10).unwrap(),
        lines: vec![NewLine {
            label: "会議室A　12月15日".to_owned(),
            label_en: "Meeting room A, 15 December".to_owned(),
            amount: Yen(1_600),
        }],
    };
    let rate = NewRate {
        selector: Selector::default(),
        unit: Unit::Hour {
            minutes: 60,
            amount: Yen(400),
        },
        tax: tax_rate::Code::Standard,
        pricing: Pricing::TaxWithin,
        valid_from: day(8),
        valid_until: None,
    };
    let terms = NewTerms {
        regime: Some(Regime::WardFee),
        issuer: "見本区".to_owned(),
        address: "見本町一丁目1番1号".to_owned(),
        registration_number: "T7000012050002".to_owned(),
        collector: "見本センター運営共同事業体".to_owned(),
        rounding: Some(TaxRounding::Down),
        valid_from: Some(day(8)),
    };
    let kind = NewKind {
        name: "障害者団体の利用".to_owned(),
        name_en: String::new(),
        percent: Some(50),
        criteria: "手帳か団体の規約を確かめる".to_owned(),
        selector: Selector::default(),
        valid_from: Some(day(8)),
        valid_until: Until::Open,
    };
    let proposed = a_proposal(app, &bill).await;
    let system = Actor::system(Via::Cli);
    transact(&app.app.db, system, &app.clock, async |work| {
        service::set_terms(work, &terms, None).await?;
        let tariff = service::open_tariff(work, "会議室A", "Meeting room A").await?;
        service::set_rate(work, tariff, &rate, None).await?;
        let ground = service::issue_kind(work, &kind, Authority::Ward).await?;
        let open = service::open_bill(work, &bill).await?;
        let paid = Receive {
            bills: vec![(service::open_bill(work, &bill).await?, Yen(1_600))],
            method: Method::Cash,
        };
        let payment = service::receive(work, &paid).await?;
        let returned = service::open_bill(work, &bill).await?;
        let again = Receive {
            bills: vec![(returned, Yen(1_600))],
            method: Method::Cash,
        };
        let back = GiveBack {
            payment: service::receive(work, &again).await?,
            bill: returned,
            amount: Some(Yen(1_600)),
            method: Some(Method::Cash),
            reason: "取り消しのため".to_owned(),
            seen: Yen(1_600),
        };
        let refund = service::give_back(work, &back).await?;
        let receipt = service::issue_receipt(work, payment, "見本 花子").await?;
        Ok::<_, Failed<fees::refused::Refused>>([
            ("{tariff}", format!("/counter/tariffs/{tariff}")),
            ("{ground}", format!("/counter/reductions/{ground}")),
            ("{bill}", format!("/counter/bills/{open}")),
            ("{payment}", format!("/counter/payments/{payment}")),
            ("{refund}", format!("/refunds/{refund}")),
            ("{receipt}", format!("/receipts/{receipt}")),
            (
                "{proposal}",
                format!("/counter/reductions/proposals/{proposed}"),
            ),
        ])
    })
    .await
    .unwrap()
}

/// The manager proposes to the ward to take half off a bill.
async fn a_proposal(app: &TestApp, bill: &NewBill) -> ReductionProposalId {
    let (manager, _approver) = (app.manager().await.person.unwrap(), app.ward().await);
    let roles = [Role::Manager].into_iter().collect();
    let manager = Actor::person(manager, roles, Via::Page);
    transact(&app.app.db, manager, &app.clock, async |work| {
        let wish = Grant {
            bill: service::open_bill(work, bill).await?,
            kind: None,
            percent: Some(50),
            reason: "区の後援する催しのため".to_owned(),
            seen: Yen(1_600),
        };
        service::propose(work, &wish).await
    })
    .await
    .unwrap()
}
