//! What entering or ending a rule would change.

use std::collections::{HashMap, hash_map::Entry};

use kernel::{Fault, Instant, Span};
use sea_orm::ConnectionTrait;

use super::{asking, booker};
use crate::{
    entity::{booking::Party, booking_rule::Kind, hold},
    read::{Card, Catalogue, Filter, list},
    rules::{
        Booker, Rule, Terms,
        terms::{Revision, Taken},
    },
};

/// So many bookings to come are looked at.
const LOOKED_AT: u64 = 2_000;

/// What entering or ending a rule would change.
#[derive(Clone, Debug)]
pub struct Bearing {
    /// So many bookings to come, from the day of the change on, are those of whom the rule speaks.
    pub concerned: usize,
    /// The bookings to come that are taken by the rules as they are, and would not be taken so; of
    /// approvals, those that nobody had to decide and somebody would. They stay.
    pub would_not_be: Vec<Card>,
    /// Whether there were more bookings than were looked at.
    pub more: bool,
}

/// Looks at the bookings to come as if they were made today, by all rules of that kind as they are
/// and as they would be: of several the closest speaks. What is judged by the moment of booking
/// (開始, 締切) is judged by the moment at which each was made.
pub async fn bearing(
    db: &impl ConnectionTrait,
    catalogue: &Catalogue,
    revision: &Revision,
    now: Instant,
) -> Result<Bearing, Fault> {
    let filter = Filter {
        from: Some(now),
        standing_only: true,
        ..Filter::default()
    };
    let cards = list(db, filter, LOOKED_AT + 1).await?;
    let (rule, [before, after]) = (&revision.rule, revision.of_its_kind());
    let all = [before.as_slice(), after.as_slice()].concat();
    let then = now.max(Span::day(revision.from).from);
    let mut found = Bearing {
        concerned: 0,
        would_not_be: Vec::new(),
        more: cards.len() as u64 > LOOKED_AT,
    };
    let mut parties: HashMap<Party, Booker> = HashMap::new();
    for card in cards {
        let party = card.booking.party();
        let booker = match parties.entry(party) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => new.insert(whoever(db, rule.kind(), &all, party, now).await?),
        };
        let on = card.booking.starts_at.date();
        let speaks = revision.from <= on && rule.concerns(card.space.id, booker.category);
        found.concerned += usize::from(speaks);
        let stands = |rules| match rule.kind() {
            // What follows from staying away concerns only what is booked from then on.
            Kind::NoShow => true,
            Kind::Approval => is_decided_by_nobody(rules, booker, &card),
            _ => stands(catalogue, rules, booker, &card, then),
        };
        if stands(&before) && !stands(&after) {
            found.would_not_be.push(card);
        }
    }
    Ok(found)
}

/// Whoever booked, as far as rules of this kind ask.
async fn whoever(
    db: &impl ConnectionTrait,
    kind: Kind,
    rules: &[Rule],
    party: Party,
    now: Instant,
) -> Result<Booker, Fault> {
    match kind {
        Kind::Approval | Kind::NoShow => asking(db, rules, party, now).await,
        _ => booker(db, rules, party, now, &[], now).await,
    }
}

/// Whether a booking stands without an approval under these rules, or waits for one as it is.
fn is_decided_by_nobody(rules: &[Rule], booker: &Booker, card: &Card) -> bool {
    let terms = Terms::new(rules, booker);
    let on = card.booking.starts_at.date();
    card.state != hold::State::Confirmed || terms.of(Kind::Approval, card.space.id, on).is_none()
}

/// Whether one booking would be taken under these rules, beside the others of its party.
fn stands(
    catalogue: &Catalogue,
    rules: &[Rule],
    booker: &Booker,
    card: &Card,
    then: Instant,
) -> bool {
    let booking = &card.booking;
    let own = Taken {
        space: card.space.id,
        span: booking.span(),
    };
    let mut booker = booker.clone();
    // What was taken in spite of it was taken with a waiver.
    booker.unpaid.clear();
    if let Some(at) = booker.taken.iter().position(|one| *one == own) {
        booker.taken.remove(at);
    }
    let terms = catalogue.terms_under(rules, &booker);
    let hours = catalogue.hours(&card.space);
    let made = terms.wrong_time(own.space, hours, own.span, booking.created_at);
    made.is_none() && terms.wrong_amount(own, then).is_empty()
}
