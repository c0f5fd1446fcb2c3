//! Who won, who follows, and why.

use super::{Digest, Entry, Frozen, Leftover, Seed, Tier};

/// What came out of a draw, tier by tier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Which draw this was.
    pub draw: String,
    /// What was drawn from: the digest of rules and entries.
    pub digest: Digest,
    /// The tiers, in the order in which they were drawn.
    pub rounds: Vec<Round>,
}

/// What came out in one tier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Round {
    /// The code of the tier.
    pub tier: String,
    /// How many places it had to give at its turn.
    pub places: u32,
    /// Who has a place, first ticket first.
    pub winners: Vec<Drawn>,
    /// Who has none (補欠), in the order in which they would come next.
    pub following: Vec<Following>,
}

/// An entry with its ticket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// The entry.
    pub entry: Entry,
    /// What seed, digest and number give: the lower, the earlier.
    pub ticket: Digest,
}

/// An entry without a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Following {
    /// The entry and its ticket.
    pub drawn: Drawn,
    /// Why it has none.
    pub why: PassedOver,
}

/// Why an entry has no place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PassedOver {
    /// All places of the tier were given when its turn came.
    Full,
    /// There were places, but too few for the whole party. Somebody behind it may have one.
    DoesNotFit {
        /// So many.
        left: u32,
    },
}

impl Frozen {
    /// Draws: the same frozen text and the same seed give the same outcome, everywhere and always.
    pub fn draw(&self, seed: &Seed) -> Outcome {
        let mut there = self.rules().places;
        let mut rounds = Vec::new();
        for tier in &self.rules().tiers {
            let round = Round::drawn(tier, tier.places(there), self.order(tier, seed));
            there -= match tier.leftover {
                Leftover::GoesOn => round.taken(),
                Leftover::Stays => round.places,
            };
            rounds.push(round);
        }
        Outcome {
            draw: self.rules().draw.clone(),
            digest: self.digest(),
            rounds,
        }
    }

    /// The entries of a tier by their tickets; by number, should two tickets ever be the same.
    fn order(&self, tier: &Tier, seed: &Seed) -> Vec<Drawn> {
        let drawn = |entry: &Entry| Drawn {
            entry: entry.clone(),
            ticket: ticket(seed, self.digest(), &entry.number),
        };
        let entries = self.entries().iter();
        let mut order: Vec<Drawn> = entries
            .filter(|entry| entry.tier == tier.code)
            .map(drawn)
            .collect();
        order.sort_by(|a, b| (a.ticket, &a.entry.number).cmp(&(b.ticket, &b.entry.number)));
        order
    }
}

/// Each part has a line of its own and no part has a line end in it, so no two draws or entries
/// have one text.
fn ticket(seed: &Seed, digest: Digest, number: &str) -> Digest {
    let text = format!("shinko-draw-ticket 1\n{}\n{digest}\n{number}\n", seed.hex());
    Digest::of(text.as_bytes())
}

impl Round {
    fn drawn(tier: &Tier, places: u32, order: Vec<Drawn>) -> Self {
        let mut left = places;
        let mut winners = Vec::new();
        let mut following = Vec::new();
        for drawn in order {
            if let Some(after) = left.checked_sub(drawn.entry.size) {
                left = after;
                winners.push(drawn);
                continue;
            }
            let why = match left {
                0 => PassedOver::Full,
                left => PassedOver::DoesNotFit { left },
            };
            following.push(Following { drawn, why });
        }
        Self {
            tier: tier.code.clone(),
            places,
            winners,
            following,
        }
    }

    /// How many places its winners have together.
    pub fn taken(&self) -> u32 {
        self.winners.iter().map(|drawn| drawn.entry.size).sum()
    }
}

impl Outcome {
    /// Everybody who has a place, first tier first.
    pub fn winners(&self) -> impl Iterator<Item = &Drawn> {
        self.rounds.iter().flat_map(|round| &round.winners)
    }

    /// The text that is published: `result.txt`. It is compared, never read.
    pub fn text(&self) -> String {
        let mut lines = vec![
            "shinko-draw-result 1".to_owned(),
            format!("draw {}", self.draw),
            format!("digest {}", self.digest),
        ];
        let mut counted = 1..;
        for round in &self.rounds {
            let (tier, places, taken) = (&round.tier, round.places, round.taken());
            lines.push(format!("tier {tier} places {places} taken {taken}"));
            for (Drawn { entry, ticket }, place) in round.winners.iter().zip(counted.by_ref()) {
                let (number, size) = (&entry.number, entry.size);
                lines.push(format!(
                    "winner {place} {number} size {size} ticket {ticket}"
                ));
            }
            for (Following { drawn, why }, place) in round.following.iter().zip(1..) {
                let Drawn { entry, ticket } = drawn;
                let (number, size, left) = (&entry.number, entry.size, why.left());
                lines.push(format!(
                    "following {place} {number} size {size} left {left} ticket {ticket}"
                ));
            }
        }
        lines.join("\n") + "\n"
    }
}

impl PassedOver {
    /// How many places of the tier were left when its turn came.
    pub fn left(self) -> u32 {
        match self {
            PassedOver::Full => 0,
            PassedOver::DoesNotFit { left } => left,
        }
    }
}
