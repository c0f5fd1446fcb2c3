//! Changing when and how a space is used.

use accounts::read::contact;
use kernel::{Failed, Span, Work};
use sea_orm::{ActiveValue::Set, entity::prelude::*};
use serde_json::json;

use super::{
    cancel::{next_version, standing},
    charges, gate,
    lend::lend,
    requests,
    reserve::{candidates, taken},
    tell::{Letter, tell_more},
    waiting,
};
use crate::{
    entity::{BookingId, SpaceId, booking, hold},
    events,
    ledger::{self, Taken},
    read::{self, Card, Catalogue, Place},
    refused::Refused,
    rules::{self, Use},
};

/// What a booking shall become.
#[derive(Clone, Debug)]
pub struct Change {
    /// Which booking.
    pub booking: BookingId,
    /// The version the person saw.
    pub version: i64,
    /// When, what for, how many people.
    pub r#use: Use,
}

/// Changes a booking; on any refusal it stays as it was. What needs approval and is moved, or is for
/// something else, becomes a request again.
pub async fn change(work: &Work, wish: &Change) -> Result<booking::Model, Failed<Refused>> {
    change_to(work, wish, None).await
}

/// The same in another space of the same divisible room: a half for the whole, and back; `None`
/// leaves it where it is.
///
/// # Errors
/// `NoSuchSpace` for a space of no such room.
pub async fn change_to(
    work: &Work,
    wish: &Change,
    space: Option<SpaceId>,
) -> Result<booking::Model, Failed<Refused>> {
    gate::keep_open(work).await?;
    let card = standing(work, wish.booking).await?;
    rules::may_change(card.state, card.booking.starts_at, work.now())?;
    if card.booking.version != wish.version {
        return Err(Refused::Changed.into());
    }
    gate::one_by_one(work, card.booking.party()).await?;
    let catalogue = Catalogue::known(work.db(), work.kept()).await?;
    let place = target(&catalogue, &card, space)?;
    let (target, hours, rules) = (
        place.space.id,
        catalogue.hours(&place.space),
        &catalogue.rules,
    );
    let moves = wish.r#use.span() != Some(card.booking.span()) || target != card.space.id;
    let mut booker = read::booker_of_change(work.db(), rules, &[&card], moves, work.now()).await?;
    let wanted = wish.r#use.span().map(|span| (target, span));
    booker.placed = is_inside(&card, wanted);
    let terms = catalogue.terms(&booker);
    let judged = if moves {
        wish.r#use.allowed(&place.space, hours, terms, work.now())
    } else {
        wish.r#use.mended(&place.space)
    };
    let allowed = judged.map_err(Refused::Wrong)?;
    let spaces = [card.space.id, target];
    let anyone_waits = waiting::settle(work, &spaces).await?;
    let hold = card.booking.hold_id;
    let before = read::lent(work.db(), &[hold]).await?.remove(&hold);
    let before = before.unwrap_or_default();
    let unit = move_hold(work, &card, place, allowed.span).await?;
    let devices = &wish.r#use.devices;
    if *devices != before || (moves && !before.is_empty()) {
        lend(work, hold, devices, &place.space, allowed.span).await?;
    }
    let kept = charges::kept_now(work, &[&card]).await?;
    let changed = next_version(work, &card, |row| {
        row.kept_yen = Set(kept.get(&card.booking.id).map_or(0, |kept| kept.0));
        row.space_id = Set(target);
        row.unit = Set(unit);
        row.starts_at = Set(allowed.span.from);
        row.ends_at = Set(allowed.span.until);
        row.purpose = Set(allowed.purpose);
        row.purpose_before = Set(Some(card.booking.purpose.clone()));
        row.attendees = Set(allowed.attendees);
    })
    .await?;
    work.record(events::with_devices(
        events::of("booking.changed", &changed),
        devices,
    ));
    let asker = read::asking(work.db(), rules, changed.party(), work.now()).await?;
    let terms = catalogue.terms(&asker);
    let approval = terms.approval_of(Some(&card.booking), &changed, hours, work.now());
    if let Some(approval) = approval {
        requests::ask(work, &changed, approval).await?;
    }
    let fee_before = read::owing(work.db(), &[changed.id]).await?;
    if moves {
        charges::charge(work, std::slice::from_ref(&changed)).await?;
    }
    if let Some(who) = contact(work.db(), changed.person_id).await? {
        if approval.is_some() || card.state == hold::State::Requested {
            requests::tell_asked(work, &changed, place, &who, true).await?;
        } else {
            let more = json!({ "fee_before": fee_before.map(|fee| fee.charged) });
            tell_more(work, Letter::Changed, &changed, place, &who, more).await?;
        }
    }
    if anyone_waits {
        waiting::settle(work, &spaces).await?;
    }
    Ok(changed)
}

/// Whether somebody asks for nothing but a part of what they have: no draw that was announced since
/// keeps that from them.
pub(super) fn is_inside(card: &Card, wanted: Option<(SpaceId, Span)>) -> bool {
    let own = card.booking.span();
    wanted.is_some_and(|(space, span)| space == card.space.id && own.contains(&span))
}

/// Which space it shall be in: the one where it is, or one of the same divisible room.
fn target<'c>(
    catalogue: &'c Catalogue,
    card: &Card,
    space: Option<SpaceId>,
) -> Result<&'c Place, Refused> {
    let found = match space.filter(|space| *space != card.space.id) {
        None => catalogue.place(card.space.id),
        Some(space) => {
            let mut same = catalogue.divisible(card.space.id).into_iter();
            same.find(|place| place.space.id == space)
        }
    };
    found.ok_or(Refused::NoSuchSpace)
}

/// Moves the hold to the new time and space: on its own unit if that is free, else on another.
async fn move_hold(
    work: &Work,
    card: &Card,
    place: &Place,
    span: Span,
) -> Result<i32, Failed<Refused>> {
    let stays = place.space.id == card.space.id;
    let own = place.unit(card.booking.unit).filter(|_| stays);
    if stays && span == card.booking.span() {
        return Ok(card.booking.unit);
    }
    let held = hold::Entity::find_by_id(card.booking.hold_id)
        .one(work.db())
        .await?
        .ok_or(Failed::Refused(Refused::NoSuchBooking))?;
    let occupied = rules::occupied(&place.space, span);
    for unit in candidates(work, place, None, occupied, own).await? {
        if let Taken::Held(_) = ledger::move_to(work, &held, &unit.resources, occupied).await? {
            return Ok(unit.number);
        }
    }
    Err(taken())
}
