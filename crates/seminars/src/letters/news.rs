//! What can happen to an enrolment.

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum News {
    /// They applied for one that is drawn, or given after a look.
    Applied,
    /// They were drawn: a place is kept until they say that they come.
    Won,
    /// They were drawn, and follow when one of those before them does not come.
    Follows,
    /// The centre gave the places to others.
    PassedOver,
    /// A company enrolled several.
    Company,
    /// They have a place.
    Enrolled,
    /// They wait for one.
    Waiting,
    /// They are offered one.
    Offered,
    /// They let an offer lapse, and wait at the end.
    LapsedOnce,
    /// They let too many lapse.
    Lapsed,
    /// It began, and no place had become free.
    Over,
    /// They cancelled.
    Cancelled,
    /// They did not pay, and the place goes to others.
    Unpaid,
    /// The centre called it off.
    CalledOff,
    /// The centre called it off, and they do not owe the fee of the place they gave up too late.
    Forgiven,
    /// They take part in another way, and wait there.
    Moved,
    /// Its lessons, or its name, are others.
    Changed,
}

impl News {
    /// As part of text keys.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Applied => "applied",
            Self::Won => "won",
            Self::Follows => "follows",
            Self::PassedOver => "passed-over",
            Self::Company => "company",
            Self::Enrolled => "enrolled",
            Self::Waiting => "waiting",
            Self::Offered => "offered",
            Self::LapsedOnce => "lapsed-once",
            Self::Lapsed => "lapsed",
            Self::Over => "over",
            Self::Cancelled => "cancelled",
            Self::Unpaid => "unpaid",
            Self::CalledOff => "called-off",
            Self::Forgiven => "forgiven",
            Self::Moved => "moved",
            Self::Changed => "changed",
        }
    }

    /// What the calendar of somebody is told who has, or had, a place: none is told of waiting.
    pub(super) const fn calendar(self, had_a_place: bool) -> Option<bool> {
        match self {
            Self::Enrolled => Some(false),
            Self::Changed if had_a_place => Some(false),
            Self::Cancelled | Self::Unpaid => Some(true),
            Self::CalledOff if had_a_place => Some(true),
            _ => None,
        }
    }
}
