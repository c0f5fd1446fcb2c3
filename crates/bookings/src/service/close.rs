//! Closing days and spaces.

use std::collections::{HashMap, HashSet};

use accounts::read::{Contact, contacts};
use kernel::{Failed, Fault, PersonId, Work};
use sea_orm::{ActiveValue::Set, QueryOrder, QuerySelect, entity::prelude::*};
use serde_json::json;

use super::{
    cancel::count_up,
    charges, gate, requests,
    tell::{Letter, tell_more},
    waiting,
};
use crate::{
    entity::{
        BookingId, ClosureId, HoldId, SpaceId, VenueId, WaitingId, booking,
        closure::{self, Kind},
        closure_release, closure_space, hold,
    },
    events, ledger, letters,
    read::{self, Card, Catalogue, Place},
    refused::{Alternative, Refused, Unclosable, Unruled, Unseen},
    rules::{
        Closure,
        closure::{CALLED_OFF, When},
        may_manage,
    },
};

/// What the manager decided, having seen whom it concerns.
#[derive(Clone, Debug)]
pub struct Close {
    /// Of which house.
    pub venue: VenueId,
    /// The rule, with every space it closes: see [`whole`].
    pub closure: Closure,
    /// The bookings that were shown as called off.
    pub seen: HashSet<BookingId>,
    /// Whose offers were shown as taken back.
    pub offers_seen: HashSet<WaitingId>,
    /// What each of them can have instead; looked up before the transaction.
    pub instead: HashMap<BookingId, Vec<Alternative>>,
}

/// Enters a closure, calls off what stands against it, takes back what is offered, and writes one
/// letter for each booking and each offer.
///
/// # Errors
/// [`Unseen::MoreAffected`] when a booking or an offer was made that the manager has not seen.
pub async fn close(work: &Work, wish: &Close) -> Result<ClosureId, Failed<Refused>> {
    if !may_manage(work.actor()) {
        return Err(Refused::Ruled(Unruled::MayNotClose).into());
    }
    gate::shut(work).await?;
    let catalogue = Catalogue::known(work.db(), work.kept()).await?;
    // What was joined since it was shown goes with its parts.
    let wish = &Close {
        closure: catalogue.widened(&wish.closure),
        ..wish.clone()
    };
    let closure = &wish.closure;
    let same = read::closings(work.db(), Some(wish.venue)).await?;
    if same.iter().any(|other| other.rule.is_like(closure)) {
        return Err(Refused::ClosedAlready.into());
    }
    let cards = standing_against(work, &catalogue, wish.venue, closure).await?;
    if !cards
        .iter()
        .all(|card| wish.seen.contains(&card.booking.id))
    {
        return Err(Refused::Unseen(Unseen::MoreAffected).into());
    }
    let id = set_closure(work, wish.venue, closure).await?;
    waiting::withdraw_offers(work, id, &catalogue, wish).await?;
    call_off(work, id, &cards).await?;
    postpone(work, &catalogue.with(wish.venue, closure), wish.venue).await?;
    let people = cards.iter().map(|card| card.booking.person_id).collect();
    let people: HashMap<PersonId, Contact> = contacts(work.db(), people)
        .await?
        .into_iter()
        .map(|who| (who.person, who))
        .collect();
    for card in &cards {
        if let Some(who) = people.get(&card.booking.person_id) {
            write(work, &catalogue, card, who, wish).await?;
        }
    }
    Ok(id)
}

/// The closure with every space that cannot be used while one of its spaces is shut: the whole of
/// a divisible room goes with its half, and both halves with the whole.
pub fn whole(
    catalogue: &Catalogue,
    venue: VenueId,
    closure: &Closure,
) -> Result<Closure, Vec<Unclosable>> {
    let mut shut = Vec::new();
    for id in &closure.spaces {
        let place = catalogue.place(*id);
        let Some(place) = place.filter(|place| place.space.venue_id == venue) else {
            return Err(vec![Unclosable::NoSuchSpace]);
        };
        shut.push(place);
        let before = catalogue.giving_up(&place.space, closure.valid_from);
        if let Some(before) = before.filter(|_| closure.is_for_good()) {
            return Err(vec![Unclosable::GivenUpAlready(before.valid_from)]);
        }
    }
    let beside = |place: &&Place| shut.iter().any(|own| own.shares_with(place));
    let reached = catalogue.places.iter().filter(beside);
    Ok(Closure {
        spaces: reached.map(|place| place.space.id).collect(),
        ..closure.clone()
    })
}

/// Writes the row of a closure; nothing is called off.
pub async fn set_closure(
    work: &Work,
    venue: VenueId,
    closure: &Closure,
) -> Result<ClosureId, Fault> {
    let id: ClosureId = work.new_id();
    let row = closure::ActiveModel {
        id: Set(id),
        venue_id: Set(venue),
        some_spaces: Set(!closure.spaces.is_empty()),
        reason: Set(closure.reason.ja.clone()),
        reason_en: Set(closure.reason.en.clone()),
        valid_from: Set(closure.valid_from.to_string()),
        valid_until: Set(closure.valid_until.map(|date| date.to_string())),
        made_by: Set(work.actor().person),
        made_at: Set(work.now()),
        ..dates(closure.when)
    };
    closure::Entity::insert(row)
        .exec_without_returning(work.db())
        .await?;
    if !closure.spaces.is_empty() {
        let spaces = closure.spaces.iter();
        let rows = spaces.map(|space: &SpaceId| closure_space::ActiveModel {
            closure_id: Set(id),
            space_id: Set(*space),
        });
        closure_space::Entity::insert_many(rows)
            .exec_without_returning(work.db())
            .await?;
    }
    work.record(events::closed(id, venue, closure));
    Ok(id)
}

fn dates(when: When) -> closure::ActiveModel {
    let none = closure::ActiveModel {
        weekday: Set(None),
        moves: Set(false),
        first: Set(None),
        last: Set(None),
        opens: Set(None),
        closes: Set(None),
        for_good: Set(false),
        ..Default::default()
    };
    match when {
        When::Weekly { weekday, moves } => closure::ActiveModel {
            kind: Set(Kind::Weekly),
            weekday: Set(i32::try_from(weekday.number_from_monday()).ok()),
            moves: Set(moves),
            ..none
        },
        When::Yearly { first, last } => {
            let day = |(month, day): (u32, u32)| Some(format!("{month:02}-{day:02}"));
            closure::ActiveModel {
                kind: Set(Kind::Yearly),
                first: Set(day(first)),
                last: Set(day(last)),
                ..none
            }
        }
        When::ForGood { from } => closure::ActiveModel {
            kind: Set(Kind::Once),
            first: Set(Some(from.to_string())),
            last: Set(Some(from.to_string())),
            for_good: Set(true),
            ..none
        },
        When::Once { first, last, part } => closure::ActiveModel {
            kind: Set(Kind::Once),
            first: Set(Some(first.to_string())),
            last: Set(Some(last.to_string())),
            opens: Set(part.map(|part| part.opens)),
            closes: Set(part.map(|part| part.closes)),
            ..none
        },
    }
}

/// What stands against a closure, locked: who cancels at the same moment is waited for.
async fn standing_against(
    work: &Work,
    catalogue: &Catalogue,
    venue: VenueId,
    closure: &Closure,
) -> Result<Vec<Card>, Fault> {
    let find = async || read::affected(work.db(), catalogue, venue, closure, work.now()).await;
    let found = find().await?.called_off;
    if !work.locks_rows() || found.is_empty() {
        return Ok(found);
    }
    booking::Entity::find()
        .filter(
            booking::COLUMN
                .id
                .is_in(found.iter().map(|card| card.booking.id)),
        )
        .order_by_asc(booking::COLUMN.id)
        .lock_exclusive()
        .all(work.db())
        .await?;
    Ok(find().await?.called_off)
}

async fn call_off(work: &Work, id: ClosureId, cards: &[Card]) -> Result<(), Failed<Refused>> {
    if cards.is_empty() {
        return Ok(());
    }
    let holds: Vec<HoldId> = cards.iter().map(|card| card.booking.hold_id).collect();
    if !ledger::turn_all(work, holds, &CALLED_OFF, hold::State::Released).await? {
        return Err(Refused::Changed.into());
    }
    requests::call_off(work, &cards.iter().collect::<Vec<_>>()).await?;
    let mut bookings: Vec<booking::Model> = cards.iter().map(|card| card.booking.clone()).collect();
    count_up(work, &mut bookings).await?;
    let rows = bookings.iter().map(|booking| closure_release::ActiveModel {
        booking_id: Set(booking.id),
        closure_id: Set(id),
    });
    closure_release::Entity::insert_many(rows)
        .exec_without_returning(work.db())
        .await?;
    for booking in &bookings {
        work.record(events::released(booking, id));
    }
    charges::charge_nothing(work, &bookings).await?;
    Ok(())
}

/// Gives those more time to pay whose day the house is now closed on: nobody loses a place for a day
/// on which nobody could take the money.
async fn postpone(work: &Work, catalogue: &Catalogue, venue: VenueId) -> Result<(), Fault> {
    for one in read::postponed(work.db(), catalogue, venue, work.now()).await? {
        charges::due_later(work, one).await?;
    }
    Ok(())
}

/// Why, and what can be had instead.
async fn write(
    work: &Work,
    catalogue: &Catalogue,
    card: &Card,
    who: &Contact,
    wish: &Close,
) -> Result<(), Fault> {
    let Some(place) = catalogue.place(card.space.id) else {
        return Ok(());
    };
    let mut called_off = card.booking.clone();
    called_off.version += 1;
    let offered = wish.instead.get(&card.booking.id);
    let offer = |other: &Alternative| {
        let place = catalogue.place(other.space_id);
        json!({
            "space": place.map_or(other.space.as_str(), |place| place.name(who.lang)),
            "slot": letters::slot(other.space_id, other.span),
            "from": other.span.from.rfc3339(),
            "until": other.span.until.rfc3339(),
        })
    };
    let reason = &wish.closure.reason;
    let more = json!({
        "reason": reason.said(who.lang),
        "for_good": wish.closure.is_for_good(),
        "instead": offered.into_iter().flatten().map(offer).collect::<Vec<_>>(),
    });
    tell_more(work, Letter::Released, &called_off, place, who, more).await
}
