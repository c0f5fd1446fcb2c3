//! Identifiers in their order.

use std::sync::{Mutex, PoisonError};

use uuid::{ContextV7, Timestamp, Uuid};

/// So far a moment may lie behind the one before (works overlap) until the clock counts as set back; in
/// microseconds.
const OVERLAP: i64 = 60_000_000;

/// The identifiers that one node makes: they ascend, whichever work they are made in, so that rows of one
/// moment keep the order in which they were written.
#[derive(Debug, Default)]
pub struct Series(Mutex<(ContextV7, i64)>);

impl Series {
    /// The next one, with its moment in it, told in microseconds since 1970.
    pub fn next(&self, micros: i64) -> Uuid {
        let seconds = u64::try_from(micros / 1_000_000).unwrap_or(0);
        let nanos = u32::try_from(micros % 1_000_000).unwrap_or(0) * 1_000;
        let mut series = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if micros < series.1 - OVERLAP {
            *series = (ContextV7::new(), micros);
        }
        series.1 = series.1.max(micros);
        Uuid::new_v7(Timestamp::from_unix(&series.0, seconds, nanos))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_ascend_and_follow_a_clock_that_is_set_back() {
        let (series, now) = (Series::default(), 1_800_000_000_000_000);
        let made = |at: i64| (0..1_000).map(|_| series.next(at)).collect::<Vec<_>>();
        let mut all = made(now);
        // A work that began a little earlier makes one still.
        all.extend(made(now - 1_000_000));
        all.extend(made(now + 1_000));
        assert!(all.is_sorted_by(|a, b| a < b));
        let earlier = made(now - 3_600_000_000);
        assert!(earlier.iter().all(|id| *id < all[0]));
    }
}
