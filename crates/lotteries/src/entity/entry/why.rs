//! Why something was not given to who has won it.

use sea_orm::entity::prelude::*;

/// What stood against the booking when it was drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Why {
    /// The centre, or the space, is closed then.
    Closed,
    /// Somebody else has it.
    Taken,
    /// They have as much as the rules allow.
    Quota,
    /// They book nothing for some time, because of absences, or did not pay for this before.
    Restricted,
    /// They are no member any more, or no longer act for the organisation.
    Nobody,
    /// Its time has begun.
    Past,
    /// Another rule of booking.
    Rule,
}

impl Why {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Closed,
        Self::Taken,
        Self::Quota,
        Self::Restricted,
        Self::Nobody,
        Self::Past,
        Self::Rule,
    ];

    /// As texts name it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Closed => "closed",
            Self::Taken => "taken",
            Self::Quota => "quota",
            Self::Restricted => "restricted",
            Self::Nobody => "nobody",
            Self::Past => "past",
            Self::Rule => "rule",
        }
    }
}
