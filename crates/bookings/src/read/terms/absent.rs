//! Absences, the days that excuse them, what follows; and bookings taken outside the rules.

use kernel::{Fault, Instant, PersonId};
use sea_orm::{QueryOrder, QuerySelect, entity::prelude::*};
use serde_json::{Value, json};
use views::Lang;

use super::{missed, rules};
use crate::{
    entity::{
        BookingId, SpaceId, absence,
        booking::{self, Party},
        booking_rule::Kind,
        booking_waiver, weather_warning,
    },
    rules::{Booker, Rule, Terms, terms::Absence},
};

/// Whether a booking is marked as an absence.
pub async fn is_absent(db: &impl ConnectionTrait, id: BookingId) -> Result<bool, Fault> {
    Ok(absence::Entity::find_by_id(id).one(db).await?.is_some())
}

/// The latest absences.
pub async fn latest_absences(
    db: &impl ConnectionTrait,
    most: u64,
) -> Result<Vec<absence::Model>, Fault> {
    let found = absence::Entity::find()
        .order_by_desc(absence::COLUMN.on_date)
        .order_by_desc(absence::COLUMN.booking_id);
    Ok(found.limit(most).all(db).await?)
}

/// The latest days with a warning.
pub async fn latest_warnings(
    db: &impl ConnectionTrait,
    most: u64,
) -> Result<Vec<weather_warning::Model>, Fault> {
    let found = weather_warning::Entity::find().order_by_desc(weather_warning::COLUMN.on_date);
    Ok(found.limit(most).all(db).await?)
}

/// The latest bookings that were taken outside window or notice.
pub async fn waivers(
    db: &impl ConnectionTrait,
    most: u64,
) -> Result<Vec<booking_waiver::Model>, Fault> {
    let found = booking_waiver::Entity::find()
        .order_by_desc(booking_waiver::COLUMN.given_at)
        .order_by_desc(booking_waiver::COLUMN.booking_id);
    Ok(found.limit(most).all(db).await?)
}

/// The times without new bookings that run or will come for a person and for every organisation they
/// act for, as pages show them; of one space where it is named.
pub async fn restrictions(
    db: &impl ConnectionTrait,
    person: PersonId,
    space: Option<SpaceId>,
    now: Instant,
    lang: Lang,
) -> Result<Vec<Value>, Fault> {
    let rules = rules(db).await?;
    if !rules.iter().any(|rule| rule.kind() == Kind::NoShow) {
        return Ok(Vec::new());
    }
    let own = organisations::read::represented(db, person, now.date()).await?;
    let own = own.into_iter().map(|one| (Some(one.id), Some(one.name)));
    let mut found = Vec::new();
    for (organisation, name) in [(None, None)].into_iter().chain(own) {
        let party = Party {
            person,
            organisation,
        };
        let booker = missed(db, &rules, party, now).await?;
        for mut one in ahead(&rules, &booker, space, now, lang) {
            one["organisation"] = name.clone().into();
            found.push(one);
        }
    }
    Ok(found)
}

/// The same as it would be for its party if nobody came to a booking.
pub async fn would_follow(
    db: &impl ConnectionTrait,
    booking: &booking::Model,
    now: Instant,
    lang: Lang,
) -> Result<Vec<Value>, Fault> {
    let rules = rules(db).await?;
    let mut booker = missed(db, &rules, booking.party(), now).await?;
    booker.absences.push(Absence {
        space: booking.space_id,
        on: booking.starts_at.date(),
    });
    Ok(ahead(&rules, &booker, None, now, lang))
}

/// The same of whoever has stayed away so often.
pub(in crate::read) fn ahead(
    rules: &[Rule],
    booker: &Booker,
    space: Option<SpaceId>,
    now: Instant,
    lang: Lang,
) -> Vec<Value> {
    let terms = Terms::new(rules, booker);
    let mut found = terms.restrictions(space);
    found.retain(|(one, _)| now.date() <= one.until);
    found.sort_by_key(|(one, _)| (one.from, one.until));
    found.dedup_by_key(|(one, _)| *one);
    let facts = found.into_iter().map(|(one, rule)| {
        json!({
            "from": one.from,
            "until": one.until,
            "source": rule.source.said(lang),
            "since": rule.valid_from,
        })
    });
    facts.collect()
}
