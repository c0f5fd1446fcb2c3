//! Changing what remains of a series together: time of day, space, purpose, people.

use std::collections::BTreeMap;

use accounts::read::contact;
use kernel::{Actor, Failed, Fault, Instant, Span, Work};
use sea_orm::{ActiveValue::Set, IntoActiveModel, entity::prelude::*};
use serde_json::json;

use super::{
    cancel::{Scope, standing},
    charges, gate, settle, spaces_of,
    tell::{Letter, tell},
    waiting, wrong_as_a_whole,
};
use crate::{
    entity::{BookingId, HoldId, SpaceId, booking, hold},
    events,
    ledger::{self, Piece},
    read::{self, Card, Catalogue, Choice, SeriesCard, Wanted, versions},
    refused::{Refused, Wrong},
    rules::{self, Booker, Use},
    service::{change::is_inside, check::check, requests, reserve::Reserve},
};

/// What the remaining bookings of a series shall become.
#[derive(Clone, Debug)]
pub struct ChangeSeries {
    /// Which of them.
    pub scope: Scope,
    /// The versions that the person saw, as `read::versions` writes them.
    pub seen: String,
    /// Another space for all of them; `None` leaves each where it is.
    pub space: Option<SpaceId>,
    /// From which minute of the day; `None` when it could not be read.
    pub starts: Option<i32>,
    /// Until which minute of the day; `None` when it could not be read.
    pub ends: Option<i32>,
    /// What for.
    pub purpose: String,
    /// How many people come; `None` when it could not be read.
    pub attendees: Option<i32>,
    /// What was chosen for the times that need a choice, by booking.
    pub choices: BTreeMap<String, Choice>,
}

/// The bookings that would change, and what each is wished to become; the ledger is not asked.
///
/// # Errors
/// Every rule that the change as a whole breaks.
pub async fn changes<'s>(
    db: &impl ConnectionTrait,
    catalogue: &Catalogue,
    actor: &Actor,
    now: Instant,
    card: &'s SeriesCard,
    wish: &ChangeSeries,
) -> Result<Vec<(&'s Card, Wanted)>, Failed<Refused>> {
    let due = card.remaining(wish.scope.first(card)?, now);
    let Some(first) = due.first() else {
        return Err(Refused::NoLongerStands.into());
    };
    if versions(&due) != wish.seen {
        return Err(Refused::Changed.into());
    }
    let at = |card: &Card, minutes: Option<i32>| {
        Some(rules::minute(card.booking.starts_at.date(), minutes?))
    };
    let as_first = Reserve {
        space: wish.space.or(Some(first.space.id)),
        unit: None,
        person: card.series.person_id,
        r#use: Use {
            undated: false,
            starts_at: at(first, wish.starts),
            ends_at: at(first, wish.ends),
            purpose: wish.purpose.clone(),
            attendees: wish.attendees,
            devices: Vec::new(),
        },
        // For whom it was booked is not asked again; each of its days is judged as theirs later.
        organisation: None,
        waiver: None,
    };
    let mut wrong = wrong_as_a_whole(check(db, catalogue, actor, now, &as_first).await)?;
    // What stands already is no new booking that absences could forbid, nor, where it is made shorter,
    // a draw that was announced since: that is judged of each of its days.
    wrong.retain(|one| !matches!(one, Wrong::Restricted(..) | Wrong::Withheld(_)));
    let holds: Vec<HoldId> = due.iter().map(|card| card.booking.hold_id).collect();
    let lent = read::lent(db, &holds).await?;
    let one = |card: &'s Card| {
        let (from, until) = (at(card, wish.starts)?, at(card, wish.ends)?);
        let key = card.booking.id.to_string();
        let space = wish.space.unwrap_or(card.space.id);
        let wanted = Wanted {
            space,
            span: Span { from, until },
            attendees: wish.attendees?,
            only_unit: None,
            unit: (space == card.space.id).then_some(card.booking.unit),
            choice: wish.choices.get(&key).copied().unwrap_or_default(),
            devices: lent.get(&card.booking.hold_id).cloned().unwrap_or_default(),
            key,
        };
        Some((card, wanted))
    };
    match due.into_iter().map(one).collect::<Option<Vec<_>>>() {
        Some(changes) if wrong.is_empty() => Ok(changes),
        _ => Err(Refused::Wrong(wrong).into()),
    }
}

/// Changes all of them, and says which those are; on any refusal all stay as they were.
///
/// # Errors
/// `Clashes` when something of it cannot be had as it was chosen.
pub async fn change_series(
    work: &Work,
    wish: &ChangeSeries,
) -> Result<Vec<BookingId>, Failed<Refused>> {
    gate::keep_open(work).await?;
    let card = standing(work, wish.scope.series).await?;
    if let Some(first) = card.cards.first() {
        gate::one_by_one(work, first.booking.party()).await?;
    }
    let catalogue = Catalogue::known(work.db(), work.kept()).await?;
    let changes = changes(work.db(), &catalogue, work.actor(), work.now(), &card, wish).await?;
    let (cards, wanted): (Vec<&Card>, Vec<Wanted>) = changes.into_iter().unzip();
    let moving: Vec<HoldId> = cards
        .iter()
        .zip(&wanted)
        .filter(|(_, wanted)| wanted.choice != Choice::LeaveOut)
        .map(|(card, _)| card.booking.hold_id)
        .collect();
    let mut spaces = spaces_of(&wanted);
    spaces.extend(cards.iter().map(|card| card.space.id));
    let anyone_waits = waiting::settle(work, &spaces).await?;
    let booker = booker(work.db(), &catalogue, &cards, &wanted, work.now()).await?;
    let placed = settle(work, &catalogue, &wanted, &moving, booker).await?;
    let holds = hold::Entity::find().filter(hold::COLUMN.id.is_in(moving));
    let holds = holds.all(work.db()).await?;
    let mut pieces = Vec::new();
    let mut new = Vec::new();
    for one in &placed {
        let card = cards[one.at];
        let before = &card.booking;
        let own = holds.iter().find(|hold| hold.id == before.hold_id);
        pieces.push(Piece {
            claim: Err(own.ok_or(Refused::Changed)?.clone()),
            resources: one.resources.clone(),
            span: rules::occupied(&one.place.space, one.span),
        });
        new.push(booking::Model {
            space_id: one.place.space.id,
            unit: one.unit.number,
            starts_at: one.span.from,
            ends_at: one.span.until,
            purpose: wish.purpose.trim().to_owned(),
            purpose_before: Some(before.purpose.clone()),
            attendees: wanted[one.at].attendees,
            version: before.version + 1,
            ..before.clone()
        });
    }
    ledger::take_all(work, pieces)
        .await?
        .ok_or(Refused::Clashes)?;
    let kept = charges::kept_now(work, &cards).await?;
    for booking in &mut new {
        booking.kept_yen = kept.get(&booking.id).map_or(0, |kept| kept.0);
        write(work, booking).await?;
        work.record(events::of("booking.changed", booking));
    }
    let both = placed.iter().zip(&new);
    let both = both.map(|(one, booking)| (Some(&cards[one.at].booking), booking));
    requests::ask_for_all(work, &catalogue, both).await?;
    let moved = |booking: &booking::Model| {
        let mut before = cards.iter().map(|card| &card.booking);
        let own = before.find(|before| before.id == booking.id);
        own.is_none_or(|own| (own.space_id, own.span()) != (booking.space_id, booking.span()))
    };
    let moved: Vec<booking::Model> = new.iter().filter(|one| moved(one)).cloned().collect();
    charges::charge(work, &moved).await?;
    let series = &card.series;
    work.record(events::of_series("series.changed", series, new.len()));
    if let Some(who) = contact(work.db(), series.person_id).await? {
        let letter = (Letter::Changed, json!({}));
        tell(work, letter, series, &new, &catalogue, &who).await?;
    }
    if anyone_waits {
        waiting::settle(work, &spaces).await?;
    }
    Ok(new.iter().map(|one| one.id).collect())
}

/// Whoever changes these; see [`read::booker_of_change`].
pub async fn booker(
    db: &impl ConnectionTrait,
    catalogue: &Catalogue,
    cards: &[&Card],
    wanted: &[Wanted],
    now: Instant,
) -> Result<Booker, Fault> {
    let here = |card: &Card| Some((card.space.id, card.booking.span()));
    let moves = cards
        .iter()
        .zip(wanted)
        .any(|(card, one)| one.target().is_some() && one.target() != here(card));
    let mut booker = read::booker_of_change(db, &catalogue.rules, cards, moves, now).await?;
    let mut both = cards.iter().zip(wanted);
    booker.placed = both.all(|(card, one)| is_inside(card, one.target()));
    Ok(booker)
}

/// Writes one booking as it has become, if nobody else changed it.
async fn write(work: &Work, changed: &booking::Model) -> Result<(), Failed<Refused>> {
    let mut row = changed.clone().into_active_model();
    row.space_id = Set(changed.space_id);
    row.unit = Set(changed.unit);
    row.starts_at = Set(changed.starts_at);
    row.ends_at = Set(changed.ends_at);
    row.purpose = Set(changed.purpose.clone());
    row.purpose_before = Set(changed.purpose_before.clone());
    row.attendees = Set(changed.attendees);
    row.version = Set(changed.version);
    row.kept_yen = Set(changed.kept_yen);
    let written = booking::Entity::update_many()
        .set(row)
        .filter(booking::COLUMN.id.eq(changed.id))
        .filter(booking::COLUMN.version.eq(changed.version - 1))
        .exec(work.db())
        .await?;
    if written.rows_affected == 1 {
        Ok(())
    } else {
        Err(Refused::Changed.into())
    }
}
