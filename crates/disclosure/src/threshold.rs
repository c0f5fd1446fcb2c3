//! From which count on a figure may be shown.

use crate::Unfit;

/// The least count that is shown: with 5, ones to fours are hidden and zero is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Threshold(u64);

impl Threshold {
    /// At least three: with two, whatever is hidden for being small would be a one.
    pub fn try_new(least: u64) -> Result<Self, Unfit> {
        if least < 3 {
            return Err(Unfit::ThresholdLow);
        }
        Ok(Self(least))
    }

    /// The least count that is shown.
    pub(crate) fn least(self) -> u64 {
        self.0
    }

    /// Whether a count is small enough to tell about single people or businesses.
    pub(crate) fn is_small(self, count: u64) -> bool {
        (1..self.0).contains(&count)
    }
}
