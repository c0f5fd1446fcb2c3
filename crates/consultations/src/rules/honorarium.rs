//! What experts are paid (謝金).
//!
//! Source: `domain.md` R22; the rate is agreed with each expert.

/// What is paid for so many minutes at a rate for an hour; a fraction of a yen is left out.
pub fn honorarium(rate_yen: i64, minutes: i32) -> i64 {
    rate_yen * i64::from(minutes) / 60
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fraction_of_a_yen_is_left_out() {
        for (rate, minutes, expected) in [
            (10_000, 60, 10_000),
            (10_000, 120, 20_000),
            (10_001, 90, 15_001),
            (10_000, 50, 8_333),
            (0, 120, 0),
        ] {
            assert_eq!(honorarium(rate, minutes), expected, "{rate} {minutes}");
        }
    }
}
