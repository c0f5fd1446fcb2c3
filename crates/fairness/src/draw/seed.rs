//! The chance in a draw: drawn before, shown after.

use std::fmt;

use super::{
    Digest,
    digest::{bytes, hex},
    lines::{Lines, Malformed},
};

const HEADING: &str = "shinko-draw-seed 1";

/// The chance that decides a draw: 32 bytes from the machine's randomness, drawn before anybody
/// enters, for one draw, or for draws that are held together: each has a text of its own, and every
/// ticket is made of that too. Whoever sees it before the entries are frozen can tell who would win,
/// so it is neither shown nor logged before it is revealed.
#[derive(Clone, PartialEq, Eq)]
pub struct Seed([u8; 32]);

impl Seed {
    /// A seed of bytes that the caller drew.
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Its bytes, to be kept secret until it is revealed.
    pub fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// The text that is published when it is revealed: `seed.txt`.
    pub fn text(&self) -> String {
        format!("{HEADING}\n{}\n", self.hex())
    }

    /// Reads what [`Seed::text`] wrote.
    pub fn parse(text: &str) -> Result<Self, Malformed> {
        let mut lines = Lines::of(text);
        lines.heading(HEADING)?;
        let seed = lines.read("64 hexadecimal digits", |words| match words {
            [hex] => bytes(hex).map(Self),
            _ => None,
        })?;
        lines.written_as(&seed.text())?;
        Ok(seed)
    }

    /// Its 64 hexadecimal digits.
    pub(super) fn hex(&self) -> String {
        hex(&self.0)
    }
}

/// Says nothing about the bytes: what is printed ends in a log.
impl fmt::Debug for Seed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Seed(…)")
    }
}

/// The promise to use one seed and no other: published before anybody enters. It tells nothing
/// about the seed, and no second seed opens it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Commitment(pub Digest);

impl Commitment {
    /// The promise to use this seed: the SHA-256 of `seed.txt`, whose first line stands in no other
    /// text of ours.
    pub fn of(seed: &Seed) -> Self {
        Self(Digest::of(seed.text().as_bytes()))
    }

    /// Whether this is the seed that was promised.
    pub fn opens(&self, seed: &Seed) -> bool {
        *self == Self::of(seed)
    }
}

impl fmt::Display for Commitment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
