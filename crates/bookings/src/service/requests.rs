//! Requests for approval: asking, deciding, and what becomes of those that nobody decides.

mod tell;

use kernel::{Failed, Fault, Work};
use sea_orm::{
    ActiveValue::Set,
    entity::prelude::*,
    sea_query::{Expr, OnConflict},
};

pub(super) use self::tell::tell_asked;
use self::tell::{Letter, tell};
use super::{
    absence,
    cancel::{count_up, lock, standing},
    charges, gate, series, waiting,
};
use crate::{
    entity::{
        BookingId, HoldId, SpaceId, booking,
        booking_request::{self, Column, Outcome},
        hold,
    },
    events, ledger,
    read::{self, Card, Catalogue},
    refused::{Refused, Unruled},
    rules::{
        requests::{Verdict, still_waits},
        terms::Approval,
    },
};

/// What was decided at the counter, about what was seen there.
#[derive(Clone, Debug)]
pub struct Decide {
    /// Which booking.
    pub booking: BookingId,
    /// Whether every undecided booking of its series is meant.
    pub together: bool,
    /// The versions that were seen, as `read::versions` writes them.
    pub seen: String,
    /// The decision.
    pub verdict: Verdict,
}

/// Makes a booking a request, which keeps its place until somebody decides. One that was decided
/// before is asked for again.
pub(super) async fn ask(
    work: &Work,
    booking: &booking::Model,
    approval: Approval,
) -> Result<(), Failed<Refused>> {
    let from = [hold::State::Confirmed, hold::State::Requested];
    if !ledger::turn_all(work, vec![booking.hold_id], &from, hold::State::Requested).await? {
        return Err(Refused::Changed.into());
    }
    let (space, span) = (booking.space_id, booking.span());
    let price = read::price(work.db(), space, booking.party(), span).await?;
    let row = booking_request::ActiveModel {
        booking_id: Set(booking.id),
        rule_id: Set(approval.rule),
        asked_at: Set(work.now()),
        decide_by: Set(approval.by.to_string()),
        asked_price: Set(price.map(|price| price.total().0)),
        outcome: Set(None),
        ground: Set(None),
        words: Set(None),
        ended_by: Set(None),
        ended_at: Set(None),
    };
    let again = OnConflict::column(Column::BookingId)
        .update_columns([
            Column::RuleId,
            Column::AskedAt,
            Column::DecideBy,
            Column::AskedPrice,
            Column::Outcome,
            Column::Ground,
            Column::Words,
            Column::EndedBy,
            Column::EndedAt,
        ])
        .to_owned();
    booking_request::Entity::insert(row)
        .on_conflict(again)
        .exec_without_returning(work.db())
        .await?;
    work.record(events::requested(booking, approval.by));
    Ok(())
}

/// The same of those of a series that need it: new ones, and changed ones with what they were.
pub(super) async fn ask_for_all(
    work: &Work,
    catalogue: &Catalogue,
    bookings: impl Iterator<Item = (Option<&booking::Model>, &booking::Model)>,
) -> Result<(), Failed<Refused>> {
    let mut asker = None;
    for (before, booking) in bookings {
        if asker.is_none() {
            let (party, now) = (booking.party(), work.now());
            asker = Some(read::asking(work.db(), &catalogue.rules, party, now).await?);
        }
        let (Some(asker), Some(place)) = (&asker, catalogue.place(booking.space_id)) else {
            continue;
        };
        let (terms, hours) = (catalogue.terms(asker), catalogue.hours(&place.space));
        if let Some(approval) = terms.approval_of(before, booking, hours, work.now()) {
            ask(work, booking, approval).await?;
        }
    }
    Ok(())
}

/// Decides a request, or all that waits of its series, and says how many: what is approved stands
/// and is charged, what is refused is free for others.
///
/// # Errors
/// [`Unruled::Decided`] when someone else was faster; `Changed` when it is no longer what was seen.
pub async fn decide(work: &Work, wish: &Decide) -> Result<usize, Failed<Refused>> {
    gate::keep_open(work).await?;
    let cards = undecided(work, wish).await?;
    wish.verdict.allowed().map_err(Refused::Unruly)?;
    if read::versions(&cards.iter().collect::<Vec<_>>()) != wish.seen {
        return Err(Refused::Changed.into());
    }
    let (state, outcome, kind) = match wish.verdict {
        Verdict::Approve { .. } => (
            hold::State::Confirmed,
            Outcome::Approved,
            "booking.approved",
        ),
        Verdict::Refuse { .. } => (hold::State::Refused, Outcome::Refused, "booking.refused"),
    };
    let Some(decided) = turn(work, &cards, state).await? else {
        return Err(Refused::Ruled(Unruled::Decided).into());
    };
    end(work, &decided, outcome, Some(&wish.verdict)).await?;
    for booking in &decided {
        work.record(events::decided(kind, booking, wish.verdict.ground()));
    }
    if outcome == Outcome::Approved {
        charges::charge(work, &decided).await?;
        tell(work, Letter::Approved, &decided).await?;
    } else {
        charges::charge_ended(work, &decided).await?;
        tell(work, Letter::Refused, &decided).await?;
        let mut spaces: Vec<SpaceId> = decided.iter().map(|booking| booking.space_id).collect();
        spaces.sort_unstable();
        spaces.dedup();
        waiting::settle(work, &spaces).await?;
    }
    Ok(decided.len())
}

/// What is to be decided, locked: whoever else decides, moves or withdraws it waits for this.
async fn undecided(work: &Work, wish: &Decide) -> Result<Vec<Card>, Failed<Refused>> {
    let own = read::seen_by(work.db(), work.actor(), wish.booking).await?;
    if !read::may_decide(work.db(), work.actor(), &own.booking).await? {
        return Err(Refused::Ruled(Unruled::OwnRequest).into());
    }
    let found = match own.booking.series_id.filter(|_| wish.together) {
        Some(id) => series::standing(work, id).await?.cards,
        None => vec![standing(work, wish.booking).await?],
    };
    let waits = |card: &Card| still_waits(card.state, card.booking.starts_at, work.now());
    for card in found.iter().filter(|card| card.booking.id == wish.booking) {
        waits(card)?;
    }
    Ok(found
        .into_iter()
        .filter(|card| waits(card).is_ok())
        .collect())
}

/// Ends a request whose time has begun and that nobody decided, and says whether it did.
pub async fn lapse_request(work: &Work, id: BookingId) -> Result<bool, Fault> {
    gate::keep_open(work).await?;
    lock(work, id).await?;
    let Some(card) = read::one(work.db(), id).await? else {
        return Ok(false);
    };
    if card.state != hold::State::Requested || work.now() < card.booking.starts_at {
        return Ok(false);
    }
    let asked = read::request_of(work.db(), id).await?;
    let Some(lapsed) = turn(work, std::slice::from_ref(&card), hold::State::Expired).await? else {
        return Ok(false);
    };
    end(work, &lapsed, Outcome::Lapsed, None).await?;
    if let Some(asked) = asked {
        // Whoever asks for something else at the last moment does not come any more than before.
        absence::note_late(work, &[&card], asked.asked_at.date()).await?;
    }
    for booking in &lapsed {
        work.record(events::upon("booking.request_lapsed", booking));
    }
    charges::charge_ended(work, &lapsed).await?;
    tell(work, Letter::Lapsed, &lapsed).await?;
    Ok(true)
}

/// Those of these bookings that waited for a decision are called off: nobody decides them any more.
pub(super) async fn call_off(work: &Work, cards: &[&Card]) -> Result<(), Fault> {
    let waited = cards
        .iter()
        .filter(|card| card.state == hold::State::Requested);
    let waited: Vec<booking::Model> = waited.map(|card| card.booking.clone()).collect();
    end(work, &waited, Outcome::CalledOff, None).await
}

/// Puts the holds into another state; none if one of them waits no longer.
async fn turn(
    work: &Work,
    cards: &[Card],
    state: hold::State,
) -> Result<Option<Vec<booking::Model>>, Fault> {
    let holds: Vec<HoldId> = cards.iter().map(|card| card.booking.hold_id).collect();
    if !ledger::turn_all(work, holds, &[hold::State::Requested], state).await? {
        return Ok(None);
    }
    let mut turned: Vec<booking::Model> = cards.iter().map(|card| card.booking.clone()).collect();
    count_up(work, &mut turned).await?;
    Ok(Some(turned))
}

/// Writes what came of requests.
async fn end(
    work: &Work,
    bookings: &[booking::Model],
    outcome: Outcome,
    verdict: Option<&Verdict>,
) -> Result<(), Fault> {
    if bookings.is_empty() {
        return Ok(());
    }
    let words = verdict
        .map(Verdict::words)
        .filter(|words| !words.is_empty());
    let by = verdict.and_then(|_| work.actor().person);
    booking_request::Entity::update_many()
        .col_expr(Column::Outcome, Expr::value(outcome))
        .col_expr(
            Column::Ground,
            Expr::value(verdict.and_then(Verdict::ground)),
        )
        .col_expr(Column::Words, Expr::value(words.map(str::to_owned)))
        .col_expr(Column::EndedBy, Expr::value(by))
        .col_expr(Column::EndedAt, Expr::value(work.now()))
        .filter(
            booking_request::COLUMN
                .booking_id
                .is_in(bookings.iter().map(|one| one.id)),
        )
        .filter(booking_request::COLUMN.outcome.is_null())
        .exec(work.db())
        .await?;
    Ok(())
}
