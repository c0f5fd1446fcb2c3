//! Why a rule of booking, an absence or an exception is not entered.

use kernel::RefusalKind;

/// One such "no".
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unruled {
    /// Only the manager makes rules and ends them.
    #[error("only the manager makes rules")]
    MayNotRule,
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
    /// It has not begun, someone came, or it is marked already.
    #[error("nobody is absent")]
    NotAbsent,
    /// It is not marked as an absence.
    #[error("no such absence")]
    NoSuchAbsence,
}

impl Unruled {
    pub(super) const fn kind(self) -> RefusalKind {
        match self {
            Self::MayNotRule | Self::NotRepresented | Self::MayNotWaive => RefusalKind::Forbidden,
            Self::NoSuchRule | Self::NoSuchAbsence => RefusalKind::NotFound,
            Self::EndsNoEarlier | Self::Already | Self::NotAbsent => RefusalKind::Conflict,
        }
    }

    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::MayNotRule => "bookings-may-not-rule",
            Self::NoSuchRule => "bookings-no-such-rule",
            Self::EndsNoEarlier => "bookings-rule-no-earlier",
            Self::Already => "bookings-rule-already",
            Self::NotRepresented => "bookings-not-represented",
            Self::MayNotWaive => "bookings-may-not-waive",
            Self::NotAbsent => "bookings-not-absent",
            Self::NoSuchAbsence => "bookings-no-such-absence",
        }
    }
}
