//! Why a rule of booking, an absence or an exception is not entered, a request not decided, or a
//! paper not given out.

use kernel::RefusalKind;

/// One such "no".
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unruled {
    /// Only the manager makes rules and ends them.
    #[error("only the manager makes rules")]
    MayNotRule,
    /// Only the manager closes and opens again.
    #[error("only the manager closes")]
    MayNotClose,
    /// There is no such rule.
    #[error("no such rule")]
    NoSuchRule,
    /// It has ended, or would end no earlier.
    #[error("the rule ends no earlier")]
    EndsNoEarlier,
    /// The very same rule is there already.
    #[error("the rule is there already")]
    Already,
    /// The person does not act for that organisation.
    #[error("not a representative of the organisation")]
    NotRepresented,
    /// Only staff takes bookings outside the rules.
    #[error("only staff waives a rule")]
    MayNotWaive,
    /// Only the counter marks who came and who stayed away.
    #[error("only staff marks who came")]
    MayNotMark,
    /// It has not begun, someone came, or it is marked already.
    #[error("nobody is absent")]
    NotAbsent,
    /// It is not marked as an absence.
    #[error("no such absence")]
    NoSuchAbsence,
    /// It was withdrawn already, or never entered.
    #[error("no such day with a warning")]
    NoSuchWarning,
    /// Nobody decides on their own request.
    #[error("one's own request")]
    OwnRequest,
    /// Someone else decided, or it was called off.
    #[error("the request is decided")]
    Decided,
    /// The permit is given out when the fee is paid.
    #[error("the fee is not paid")]
    NotPaid,
    /// Nobody came: there is no use that could be permitted any more.
    #[error("nobody came")]
    WasAbsent,
}

impl Unruled {
    pub(super) const fn kind(self) -> RefusalKind {
        match self {
            Self::MayNotRule
            | Self::MayNotClose
            | Self::NotRepresented
            | Self::MayNotWaive
            | Self::MayNotMark
            | Self::OwnRequest => RefusalKind::Forbidden,
            Self::NoSuchRule | Self::NoSuchAbsence => RefusalKind::NotFound,
            Self::EndsNoEarlier
            | Self::Already
            | Self::NotAbsent
            | Self::NoSuchWarning
            | Self::Decided
            | Self::NotPaid
            | Self::WasAbsent => RefusalKind::Conflict,
        }
    }

    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::MayNotRule => "bookings-may-not-rule",
            Self::MayNotClose => "bookings-may-not-close",
            Self::NoSuchRule => "bookings-no-such-rule",
            Self::EndsNoEarlier => "bookings-rule-no-earlier",
            Self::Already => "bookings-rule-already",
            Self::NotRepresented => "bookings-not-represented",
            Self::MayNotWaive => "bookings-may-not-waive",
            Self::MayNotMark => "bookings-may-not-mark",
            Self::NotAbsent => "bookings-not-absent",
            Self::NoSuchAbsence => "bookings-no-such-absence",
            Self::NoSuchWarning => "bookings-no-such-warning",
            Self::OwnRequest => "bookings-request-own",
            Self::Decided => "bookings-request-decided",
            Self::NotPaid => "bookings-paper-not-paid",
            Self::WasAbsent => "bookings-paper-absent",
        }
    }
}
