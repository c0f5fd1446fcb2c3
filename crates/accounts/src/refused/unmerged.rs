//! Why two people do not become one.

use kernel::RefusalKind;

/// Why two people are not merged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unmerged {
    /// It was not said who stays, or there is no such person.
    Nobody,
    /// Both are one and the same already.
    Same,
    /// One of them was merged before, or erased.
    Gone,
    /// Nobody merges themselves.
    Oneself,
    /// The one who would go has a role that the other does not have.
    Role,
    /// The one who would go can sign in, the other cannot.
    Account,
    /// Each has an application that is not answered yet.
    Applications,
    /// Both are experts, each with their own hours and meetings.
    Experts,
    /// The one who would go has consultations, which the other would read from then on: a coordinator
    /// or the manager makes sure that they are one.
    Consultations,
}

impl Unmerged {
    pub(super) const fn kind(self) -> RefusalKind {
        match self {
            Self::Nobody => RefusalKind::Invalid,
            Self::Oneself | Self::Consultations => RefusalKind::Forbidden,
            _ => RefusalKind::Conflict,
        }
    }

    /// The key of its sentence.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Nobody => "accounts-unmerged-nobody",
            Self::Same => "accounts-unmerged-same",
            Self::Gone => "accounts-unmerged-gone",
            Self::Oneself => "accounts-unmerged-oneself",
            Self::Role => "accounts-unmerged-role",
            Self::Account => "accounts-unmerged-account",
            Self::Applications => "accounts-unmerged-applications",
            Self::Experts => "accounts-unmerged-experts",
            Self::Consultations => "accounts-unmerged-consultations",
        }
    }
}
