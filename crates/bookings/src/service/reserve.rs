//! Booking a space.

mod rows;

use accounts::read::{Contact, contact};
use kernel::{Failed, Instant, PersonId, Span, Work};
use organisations::entity::OrganisationId;
use rand::Rng;
use sea_orm::EntityTrait;

use self::rows::keep_waiver;
use super::{
    agree::as_seen,
    charges,
    check::{Checked, check_at_hand},
    gate,
    lend::lend,
    requests,
    tell::tell_made,
    waiting,
};
use crate::{
    entity::{
        BookingId, HoldId, SpaceId,
        booking::{self, Party},
        hold,
    },
    events,
    ledger::{self, Claim, Taken},
    read::{self, Catalogue, ComesTo, Place, Unit, busy_units},
    refused::Refused,
    rules::{self, Allowed, Use, reference},
};

pub(super) use self::rows::{drawn_twice, row};

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
    let made = entered(work, wish).await?.booking;
    work.flush().await?;
    Ok(made)
}

/// The same, as long as it comes to what was shown before the button: see [`super::agreed`].
pub async fn reserve_as_seen(
    work: &Work,
    wish: &Reserve,
    seen: ComesTo,
) -> Result<booking::Model, Failed<Refused>> {
    let Entered { booking, plain } = entered(work, wish).await?;
    let real = if plain {
        ComesTo::default()
    } else {
        read::comes_to(work.db(), &[booking.id]).await?
    };
    as_seen(real, seen)?;
    Ok(booking)
}

/// A booking that was just written.
pub(super) struct Entered {
    /// The booking.
    pub(super) booking: booking::Model,
    /// Whether it costs nothing, nor waits for an approval.
    plain: bool,
}

async fn entered(work: &Work, wish: &Reserve) -> Result<Entered, Failed<Refused>> {
    gate::keep_open_for(work, wish.party()).await?;
    let at_hand = read::at_hand(work.db(), wish.space, wish.party()).await?;
    let catalogue = Catalogue::at(work.db(), work.kept(), at_hand.version).await?;
    let Checked {
        place,
        allowed,
        waived,
        approval,
    } = check_at_hand(work, &catalogue, wish, &at_hand).await?;
    let Some(who) = contact(work.db(), wish.person).await? else {
        return Err(Refused::NoSuchPerson.into());
    };
    let id: BookingId = work.new_id();
    if at_hand.waited_for {
        waiting::settle(work, &[place.space.id]).await?;
    }
    let Some((unit, hold)) = take_a_unit(work, &place, wish.unit, allowed.span, &who, id).await?
    else {
        return Err(taken());
    };
    if !wish.r#use.devices.is_empty() {
        work.flush().await?;
        lend(work, hold, &wish.r#use.devices, &place.space, allowed.span).await?;
    }
    let checked = Checked {
        place,
        allowed,
        waived,
        approval,
    };
    let given = Held { id, hold, unit };
    enter(work, wish, checked, (&who, at_hand.costs), given).await
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

/// Writes the booking of a place that is held: all that follows from it follows here. `costs`: whether
/// its space can cost anything.
pub(super) async fn enter(
    work: &Work,
    wish: &Reserve,
    Checked {
        place,
        allowed,
        waived,
        approval,
    }: Checked,
    (who, costs): (&Contact, bool),
    held: Held,
) -> Result<Entered, Failed<Refused>> {
    let made = made(work, wish, (&place, allowed), &held);
    write(work, &made, wish, waived);
    if let Some(approval) = approval {
        work.flush().await?;
        requests::ask(work, &made, approval).await?;
        requests::tell_asked(work, &made, &place, who, false).await?;
        return Ok(Entered {
            booking: made,
            plain: false,
        });
    }
    let charged = costs && {
        work.flush().await?;
        charges::charge_new(work, std::slice::from_ref(&made)).await?
    };
    let lends = !wish.r#use.devices.is_empty();
    tell_made(work, &made, &place, who, (charged, lends)).await?;
    Ok(Entered {
        booking: made,
        plain: !charged,
    })
}
/// The booking of a place that is held.
pub(super) fn made(
    work: &Work,
    wish: &Reserve,
    (place, allowed): (&Place, Allowed),
    held: &Held,
) -> booking::Model {
    booking::Model {
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
    }
}

/// Puts its row, and what is remembered of it.
pub(super) fn write(work: &Work, made: &booking::Model, wish: &Reserve, waived: bool) {
    work.put(booking::Entity::insert(row(made)));
    work.record(events::with_devices(
        events::of("booking.reserved", made),
        &wish.r#use.devices,
    ));
    if waived {
        keep_waiver(work, made, wish.waiver.as_deref());
    }
}

/// A refusal to which alternatives are added later.
pub(super) fn taken() -> Failed<Refused> {
    Refused::SlotTaken(Vec::new()).into()
}

/// Takes the wished unit, or one that is free; units are tried one at a time.
pub(super) async fn take_a_unit(
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
