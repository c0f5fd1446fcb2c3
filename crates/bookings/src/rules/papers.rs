//! Which papers there are about a booking.
//!
//! Source: `domain.md` part 4, documents (承認書, 変更/取消).

use crate::entity::{booking_paper::Kind, hold::State};

/// The papers that can be issued now, for a booking that was changed so many times.
pub fn papers(state: State, changes: usize) -> Vec<Kind> {
    match state {
        State::Confirmed | State::InUse | State::Finished if changes > 0 => {
            vec![Kind::Permit, Kind::Change]
        }
        State::Confirmed | State::InUse | State::Finished => vec![Kind::Permit],
        State::Cancelled | State::Released => vec![Kind::Cancellation],
        State::Offered | State::Held | State::Requested | State::Refused | State::Expired => {
            Vec::new()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_permit_is_for_what_was_decided_and_a_notice_for_what_happened_to_it() {
        for (state, changes, expected) in [
            (State::Confirmed, 0, vec![Kind::Permit]),
            (State::Confirmed, 2, vec![Kind::Permit, Kind::Change]),
            (State::Finished, 0, vec![Kind::Permit]),
            (State::Cancelled, 1, vec![Kind::Cancellation]),
            (State::Released, 0, vec![Kind::Cancellation]),
            (State::Requested, 0, vec![]),
            (State::Offered, 0, vec![]),
            (State::Refused, 0, vec![]),
            (State::Expired, 0, vec![]),
        ] {
            assert_eq!(papers(state, changes), expected, "{state:?} {changes}");
        }
    }
}
