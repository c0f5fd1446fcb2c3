//! What there is to tell of entries.

/// What a letter tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum News {
    /// The draw was held.
    Result,
    /// A time will not be drawn.
    LeftOut,
    /// What was won is free again: nobody said that they come.
    Lapsed,
    /// Who has won has not answered yet.
    Remind,
    /// The lottery was called off.
    CalledOff,
}

impl News {
    /// All of it.
    pub(crate) const ALL: [Self; 5] = [
        Self::Result,
        Self::LeftOut,
        Self::Lapsed,
        Self::Remind,
        Self::CalledOff,
    ];

    /// Whether it names what is free instead.
    pub(super) const fn names_free(self) -> bool {
        matches!(self, Self::Result | Self::Lapsed)
    }

    /// As texts name it.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Result => "result",
            Self::LeftOut => "left_out",
            Self::Lapsed => "lapsed",
            Self::Remind => "remind",
            Self::CalledOff => "called_off",
        }
    }
}
