//! What bookings cost, in the transaction of what is done to them. What is free of charge has no bill.

use std::{collections::HashMap, fmt::Display};

use chrono::{Days, NaiveDate};
use fees::{
    entity::{BillId, TariffId},
    read::Bill,
    service::{NewBill, NewLine},
};
use japan::money::Yen;
use kernel::{Failed, Fault, Refusal, Role, Work};
use sea_orm::{ActiveValue::Set, entity::prelude::*};
use views::Lang;

use super::gate;
use crate::{
    entity::{
        BookingId, SpaceId, booking, booking_charge, cancellation_tier, payment_term, space_tariff,
    },
    read::{self, Catalogue, Place},
    refused::{Refused, Unfit},
    rules::{
        Calendar,
        charges::{Tier, due_on, share, stays},
        closure::may_close,
    },
};

/// So many days lie at most between tomorrow and another price.
const FURTHEST: Days = Days::new(730);

/// Says by which tariff a space is used from a day on; none makes it free of charge. Bookings that
/// are made keep their charge.
pub async fn set_tariff(
    work: &Work,
    space: SpaceId,
    tariff: Option<TariffId>,
    valid_from: NaiveDate,
) -> Result<(), Failed<Refused>> {
    may_begin(work, valid_from)?;
    // Whoever books is charged by the prices of before or of after, never by half of each.
    gate::shut(work).await?;
    if let Some(id) = tariff
        && fees::read::tariff(work.db(), id).await?.is_none()
    {
        return Err(Refused::Unfit(vec![Unfit::Missing("tariff")]).into());
    }
    let same = space_tariff::Entity::find_by_id((space, valid_from.to_string()));
    if same.one(work.db()).await?.is_some() {
        return Err(Refused::Unfit(vec![Unfit::DateTaken]).into());
    }
    space_tariff::Entity::insert(space_tariff::ActiveModel {
        space_id: Set(space),
        valid_from: Set(valid_from.to_string()),
        tariff_id: Set(tariff),
    })
    .exec_without_returning(work.db())
    .await?;
    work.record(crate::events::priced(space, tariff, valid_from));
    Ok(())
}

/// Says within how many days bookings are paid, and what cancelling costs, from a day on.
pub async fn set_payment(
    work: &Work,
    days: u32,
    tiers: &[Tier],
    valid_from: NaiveDate,
) -> Result<(), Failed<Refused>> {
    may_begin(work, valid_from)?;
    gate::shut(work).await?;
    let same = payment_term::Entity::find_by_id(valid_from.to_string());
    if same.one(work.db()).await?.is_some() {
        return Err(Refused::Unfit(vec![Unfit::DateTaken]).into());
    }
    payment_term::Entity::insert(payment_term::ActiveModel {
        valid_from: Set(valid_from.to_string()),
        days: Set(i32::try_from(days).unwrap_or(365)),
    })
    .exec_without_returning(work.db())
    .await?;
    let rows = tiers.iter().map(|tier| cancellation_tier::ActiveModel {
        valid_from: Set(valid_from.to_string()),
        days_before: Set(tier.days_before),
        percent: Set(tier.percent),
    });
    cancellation_tier::Entity::insert_many(rows)
        .exec_without_returning(work.db())
        .await?;
    work.record(crate::events::payment_set(work.new_id(), valid_from));
    Ok(())
}

/// The manager says what begins tomorrow or later; who sets the centre up begins on any day.
fn may_begin(work: &Work, from: NaiveDate) -> Result<(), Refused> {
    if !may_close(work.actor()) {
        return Err(Refused::MayNotClose);
    }
    if work.actor().roles.has(Role::System) {
        return Ok(());
    }
    let first = work.now().date() + Days::new(1);
    let last = first + FURTHEST;
    if from < first {
        return Err(Refused::Unfit(vec![Unfit::TooEarly(first)]));
    }
    if from > last {
        return Err(Refused::Unfit(vec![Unfit::TooFar(last)]));
    }
    Ok(())
}

/// Charges bookings that were made or changed. A bill that one has already is charged again when
/// the price is another; what was paid stays paid.
pub(super) async fn charge(work: &Work, bookings: &[booking::Model]) -> Result<(), Fault> {
    let ids: Vec<BookingId> = bookings.iter().map(|booking| booking.id).collect();
    let bills = read::bills_of(work.db(), &ids).await?;
    let mut spaces: Vec<SpaceId> = bookings.iter().map(|booking| booking.space_id).collect();
    spaces.sort_unstable();
    spaces.dedup();
    if bills.is_empty() && !read::any_tariff(work.db(), &spaces).await? {
        return Ok(());
    }
    let mut places = HashMap::new();
    for space in spaces {
        if let Some(known) = Catalogue::load_one(work.db(), space).await? {
            places.insert(space, known);
        }
    }
    let mut due: Vec<(Option<&Bill>, &booking::Model)> = bookings
        .iter()
        .map(|booking| (bills.get(&booking.id), booking))
        .collect();
    due.sort_by_key(|(bill, _)| bill.map(|bill| bill.row.id));
    for (bill, booking) in due {
        if let Some((place, calendar)) = places.get(&booking.space_id) {
            charge_one(work, booking, bill, place, calendar).await?;
        }
    }
    Ok(())
}

async fn charge_one(
    work: &Work,
    booking: &booking::Model,
    bill: Option<&Bill>,
    place: &Place,
    calendar: &Calendar,
) -> Result<(), Fault> {
    let span = booking.span();
    let price = read::price(work.db(), booking.space_id, booking.party(), span).await?;
    let Some(price) = price else {
        return match bill {
            Some(bill) => take_back(work, bill.row.id, None).await,
            None => Ok(()),
        };
    };
    let booked = booking.created_at.date();
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
        line: NewLine {
            label: label(booking, place.name(Lang::Ja), Lang::Ja)?,
            label_en: label(booking, place.name(Lang::En), Lang::En)?,
            amount: price.total(),
        },
    };
    match bill {
        Some(bill) if bill.row.thousandths == i32::from(new.tax.thousandths()) => {
            again(work, bill, &new).await
        }
        Some(bill) => {
            // Another rate of tax is another bill: what was paid on the first is given back.
            take_back(work, bill.row.id, None).await?;
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
    let same = bill
        .stands()
        .is_some_and(|own| own.amount == new.line.amount.0 && own.label == new.line.label);
    if !same {
        take_back(work, bill.row.id, Some(&new.line)).await?;
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
    let of = |booking: &booking::Model| stays(&tiers, booking.starts_at.date(), today);
    keep_shares(work, bookings, of).await
}

/// Takes back the charges of bookings that the centre called off.
pub(super) async fn charge_nothing(work: &Work, bookings: &[booking::Model]) -> Result<(), Fault> {
    keep_shares(work, bookings, |_| 0).await
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
    let overdue = bill.is_overdue(work.now().date());
    Ok(overdue.then_some(bill.row.due_on))
}

/// Leaves of each charge so many per cent, bills in the order of their ids.
async fn keep_shares(
    work: &Work,
    bookings: &[booking::Model],
    percent: impl Fn(&booking::Model) -> i32,
) -> Result<(), Fault> {
    let ids: Vec<BookingId> = bookings.iter().map(|booking| booking.id).collect();
    let bills = read::bills_of(work.db(), &ids).await?;
    let mut due: Vec<_> = bookings
        .iter()
        .filter_map(|booking| Some((bills.get(&booking.id)?, percent(booking))))
        .filter(|(_, percent)| *percent < 100)
        .collect();
    due.sort_by_key(|(bill, _)| bill.row.id);
    for (bill, percent) in due {
        let left = share(bill.balance().charged, percent);
        let line = (left > Yen::ZERO).then(|| NewLine {
            label: format!("キャンセル料（{}）", bill.label(Lang::Ja)),
            label_en: format!("Cancellation fee ({})", bill.label(Lang::En)),
            amount: left,
        });
        take_back(work, bill.row.id, line.as_ref()).await?;
    }
    Ok(())
}

async fn take_back(work: &Work, id: BillId, line: Option<&NewLine>) -> Result<(), Fault> {
    let done = fees::service::charge_again(work, id, line).await;
    done.map(|_| ()).map_err(unexpected)
}

/// For what it is, as the receipt says it: `会議室A　2026年12月15日（火）13:00〜15:00`.
fn label(booking: &booking::Model, space: &str, lang: Lang) -> Result<String, Fault> {
    let (from, until) = (booking.starts_at.rfc3339(), booking.ends_at.rfc3339());
    let when = views::span(&from, &until, lang);
    let when = when.map_err(|failed| Fault::broken("naming a charge", failed))?;
    let gap = if lang == Lang::En { ", " } else { "　" };
    Ok(format!("{space}{gap}{when}"))
}

/// A refusal here is no answer to a person: the bill of a booking is there.
fn unexpected<R: Refusal + Display>(failed: Failed<R>) -> Fault {
    match failed {
        Failed::Fault(fault) => fault,
        Failed::Refused(refusal) => Fault::broken("charging a booking", refusal),
    }
}
