//! How long an offer lasts.

use chrono::{DateTime, TimeDelta, Utc};

/// The rule of a line about its offers; a dated row of whoever keeps the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
    /// The longest time to answer.
    pub longest: TimeDelta,
    /// The shortest time to answer.
    pub shortest: TimeDelta,
    /// None is made when less than this is left before it begins; not shorter than `shortest`.
    pub last_call: TimeDelta,
    /// Who lets so many offers lapse leaves the line.
    pub lapses: u32,
}

impl Terms {
    /// Until when something that begins at `begins` waits for an answer when it is offered now:
    /// a quarter of the time that is left, within the longest and the shortest. `None` when it
    /// begins too soon to be offered.
    pub fn expiry(&self, begins: DateTime<Utc>, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let left = begins - now;
        if left < self.last_call.max(self.shortest) || left <= TimeDelta::zero() {
            return None;
        }
        let lasts = (left / 4).max(self.shortest).min(self.longest);
        Some((now + lasts).min(begins))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_offer_lasts_a_day_and_less_the_nearer_it_is() {
        let terms = Terms {
            longest: TimeDelta::hours(24),
            shortest: TimeDelta::minutes(30),
            last_call: TimeDelta::minutes(60),
            lapses: 2,
        };
        let now = DateTime::UNIX_EPOCH;
        for (left, lasts) in [
            (30 * 24 * 60, Some(24 * 60)),
            (4 * 24 * 60, Some(24 * 60)),
            (3 * 24 * 60, Some(18 * 60)),
            (10 * 60, Some(150)),
            (120, Some(30)),
            (60, Some(30)),
            (59, None),
            (0, None),
            (-60, None),
        ] {
            let expiry = terms.expiry(now + TimeDelta::minutes(left), now);
            let expected = lasts.map(|lasts| now + TimeDelta::minutes(lasts));
            assert_eq!(expiry, expected, "{left} minutes before");
        }
    }

    #[test]
    fn no_offer_outlasts_the_beginning_of_what_is_offered() {
        let terms = Terms {
            longest: TimeDelta::hours(24),
            shortest: TimeDelta::minutes(30),
            last_call: TimeDelta::zero(),
            lapses: 2,
        };
        let now = DateTime::UNIX_EPOCH;
        let begins = now + TimeDelta::minutes(30);
        assert_eq!(terms.expiry(begins, now), Some(begins));
        assert_eq!(terms.expiry(begins, now + TimeDelta::seconds(1)), None);
    }
}
