//! What bookings cost, and where their bills stand.

mod cancelling;
mod changed;
mod comes_to;

use std::collections::HashMap;

use chrono::NaiveDate;
use fees::{
    entity::{BillId, TariffId},
    read::{Bill, Quotes},
    rules::{Price, how_far},
};
use japan::money::Yen;
use kernel::{Fault, Span};
use organisations::rules::Category;
use sea_orm::{QueryOrder, entity::prelude::*};
use serde::Serialize;

use crate::{
    entity::{
        BookingId, SpaceId, booking::Party, booking_charge, cancellation_tier, payment_term,
        space_tariff,
    },
    rules::charges::Tier,
};

/// Databases take some thousand values in one question.
const AT_ONCE: usize = 1_000;

pub use cancelling::{Cancelling, cancelling, kept_now};
pub use changed::{changed_price, price_asked};
pub(crate) use changed::{is_charged_again, reduced};
pub use comes_to::{ComesTo, cancelled_comes_to, changed_comes_to, comes_to};

/// What bookings cost, and what of it is open, in yen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Owing {
    /// What they cost.
    pub charged: i64,
    /// What was paid, less what was given back.
    pub paid: i64,
    /// What is still to be paid.
    pub open: i64,
    /// What is to be given back.
    pub to_refund: i64,
    /// By when the first of it is to be paid.
    pub due_on: String,
    /// How far it is paid: see [`how_far`].
    pub status: &'static str,
}

impl Owing {
    fn of(bill: &Bill) -> Self {
        let balance = bill.balance();
        Self {
            charged: balance.charged.0,
            paid: balance.paid.0,
            open: balance.open().max(Yen::ZERO).0,
            to_refund: balance.to_refund().0,
            due_on: bill.row.due_on.clone(),
            status: how_far(balance.open(), balance.paid > Yen::ZERO),
        }
    }

    /// Both together; what is open and what is given back are of different bills, and stay apart.
    fn and(mut self, other: &Self) -> Self {
        // The day of what is settled is no day to remember.
        let (own, others) = (self.open > 0, other.open > 0);
        if others && !own || own == others && other.due_on < self.due_on {
            self.due_on.clone_from(&other.due_on);
        }
        self.charged += other.charged;
        self.paid += other.paid;
        self.open += other.open;
        self.to_refund += other.to_refund;
        let left = if self.open > 0 {
            self.open
        } else {
            -self.to_refund
        };
        self.status = how_far(Yen(left), self.paid > 0);
        self
    }
}

/// By which tariff a space is used on a day; none when it is free of charge.
pub async fn tariff_of(
    db: &impl ConnectionTrait,
    space: SpaceId,
    on: NaiveDate,
) -> Result<Option<TariffId>, Fault> {
    let row = space_tariff::Entity::find()
        .filter(space_tariff::COLUMN.space_id.eq(space))
        .filter(space_tariff::COLUMN.valid_from.lte(on.to_string()))
        .order_by_desc(space_tariff::COLUMN.valid_from)
        .one(db)
        .await?;
    Ok(row.and_then(|row| row.tariff_id))
}

/// What every space costs from which day on, the earliest first.
pub async fn tariff_rows(db: &impl ConnectionTrait) -> Result<Vec<space_tariff::Model>, Fault> {
    let rows = space_tariff::Entity::find().order_by_asc(space_tariff::COLUMN.valid_from);
    Ok(rows.all(db).await?)
}

/// Whether any of these spaces has ever had a tariff.
pub async fn any_tariff(db: &impl ConnectionTrait, spaces: &[SpaceId]) -> Result<bool, Fault> {
    let row = space_tariff::Entity::find()
        .filter(space_tariff::COLUMN.space_id.is_in(spaces.to_vec()))
        .one(db)
        .await?;
    Ok(row.is_some())
}

/// What a use costs this party; none when it is free of charge.
///
/// The category on the day of use decides: one that runs out before it does not hold.
pub async fn price(
    db: &impl ConnectionTrait,
    space: SpaceId,
    party: Party,
    span: Span,
) -> Result<Option<Price>, Fault> {
    let on = span.from.date();
    let category = organisations::read::category(db, party.person, party.organisation, on).await?;
    price_by(db, space, category, span).await
}

/// What a use costs by this category; none when it is free of charge.
pub async fn price_by(
    db: &impl ConnectionTrait,
    space: SpaceId,
    category: Category,
    span: Span,
) -> Result<Option<Price>, Fault> {
    let Some(tariff) = tariff_of(db, space, span.from.date()).await? else {
        return Ok(None);
    };
    let price = Quotes::load(db, tariff).await?.of(category, span);
    Ok(price.filter(|price| price.total() > Yen::ZERO))
}

/// Within how many days a booking made on this day is paid; at once before anybody has said so.
pub async fn payment_days(db: &impl ConnectionTrait, on: NaiveDate) -> Result<u32, Fault> {
    let row = terms_on(db, on).await?;
    Ok(row.map_or(0, |row| u32::try_from(row.days).unwrap_or(0)))
}

/// What cancelling costs on a day: the tiers of the terms in force.
pub async fn tiers(db: &impl ConnectionTrait, on: NaiveDate) -> Result<Vec<Tier>, Fault> {
    let Some(terms) = terms_on(db, on).await? else {
        return Ok(Vec::new());
    };
    let rows = cancellation_tier::Entity::find()
        .filter(cancellation_tier::COLUMN.valid_from.eq(terms.valid_from))
        .order_by_desc(cancellation_tier::COLUMN.days_before)
        .all(db)
        .await?;
    let tier = |row: cancellation_tier::Model| Tier {
        days_before: row.days_before,
        percent: row.percent,
    };
    Ok(rows.into_iter().map(tier).collect())
}

/// The terms of payment in force on a day.
pub(super) async fn terms_on(
    db: &impl ConnectionTrait,
    on: NaiveDate,
) -> Result<Option<payment_term::Model>, DbErr> {
    payment_term::Entity::find()
        .filter(payment_term::COLUMN.valid_from.lte(on.to_string()))
        .order_by_desc(payment_term::COLUMN.valid_from)
        .one(db)
        .await
}

/// The bills of bookings; those that cost nothing have none.
pub async fn bill_ids(
    db: &impl ConnectionTrait,
    bookings: &[BookingId],
) -> Result<HashMap<BookingId, BillId>, Fault> {
    let mut all = HashMap::new();
    for some in bookings.chunks(AT_ONCE) {
        let found = booking_charge::Entity::find()
            .filter(booking_charge::COLUMN.booking_id.is_in(some.to_vec()))
            .all(db)
            .await?;
        all.extend(found.into_iter().map(|row| (row.booking_id, row.bill_id)));
    }
    Ok(all)
}

/// The same with what stands on each.
pub async fn bills_of(
    db: &impl ConnectionTrait,
    bookings: &[BookingId],
) -> Result<HashMap<BookingId, Bill>, Fault> {
    let ids = bill_ids(db, bookings).await?;
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let bills = fees::read::bills(db, ids.values().copied().collect()).await?;
    let mut by_id: HashMap<BillId, Bill> =
        bills.into_iter().map(|bill| (bill.row.id, bill)).collect();
    let own = ids
        .into_iter()
        .filter_map(|(booking, id)| Some((booking, by_id.remove(&id)?)));
    Ok(own.collect())
}

/// What each of these bookings costs, and what of it is open; those that cost nothing are left out.
pub async fn owings(
    db: &impl ConnectionTrait,
    bookings: &[BookingId],
) -> Result<HashMap<BookingId, Owing>, Fault> {
    let bills = bills_of(db, bookings).await?.into_iter();
    Ok(bills.map(|(id, bill)| (id, Owing::of(&bill))).collect())
}

/// What these bookings cost in all, and what of it is open; none when they cost nothing.
pub async fn owing(
    db: &impl ConnectionTrait,
    bookings: &[BookingId],
) -> Result<Option<Owing>, Fault> {
    let all = owings(db, bookings).await?.into_values();
    Ok(all.reduce(|sum, one| sum.and(&one)))
}

/// Whether something is still to be paid for a booking.
pub async fn is_owed(db: &impl ConnectionTrait, id: BookingId) -> Result<bool, Fault> {
    let bills = bill_ids(db, &[id]).await?;
    let dues = fees::read::dues(db, bills.into_values().collect()).await?;
    Ok(dues.iter().any(|due| due.open() > Yen::ZERO))
}
