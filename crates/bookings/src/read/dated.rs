//! What holds from a day on: payment and cancellation, waiting; and whose bookings a change of
//! cancellation touches.

use std::collections::HashMap;

use chrono::NaiveDate;
use kernel::{Fault, Instant, Span};
use sea_orm::{PaginatorTrait, QueryOrder, entity::prelude::*};
use serde_json::{Value, json};

use super::{Card, bills_of, priced::standing_from, tiers};
use crate::{
    entity::{
        BookingId, cancellation_tier, payment_term,
        waiting_entry::{self, State},
        waiting_terms,
    },
    rules::charges::{Tier, differs},
};

/// By when bookings are paid and what cancelling costs, from a day on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaymentTerms {
    /// The first day.
    pub valid_from: String,
    /// Within how many days a booking is paid.
    pub days: i32,
    /// What cancelling costs, the tier with the most days first.
    pub tiers: Vec<Tier>,
}

/// What cancelling costs, to the day of use, as pages say it: after the last tier everything stays.
pub fn tier_facts(rows: &[Tier]) -> Vec<Value> {
    let later = Tier {
        days_before: 0,
        percent: 100,
    };
    let ends_early = rows.last().is_some_and(|last| last.days_before > 0);
    let all = rows.iter().copied().chain(ends_early.then_some(later));
    all.map(|tier| json!({ "days": tier.days_before, "percent": tier.percent }))
        .collect()
}

impl PaymentTerms {
    /// From when on, within how many days, what cancelling costs.
    pub fn facts(&self) -> Value {
        json!({ "from": self.valid_from, "days": self.days, "tiers": tier_facts(&self.tiers) })
    }

    /// By what a page says which terms it showed.
    pub fn mark(&self) -> String {
        let tier = |tier: &Tier| format!("-{}:{}", tier.days_before, tier.percent);
        let tiers: String = self.tiers.iter().map(tier).collect();
        format!("{}{tiers}", self.days)
    }
}

/// A booking of which another share would stay.
#[derive(Clone, Debug)]
pub struct Touched {
    /// The booking.
    pub card: Card,
    /// The first day of cancelling on which it differs.
    pub on: NaiveDate,
    /// How much stays as it is, in per cent.
    pub before: i32,
    /// How much would stay.
    pub after: i32,
}

/// All terms of payment, the newest first.
pub async fn payment_rows(db: &impl ConnectionTrait) -> Result<Vec<PaymentTerms>, Fault> {
    let mut by_day: HashMap<String, Vec<Tier>> = HashMap::new();
    let rows = cancellation_tier::Entity::find()
        .order_by_desc(cancellation_tier::COLUMN.days_before)
        .all(db)
        .await?;
    for row in rows {
        by_day.entry(row.valid_from).or_default().push(Tier {
            days_before: row.days_before,
            percent: row.percent,
        });
    }
    let terms = payment_term::Entity::find()
        .order_by_desc(payment_term::COLUMN.valid_from)
        .all(db)
        .await?;
    let row = |row: payment_term::Model| PaymentTerms {
        tiers: by_day.remove(&row.valid_from).unwrap_or_default(),
        days: row.days,
        valid_from: row.valid_from,
    };
    Ok(terms.into_iter().map(row).collect())
}

/// All terms of waiting, the newest first.
pub async fn waiting_rows(db: &impl ConnectionTrait) -> Result<Vec<waiting_terms::Model>, Fault> {
    let rows = waiting_terms::Entity::find().order_by_desc(waiting_terms::COLUMN.valid_from);
    Ok(rows.all(db).await?)
}

/// So many wait for a use from the day on which these terms begin.
pub async fn waiting_from(
    db: &impl ConnectionTrait,
    terms: &waiting_terms::Model,
) -> Result<u64, Fault> {
    let Ok(from) = terms.valid_from.parse() else {
        return Ok(0);
    };
    let in_line = [State::Waiting, State::Offered];
    let waiting = waiting_entry::Entity::find()
        .filter(waiting_entry::Column::State.is_in(in_line))
        .filter(waiting_entry::COLUMN.starts_at.gte(Span::day(from).from));
    Ok(waiting.count(db).await?)
}

/// The bookings that cost something and of which another share would stay, were they cancelled from
/// that day on and before other terms begin, the earliest use first.
pub async fn touched(
    db: &impl ConnectionTrait,
    after: &[Tier],
    from: NaiveDate,
    now: Instant,
) -> Result<Vec<Touched>, Fault> {
    let cards = standing_from(db, from, now).await?;
    let ids: Vec<BookingId> = cards.iter().map(|card| card.booking.id).collect();
    let bills = bills_of(db, &ids).await?;
    let before = tiers(db, from).await?;
    let later = payment_term::Entity::find()
        .filter(payment_term::COLUMN.valid_from.gt(from.to_string()))
        .order_by_asc(payment_term::COLUMN.valid_from)
        .one(db)
        .await?;
    let next = later.and_then(|row| row.valid_from.parse().ok());
    let touch = |card: Card| {
        let charged = bills.get(&card.booking.id)?.balance().charged;
        let booked = (&card.booking, charged);
        let (on, before, after) = differs(&before, after, booked, (from, next))?;
        Some(Touched {
            card,
            on,
            before,
            after,
        })
    };
    Ok(cards.into_iter().filter_map(touch).collect())
}
