//! What calling off too late brings beside money: it counts as an absence, and absences keep from
//! booking.

use chrono::NaiveDate;
use kernel::{Fault, Instant};
use sea_orm::entity::prelude::*;
use serde::Serialize;
use serde_json::Value;
use views::Lang;

use super::{ahead, is_absent, missed, rules};
use crate::{
    entity::{BookingId, absence, booking, booking_rule::Kind, hold, weather_warning},
    read::{Card, past_of},
    rules::{
        Booker, Rule, Terms,
        terms::{Absence, Term},
    },
};

/// What calling bookings off now would bring.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Late {
    /// So many of them would count as absences.
    pub count: usize,
    /// The times without new bookings that run or would come then.
    pub follows: Vec<Value>,
    /// The last day of these.
    pub until: Option<NaiveDate>,
    /// The weather warning for which some of them would not count; what is charged stays.
    pub excused: Option<String>,
}

/// Those of one party's bookings that count as absences when they are called off on a date: a rule
/// says so, and nobody has marked them already. What never stood is let be.
pub async fn late_ones<'c>(
    db: &impl ConnectionTrait,
    rules: &[Rule],
    cards: &[&'c Card],
    asked_on: NaiveDate,
    now: Instant,
) -> Result<Vec<&'c Card>, Fault> {
    let mut stood = Vec::new();
    for card in cards {
        let id = card.booking.id;
        let waits = card.state == hold::State::Requested;
        let is_new = waits && !past_of(db, id).await?.permitted;
        if !is_new && !is_absent(db, id).await? {
            stood.push(*card);
        }
    }
    let Some(first) = stood.first() else {
        return Ok(Vec::new());
    };
    let booker = missed(db, rules, first.booking.party(), now).await?;
    let terms = Terms::new(rules, &booker);
    stood.retain(|card| {
        let on = card.booking.starts_at.date();
        let rule = terms.of(Kind::NoShow, card.space.id, on);
        rule.is_some_and(
            |rule| matches!(rule.term, Term::NoShow(penalty) if penalty.is_late(asked_on, on)),
        )
    });
    Ok(stood)
}

/// The warnings for which absences of some bookings do not count.
pub struct Warned {
    asked_on: NaiveDate,
    warnings: Vec<weather_warning::Model>,
}

impl Warned {
    /// The one of the day of calling off, or of the day of use.
    pub fn of(&self, card: &Card) -> Option<&weather_warning::Model> {
        let on = |day: NaiveDate| {
            let mut all = self.warnings.iter();
            all.find(|row| row.on_date == day.to_string())
        };
        on(self.asked_on).or_else(|| on(card.booking.starts_at.date()))
    }
}

/// The warnings of the days of these bookings, and of the day on which they are called off.
pub async fn warned(
    db: &impl ConnectionTrait,
    cards: &[&Card],
    asked_on: NaiveDate,
) -> Result<Warned, Fault> {
    let days = cards.iter().map(|card| card.booking.starts_at.date());
    let days = days.chain([asked_on]).map(|day| day.to_string());
    let found = weather_warning::Entity::find().filter(weather_warning::COLUMN.on_date.is_in(days));
    Ok(Warned {
        asked_on,
        warnings: found.all(db).await?,
    })
}

/// What calling these bookings of one party off now would bring.
pub async fn late(
    db: &impl ConnectionTrait,
    cards: &[&Card],
    now: Instant,
    lang: Lang,
) -> Result<Late, Fault> {
    let rules = rules(db).await?;
    let today = now.date();
    let mut ones = late_ones(db, &rules, cards, today, now).await?;
    let warned = warned(db, &ones, today).await?;
    let excused = ones.iter().find_map(|card| warned.of(card));
    let excused = excused.map(|row| row.warning.clone());
    ones.retain(|card| warned.of(card).is_none());
    let Some(first) = ones.first() else {
        return Ok(Late {
            excused,
            ..Late::default()
        });
    };
    let mut booker = missed(db, &rules, first.booking.party(), now).await?;
    booker.absences.extend(ones.iter().map(|card| Absence {
        space: card.booking.space_id,
        on: card.booking.starts_at.date(),
    }));
    Ok(Late {
        count: ones.len(),
        follows: ahead(&rules, &booker, None, now, lang),
        until: last(&rules, &booker, now),
        excused,
    })
}

/// The last day without new bookings that calling these bookings off has brought, with what was
/// there before; none when it counted for nothing.
pub async fn barred_until(
    db: &impl ConnectionTrait,
    ids: &[BookingId],
    now: Instant,
) -> Result<Option<NaiveDate>, Fault> {
    let counted = absence::Entity::find()
        .filter(absence::COLUMN.booking_id.is_in(ids.iter().copied()))
        .filter(absence::COLUMN.asked_on.eq(now.date().to_string()))
        .one(db)
        .await?;
    let Some(counted) = counted else {
        return Ok(None);
    };
    let Some(booking) = booking::Entity::find_by_id(counted.booking_id)
        .one(db)
        .await?
    else {
        return Ok(None);
    };
    let rules = rules(db).await?;
    let booker = missed(db, &rules, booking.party(), now).await?;
    Ok(last(&rules, &booker, now))
}

fn last(rules: &[Rule], booker: &Booker, now: Instant) -> Option<NaiveDate> {
    let all = Terms::new(rules, booker).restrictions(None);
    let ahead = all.into_iter().map(|(one, _)| one.until);
    ahead.filter(|until| now.date() <= *until).max()
}
