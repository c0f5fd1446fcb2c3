//! How long to rest after a run.

use std::time::Duration;

/// The longest rest of a sweep that fails again and again.
const LONGEST: Duration = Duration::from_mins(5);

/// The rest before the next run: none while there is work, the usual one when there was none, and
/// twice as long with every failure.
pub(crate) fn rest(usual: Duration, did: usize, failures: u32) -> Duration {
    if failures > 0 {
        let longer = usual
            .max(Duration::from_secs(1))
            .saturating_mul(1 << failures.min(16));
        return longer.min(LONGEST.max(usual));
    }
    if did > 0 { Duration::ZERO } else { usual }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_goes_on_idleness_rests_and_failure_rests_longer() {
        for (usual, did, failures, expected) in [
            (10, 3, 0, 0),
            (10, 0, 0, 10),
            (10, 0, 1, 20),
            (10, 0, 3, 80),
            (10, 0, 60, 300),
            (0, 0, 1, 2),
            (3600, 0, 4, 3600),
        ] {
            assert_eq!(
                rest(Duration::from_secs(usual), did, failures),
                Duration::from_secs(expected),
                "{usual} {did} {failures}"
            );
        }
    }
}
