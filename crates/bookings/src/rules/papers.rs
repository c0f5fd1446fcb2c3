//! Which papers there are about a booking.
//!
//! Source: `domain.md` part 4, documents (承認書, 不承認通知, 変更/取消).

use crate::entity::{booking_paper::Kind, hold::State};

/// The papers that can be issued now, for a booking that was changed so many times. What was never
/// permitted, because nobody approved it, has no permit that could be withdrawn.
pub fn papers(state: State, changes: usize, permitted: bool) -> Vec<Kind> {
    match state {
        State::Confirmed | State::InUse | State::Finished if changes > 0 => {
            vec![Kind::Permit, Kind::Change]
        }
        State::Confirmed | State::InUse | State::Finished => vec![Kind::Permit],
        State::Cancelled | State::Released if permitted => vec![Kind::Cancellation],
        State::Refused => vec![Kind::Refusal],
        _ => Vec::new(),
    }
}

/// Whether a paper lets the space be used: it is given out only when nothing is left to be paid, and
/// not when nobody came. The day by which a bill is paid is never after the day of use, so none lets
/// it be used before.
pub const fn lets_use(kind: Kind) -> bool {
    matches!(kind, Kind::Permit | Kind::Change)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_permit_is_for_what_was_decided_and_a_notice_for_what_happened_to_it() {
        for (state, changes, permitted, expected) in [
            (State::Confirmed, 0, true, vec![Kind::Permit]),
            (State::Confirmed, 2, true, vec![Kind::Permit, Kind::Change]),
            (State::Finished, 0, true, vec![Kind::Permit]),
            (State::Cancelled, 1, true, vec![Kind::Cancellation]),
            (State::Cancelled, 1, false, vec![]),
            (State::Released, 0, true, vec![Kind::Cancellation]),
            (State::Released, 0, false, vec![]),
            (State::Requested, 0, false, vec![]),
            (State::Requested, 1, true, vec![]),
            (State::Offered, 0, true, vec![]),
            (State::Refused, 0, false, vec![Kind::Refusal]),
            (State::Expired, 0, false, vec![]),
        ] {
            let found = papers(state, changes, permitted);
            assert_eq!(found, expected, "{state:?} {changes} {permitted}");
        }
    }
}
