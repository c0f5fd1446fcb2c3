//! What a rule that is only thought of would change.

use std::collections::{HashMap, hash_map::Entry};

use kernel::{Fault, Instant, Span};
use sea_orm::ConnectionTrait;

use super::{asking, booker};
use crate::{
    entity::{booking::Party, booking_rule::Kind, hold},
    read::{Card, Catalogue, Filter, list},
    rules::{Booker, Rule, Terms, terms::Taken},
};

/// So many bookings to come are looked at.
const LOOKED_AT: u64 = 2_000;

/// What a rule would change.
#[derive(Clone, Debug)]
pub struct Bearing {
    /// The rules whose place it takes.
    pub before: Vec<Rule>,
    /// The bookings to come that would no longer be taken so; they stay.
    pub would_not_be: Vec<Card>,
    /// Whether there were more bookings than were looked at.
    pub more: bool,
}

/// Looks at the bookings to come as if they were made today under the rule. What is judged by the
/// moment of booking (開始, 締切) is judged by the moment at which each was made.
pub async fn bearing(
    db: &impl ConnectionTrait,
    catalogue: &Catalogue,
    thought_of: &Rule,
    now: Instant,
) -> Result<Bearing, Fault> {
    let rules = [thought_of.clone()];
    let same = |rule: &&Rule| rule.is_about_the_same(thought_of);
    let in_force = |rule: &&Rule| rule.in_force(thought_of.valid_from);
    let before = catalogue.rules.iter().filter(same).filter(in_force);
    let filter = Filter {
        from: Some(now),
        standing_only: true,
        ..Filter::default()
    };
    let cards = list(db, filter, LOOKED_AT + 1).await?;
    let more = cards.len() as u64 > LOOKED_AT;
    let mut would_not_be = Vec::new();
    // What follows from staying away concerns only what is booked from then on.
    if thought_of.kind() == Kind::Approval {
        would_not_be = to_be_approved(db, &rules, cards, now).await?;
    } else if thought_of.kind() != Kind::NoShow {
        let mut parties = HashMap::new();
        for card in cards {
            let party = card.booking.party();
            if let Entry::Vacant(unknown) = parties.entry(party) {
                unknown.insert(booker(db, &rules, party, now, &[], now).await?);
            }
            let stands = |booker| stands(catalogue, &rules, booker, &card, now);
            if !parties.get(&party).is_none_or(stands) {
                would_not_be.push(card);
            }
        }
    }
    Ok(Bearing {
        before: before.cloned().collect(),
        would_not_be,
        more,
    })
}

/// The bookings that stand, and would wait for an approval if they were made today.
async fn to_be_approved(
    db: &impl ConnectionTrait,
    rules: &[Rule],
    cards: Vec<Card>,
    now: Instant,
) -> Result<Vec<Card>, Fault> {
    let concerns = |card: &Card| {
        let rules = rules.iter().filter(|rule| rule.kind() == Kind::Approval);
        let on = card.booking.starts_at.date();
        let mut of = rules.filter(|rule| rule.space.is_none_or(|space| space == card.space.id));
        card.state == hold::State::Confirmed && of.any(|rule| rule.in_force(on))
    };
    let mut found = Vec::new();
    let mut askers: HashMap<Party, Booker> = HashMap::new();
    for card in cards.into_iter().filter(concerns) {
        let party = card.booking.party();
        let booker = match askers.entry(party) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => new.insert(asking(db, rules, party, now).await?),
        };
        let terms = Terms { rules, booker };
        let on = card.booking.starts_at.date();
        if terms.of(Kind::Approval, card.space.id, on).is_some() {
            found.push(card);
        }
    }
    Ok(found)
}

/// Whether one booking would be taken under the rule, beside the others of its party.
fn stands(
    catalogue: &Catalogue,
    rules: &[Rule],
    booker: &Booker,
    card: &Card,
    now: Instant,
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
    let terms = Terms {
        rules,
        booker: &booker,
    };
    let hours = catalogue.hours(&card.space);
    let since = rules.iter().map(|rule| Span::day(rule.valid_from).from);
    let then = since.fold(now, Instant::max);
    let made = terms.wrong_time(own.space, hours, own.span, booking.created_at);
    made.is_none() && terms.wrong_amount(own, then).is_empty()
}
