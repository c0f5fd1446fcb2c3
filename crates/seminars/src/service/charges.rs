//! What a place costs: a bill for whoever has one, taken back when it is given up in time, and a place that
//! nobody pays goes to others.

use std::fmt::Display;

use bookings::{read::Catalogue, rules::reference};
use chrono::NaiveDate;
use fees::{
    entity::{BillId, tax_rate::Code},
    service::{NewBill, NewLine, charge_again, lock_bill, lock_bills, open_bill, set_days},
};
use japan::money::Yen;
use kernel::{Failed, Fault, Refusal, Work};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use super::{
    answer::turn,
    found,
    line::{give_place, settle},
};
use crate::{
    Refused,
    entity::{
        EnrolmentId,
        enrolment::{self, State},
        enrolment_bill, seminar, unpaid_place,
    },
    letters::{self, News},
    read,
    rules::{due_on, free_until},
};

/// Opens the bill of somebody who has a place now. What is free of charge has none.
pub(super) async fn charge(
    work: &Work,
    row: &seminar::Model,
    one: &enrolment::Model,
) -> Result<(), Fault> {
    if row.fee_yen == 0 || one.state != State::Enrolled {
        return Ok(());
    }
    work.flush().await?;
    let today = work.now().date();
    let first_day = row.starts_at.map_or(today, kernel::Instant::date);
    let terms = read::seminar_terms(work.db(), today).await?;
    let taxes = fees::read::taxes(work.db()).await?;
    let none = || Fault::broken("charging a place", "there is no rate of tax");
    let whose = match one.attendee.as_str() {
        "" => String::new(),
        name => format!("　{name}"),
    };
    let new = NewBill {
        person: one.person_id,
        organisation: None,
        reference: reference::from_random(rand::random()),
        link: format!("/enrolments/{}", one.id),
        used_on: first_day,
        due_on: due(work, row, today, first_day).await?,
        tax: taxes.on(Code::Standard, first_day).ok_or_else(none)?,
        lines: vec![NewLine {
            label: format!("参加費（{}）{whose}", row.title),
            label_en: format!("Fee ({}){whose}", english(row)),
            amount: Yen(row.fee_yen),
        }],
    };
    let bill_id = open_bill(work, &new).await.map_err(unexpected)?;
    let own = enrolment_bill::ActiveModel {
        enrolment_id: Set(one.id),
        bill_id: Set(bill_id),
        free_until: Set(free_until(&terms, first_day).to_string()),
    };
    enrolment_bill::Entity::insert(own)
        .exec_without_returning(work.db())
        .await?;
    Ok(())
}

fn english(row: &seminar::Model) -> &str {
    if row.title_en.is_empty() {
        &row.title
    } else {
        &row.title_en
    }
}

/// By when a place is paid that somebody has since a day.
async fn due(
    work: &Work,
    row: &seminar::Model,
    since: NaiveDate,
    first_day: NaiveDate,
) -> Result<NaiveDate, Fault> {
    let terms = read::seminar_terms(work.db(), since).await?;
    let catalogue = Catalogue::known(work.db(), work.kept()).await?;
    let lessons = found::lessons(work, row.id).await?;
    let mut spaces = lessons.iter().filter_map(|lesson| lesson.space_id);
    // The counter of an online seminar opens when the centre does.
    let place = spaces.find_map(|id| catalogue.place(id));
    let place = place.or_else(|| catalogue.in_use(since).next());
    let closed = |date| place.is_some_and(|own| !catalogue.hours(&own.space).counter_opens(date));
    Ok(due_on(&terms, since, first_day, closed))
}

/// The first lesson is on another day: so are the days of its bills, as if it had always been.
pub(super) async fn moved(work: &Work, row: &seminar::Model) -> Result<(), Fault> {
    let (true, Some(starts_at)) = (row.fee_yen > 0, row.starts_at) else {
        return Ok(());
    };
    let enrolled =
        enrolment::Entity::of(row.id).filter(enrolment::Column::State.eq(State::Enrolled));
    let ids: Vec<EnrolmentId> = enrolled
        .all(work.db())
        .await?
        .iter()
        .map(|one| one.id)
        .collect();
    let bills = read::bill_ids(work.db(), &ids)
        .await?
        .into_values()
        .collect();
    let (today, first_day) = (work.now().date(), starts_at.date());
    for bill in lock_bills(work, bills).await? {
        let since = bill.row.made_at.date();
        let due = due(work, row, since, first_day).await?.max(today);
        let set = set_days(work, bill.row.id, first_day, due).await;
        set.map_err(unexpected)?;
        still_free(work, bill.row.id, first_day).await?;
    }
    Ok(())
}

/// A later first day leaves more time to give up a place; an earlier one takes none away.
async fn still_free(work: &Work, bill: BillId, first_day: NaiveDate) -> Result<(), Fault> {
    let terms = read::seminar_terms(work.db(), work.now().date()).await?;
    let free = free_until(&terms, first_day).to_string();
    enrolment_bill::Entity::update_many()
        .col_expr(enrolment_bill::Column::FreeUntil, Expr::value(free.clone()))
        .filter(enrolment_bill::COLUMN.bill_id.eq(bill))
        .filter(enrolment_bill::COLUMN.free_until.lt(free))
        .exec(work.db())
        .await?;
    Ok(())
}

/// Takes back what is owed by somebody who gives up a place, as long as that is free of charge.
pub(super) async fn given_up(work: &Work, one: &enrolment::Model) -> Result<(), Fault> {
    let own = enrolment_bill::Entity::find_by_id(one.id)
        .one(work.db())
        .await?;
    let today = work.now().date().to_string();
    match own {
        Some(own) if today <= own.free_until => forgive(work, &[one.id]).await,
        Some(_) | None => Ok(()),
    }
}

/// Takes back what is owed for these places, bills in the order of their ids; what was paid is to be given
/// back.
pub(super) async fn forgive(work: &Work, ids: &[EnrolmentId]) -> Result<(), Fault> {
    let mut bills: Vec<_> = read::bill_ids(work.db(), ids)
        .await?
        .into_values()
        .collect();
    bills.sort_unstable();
    for bill in bills {
        charge_again(work, bill, &[]).await.map_err(unexpected)?;
    }
    Ok(())
}

/// Gives the place of somebody who did not pay by the day to whoever waits, and tells them.
///
/// A payment at the same moment and this wait for each other at the bill: whoever is second finds it paid,
/// or nothing to pay.
///
/// # Errors
/// [`Refused::NotStanding`] when it was paid, given up, or the first lesson has begun.
pub async fn release_unpaid(work: &Work, id: EnrolmentId) -> Result<(), Failed<Refused>> {
    let (one, row) = found::enrolment(work, id).await?;
    let ahead = row.starts_at.is_some_and(|begins| work.now() < begins);
    let bill = read::bill_ids(work.db(), &[id]).await?.remove(&id);
    let (true, State::Enrolled, Some(bill)) = (ahead, one.state, bill) else {
        return Err(Refused::NotStanding.into());
    };
    let bill = lock_bill(work, bill).await.map_err(unexpected)?;
    if !bill.is_overdue(work.now().date()) {
        return Err(Refused::NotStanding.into());
    }
    let released = turn(work, &one, State::Cancelled, "enrolment.released_unpaid").await?;
    let marked = unpaid_place::ActiveModel {
        enrolment_id: Set(id),
        released_at: Set(work.now()),
    };
    unpaid_place::Entity::insert(marked)
        .exec_without_returning(work.db())
        .await?;
    given_up(work, &released).await?;
    give_place(work, row.id, one.mode).await?;
    letters::to_one(work, &row, &released, News::Unpaid).await?;
    settle(work, row.id, one.mode).await?;
    Ok(())
}

/// A refusal here is no answer to a person: the bill of a place is there.
fn unexpected<R: Refusal + Display>(failed: Failed<R>) -> Fault {
    match failed {
        Failed::Fault(fault) => fault,
        Failed::Refused(refusal) => Fault::broken("charging a place", refusal),
    }
}
