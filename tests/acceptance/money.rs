//! Money at the counter: bills are paid, given back and reduced, prices are set, and it all ties out.

pub(crate) mod agreed;
pub(crate) mod bookings;
mod called_off;
mod changed;
mod company;
mod dated;
mod instead;
mod meeting;
mod paid;
mod papers;
mod prices;
mod proposals;
mod race;
mod reductions;
mod seen;
mod tariffs;
mod taxes;
mod ties;
pub(crate) mod unpaid;

use chrono::NaiveDate;
use fees::{
    entity::{BillId, bill},
    service::{self, NewBill, NewLine},
};
use japan::money::{Rate, Yen};
use kernel::{Actor, PersonId, Via, transact};
use sea_orm::EntityTrait;
use tests::{Answer, Browser, TestApp};

use crate::acts::input;

/// Whose the fees are from today on, as the manager's form sends it.
pub(crate) const TERMS: [(&str, &str); 7] = [
    ("regime", "ward_fee"),
    ("issuer", "見本区"),
    ("address", "見本町一丁目1番1号"),
    ("registration_number", "Ｔ7000012050002"),
    ("collector", "見本センター運営共同事業体"),
    ("rounding", "down"),
    ("valid_from", "2026-12-08"),
];

/// Opens a bill for a room next Tuesday, as bookings do.
pub(crate) async fn bill_of(app: &TestApp, person: PersonId, yen: i64, reference: &str) -> BillId {
    let new = NewBill {
        person,
        organisation: None,
        reference: reference.to_owned(),
        link: "/mypage/bookings".to_owned(),
        used_on: NaiveDate::from_ymd_opt(2026, 12, 15).unwrap(),
        due_on: NaiveDate::from_ymd_opt(2026, 12, 15).unwrap(),
        tax: Rate::try_percent(10).unwrap(),
        lines: vec![line(yen)],
    };
    let system = Actor::system(Via::Cli);
    transact(&app.app.db, system, &app.clock, async |work| {
        service::open_bill(work, &new).await
    })
    .await
    .unwrap()
}

pub(crate) fn line(yen: i64) -> NewLine {
    NewLine {
        label: "会議室A".to_owned(),
        label_en: "Meeting room A".to_owned(),
        amount: Yen(yen),
    }
}

/// Takes a bill back, and charges something else instead.
async fn charge_again(app: &TestApp, id: BillId, yen: i64) {
    let system = Actor::system(Via::Cli);
    transact(&app.app.db, system, &app.clock, async |work| {
        service::charge_again(work, id, &[line(yen)]).await
    })
    .await
    .unwrap();
}

/// Somebody proposes to the ward to take so much off a bill.
pub(crate) async fn propose(by: &Browser, bill: BillId, percent: &str) -> Answer {
    let path = format!("/counter/bills/{bill}/reduction");
    let seen = input(&by.get(&path).await, "seen");
    let fields = [
        ("percent", percent),
        ("reason", "区の後援する催しのため"),
        ("seen", &seen),
        ("way", "approval"),
    ];
    by.post(&path, &fields).await
}

/// Answers a proposal as its page shows it.
pub(crate) async fn answered(by: &Browser, proposal: &str, answer: [&str; 2]) -> Answer {
    let page = by.get(proposal).await;
    let (seen, open) = (input(&page, "seen"), input(&page, "open"));
    let [decision, words] = answer;
    let fields = [
        ("seen", seen.as_str()),
        ("open", &open),
        ("decision", decision),
        ("words", words),
    ];
    by.post(&format!("{proposal}/decision"), &fields).await
}

/// The manager proposes it, and the ward approves.
pub(crate) async fn reduced_by_ward(app: &TestApp, bill: BillId, percent: &str) {
    let (manager, ward) = (app.manager().await, app.ward().await);
    let proposed = propose(&manager, bill, percent).await;
    assert_eq!(proposed.status, 303, "{}", proposed.text);
    let approved = answered(&ward, &proposed.location, ["approve", ""]).await;
    assert_eq!(approved.status, 303, "{}", approved.text);
}

/// Looks what is open and takes it.
pub(crate) async fn pay(counter: &Browser, bills: &[BillId], method: &str) -> Answer {
    let ids: Vec<String> = bills.iter().map(ToString::to_string).collect();
    let chosen: Vec<(&str, &str)> = ids.iter().map(|id| ("bill", id.as_str())).collect();
    let shown = counter
        .post("/counter/payments/confirmation", &chosen)
        .await;
    assert_eq!(shown.status, 200, "{}", shown.text);
    let seen: Vec<&str> = shown
        .text
        .split("name=\"seen\" value=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    let mut fields: Vec<(&str, &str)> = seen.iter().map(|one| ("seen", *one)).collect();
    fields.push(("method", method));
    counter.post("/counter/payments", &fields).await
}

async fn open_amount(app: &TestApp, id: BillId) -> i64 {
    let found = bill::Entity::find_by_id(id).one(app.app.db.reader()).await;
    found.unwrap().unwrap().open_amount
}
