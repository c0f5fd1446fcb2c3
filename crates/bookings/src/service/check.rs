//! Whether a wish keeps every rule; the ledger is not asked.

use kernel::{Actor, Failed, Instant, Work};
use sea_orm::ConnectionTrait;

use super::reserve::Reserve;
use crate::{
    read::{self, AtHand, Catalogue, Place},
    refused::{Refused, Unruled, Wrong},
    rules::{
        self, Allowed,
        terms::{Approval, Taken},
    },
};

/// What a wish comes to when no rule stands against it.
#[derive(Clone, Debug)]
pub struct Checked {
    /// The space.
    pub place: Place,
    /// The use.
    pub allowed: Allowed,
    /// Whether a rule was waived for it.
    pub waived: bool,
    /// The approval that it needs; none where it stands at once.
    pub approval: Option<Approval>,
}

/// Checks a wish against every rule; the ledger is not asked.
///
/// # Errors
/// Every broken rule at once.
pub async fn check(
    db: &impl ConnectionTrait,
    catalogue: &Catalogue,
    actor: &Actor,
    now: Instant,
    wish: &Reserve,
) -> Result<Checked, Failed<Refused>> {
    judged(db, catalogue, (actor, now), wish, How::default()).await
}

/// The same in the work that books, which has asked for what is at hand.
///
/// # Errors
/// As [`check`].
pub(super) async fn check_at_hand(
    work: &Work,
    catalogue: &Catalogue,
    wish: &Reserve,
    at_hand: &AtHand,
) -> Result<Checked, Failed<Refused>> {
    let by = (work.actor(), work.now());
    let how = How {
        owes_nothing: !at_hand.unpaid,
        ..How::default()
    };
    judged(work.db(), catalogue, by, wish, how).await
}

/// The same of a wish that is drawn, or is to be: it may lie where nobody books as who comes first.
/// What they may win `besides` counts as if they had it, so that nobody wins more than they may have.
///
/// # Errors
/// As [`check`].
pub async fn check_drawn(
    db: &impl ConnectionTrait,
    catalogue: &Catalogue,
    (actor, now): (&Actor, Instant),
    wish: &Reserve,
    besides: &[Taken],
) -> Result<Checked, Failed<Refused>> {
    let how = How {
        drawn: true,
        besides,
        ..How::default()
    };
    judged(db, catalogue, (actor, now), wish, how).await
}

/// The same of what was offered: the place is theirs already, also where a draw was announced since.
///
/// # Errors
/// As [`check`].
pub(super) async fn check_offered(
    db: &impl ConnectionTrait,
    catalogue: &Catalogue,
    actor: &Actor,
    now: Instant,
    wish: &Reserve,
) -> Result<Checked, Failed<Refused>> {
    let how = How {
        placed: true,
        ..How::default()
    };
    judged(db, catalogue, (actor, now), wish, how).await
}

/// By which way somebody comes to a place, and what they may have besides.
#[derive(Clone, Copy, Default)]
struct How<'t> {
    drawn: bool,
    placed: bool,
    /// Nothing of theirs went unpaid, as somebody has looked.
    owes_nothing: bool,
    besides: &'t [Taken],
}

async fn judged(
    db: &impl ConnectionTrait,
    catalogue: &Catalogue,
    (actor, now): (&Actor, Instant),
    wish: &Reserve,
    how: How<'_>,
) -> Result<Checked, Failed<Refused>> {
    if !rules::may_book_for(actor, wish.person) {
        return Err(Refused::ForAnother.into());
    }
    let Some(space) = wish.space else {
        return Err(Refused::Wrong(vec![Wrong::SpaceMissing]).into());
    };
    let Some(place) = catalogue.place(space) else {
        return Err(Refused::NoSuchSpace.into());
    };
    let hours = catalogue.hours(&place.space);
    may_act_for(db, wish, now).await?;
    let first = wish.r#use.starts_at.unwrap_or(now);
    let (rules, whose) = (&catalogue.rules, (wish.party(), !how.owes_nothing));
    let mut booker = read::booker_at_hand(db, rules, whose, first, &[], now).await?;
    booker.waived = waives(actor, wish)?;
    (booker.drawn, booker.placed) = (how.drawn, how.placed);
    booker.taken.extend_from_slice(how.besides);
    let terms = catalogue.terms(&booker);
    let unlent = read::wrong_devices(db, &place.space, &wish.r#use).await?;
    match wish.r#use.allowed(&place.space, hours, terms, now) {
        Ok(_) if !unlent.is_empty() => Err(Refused::Wrong(unlent).into()),
        Ok(allowed) => Ok(Checked {
            waived: terms.needs_waiver(place.space.id, hours, allowed.span, now),
            approval: terms.approval(place.space.id, hours, allowed.span, now),
            place: place.clone(),
            allowed,
        }),
        Err(wrong) => Err(Refused::Wrong([wrong, unlent].concat()).into()),
    }
}

/// As an organisation books whoever represents it, or the one it was merged into: a place in a line
/// and an open form may still name the double.
async fn may_act_for(
    db: &impl ConnectionTrait,
    wish: &Reserve,
    now: Instant,
) -> Result<(), Failed<Refused>> {
    let Some(id) = wish.organisation else {
        return Ok(());
    };
    let id = organisations::read::current(db, id)
        .await?
        .map_or(id, |one| one.id);
    let own = organisations::read::represented(db, wish.person, now.date()).await?;
    if own.iter().any(|one| one.id == id) {
        Ok(())
    } else {
        Err(Refused::Ruled(Unruled::NotRepresented).into())
    }
}

/// Whether window and notice are waived: only staff does, and says why.
fn waives(actor: &Actor, wish: &Reserve) -> Result<bool, Refused> {
    let Some(reason) = &wish.waiver else {
        return Ok(false);
    };
    if !actor.roles.is_staff() {
        return Err(Refused::Ruled(Unruled::MayNotWaive));
    }
    match rules::wrong_purpose(reason) {
        None => Ok(true),
        Some(_) => Err(Refused::Wrong(vec![Wrong::WaiverUnreadable(
            rules::LONGEST_PURPOSE,
        )])),
    }
}
