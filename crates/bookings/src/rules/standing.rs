//! Where a booking stands, as people say it.

use kernel::{Instant, Span};

use crate::entity::hold;

/// Where a booking stands for the people concerned, at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It lies ahead.
    Coming,
    /// It has begun and nobody has come yet.
    Late,
    /// Nobody came.
    Absent,
    /// In use.
    Running,
    /// Over.
    Finished,
    /// Waits for an answer.
    Tentative,
    /// Waits for an approval.
    Requested,
    /// Called off by the person.
    Cancelled,
    /// Not approved.
    Refused,
    /// Given up by the centre, or lapsed.
    Released,
}

impl Standing {
    /// Where a booking stands.
    pub fn of(state: hold::State, span: Span, now: Instant) -> Self {
        use hold::State;
        match state {
            State::Confirmed if now < span.from => Self::Coming,
            State::Confirmed if now < span.until => Self::Late,
            State::Confirmed => Self::Absent,
            State::InUse if now < span.until => Self::Running,
            State::InUse | State::Finished => Self::Finished,
            State::Offered | State::Held => Self::Tentative,
            State::Requested => Self::Requested,
            State::Cancelled => Self::Cancelled,
            State::Refused => Self::Refused,
            State::Released | State::Expired => Self::Released,
        }
    }

    /// As the last part of text keys (`bookings-standing-late`) and in the API.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Coming => "coming",
            Self::Late => "late",
            Self::Absent => "absent",
            Self::Running => "running",
            Self::Finished => "finished",
            Self::Tentative => "tentative",
            Self::Requested => "requested",
            Self::Cancelled => "cancelled",
            Self::Refused => "refused",
            Self::Released => "released",
        }
    }
}
