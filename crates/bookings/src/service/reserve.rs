//! Booking a space.

use accounts::read::{Contact, contact};
use kernel::{Failed, Fault, Instant, PersonId, Span, Work, violated_constraint};
use organisations::entity::OrganisationId;
use rand::Rng;
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use super::{
    charges,
    check::{Checked, check},
    gate,
    lend::lend,
    requests,
    tell::{Letter, tell},
    waiting,
};
use crate::{
    entity::{
        BookingId, HoldId, SpaceId,
        booking::{self, Party},
        booking_waiver, hold,
    },
    events,
    ledger::{self, Claim, Taken},
    read::{self, Place, Unit, busy_units},
    refused::Refused,
    rules::{self, Use, reference},
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
    /// As which organisation; none for the person themselves.
    pub organisation: Option<OrganisationId>,
    /// Why staff takes it outside the window or the shortest notice.
    pub waiver: Option<String>,
}

impl Reserve {
    /// Who books.
    pub const fn party(&self) -> Party {
        Party {
            person: self.person,
            organisation: self.organisation,
        }
    }

    /// What is looked for instead when it is taken.
    pub fn near(&self, now: Instant) -> read::Wish {
        read::Wish {
            space: self.space,
            span: Span {
                from: self.r#use.starts_at.unwrap_or(now),
                until: self.r#use.ends_at.unwrap_or(now),
            },
            attendees: self.r#use.attendees.unwrap_or(1),
            party: Some(self.party()),
            devices: self.r#use.devices.clone(),
        }
    }
}

/// Books a space: takes it in the ledger, gives it a reference, writes the letter.
///
/// # Errors
/// Every broken rule at once; `SlotTaken` without alternatives: see [`read::with_alternatives`].
pub async fn reserve(work: &Work, wish: &Reserve) -> Result<booking::Model, Failed<Refused>> {
    gate::keep_open(work).await?;
    gate::one_by_one(work, wish.party()).await?;
    let Checked {
        place,
        allowed,
        waived,
        approval,
    } = check(work.db(), work.actor(), work.now(), wish).await?;
    let Some(who) = contact(work.db(), wish.person).await? else {
        return Err(Refused::NoSuchPerson.into());
    };
    let id: BookingId = work.new_id();
    waiting::settle(work, &[place.space.id]).await?;
    let Some((unit, hold)) = take_a_unit(work, &place, wish.unit, allowed.span, &who, id).await?
    else {
        return Err(taken());
    };
    if !wish.r#use.devices.is_empty() {
        let picks = &wish.r#use.devices;
        lend(work, hold, picks, &place.space, allowed.span).await?;
    }
    let checked = Checked {
        place,
        allowed,
        waived,
        approval,
    };
    enter(work, wish, checked, &who, Held { id, hold, unit }).await
}

/// A place that is held in the ledger for a booking that is about to be written.
pub(super) struct Held {
    /// The booking's identifier.
    pub(super) id: BookingId,
    /// What holds its place.
    pub(super) hold: HoldId,
    /// Which unit.
    pub(super) unit: i32,
}

/// Writes the booking of a place that is held: all that follows from it follows here.
pub(super) async fn enter(
    work: &Work,
    wish: &Reserve,
    Checked {
        place,
        allowed,
        waived,
        approval,
    }: Checked,
    who: &Contact,
    held: Held,
) -> Result<booking::Model, Failed<Refused>> {
    let made = booking::Model {
        id: held.id,
        hold_id: held.hold,
        space_id: place.space.id,
        unit: held.unit,
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
        organisation_id: wish.organisation,
        kept_yen: 0,
        purpose_before: None,
    };
    insert(work, &made).await?;
    work.record(events::with_devices(
        events::of("booking.reserved", &made),
        &wish.r#use.devices,
    ));
    if waived {
        keep_waiver(work, &made, wish.waiver.as_deref()).await?;
    }
    if let Some(approval) = approval {
        requests::ask(work, &made, approval).await?;
        requests::tell_asked(work, &made, &place, who, false).await?;
        return Ok(made);
    }
    charges::charge_new(work, std::slice::from_ref(&made)).await?;
    tell(work, Letter::Confirmed, &made, &place, who).await?;
    Ok(made)
}

/// A refusal to which alternatives are added later.
pub(super) fn taken() -> Failed<Refused> {
    Refused::SlotTaken(Vec::new()).into()
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

/// Keeps why a rule was waived, where it can be erased; the event only says that it was.
async fn keep_waiver(
    work: &Work,
    made: &booking::Model,
    reason: Option<&str>,
) -> Result<(), Fault> {
    booking_waiver::Entity::insert(booking_waiver::ActiveModel {
        booking_id: Set(made.id),
        reason: Set(reason.map(|reason| reason.trim().to_owned())),
        given_by: Set(work.actor().person),
        given_at: Set(work.now()),
    })
    .exec_without_returning(work.db())
    .await?;
    work.record(events::upon("booking.rule_waived", made));
    Ok(())
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
        kept_yen: Set(made.kept_yen),
        purpose_before: Set(made.purpose_before.clone()),
        organisation_id: Set(made.organisation_id),
    }
}
