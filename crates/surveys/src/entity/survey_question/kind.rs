//! How questions are answered.

use sea_orm::entity::prelude::*;

/// How a question is answered.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    EnumIter,
    DeriveActiveEnum,
    serde::Serialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// 5段階: from 1 to 5, the best is 5.
    Scale,
    /// One of several.
    Choice,
    /// Any of several.
    Choices,
    /// Yes or no.
    YesNo,
    /// A whole number.
    Number,
    /// In one's own words.
    Text,
    /// In a few words, on one line.
    Line,
    /// A paper.
    File,
    /// Whether one agrees to what the question says.
    Consent,
}

impl Kind {
    /// The kinds that a survey asks by, in the order they are listed to people.
    pub const OF_SURVEYS: [Self; 6] = [
        Self::Scale,
        Self::Choice,
        Self::Choices,
        Self::YesNo,
        Self::Number,
        Self::Text,
    ];

    /// The kinds that somebody is asked by who applies for something, in the order of lists.
    pub const OF_APPLICATIONS: [Self; 8] = [
        Self::Line,
        Self::Text,
        Self::Choice,
        Self::Choices,
        Self::YesNo,
        Self::Number,
        Self::File,
        Self::Consent,
    ];

    /// As forms and texts name it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Scale => "scale",
            Self::Choice => "choice",
            Self::Choices => "choices",
            Self::YesNo => "yes_no",
            Self::Number => "number",
            Self::Text => "text",
            Self::Line => "line",
            Self::File => "file",
            Self::Consent => "consent",
        }
    }

    /// Reads what [`Self::code`] writes.
    pub fn parse(code: &str) -> Option<Self> {
        let mut all = Self::OF_APPLICATIONS.into_iter().chain(Self::OF_SURVEYS);
        all.find(|kind| kind.code() == code)
    }

    /// Whether it offers options of its own.
    pub const fn has_options(self) -> bool {
        matches!(self, Self::Choice | Self::Choices)
    }

    /// Whether another question can hang on what is answered.
    pub const fn decides(self) -> bool {
        matches!(
            self,
            Self::Choice | Self::Choices | Self::YesNo | Self::Consent
        )
    }
}
