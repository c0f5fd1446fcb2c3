//! The draw of one time (枠), and what it says of each who applied.
//!
//! Source: docs/decisions/029 and 035; the draw itself is that of `fairness`.

use fairness::draw::{Entry, Fault, Frozen, Leftover, Rules, Seed, Tier};
use kernel::{Instant, Span};

use super::Terms;
use crate::entity::{LotteryId, tier::Who};

/// How a time is called in addresses and in the files of its draw: `20270105-0900`.
pub fn slot_code(at: Instant) -> String {
    at.in_tokyo().format("%Y%m%d-%H%M").to_string()
}

/// Reads what [`slot_code`] writes.
pub fn slot_of(code: &str) -> Option<Instant> {
    let read = chrono::NaiveDateTime::parse_from_str(code, "%Y%m%d-%H%M").ok()?;
    Some(Instant::at(read.date(), read.time()))
}

/// The public code of the draw of one time: the end of the lottery's identifier, the day and the hour.
pub fn draw_code(id: LotteryId, at: Instant) -> String {
    let id = id.0.simple().to_string();
    let from = id.len().saturating_sub(12);
    format!("{}-{}", id.get(from..).unwrap_or_default(), slot_code(at))
}

/// How an entry is called in the files: its 申込番号 in four digits.
pub fn entry_code(number: i64) -> String {
    format!("{number:04}")
}

/// How a tier is called in the files: its place and who is in it.
pub fn tier_code(place: usize, who: Who) -> String {
    format!("{}-{}", place + 1, who.code().replace('_', "-"))
}

/// Rules and entries of one time: tier by tier, what a tier leaves goes on to the next.
///
/// # Errors
/// What is wrong with them: there is nothing to draw for, or somebody is in a tier that is not drawn.
pub fn frozen(
    (id, terms): (LotteryId, &Terms),
    span: Span,
    places: usize,
    entries: impl Iterator<Item = (i64, i32)>,
) -> Result<Frozen, Vec<Fault>> {
    let codes = terms.tiers.iter().enumerate();
    let codes: Vec<String> = codes.map(|(place, who)| tier_code(place, *who)).collect();
    let tier = |code: &String| Tier {
        code: code.clone(),
        limit: None,
        leftover: Leftover::GoesOn,
    };
    let rules = Rules {
        places: u32::try_from(places).unwrap_or(u32::MAX),
        tiers: codes.iter().map(tier).collect(),
        ..Rules::one_tier(draw_code(id, span.from), 1)
    };
    let entries = entries.map(|(number, tier)| Entry {
        number: entry_code(number),
        tier: usize::try_from(tier - 1)
            .ok()
            .and_then(|place| codes.get(place).cloned())
            .unwrap_or_default(),
        size: 1,
    });
    Frozen::try_new(rules, entries.collect())
}

/// What came out for one time, by the numbers in the files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Who has won.
    pub winners: Vec<String>,
    /// Who has not, in the order of the draw.
    pub others: Vec<String>,
}

impl Outcome {
    /// That which follows from entries and seed.
    pub fn of(frozen: &Frozen, seed: &Seed) -> Self {
        let drawn = frozen.draw(seed);
        let winners = drawn.winners().map(|one| one.entry.number.clone());
        let winners = winners.collect();
        let rounds = drawn.rounds.into_iter().flat_map(|round| round.following);
        Self {
            winners,
            others: rounds.map(|one| one.drawn.entry.number).collect(),
        }
    }
}
