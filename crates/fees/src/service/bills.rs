//! What is owed: bills are opened and charged by whoever knows what was used.

use chrono::NaiveDate;
use japan::money::{self, Yen};
use kernel::{Failed, Fault, PersonId, Work};
use organisations::entity::OrganisationId;
use sea_orm::{ActiveValue::Set, QueryOrder, QuerySelect, entity::prelude::*};

use crate::{
    entity::{BillId, ChargeId, bill, charge},
    events,
    read::{self, Bill},
    refused::Refused,
    rules::standing,
};

/// A bill to be opened with its first charges.
#[derive(Clone, Debug)]
pub struct NewBill {
    /// Who owes it.
    pub person: PersonId,
    /// For which organisation they come.
    pub organisation: Option<OrganisationId>,
    /// What people say at the counter.
    pub reference: String,
    /// Where the page of what it is for lies.
    pub link: String,
    /// The day of use.
    pub used_on: NaiveDate,
    /// By when it is to be paid.
    pub due_on: NaiveDate,
    /// The rate of tax of everything on it.
    pub tax: money::Rate,
    /// What is charged: the use first.
    pub lines: Vec<NewLine>,
}

/// A charge to be written.
#[derive(Clone, Debug)]
pub struct NewLine {
    /// For what, as the receipt says it.
    pub label: String,
    /// The same in English, or empty.
    pub label_en: String,
    /// In yen, with tax; more than nothing.
    pub amount: Yen,
}

/// Opens a bill. What is free of charge needs none.
pub async fn open_bill(work: &Work, new: &NewBill) -> Result<BillId, Failed<Refused>> {
    if !new.lines.iter().any(|line| line.amount > Yen::ZERO) {
        return Err(Refused::NothingToPay.into());
    }
    let id: BillId = work.new_id();
    bill::Entity::insert(bill::ActiveModel {
        id: Set(id),
        person_id: Set(new.person),
        organisation_id: Set(new.organisation),
        reference: Set(new.reference.clone()),
        link: Set(new.link.clone()),
        used_on: Set(new.used_on.to_string()),
        due_on: Set(new.due_on.to_string()),
        thousandths: Set(i32::from(new.tax.thousandths())),
        open_amount: Set(0),
        made_at: Set(work.now()),
    })
    .exec_without_returning(work.db())
    .await?;
    work.record(events::opened(id, new.person));
    write(work, id, &new.lines).await?;
    settle(work, id).await?;
    Ok(id)
}

/// Takes back what stands on a bill, and charges something else instead, or nothing: a change, a
/// cancellation. What was paid stays paid; what is then too much is shown at the counter.
///
/// A reduction goes with the charge it was granted for; after a change of the use it is kept:
/// [`super::charge_changed`].
pub async fn charge_again(
    work: &Work,
    id: BillId,
    lines: &[NewLine],
) -> Result<Bill, Failed<Refused>> {
    let bill = lock_one(work, id).await?;
    let stands = standing(&bill.lines());
    for own in &stands {
        let row = bill.charges.iter().find(|row| row.id == own.id);
        let Some(row) = row else { continue };
        insert(work, id, row.label.clone(), row.label_en.clone(), |new| {
            new.amount = Set(-row.amount);
            new.reverses = Set(Some(row.id));
        })
        .await?;
    }
    if !stands.is_empty() {
        work.record(events::reversed(id, stands.len()));
    }
    write(work, id, lines).await?;
    settle(work, id).await
}

/// Sets the day of use and the day by which a bill is to be paid.
pub async fn set_days(
    work: &Work,
    id: BillId,
    used_on: NaiveDate,
    due_on: NaiveDate,
) -> Result<(), Failed<Refused>> {
    let bill = lock_one(work, id).await?;
    let (used_on, due_on) = (used_on.to_string(), due_on.to_string());
    if bill.row.used_on == used_on && bill.row.due_on == due_on {
        return Ok(());
    }
    work.record(events::due_set(id, &due_on));
    bill::Entity::update_many()
        .col_expr(bill::Column::UsedOn, Expr::value(used_on))
        .col_expr(bill::Column::DueOn, Expr::value(due_on))
        .filter(bill::COLUMN.id.eq(id))
        .exec(work.db())
        .await?;
    Ok(())
}

/// A bill is for another thing than before that costs the same payer the same: where the page of it lies.
pub async fn set_link(work: &Work, id: BillId, link: &str) -> Result<(), Fault> {
    bill::Entity::update_many()
        .col_expr(bill::Column::Link, Expr::value(link))
        .filter(bill::COLUMN.id.eq(id))
        .exec(work.db())
        .await?;
    Ok(())
}

/// Writes charges in their order; those of nothing are left out.
async fn write(work: &Work, bill: BillId, lines: &[NewLine]) -> Result<(), Fault> {
    for line in lines.iter().filter(|line| line.amount > Yen::ZERO) {
        let (label, label_en) = (line.label.clone(), line.label_en.clone());
        let id = insert(work, bill, label, label_en, |new| {
            new.amount = Set(line.amount.0);
        })
        .await?;
        work.record(events::charged(bill, id, line.amount.0));
    }
    Ok(())
}

/// Writes one line; `set` says how much, and which line it takes back or reduces.
pub(super) async fn insert(
    work: &Work,
    bill: BillId,
    label: String,
    label_en: String,
    set: impl FnOnce(&mut charge::ActiveModel),
) -> Result<ChargeId, Fault> {
    let id: ChargeId = work.new_id();
    let mut row = charge::ActiveModel {
        id: Set(id),
        bill_id: Set(bill),
        label: Set(label),
        label_en: Set(label_en),
        amount: Set(0),
        reverses: Set(None),
        reduces: Set(None),
        made_by: Set(work.actor().person),
        made_at: Set(work.now()),
    };
    set(&mut row);
    charge::Entity::insert(row)
        .exec_without_returning(work.db())
        .await?;
    Ok(id)
}

/// Locks bills in the order of their ids, and reads them.
pub async fn lock(work: &Work, mut ids: Vec<BillId>) -> Result<Vec<Bill>, Fault> {
    ids.sort_unstable();
    ids.dedup();
    if work.locks_rows() {
        bill::Entity::find()
            .filter(bill::COLUMN.id.is_in(ids.clone()))
            .order_by_asc(bill::COLUMN.id)
            .lock_exclusive()
            .all(work.db())
            .await?;
    }
    read::bills(work.db(), ids).await
}

/// Locks a bill until the transaction ends, and reads it: nobody pays it meanwhile.
pub async fn lock_one(work: &Work, id: BillId) -> Result<Bill, Failed<Refused>> {
    let bill = lock(work, vec![id]).await?.pop();
    bill.ok_or(Failed::Refused(Refused::NoSuchBill))
}

/// Reckons again what is open on a bill, from all its rows.
pub(super) async fn settle(work: &Work, id: BillId) -> Result<Bill, Failed<Refused>> {
    let Some(mut bill) = read::bill(work.db(), id).await? else {
        return Err(Refused::NoSuchBill.into());
    };
    bill.row.open_amount = bill.balance().open().0;
    bill::Entity::update_many()
        .col_expr(bill::Column::OpenAmount, Expr::value(bill.row.open_amount))
        .filter(bill::COLUMN.id.eq(id))
        .exec(work.db())
        .await?;
    Ok(bill)
}
