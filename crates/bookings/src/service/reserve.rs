//! Booking a space.

use accounts::read::{Contact, contact};
use kernel::{Actor, Failed, Fault, Instant, PersonId, Span, Work, violated_constraint};
use rand::Rng;
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use super::{
    gate,
    tell::{Letter, tell},
};
use crate::{
    entity::{BookingId, HoldId, SpaceId, booking, hold},
    events,
    ledger::{self, Claim, Taken},
    read::{self, Catalogue, Place, Unit, busy_units},
    refused::{Refused, Wrong},
    rules::{self, Allowed, Use, reference},
};

/// What someone would like to have.
#[derive(Clone, Debug)]
pub struct Reserve {
    /// Which space; `None` when it was not said.
    pub space: Option<SpaceId>,
    /// Which unit of it; `None` for any that is free.
    pub unit: Option<i32>,
    /// For whom.
    pub person: PersonId,
    /// When, what for, how many people.
    pub r#use: Use,
}

/// What a wish comes to when no rule stands against it.
#[derive(Clone, Debug)]
pub struct Checked {
    /// The space.
    pub place: Place,
    /// The use.
    pub allowed: Allowed,
}

/// Checks a wish against every rule; the ledger is not asked.
///
/// # Errors
/// Every broken rule at once.
pub async fn check(
    db: &impl ConnectionTrait,
    actor: &Actor,
    now: Instant,
    wish: &Reserve,
) -> Result<Checked, Failed<Refused>> {
    if !rules::may_book_for(actor, wish.person) {
        return Err(Refused::ForAnother.into());
    }
    let Some(space) = wish.space else {
        return Err(Refused::Wrong(vec![Wrong::SpaceMissing]).into());
    };
    let Some((place, hours)) = Catalogue::load_one(db, space).await? else {
        return Err(Refused::NoSuchSpace.into());
    };
    match wish.r#use.allowed(&place.space, &hours, now) {
        Ok(allowed) => Ok(Checked { place, allowed }),
        Err(wrong) => Err(Refused::Wrong(wrong).into()),
    }
}

/// Books a space: takes it in the ledger, gives it a reference, writes the letter.
///
/// # Errors
/// Every broken rule at once; `SlotTaken` without alternatives: see [`read::with_alternatives`].
pub async fn reserve(work: &Work, wish: &Reserve) -> Result<booking::Model, Failed<Refused>> {
    gate::keep_open(work).await?;
    let Checked { place, allowed } = check(work.db(), work.actor(), work.now(), wish).await?;
    let Some(who) = contact(work.db(), wish.person).await? else {
        return Err(Refused::NoSuchPerson.into());
    };
    let id: BookingId = work.new_id();
    let Some((unit, hold_id)) =
        take_a_unit(work, &place, wish.unit, allowed.span, &who, id).await?
    else {
        return Err(taken());
    };
    let made = booking::Model {
        id,
        hold_id,
        space_id: place.space.id,
        unit,
        person_id: wish.person,
        booked_by: work.actor().person.filter(|by| *by != wish.person),
        reference: reference::from_random(rand::rng().random()),
        starts_at: allowed.span.from,
        ends_at: allowed.span.until,
        purpose: allowed.purpose,
        attendees: allowed.attendees,
        arrived_at: None,
        version: 1,
        created_at: work.now(),
        series_id: None,
    };
    insert(work, &made).await?;
    work.record(events::of("booking.reserved", &made));
    tell(work, Letter::Confirmed, &made, &place, &who).await?;
    Ok(made)
}

/// A refusal to which alternatives are added later.
pub(super) fn taken() -> Failed<Refused> {
    Refused::SlotTaken {
        alternatives: Vec::new(),
    }
    .into()
}

/// Takes the wished unit, or one that is free; units are tried one at a time.
async fn take_a_unit(
    work: &Work,
    place: &Place,
    wished: Option<i32>,
    span: Span,
    who: &Contact,
    id: BookingId,
) -> Result<Option<(i32, HoldId)>, Failed<Refused>> {
    let span = rules::occupied(&place.space, span);
    for unit in candidates(work, place, wished, span, None).await? {
        let claim = Claim {
            kind: "booking",
            label: who.name.clone(),
            link: format!("/bookings/{id}"),
            state: hold::State::Confirmed,
            expires_at: None,
        };
        match ledger::take(work, claim, &unit.resources, span).await? {
            Taken::Held(hold) => return Ok(Some((unit.number, hold))),
            Taken::Conflict => {}
        }
    }
    Ok(None)
}

/// The units to try: the wished one, or those that look free, beginning at a random one so that
/// people who book at the same moment do not wait for each other.
pub(super) async fn candidates<'p>(
    work: &Work,
    place: &'p Place,
    wished: Option<i32>,
    span: Span,
    own: Option<&Unit>,
) -> Result<Vec<&'p Unit>, Failed<Refused>> {
    if let Some(number) = wished {
        return place
            .unit(number)
            .map(|unit| vec![unit])
            .ok_or(Failed::Refused(Refused::NoSuchSpace));
    }
    if let [only] = place.units.as_slice() {
        return Ok(vec![only]);
    }
    let resources = place.units.iter().flat_map(|unit| unit.resources.clone());
    let busy = read::busy(work.db(), span, Some(resources.collect())).await?;
    let mut free: Vec<&Unit> = place
        .units
        .iter()
        .zip(busy_units(place, &busy))
        .filter(|(unit, busy)| busy.is_empty() || own.is_some_and(|own| own.number == unit.number))
        .map(|(unit, _)| unit)
        .collect();
    if !free.is_empty() {
        let first = rand::rng().random_range(0..free.len());
        free.rotate_left(first);
    }
    if let Some(own) = own {
        free.sort_by_key(|unit| unit.number != own.number);
    }
    Ok(free)
}

async fn insert(work: &Work, made: &booking::Model) -> Result<(), Fault> {
    match booking::Entity::insert(row(made))
        .exec_without_returning(work.db())
        .await
    {
        Ok(_) => Ok(()),
        Err(error) => Err(drawn_twice(error)),
    }
}

/// Two references alike, once in half a million million: the next try draws another.
pub(super) fn drawn_twice(error: DbErr) -> Fault {
    match violated_constraint(&error) {
        Some(name) if name.contains("reference") => Fault::Busy(error),
        _ => error.into(),
    }
}

/// A booking as it is written for the first time.
pub(super) fn row(made: &booking::Model) -> booking::ActiveModel {
    booking::ActiveModel {
        id: Set(made.id),
        hold_id: Set(made.hold_id),
        space_id: Set(made.space_id),
        unit: Set(made.unit),
        person_id: Set(made.person_id),
        booked_by: Set(made.booked_by),
        reference: Set(made.reference.clone()),
        starts_at: Set(made.starts_at),
        ends_at: Set(made.ends_at),
        purpose: Set(made.purpose.clone()),
        attendees: Set(made.attendees),
        arrived_at: Set(made.arrived_at),
        version: Set(made.version),
        created_at: Set(made.created_at),
        series_id: Set(made.series_id),
    }
}
