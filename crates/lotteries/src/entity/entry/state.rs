//! Where an entry stands.

use sea_orm::entity::prelude::*;

/// Where an entry stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum State {
    /// Waits for the draw.
    Applied,
    /// Was taken back before the list was frozen.
    Withdrawn,
    /// Has won, and says that they come, or pays.
    Won,
    /// Comes.
    Confirmed,
    /// Has won and did not say in time that they come.
    Lapsed,
    /// Has won and called the booking off before they said that they come.
    GivenBack,
    /// Has not won.
    Lost,
    /// Its time was not drawn: closed, or taken by then.
    LeftOut,
    /// Has won, but something stood against the booking by then.
    NotGiven,
    /// The lottery was called off.
    CalledOff,
}

impl State {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Applied,
        Self::Withdrawn,
        Self::Won,
        Self::Confirmed,
        Self::Lapsed,
        Self::GivenBack,
        Self::Lost,
        Self::LeftOut,
        Self::NotGiven,
        Self::CalledOff,
    ];

    /// As texts name it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Applied => "applied",
            Self::Withdrawn => "withdrawn",
            Self::Won => "won",
            Self::Confirmed => "confirmed",
            Self::Lapsed => "lapsed",
            Self::GivenBack => "given_back",
            Self::Lost => "lost",
            Self::LeftOut => "left_out",
            Self::NotGiven => "not_given",
            Self::CalledOff => "called_off",
        }
    }
}
