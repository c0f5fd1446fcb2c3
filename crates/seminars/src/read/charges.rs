//! What places cost, and how far they are paid.

use std::collections::HashMap;

use fees::{
    entity::BillId,
    read::{Bill, Due},
};
use kernel::{Fault, Instant};
use sea_orm::{QueryOrder, QuerySelect, QueryTrait, entity::prelude::*};

use crate::entity::{
    EnrolmentId,
    enrolment::{self, State},
    enrolment_bill, seminar, unpaid_place,
};

/// The bill of an enrolment, if its place costs something.
pub async fn bill_of(db: &impl ConnectionTrait, id: EnrolmentId) -> Result<Option<Bill>, Fault> {
    match enrolment_bill::Entity::find_by_id(id).one(db).await? {
        Some(row) => fees::read::bill(db, row.bill_id).await,
        None => Ok(None),
    }
}

/// The bills of enrolments.
pub async fn bill_ids(
    db: &impl ConnectionTrait,
    ids: &[EnrolmentId],
) -> Result<HashMap<EnrolmentId, BillId>, Fault> {
    let rows = own_bills(db, ids).await?.into_iter();
    Ok(rows.map(|row| (row.enrolment_id, row.bill_id)).collect())
}

async fn own_bills(
    db: &impl ConnectionTrait,
    ids: &[EnrolmentId],
) -> Result<Vec<enrolment_bill::Model>, Fault> {
    let mut found = Vec::new();
    for some in ids.chunks(1_000) {
        let own = enrolment_bill::Column::EnrolmentId.is_in(some.to_vec());
        found.extend(enrolment_bill::Entity::find().filter(own).all(db).await?);
    }
    Ok(found)
}

/// How far the places of these enrolments are paid.
pub async fn dues_of(
    db: &impl ConnectionTrait,
    ids: &[EnrolmentId],
) -> Result<HashMap<EnrolmentId, Due>, Fault> {
    let bills = bill_ids(db, ids).await?;
    let dues = fees::read::dues(db, bills.values().copied().collect()).await?;
    let due = |(id, bill): (EnrolmentId, BillId)| {
        let own = dues.iter().find(|due| due.bill == bill)?;
        Some((id, *own))
    };
    Ok(bills.into_iter().filter_map(due).collect())
}

/// The places of seminars that lie ahead whose day of payment has passed without any payment, `most` at
/// once.
pub async fn unpaid(
    db: &impl ConnectionTrait,
    now: Instant,
    most: u64,
) -> Result<Vec<EnrolmentId>, Fault> {
    let overdue = enrolment_bill::Entity::find()
        .select_only()
        .column(enrolment_bill::Column::EnrolmentId)
        .filter(enrolment_bill::Column::BillId.in_subquery(fees::read::overdue(now.date())))
        .into_query();
    let ahead = seminar::Entity::find()
        .select_only()
        .column(seminar::Column::Id)
        .filter(seminar::COLUMN.starts_at.gt(now))
        .into_query();
    let found = enrolment::Entity::find()
        .filter(enrolment::Column::State.eq(State::Enrolled))
        .filter(enrolment::Column::Id.in_subquery(overdue))
        .filter(enrolment::Column::SeminarId.in_subquery(ahead))
        .order_by_asc(enrolment::COLUMN.id)
        .limit(most);
    let found = found.all(db).await?.into_iter();
    Ok(found.map(|one| one.id).collect())
}

/// Whether the place of an enrolment was given to others because it was not paid.
pub async fn went_unpaid(db: &impl ConnectionTrait, id: EnrolmentId) -> Result<bool, Fault> {
    let row = unpaid_place::Entity::find_by_id(id).one(db).await?;
    Ok(row.is_some())
}

/// The last day on which giving up the place of each of these enrolments costs nothing; none of those that
/// are free of charge anyway.
pub async fn free_until(
    db: &impl ConnectionTrait,
    ids: &[EnrolmentId],
) -> Result<HashMap<EnrolmentId, String>, Fault> {
    let rows = own_bills(db, ids).await?.into_iter();
    Ok(rows.map(|row| (row.enrolment_id, row.free_until)).collect())
}

/// What is owed for a place, and until when it can be given up for nothing.
#[derive(Clone, Debug)]
pub struct Owed {
    /// What is open, in yen; below nothing when something is to be given back.
    pub open: i64,
    /// By when it is paid.
    pub due_on: String,
    /// The last day on which giving the place up costs nothing.
    pub free_until: String,
}

/// What is owed for the places of these enrolments; none of those that are free of charge.
pub async fn owed(
    db: &impl ConnectionTrait,
    ids: &[EnrolmentId],
) -> Result<HashMap<EnrolmentId, Owed>, Fault> {
    let rows = own_bills(db, ids).await?;
    let bills = rows.iter().map(|row| row.bill_id).collect();
    let bills = fees::read::bills(db, bills).await?;
    let owed = |row: enrolment_bill::Model| {
        let bill = bills.iter().find(|bill| bill.row.id == row.bill_id)?;
        let owed = Owed {
            open: bill.row.open_amount,
            due_on: bill.row.due_on.clone(),
            free_until: row.free_until,
        };
        Some((row.enrolment_id, owed))
    };
    Ok(rows.into_iter().filter_map(owed).collect())
}
