//! Draws (抽選) that anyone can check afterwards, without trusting the centre or this program.
//!
//! 1. Before anybody enters, a [`Seed`] is drawn from the machine's randomness and kept secret; its
//!    [`Commitment`] is published. So nobody can choose another seed later.
//! 2. When the time to enter is over, [`Rules`] and entries become [`Frozen`]: one text, whose
//!    [`Digest`] is published. So nobody can change who takes part.
//! 3. [`Frozen::draw`] gives every entry a ticket, made of seed, digest and entry number. The
//!    lowest ticket of a tier comes first. Nothing in the outcome is decided by hand.
//! 4. The seed is revealed. [`verify`] replays the draw from the files of [`Published`].
//!
//! The rules, which every draw of the house shares:
//! 1. Tiers come in the order in which the rules name them. An entry is drawn in its own tier only.
//! 2. A tier never takes more places than its limit. What it leaves goes on to the tiers after it,
//!    or stays empty, as the rules say.
//! 3. A party is taken whole or not at all. Who does not fit is passed over and keeps the place in
//!    the order; the answer says why.
//! 4. Every entry is a winner or follows (補欠), once.
//!
//! Every text is plain ASCII, one thing a line, words with one space between, a line feed after
//! every line, and nothing else: what is not written exactly as this program writes it is refused.
//!
//! ```text
//! shinko-draw 1                                  entries.txt: the algorithm and its version
//! draw dx-2026-04                                which draw this is
//! places 3
//! tier inside limit 2 leftover goes-on           in their order; or: limit none, leftover stays
//! tier outside limit none leftover stays
//! entry 0001 inside 2                            sorted by number; tier, size of the party
//!
//! 7593…  entries.txt                             digest.txt: its SHA-256
//!
//! shinko-draw-seed 1                             seed.txt: published last
//! 0001…
//!
//! 440f…  seed.txt                                commitment.txt: its SHA-256, published first
//!
//! shinko-draw-result 1                           result.txt
//! draw dx-2026-04
//! digest 7593…
//! tier inside places 2 taken 2                   places: what the tier had to give
//! winner 1 0005 size 1 ticket 13f6…              counted through all tiers
//! following 1 0001 size 2 left 0 ticket 973c…    counted in the tier; left: places at their turn
//! ```
//!
//! A ticket is the SHA-256 of the four lines `shinko-draw-ticket 1`, seed, digest, entry number.
//! `docs/LOTTERY_FORMAT.md` says all of this for people who write their own program, with one in
//! Python; why it is so stands in `docs/decisions/029-draws-anyone-can-check.md`.

mod digest;
mod frozen;
mod lines;
mod outcome;
mod phase;
mod published;
mod rules;
mod seed;

pub use digest::Digest;
pub use frozen::Frozen;
pub use lines::{Malformed, Why};
pub use outcome::{Drawn, Following, Outcome, PassedOver, Round};
pub use phase::Phase;
pub use published::{File, Mismatch, Published, Verified, verify};
pub use rules::{Algorithm, Entry, Fault, Leftover, MOST_ENTRIES, MOST_TIERS, Rules, Tier};
pub use seed::{Commitment, Seed};

#[cfg(test)]
mod tests;
