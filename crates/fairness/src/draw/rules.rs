//! What a draw is held by, and who takes part.

use std::collections::BTreeSet;

/// So many tiers at most.
pub const MOST_TIERS: usize = 100;

/// So many entries at most: more than a ward has of anything, and still checked in a second.
pub const MOST_ENTRIES: usize = 100_000;

/// The longest code of a draw, a tier or an entry, in characters.
const LONGEST_CODE: usize = 32;

/// How winners are found; published with the draw, so that an old draw can be replayed by its own
/// way when there is a newer one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Algorithm {
    /// Tickets by SHA-256, tier by tier.
    #[default]
    Tickets1,
}

impl Algorithm {
    /// Its name and version, as the first line of the frozen text.
    pub fn name(self) -> &'static str {
        match self {
            Algorithm::Tickets1 => "shinko-draw 1",
        }
    }
}

/// What everybody can read before they enter: how many places there are, and who comes first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rules {
    /// How winners are found.
    pub algorithm: Algorithm,
    /// Which draw this is: a public code, so that no two draws have the same text.
    pub draw: String,
    /// How many places there are to give.
    pub places: u32,
    /// Who is drawn first, second, and so on.
    pub tiers: Vec<Tier>,
}

impl Rules {
    /// The rules of a draw in which everybody is equal: one tier, `all`.
    pub fn one_tier(draw: impl Into<String>, places: u32) -> Self {
        Self {
            algorithm: Algorithm::default(),
            draw: draw.into(),
            places,
            tiers: vec![Tier::new("all")],
        }
    }

    /// What is wrong with the rules themselves.
    pub(super) fn faults(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        if !is_code(&self.draw) {
            faults.push(Fault::DrawNotACode(self.draw.clone()));
        }
        if self.places == 0 {
            faults.push(Fault::NoPlaces);
        }
        if self.tiers.is_empty() {
            faults.push(Fault::NoTiers);
        }
        if self.tiers.len() > MOST_TIERS {
            faults.push(Fault::TooManyTiers(self.tiers.len()));
        }
        let mut seen = BTreeSet::new();
        let mut left = self.places;
        for tier in &self.tiers {
            if !is_code(&tier.code) {
                faults.push(Fault::TierNotACode(tier.code.clone()));
            }
            if !seen.insert(&tier.code) {
                faults.push(Fault::TierTwice(tier.code.clone()));
            }
            if tier.limit == Some(0) || (left == 0 && self.places > 0) {
                faults.push(Fault::NothingForTier(tier.code.clone()));
            }
            if tier.leftover == Leftover::Stays {
                left -= tier.places(left);
            }
        }
        faults
    }
}

/// A group of entries that is drawn together: inside the ward before outside, say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tier {
    /// What it is called: letters, digits and `-`.
    pub code: String,
    /// It takes so many places at most; `None`: all that are there at its turn.
    pub limit: Option<u32>,
    /// What becomes of the places it leaves.
    pub leftover: Leftover,
}

impl Tier {
    /// A tier that may take all places; what it leaves goes on.
    pub fn new(code: impl Into<String>) -> Self {
        Self {
            code: code.into(),
            limit: None,
            leftover: Leftover::GoesOn,
        }
    }

    /// How many of the places that are there it has to give.
    pub(super) fn places(&self, there: u32) -> u32 {
        self.limit.map_or(there, |limit| limit.min(there))
    }
}

/// What becomes of places that a tier does not fill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leftover {
    /// The tiers after it may have them, as far as their own limits let them.
    GoesOn,
    /// No tier after it has them: they stay empty in this draw, for whoever comes first later.
    Stays,
}

/// Somebody who takes part, known to the public by a number only.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// What the applicant finds the entry by in the published lists: a running number or a random
    /// code of letters, digits and `-`, never a name.
    pub number: String,
    /// The code of the tier in which it is drawn.
    pub tier: String,
    /// How many places it needs, all or none.
    pub size: u32,
}

impl Entry {
    /// What is wrong with an entry under rules that have these tiers.
    pub(super) fn faults(&self, tiers: &BTreeSet<&str>) -> Vec<Fault> {
        let number = || self.number.clone();
        let mut faults = Vec::new();
        if !is_code(&self.number) {
            faults.push(Fault::EntryNotACode(number()));
        }
        if !tiers.contains(self.tier.as_str()) {
            faults.push(Fault::UnknownTier {
                entry: number(),
                tier: self.tier.clone(),
            });
        }
        if self.size == 0 {
            faults.push(Fault::NobodyInParty(number()));
        }
        faults
    }
}

/// Only what looks the same in every font, file and program: no space, nothing beyond ASCII.
fn is_code(code: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-';
    (1..=LONGEST_CODE).contains(&code.len()) && code.chars().all(plain)
}

/// Why rules and entries cannot be frozen.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// The code of the draw has no characters, too many, or other ones than it may have.
    #[error("{0:?} is no code of a draw: 1 to 32 letters, digits and -")]
    DrawNotACode(String),
    /// There is nothing to draw for.
    #[error("there are no places")]
    NoPlaces,
    /// Nobody could take part.
    #[error("there is no tier")]
    NoTiers,
    /// More tiers than [`MOST_TIERS`].
    #[error("there are {0} tiers, at most {MOST_TIERS} are drawn")]
    TooManyTiers(usize),
    /// As [`Fault::DrawNotACode`], of a tier.
    #[error("{0:?} is no code of a tier: 1 to 32 letters, digits and -")]
    TierNotACode(String),
    /// Two tiers have one code.
    #[error("tier {0} is there twice")]
    TierTwice(String),
    /// Its limit is zero, or the tiers before it keep all places: nobody in it could ever win.
    #[error("tier {0} can never have a place")]
    NothingForTier(String),
    /// More entries than [`MOST_ENTRIES`].
    #[error("there are {0} entries, at most {MOST_ENTRIES} are drawn")]
    TooManyEntries(usize),
    /// As [`Fault::DrawNotACode`], of an entry.
    #[error("{0:?} is no number of an entry: 1 to 32 letters, digits and -")]
    EntryNotACode(String),
    /// Two entries have one number.
    #[error("entry {0} is there twice")]
    EntryTwice(String),
    /// The rules have no such tier: an applicant from outside is not in a draw for the inside.
    #[error("entry {entry} is in tier {tier}, which there is not")]
    UnknownTier {
        /// Its number.
        entry: String,
        /// What it names.
        tier: String,
    },
    /// A party of none.
    #[error("entry {0} needs no place")]
    NobodyInParty(String),
}

impl Fault {
    /// The first words of the line of the frozen text where it lies: what for, and whose.
    pub(super) fn line_begins(&self) -> (&'static str, Option<&str>) {
        match self {
            Fault::DrawNotACode(_) => ("draw", None),
            Fault::NoPlaces | Fault::NoTiers => ("places", None),
            Fault::TooManyTiers(_) => ("tier", None),
            Fault::TooManyEntries(_) => ("entry", None),
            Fault::TierNotACode(code) | Fault::TierTwice(code) | Fault::NothingForTier(code) => {
                ("tier", Some(code))
            }
            Fault::EntryNotACode(entry)
            | Fault::EntryTwice(entry)
            | Fault::UnknownTier { entry, .. }
            | Fault::NobodyInParty(entry) => ("entry", Some(entry)),
        }
    }
}
