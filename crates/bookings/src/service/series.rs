//! Booking again and again: all times of a series in one transaction, or nothing.

mod cancel;
mod change;
mod tell;

use std::collections::{BTreeMap, BTreeSet};

use accounts::read::contact;
use kernel::{Actor, Failed, Instant, Span, Work};
use rand::Rng;
use sea_orm::{ActiveValue::Set, entity::prelude::*};
use serde_json::json;

use self::tell::{Letter, tell};
use super::{
    charges,
    check::check,
    gate,
    lend::resources as resources_of,
    requests,
    reserve::{Reserve, drawn_twice, row},
    waiting,
};
use crate::{
    entity::{
        BookingId, HoldId, ResourceId, SeriesId, SpaceId, booking, hold,
        series::{self, Rhythm},
    },
    events,
    ledger::{self, Claim, Piece},
    read::{self, Catalogue, Choice, Place, Plan, Settled, Unit, Wanted},
    refused::{Refused, Wrong},
    rules::{
        self, Booker,
        repeats::{self, End},
    },
};

pub(super) use cancel::standing;
pub use cancel::{Scope, cancel_series};
pub use change::{ChangeSeries, booker, change_series, changes};

/// A use that shall repeat.
#[derive(Clone, Debug)]
pub struct Repeat {
    /// The first time.
    pub first: Reserve,
    /// How it repeats; `None` when it could not be read.
    pub rhythm: Option<Rhythm>,
    /// When it ends.
    pub end: Result<End, Wrong>,
    /// What was chosen for the times that need a choice, by date.
    pub choices: BTreeMap<String, Choice>,
}

/// Where and when one time of a series takes place.
struct Placed<'c> {
    /// Which of the wished times.
    at: usize,
    place: &'c Place,
    unit: &'c Unit,
    span: Span,
    /// Its own, and those of the devices that are lent with it.
    resources: Vec<ResourceId>,
}

/// The times of a series with what was chosen for each; the ledger is not asked.
///
/// # Errors
/// Every rule that the series as a whole breaks; what stands against one day is shown as such.
pub async fn wanted(
    db: &impl ConnectionTrait,
    catalogue: &Catalogue,
    actor: &Actor,
    now: Instant,
    wish: &Repeat,
) -> Result<Vec<Wanted>, Failed<Refused>> {
    let mut wrong = wrong_as_a_whole(check(db, catalogue, actor, now, &wish.first).await)?;
    wrong.extend(wish.rhythm.is_none().then_some(Wrong::RhythmUnknown));
    wrong.extend(wish.end.as_ref().err().cloned());
    let Reserve {
        space, unit, r#use, ..
    } = &wish.first;
    let (Some(space), Some(from), Some(until), Some(attendees), Some(rhythm), Ok(end), true) = (
        *space,
        r#use.starts_at,
        r#use.ends_at,
        r#use.attendees,
        wish.rhythm,
        &wish.end,
        wrong.is_empty(),
    ) else {
        return Err(Refused::Wrong(wrong).into());
    };
    let dates = repeats::dates(from.date(), rhythm, *end);
    let dates = dates.map_err(|wrong| Refused::Wrong(vec![wrong]))?;
    let later = |date: chrono::NaiveDate| date - from.date();
    let one = |date: chrono::NaiveDate| Wanted {
        key: date.to_string(),
        space,
        span: Span {
            from: from + later(date),
            until: until + later(date),
        },
        attendees,
        only_unit: *unit,
        unit: None,
        choice: wish
            .choices
            .get(&date.to_string())
            .copied()
            .unwrap_or_default(),
        devices: r#use.devices.clone(),
    };
    Ok(dates.into_iter().map(one).collect())
}

/// Books all of it: one series, its bookings, one letter.
///
/// # Errors
/// `Clashes` when something of it cannot be had as it was chosen; then nothing is saved.
pub async fn repeat(work: &Work, wish: &Repeat) -> Result<SeriesId, Failed<Refused>> {
    gate::keep_open_for(work, wish.first.party()).await?;
    let catalogue = Catalogue::known(work.db(), work.kept()).await?;
    let wanted = wanted(work.db(), &catalogue, work.actor(), work.now(), wish).await?;
    let (Some(first), Some(rhythm)) = (wanted.first(), wish.rhythm) else {
        return Err(Refused::Clashes.into());
    };
    let Some(who) = contact(work.db(), wish.first.person).await? else {
        return Err(Refused::NoSuchPerson.into());
    };
    waiting::settle(work, &spaces_of(&wanted)).await?;
    let (party, from) = (wish.first.party(), first.span.from);
    let booker = read::booker(work.db(), &catalogue.rules, party, from, &[], work.now()).await?;
    let placed = settle(work, &catalogue, &wanted, &[], booker).await?;
    let made = series::Model {
        id: work.new_id(),
        person_id: wish.first.person,
        booked_by: work.actor().person.filter(|by| *by != wish.first.person),
        reference: random_reference(),
        rhythm,
        first_on: first.span.from.date().to_string(),
        created_at: work.now(),
    };
    insert(work, &made).await?;
    let bookings = book(work, wish, &made, &placed, &who.name).await?;
    work.record(events::of_series("series.reserved", &made, bookings.len()));
    for booking in &bookings {
        let event = events::of("booking.reserved", booking);
        work.record(events::with_devices(event, &wish.first.r#use.devices));
    }
    requests::ask_for_all(work, &catalogue, bookings.iter().map(|new| (None, new))).await?;
    charges::charge_new(work, &bookings).await?;
    let letter = (Letter::Reserved, json!({}));
    tell(work, letter, &made, &bookings, &catalogue, &who).await?;
    Ok(made.id)
}

/// What is wrong with the series as a whole, of what is wrong with its first time.
fn wrong_as_a_whole<T>(checked: Result<T, Failed<Refused>>) -> Result<Vec<Wrong>, Failed<Refused>> {
    match checked {
        Ok(_) => Ok(Vec::new()),
        Err(Failed::Refused(Refused::Wrong(wrong))) => {
            Ok(wrong.into_iter().filter(Wrong::is_of_the_series).collect())
        }
        Err(other) => Err(other),
    }
}

/// The spaces that are wished.
fn spaces_of(wanted: &[Wanted]) -> Vec<SpaceId> {
    let spaces: BTreeSet<SpaceId> = wanted
        .iter()
        .filter_map(Wanted::target)
        .map(|one| one.0)
        .collect();
    spaces.into_iter().collect()
}

/// Locks all that is wished, in the order of ids, and gives every time its place, or none.
async fn settle<'c>(
    work: &Work,
    catalogue: &'c Catalogue,
    wanted: &[Wanted],
    moving: &[HoldId],
    booker: Booker,
) -> Result<Vec<Placed<'c>>, Failed<Refused>> {
    let mut resources = BTreeSet::<ResourceId>::new();
    let mut spans = Vec::new();
    for (space, span) in wanted.iter().filter_map(Wanted::target) {
        let place = catalogue.place(space).ok_or(Refused::NoSuchSpace)?;
        let of_units = place.units.iter().flat_map(|unit| unit.resources.clone());
        resources.extend(of_units);
        spans.push(rules::occupied(&place.space, span));
    }
    let resources: Vec<ResourceId> = resources.into_iter().collect();
    let mut plan = Plan::new(catalogue, booker, work.now());
    plan.add(ledger::lock_and_look(work, &resources, &spans, moving).await?);
    let devices = resources_of(
        &catalogue.devices,
        wanted.iter().flat_map(|one| &one.devices),
    );
    if !devices.is_empty() {
        plan.add(ledger::lock_and_look(work, &devices, &spans, moving).await?);
    }
    let mut placed = Vec::new();
    for (at, one) in wanted.iter().enumerate() {
        match plan.settle(one) {
            Settled::LeftOut => {}
            Settled::Has(place, unit, span, resources) => placed.push(Placed {
                at,
                place,
                unit,
                span,
                resources,
            }),
            Settled::Cannot => return Err(Refused::Clashes.into()),
        }
    }
    if placed.is_empty() {
        return Err(Refused::Clashes.into());
    }
    Ok(placed)
}

/// Takes every place in the ledger and writes the bookings.
async fn book(
    work: &Work,
    wish: &Repeat,
    series: &series::Model,
    placed: &[Placed<'_>],
    label: &str,
) -> Result<Vec<booking::Model>, Failed<Refused>> {
    let ids: Vec<BookingId> = placed.iter().map(|_| work.new_id()).collect();
    let pieces = placed.iter().zip(&ids).map(|(one, id)| Piece {
        claim: Ok(Claim {
            kind: "booking",
            label: label.to_owned(),
            link: format!("/bookings/{id}"),
            state: hold::State::Confirmed,
            expires_at: None,
        }),
        resources: one.resources.clone(),
        span: rules::occupied(&one.place.space, one.span),
    });
    let holds = ledger::take_all(work, pieces.collect()).await?;
    let holds = holds.ok_or(Refused::Clashes)?;
    let made: Vec<booking::Model> = placed
        .iter()
        .zip(ids)
        .zip(holds)
        .map(|((one, id), hold_id)| booking::Model {
            id,
            hold_id,
            space_id: one.place.space.id,
            unit: one.unit.number,
            person_id: series.person_id,
            booked_by: series.booked_by,
            reference: random_reference(),
            starts_at: one.span.from,
            ends_at: one.span.until,
            purpose: wish.first.r#use.purpose.trim().to_owned(),
            attendees: wish.first.r#use.attendees.unwrap_or(1),
            arrived_at: None,
            version: 1,
            created_at: work.now(),
            series_id: Some(series.id),
            organisation_id: wish.first.organisation,
            kept_yen: 0,
            purpose_before: None,
        })
        .collect();
    booking::Entity::insert_many(made.iter().map(row))
        .exec_without_returning(work.db())
        .await
        .map_err(drawn_twice)?;
    Ok(made)
}

async fn insert(work: &Work, made: &series::Model) -> Result<(), Failed<Refused>> {
    series::Entity::insert(series::ActiveModel {
        id: Set(made.id),
        person_id: Set(made.person_id),
        booked_by: Set(made.booked_by),
        reference: Set(made.reference.clone()),
        rhythm: Set(made.rhythm),
        first_on: Set(made.first_on.clone()),
        created_at: Set(made.created_at),
    })
    .exec_without_returning(work.db())
    .await
    .map_err(drawn_twice)?;
    Ok(())
}

fn random_reference() -> String {
    rules::reference::from_random(rand::rng().random())
}
