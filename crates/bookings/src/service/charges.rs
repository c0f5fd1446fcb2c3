//! What bookings cost, in the transaction of what is done to them. What is free of charge has no bill.

mod lines;

use std::{collections::HashMap, fmt::Display};

use chrono::NaiveDate;
use fees::{
    entity::{BillId, charge},
    read::Bill,
    service::{NewBill, NewLine},
};
use japan::money::Yen;
use kernel::{Failed, Fault, Refusal, Work};
use sea_orm::{ActiveValue::Set, entity::prelude::*};
use views::Lang;

use self::lines::{kept_line, lines};
use crate::{
    entity::{BookingId, SpaceId, booking, booking_charge},
    read::{self, Card, Catalogue, Place, Postponed},
    rules::{
        Calendar,
        charges::{due_on, kept_of, stays_of},
    },
};

/// Charges bookings that were made or changed. A bill that one has already is charged again when
/// the price is another; what was paid stays paid.
pub(super) async fn charge(work: &Work, bookings: &[booking::Model]) -> Result<(), Fault> {
    let ids: Vec<BookingId> = bookings.iter().map(|booking| booking.id).collect();
    let bills = locked(work, &ids).await?;
    charge_over(work, bookings, bills).await.map(|_| ())
}

/// Charges bookings that this work has made: there is no bill to look for. Whether any of them can
/// cost something at all.
pub(super) async fn charge_new(work: &Work, made: &[booking::Model]) -> Result<bool, Fault> {
    charge_over(work, made, HashMap::new()).await
}

async fn charge_over(
    work: &Work,
    bookings: &[booking::Model],
    bills: HashMap<BookingId, Bill>,
) -> Result<bool, Fault> {
    let ids: Vec<BookingId> = bookings.iter().map(|booking| booking.id).collect();
    let mut spaces: Vec<SpaceId> = bookings.iter().map(|booking| booking.space_id).collect();
    spaces.sort_unstable();
    spaces.dedup();
    if bills.is_empty() && !read::any_tariff(work.db(), &spaces).await? {
        return Ok(false);
    }
    let catalogue = Catalogue::known(work.db(), work.kept()).await?;
    let requests = read::requests_of(work.db(), &ids).await?;
    // What nobody has approved yet costs nothing yet.
    let stands = |id| requests.get(id).is_none_or(|request| !request.waits());
    let mut due: Vec<(Option<&Bill>, &booking::Model)> = bookings
        .iter()
        .filter(|booking| stands(&booking.id))
        .map(|booking| (bills.get(&booking.id), booking))
        .collect();
    due.sort_by_key(|(bill, _)| bill.map(|bill| bill.row.id));
    for (bill, booking) in due {
        if let Some(place) = catalogue.place(booking.space_id) {
            let calendar = catalogue.hours(&place.space);
            let request = requests.get(&booking.id);
            let approved = request.and_then(|one| one.ended_at);
            let booked = approved.unwrap_or(booking.created_at).date();
            // Moved since, it was judged again, or stands by today's price.
            let asked = request.filter(|one| one.ended_at == Some(work.now()));
            let most = asked.and_then(|one| one.asked_price);
            charge_one(work, booking, (bill, most), booked, (place, calendar)).await?;
        }
    }
    Ok(true)
}

async fn charge_one(
    work: &Work,
    booking: &booking::Model,
    (bill, most): (Option<&Bill>, Option<i64>),
    booked: NaiveDate,
    (place, calendar): (&Place, &Calendar),
) -> Result<(), Fault> {
    let span = booking.span();
    let price = read::price(work.db(), booking.space_id, booking.party(), span).await?;
    let Some(price) = price else {
        return match bill {
            Some(bill) => {
                let more = kept_line(booking, bill, Yen::ZERO);
                take_back(work, bill.row.id, more.as_slice()).await
            }
            None => Ok(()),
        };
    };
    let days = read::payment_days(work.db(), booked).await?;
    let (today, used_on) = (work.now().date(), span.from.date());
    let mut due = due_on(booked, days, used_on, calendar);
    if due < today {
        // What a late change costs is paid at the next visit; nobody loses a place for a day gone by.
        due = due_on(today, 0, used_on, calendar);
    }
    let new = NewBill {
        person: booking.person_id,
        organisation: booking.organisation_id,
        reference: booking.reference.clone(),
        link: format!("/bookings/{}", booking.id),
        used_on,
        due_on: due,
        tax: price.sum.rate,
        lines: lines(work, booking, bill, (place, &price, most)).await?,
    };
    match bill {
        Some(bill) if read::is_charged_again(bill, &price) => again(work, bill, &new).await,
        Some(bill) => {
            // Another rate of tax is another bill: what was paid on the first is given back.
            take_back(work, bill.row.id, &[]).await?;
            booking_charge::Entity::delete_by_id(booking.id)
                .exec(work.db())
                .await?;
            open(work, booking.id, &new).await
        }
        None => open(work, booking.id, &new).await,
    }
}

/// Charges the same bill again, if what it is for has changed.
async fn again(work: &Work, bill: &Bill, new: &NewBill) -> Result<(), Fault> {
    let stands = bill.standing();
    let is = |(own, line): (&&charge::Model, &NewLine)| {
        own.amount == line.amount.0 && own.label == line.label
    };
    let same = stands.len() == new.lines.len() && stands.iter().zip(&new.lines).all(is);
    if !same {
        let id = bill.row.id;
        let charged = fees::service::charge_changed(work, id, &new.lines, new.used_on).await;
        charged.map_err(unexpected)?;
    }
    let set = fees::service::set_days(work, bill.row.id, new.used_on, new.due_on);
    set.await.map_err(unexpected)
}

async fn open(work: &Work, booking: BookingId, new: &NewBill) -> Result<(), Fault> {
    let id = fees::service::open_bill(work, new)
        .await
        .map_err(unexpected)?;
    booking_charge::Entity::insert(booking_charge::ActiveModel {
        booking_id: Set(booking),
        bill_id: Set(id),
    })
    .exec_without_returning(work.db())
    .await?;
    Ok(())
}

/// Leaves of the charges of cancelled bookings what the tiers say.
pub(super) async fn charge_cancelled(
    work: &Work,
    bookings: &[booking::Model],
) -> Result<(), Fault> {
    let today = work.now().date();
    let tiers = read::tiers(work.db(), today).await?;
    leave(work, bookings, |booking, charged| {
        stays_of(&tiers, booking, charged, today)
    })
    .await
}

/// Leaves of the charges of requests that come to nothing what cancelling would have cost when they
/// were made of what stood: of new ones there is no charge yet.
pub(super) async fn charge_ended(work: &Work, bookings: &[booking::Model]) -> Result<(), Fault> {
    leave(work, bookings, kept_of).await
}

/// What each of these bookings costs at least from now on, whatever it is changed into.
pub(super) async fn kept_now(
    work: &Work,
    cards: &[&Card],
) -> Result<HashMap<BookingId, Yen>, Fault> {
    let ids: Vec<BookingId> = cards.iter().map(|card| card.booking.id).collect();
    locked(work, &ids).await?;
    read::kept_now(work.db(), cards, work.now()).await
}

/// Gives a bill more time.
pub(super) async fn due_later(work: &Work, later: Postponed) -> Result<(), Fault> {
    let set = fees::service::set_days(work, later.bill, later.used_on, later.due_on);
    set.await.map_err(unexpected)
}

/// Takes back the charges of bookings that the centre called off.
pub(super) async fn charge_nothing(work: &Work, bookings: &[booking::Model]) -> Result<(), Fault> {
    leave(work, bookings, |_, _| Yen::ZERO).await
}

/// Locks the bill of a booking until the transaction ends, and says by which day it was to be paid,
/// when that day has passed without any payment.
pub(super) async fn lock_overdue(work: &Work, id: BookingId) -> Result<Option<String>, Fault> {
    let Some(bill) = read::bill_ids(work.db(), &[id]).await?.remove(&id) else {
        return Ok(None);
    };
    let bill = fees::service::lock_bill(work, bill)
        .await
        .map_err(unexpected)?;
    let overdue = fees::read::is_overdue(work.db(), &bill, work.now().date()).await?;
    Ok(overdue.then_some(bill.row.due_on))
}

/// The bills of bookings, locked until the transaction ends: what is paid, given back or granted at
/// the same moment is in them, or waits.
async fn locked(work: &Work, ids: &[BookingId]) -> Result<HashMap<BookingId, Bill>, Fault> {
    let bills = read::bill_ids(work.db(), ids).await?;
    if bills.is_empty() {
        return Ok(HashMap::new());
    }
    fees::service::lock_bills(work, bills.into_values().collect()).await?;
    read::bills_of(work.db(), ids).await
}

/// Leaves so much of each charge, bills in the order of their ids.
async fn leave(
    work: &Work,
    bookings: &[booking::Model],
    left: impl Fn(&booking::Model, Yen) -> Yen,
) -> Result<(), Fault> {
    let ids: Vec<BookingId> = bookings.iter().map(|booking| booking.id).collect();
    let bills = locked(work, &ids).await?;
    let mut due: Vec<_> = bookings
        .iter()
        .filter_map(|booking| {
            let bill = bills.get(&booking.id)?;
            let charged = bill.balance().charged;
            Some((bill, charged, left(booking, charged)))
        })
        .filter(|(_, charged, left)| left < charged)
        .collect();
    due.sort_by_key(|(bill, ..)| bill.row.id);
    for (bill, _, left) in due {
        let line = NewLine {
            label: format!("キャンセル料（{}）", bill.label(Lang::Ja)),
            label_en: format!("Cancellation fee ({})", bill.label(Lang::En)),
            amount: left,
        };
        take_back(work, bill.row.id, &[line]).await?;
    }
    Ok(())
}

/// Takes back what stands on a bill, and leaves these lines instead.
async fn take_back(work: &Work, id: BillId, lines: &[NewLine]) -> Result<(), Fault> {
    let done = fees::service::charge_again(work, id, lines).await;
    done.map(|_| ()).map_err(unexpected)
}

/// A refusal here is no answer to a person: the bill of a booking is there.
fn unexpected<R: Refusal + Display>(failed: Failed<R>) -> Fault {
    match failed {
        Failed::Fault(fault) => fault,
        Failed::Refused(refusal) => Fault::broken("charging a booking", refusal),
    }
}
