//! What a place costs: a bill for whoever has one, taken back when it is given up in time, and a place that
//! nobody pays goes to others.

use std::fmt::Display;

use bookings::{read::Catalogue, rules::reference};
use chrono::NaiveDate;
use fees::{
    entity::{BillId, tax_rate::Code},
    read::Bill,
    service::{
        NewBill, NewLine, charge_again, lock_bill, lock_bills, open_bill, set_days, set_link,
    },
};
use japan::{kana::search_key, money::Yen};
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
    rules::{decides_until, due_on, free_until, is_free},
};

/// Opens the bill of somebody who has a place now. What is free of charge has none; and who owes, or paid,
/// the fee of a place that they gave up too late has it back for that fee.
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
    let free = free_until(&terms, first_day).to_string();
    if let Some((before, bill)) = stands_already(work, one).await? {
        return again(work, (row, one), (&before, &bill), (first_day, free)).await;
    }
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
        link: link(one),
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
        free_until: Set(free),
    };
    enrolment_bill::Entity::insert(own)
        .exec_without_returning(work.db())
        .await?;
    Ok(())
}

/// The bill on which the fee of a place stands that the same person gave up before, and whose it was.
async fn stands_already(
    work: &Work,
    one: &enrolment::Model,
) -> Result<Option<(EnrolmentId, Bill)>, Fault> {
    let ended = enrolment::Entity::of(one.seminar_id)
        .filter(enrolment::COLUMN.person_id.eq(one.person_id))
        .filter(enrolment::Column::State.is_not_in(State::OPEN));
    let ended = ended.all(work.db()).await?.into_iter();
    let same = ended.filter(|own| search_key(&own.attendee) == search_key(&one.attendee));
    let ids: Vec<EnrolmentId> = same.map(|own| own.id).collect();
    if ids.is_empty() {
        return Ok(None);
    }
    let of = read::bill_ids(work.db(), &ids).await?;
    let bills = lock_bills(work, of.values().copied().collect()).await?;
    let stands = bills.into_iter().find(|bill| bill.stands().is_some());
    Ok(stands.and_then(|bill| {
        let before = of.iter().find(|(_, own)| **own == bill.row.id)?;
        Some((*before.0, bill))
    }))
}

/// Makes the bill of a place that was given up that of the place they have now. What is open on it is paid
/// as for any other; until when giving up costs nothing becomes no earlier.
async fn again(
    work: &Work,
    (row, one): (&seminar::Model, &enrolment::Model),
    (before, bill): (&EnrolmentId, &Bill),
    (first_day, free): (NaiveDate, String),
) -> Result<(), Fault> {
    enrolment_bill::Entity::update_many()
        .col_expr(enrolment_bill::Column::EnrolmentId, Expr::value(one.id))
        .filter(enrolment_bill::COLUMN.enrolment_id.eq(*before))
        .exec(work.db())
        .await?;
    set_link(work, bill.row.id, &link(one)).await?;
    if bill.row.open_amount > 0 {
        let due = due(work, row, work.now().date(), first_day).await?;
        let set = set_days(work, bill.row.id, first_day, due).await;
        set.map_err(unexpected)?;
    }
    no_earlier(work, bill.row.id, free).await
}

/// Two of one person became one: the fee of a place that one of them gave up too late is not owed beside that
/// of the place they have.
pub(super) async fn owed_once(work: &Work, one: &enrolment::Model) -> Result<(), Fault> {
    if one.state == State::Enrolled
        && let Some((before, _)) = stands_already(work, one).await?
    {
        forgive(work, &[before]).await?;
    }
    Ok(())
}

fn link(one: &enrolment::Model) -> String {
    format!("/enrolments/{}", one.id)
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

/// The first lesson is at another time: so are the days of its bills, as if it had always been. Whoever is
/// told of it can decide anew: giving up costs nothing for as many days as somebody pays in.
pub(super) async fn moved(
    work: &Work,
    before: &seminar::Model,
    row: &seminar::Model,
) -> Result<(), Fault> {
    let (true, Some(starts_at)) = (row.fee_yen > 0, row.starts_at) else {
        return Ok(());
    };
    if before.starts_at == row.starts_at {
        return Ok(());
    }
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
    let terms = read::seminar_terms(work.db(), today).await?;
    let decides = decides_until(&terms, today, first_day);
    let free = free_until(&terms, first_day).max(decides).to_string();
    for bill in lock_bills(work, bills).await? {
        let since = bill.row.made_at.date();
        let due = due(work, row, since, first_day).await?.max(today);
        let set = set_days(work, bill.row.id, first_day, due).await;
        set.map_err(unexpected)?;
        no_earlier(work, bill.row.id, free.clone()).await?;
    }
    Ok(())
}

/// Until when giving up a place costs nothing becomes a later day, and never an earlier one.
async fn no_earlier(work: &Work, bill: BillId, free: String) -> Result<(), Fault> {
    enrolment_bill::Entity::update_many()
        .col_expr(enrolment_bill::Column::FreeUntil, Expr::value(free.clone()))
        .filter(enrolment_bill::COLUMN.bill_id.eq(bill))
        .filter(enrolment_bill::COLUMN.free_until.lt(free))
        .exec(work.db())
        .await?;
    Ok(())
}

/// Takes back what is owed by somebody who gives up a place, as long as that is free of charge.
pub(super) async fn given_up(
    work: &Work,
    row: &seminar::Model,
    one: &enrolment::Model,
) -> Result<(), Fault> {
    let own = read::free_until(work.db(), &[one.id]).await?;
    let free = |until: &String| is_free(until, row.starts_at, work.now());
    if own.get(&one.id).is_some_and(free) {
        forgive(work, &[one.id]).await?;
    }
    Ok(())
}

/// Takes back what is owed for these places, bills in the order of their ids; what was paid is to be given
/// back. Says for which of them the person owes less now than before.
pub(super) async fn forgive(work: &Work, ids: &[EnrolmentId]) -> Result<Vec<EnrolmentId>, Fault> {
    let of = read::bill_ids(work.db(), ids).await?;
    let mut less = Vec::new();
    let mut bills = lock_bills(work, of.values().copied().collect()).await?;
    bills.sort_unstable_by_key(|bill| bill.row.id);
    for before in bills {
        let id = before.row.id;
        let after = charge_again(work, id, &[]).await.map_err(unexpected)?;
        if after.row.open_amount < before.row.open_amount {
            let own = of.iter().filter(|(_, bill)| **bill == id);
            less.extend(own.map(|(enrolment, _)| *enrolment));
        }
    }
    Ok(less)
}

/// Gives the place of somebody who did not pay by the day to whoever waits, and tells them. They owe nothing
/// any more: others have the place.
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
    if !fees::read::is_overdue(work.db(), &bill, work.now().date()).await? {
        return Err(Refused::NotStanding.into());
    }
    let kind = "enrolment.released_unpaid";
    let released = turn(work, &one, State::Cancelled, (kind, "")).await?;
    let marked = unpaid_place::ActiveModel {
        enrolment_id: Set(id),
        released_at: Set(work.now()),
    };
    unpaid_place::Entity::insert(marked)
        .exec_without_returning(work.db())
        .await?;
    forgive(work, &[id]).await?;
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
