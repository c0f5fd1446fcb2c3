//! What there is to tell of a meeting, and whom it concerns.

use crate::entity::case;

/// What is told of a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum News {
    /// It stands.
    Confirmed,
    /// It is at another time, or elsewhere.
    Moved,
    /// It was called off.
    Cancelled,
    /// It was called off by the centre, which finds another day.
    Postponed,
    /// It was asked for, and nobody was found for it in time; the centre finds another day.
    Lapsed,
    /// Another expert has it.
    Lost,
    /// It comes soon.
    Reminder,
    /// The person wishes another time; nobody has the case yet.
    Wished,
    /// It was called off because the person took their question back.
    Withdrawn,
}

impl News {
    /// It is at another time; nobody has the case yet while it `waits`.
    pub(crate) const fn moved(waits: bool) -> Self {
        if waits { Self::Wished } else { Self::Moved }
    }

    pub(super) const fn is_off(self) -> bool {
        matches!(
            self,
            Self::Cancelled | Self::Postponed | Self::Lapsed | Self::Lost | Self::Withdrawn
        )
    }

    /// Whether an expert is told who was never told that anybody wishes to meet them.
    pub(super) fn is_for_expert(self, case: &case::Model) -> bool {
        let waits = case.state == case::State::Waiting;
        let never = matches!(self, Self::Wished | Self::Lapsed);
        !(never || waits && matches!(self, Self::Cancelled | Self::Withdrawn))
    }

    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Moved => "moved",
            Self::Cancelled => "cancelled",
            Self::Postponed => "postponed",
            Self::Lapsed => "lapsed",
            Self::Lost => "lost",
            Self::Reminder => "reminder",
            Self::Wished => "wished",
            Self::Withdrawn => "withdrawn",
        }
    }
}
