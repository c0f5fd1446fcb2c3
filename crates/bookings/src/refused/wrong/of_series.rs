//! Which broken rules stand against a whole series.

use super::Wrong;
use crate::refused::Unlent;

impl Wrong {
    /// Whether it is wrong with a series as a whole; all else is a matter of one of its days.
    pub fn is_of_the_series(&self) -> bool {
        !matches!(
            self,
            Self::InThePast
                | Self::NoTimeToApprove(_)
                | Self::Withheld(_)
                | Self::NotOpenYet(..)
                | Self::TooLate(..)
                | Self::QuotaReached(..)
                | Self::RunTooLong(..)
                | Self::WentUnpaid(_)
                | Self::Unopen(_)
                | Self::Device(Unlent::Short(..))
        )
    }
}
