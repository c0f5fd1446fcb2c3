//! Where a seminar stands: what was decided about it, and what follows from the time.

use kernel::Instant;

use crate::entity::{
    coded,
    seminar::{self, State},
};

/// Where a seminar stands at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// 下書き: being written.
    Draft,
    /// 確認待ち: handed to somebody else to look at.
    Review,
    /// 受付前: published, and one cannot enrol yet.
    Coming,
    /// 受付中: one can enrol.
    Open,
    /// 受付終了: one can no longer enrol.
    Closed,
    /// 開催済み: its last lesson is over.
    Held,
    /// 報告済み: what came of it was reported.
    Reported,
    /// 中止: called off.
    CalledOff,
}

coded! {
    Standing {
        Draft => "draft", Review => "review", Coming => "coming", Open => "open",
        Closed => "closed", Held => "held", Reported => "reported", CalledOff => "called_off",
    }
}

impl Standing {
    /// Whether everybody sees it.
    pub const fn is_public(self) -> bool {
        !matches!(self, Self::Draft | Self::Review)
    }

    /// Whether it is still to come or going on, and stands.
    pub const fn is_ahead(self) -> bool {
        matches!(self, Self::Coming | Self::Open | Self::Closed)
    }

    /// Whether somebody can be enrolled: people themselves while applications are taken, staff at
    /// the counter until the last lesson is over.
    pub const fn takes(self, staff: bool) -> bool {
        match self {
            Self::Open => true,
            Self::Coming | Self::Closed => staff,
            _ => false,
        }
    }
}

/// Where a seminar stands.
pub fn standing(row: &seminar::Model, now: Instant) -> Standing {
    let since = |at: Option<Instant>| at.is_some_and(|at| at <= now);
    match row.state {
        State::Draft => Standing::Draft,
        State::Review => Standing::Review,
        State::Reported => Standing::Reported,
        State::CalledOff => Standing::CalledOff,
        State::Published if since(row.ends_at) => Standing::Held,
        State::Published if since(row.apply_until) => Standing::Closed,
        State::Published if since(row.apply_from) => Standing::Open,
        State::Published => Standing::Coming,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::seminars::a_seminar;

    #[test]
    fn what_was_decided_and_the_time_say_where_it_stands() {
        // Enrolling from 1 December 10:00 until 10 December 17:00; held on 12 December until 12:00.
        for (state, now, expected, people, staff) in [
            (State::Draft, "12-05T10:00", Standing::Draft, false, false),
            (State::Review, "12-05T10:00", Standing::Review, false, false),
            (
                State::Published,
                "12-01T09:59",
                Standing::Coming,
                false,
                true,
            ),
            (State::Published, "12-01T10:00", Standing::Open, true, true),
            (State::Published, "12-10T16:59", Standing::Open, true, true),
            (
                State::Published,
                "12-10T17:00",
                Standing::Closed,
                false,
                true,
            ),
            (
                State::Published,
                "12-12T11:59",
                Standing::Closed,
                false,
                true,
            ),
            (
                State::Published,
                "12-12T12:00",
                Standing::Held,
                false,
                false,
            ),
            (
                State::Reported,
                "12-13T10:00",
                Standing::Reported,
                false,
                false,
            ),
            (
                State::CalledOff,
                "12-05T10:00",
                Standing::CalledOff,
                false,
                false,
            ),
        ] {
            let row = seminar::Model {
                state,
                ..a_seminar()
            };
            let now = Instant::parse(&format!("2026-{now}:00+09:00")).unwrap();
            let found = standing(&row, now);
            assert_eq!(found, expected, "{state:?} at {now:?}");
            assert_eq!((found.takes(false), found.takes(true)), (people, staff));
        }
    }
}
