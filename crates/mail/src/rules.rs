//! When a letter is tried again, and when it is given up.

use chrono::TimeDelta;

/// How often a letter is tried: with the rests of [`rest`], for about three days.
const ATTEMPTS: i64 = 78;

/// The longest rest between two attempts.
const LONGEST: TimeDelta = TimeDelta::hours(1);

/// How long a letter rests after so many failed attempts: one minute, doubling up to an hour;
/// `None` when it is given up.
///
/// A busy server is back within minutes, and one that was down over a weekend within three days.
/// Relays go on for four or five (RFC 5321, 4.5.4.1); staff are to know while they can still call.
pub(crate) fn rest(attempts: i64) -> Option<TimeDelta> {
    if attempts >= ATTEMPTS {
        return None;
    }
    let doublings = u32::try_from(attempts.clamp(1, 7) - 1).unwrap_or(0);
    Some(LONGEST.min(TimeDelta::minutes(1 << doublings)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rest_doubles_up_to_an_hour_and_then_it_is_over() {
        for (attempts, minutes) in [
            (0, Some(1)),
            (1, Some(1)),
            (2, Some(2)),
            (3, Some(4)),
            (6, Some(32)),
            (7, Some(60)),
            (77, Some(60)),
            (78, None),
            (i64::MAX, None),
        ] {
            assert_eq!(
                rest(attempts),
                minutes.map(TimeDelta::minutes),
                "{attempts}"
            );
        }
    }

    #[test]
    fn a_letter_is_tried_for_three_days() {
        let all: TimeDelta = (1..).map_while(rest).sum();
        assert_eq!(all.num_days(), 3);
    }
}
