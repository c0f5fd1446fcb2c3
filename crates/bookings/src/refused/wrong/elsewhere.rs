//! Which broken rules another time or another space may keep.

use chrono::NaiveDate;

use super::Wrong;

impl Wrong {
    /// Whether another time or another space may be had where this one may not: then it is offered.
    pub fn is_of_time_or_space(&self) -> bool {
        matches!(self, Self::Beyond(..)) || !self.is_of_the_series()
    }

    /// The same with the day since which the space is set up as it is.
    #[must_use]
    pub fn set_up_since(self, since: Option<NaiveDate>) -> Self {
        match self {
            Self::Beyond(bound, None) => Self::Beyond(bound, since),
            other => other,
        }
    }
}
