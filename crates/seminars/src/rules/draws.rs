//! Places that are drawn (抽選): what is published of a draw, and what it says of each who applied.
//!
//! Source: docs/decisions/029 and 032; the draw itself is that of `fairness`.

use std::collections::HashMap;

use accounts::rules::wrong_field;
use fairness::draw::{Commitment, Digest, Entry, Fault, Frozen, Rules, Seed, Tier};

pub use fairness::draw::Phase;
use kernel::{Detail, Instant};

use crate::entity::{
    SeminarId, draw,
    enrolment::{self, Mode, State},
    seminar::{self, Audience, Way},
};

impl draw::Model {
    /// How far it has come.
    pub const fn phase(&self) -> Phase {
        Phase::of(self.frozen_at.is_some(), self.drawn_at.is_some())
    }
}

/// The public code of a draw: the end of the seminar's identifier, and which places.
fn code(id: SeminarId, mode: Mode) -> String {
    let id = id.0.simple().to_string();
    let from = id.len().saturating_sub(12);
    format!("{}-{}", id.get(from..).unwrap_or_default(), mode.code())
}

/// How an application is called in the files of a draw: its 申込番号 in four digits.
pub fn entry(number: i64) -> String {
    format!("{number:04}")
}

/// Of those for whom a seminar is meant, who are drawn first, and of the others.
const TIERS: [&str; 2] = ["audience", "others"];

/// Rules and entries of one mode, as they stand when applications are no longer taken: everybody who
/// applied has the same chance, whenever they came. Where a seminar is meant for some, they are drawn first,
/// and the others for what is left.
///
/// # Errors
/// What is wrong with them: there are no places.
pub fn frozen(
    row: &seminar::Model,
    mode: Mode,
    applied: impl Iterator<Item = (i64, Option<bool>)>,
) -> Result<Frozen, Vec<Fault>> {
    let places = u32::try_from(row.places(mode)).unwrap_or(0);
    let mut rules = Rules::one_tier(code(row.id, mode), places);
    if row.audience != Audience::Anyone {
        rules.tiers = TIERS.map(Tier::new).to_vec();
    }
    let codes: Vec<String> = rules.tiers.iter().map(|tier| tier.code.clone()).collect();
    let tier = |within: Option<bool>| {
        let first = within == Some(true);
        let own = if first { codes.first() } else { codes.last() };
        own.cloned().unwrap_or_default()
    };
    let entries = applied.map(|(number, within)| Entry {
        number: entry(number),
        tier: tier(within),
        size: 1,
    });
    Frozen::try_new(rules, entries.collect())
}

/// What a draw says of each who applied, by their number in the files.
pub struct Drawn {
    /// Has won.
    winners: Vec<String>,
    /// Follows, in this order.
    following: Vec<String>,
}

impl Drawn {
    /// That which follows from the entries and the seed.
    pub fn of(frozen: &Frozen, seed: &Seed) -> Self {
        let outcome = frozen.draw(seed);
        let winners = outcome.winners().map(|one| one.entry.number.clone());
        let rounds = outcome.rounds.iter().flat_map(|round| &round.following);
        let following = rounds.map(|one| one.drawn.entry.number.clone());
        Self {
            winners: winners.collect(),
            following: following.collect(),
        }
    }

    /// Those who still apply, in the order of the draw, and whether they won. Who cancelled between the
    /// freezing and the draw is left out: their place goes to whoever follows.
    pub fn order<'r>(&self, rows: &'r [enrolment::Model]) -> Vec<(&'r enrolment::Model, bool)> {
        let applied = rows.iter().filter(|row| row.state == State::Applied);
        let by: HashMap<String, _> = applied.map(|row| (entry(row.number), row)).collect();
        let all = self.winners.iter().map(|number| (number, true));
        let all = all.chain(self.following.iter().map(|number| (number, false)));
        all.filter_map(|(number, won)| Some((*by.get(number)?, won)))
            .collect()
    }

    /// Those who won, and those who follow, by their numbers.
    pub fn numbers(&self) -> (&[String], &[String]) {
        (&self.winners, &self.following)
    }
}

/// By what a draw is recognised: its promise, and the digest of its entries once they are frozen.
pub fn recognised(seed: &Seed, frozen: Option<&Frozen>) -> (String, Option<Digest>) {
    let commitment = Commitment::of(seed).to_string();
    (commitment, frozen.map(Frozen::digest))
}

/// What is wrong with the moment until which those who won say that they come: it is still to come, and
/// before the first lesson.
pub fn wrong_confirm(until: Option<Instant>, row: &seminar::Model, now: Instant) -> Option<Detail> {
    match until {
        None => Some(wrong_field("day", "seminars-time-missing")),
        Some(until) if until <= now => Some(wrong_field("day", "seminars-time-past")),
        Some(until) if row.starts_at.is_some_and(|begins| until > begins) => {
            Some(wrong_field("day", "seminars-confirm-late"))
        }
        Some(_) => None,
    }
}

/// Whether whoever enrols now takes a place or waits at once: in the order of arrival, and after a draw.
/// Else they apply, and are drawn or looked at.
pub fn gives_at_once(row: &seminar::Model, drawn: Option<Phase>) -> bool {
    match row.way {
        Way::FirstCome => true,
        Way::Draw => drawn == Some(Phase::Drawn),
        Way::Screening => false,
    }
}

#[cfg(test)]
mod tests;
