//! A question that can be asked.

use super::OnlyIf;
use crate::entity::survey_question::Kind;

/// A question that can be asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// How it is answered.
    pub kind: Kind,
    /// What is asked.
    pub text: String,
    /// May be empty.
    pub text_en: String,
    /// What can be chosen; empty for kinds without options.
    pub options: Vec<Choice>,
    /// Whether it must be answered.
    pub required: bool,
    /// What only applications ask by; surveys have nothing of it.
    pub more: More,
}

/// What a question of an application says beside what every question does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct More {
    /// What helps to answer it; of a consent, what is agreed to. May be empty.
    pub help: String,
    /// May be empty.
    pub help_en: String,
    /// The smallest and the largest number; none where any number will do.
    pub bounds: Option<(i64, i64)>,
    /// Of whom it is asked; none when everybody is.
    pub only_if: Option<OnlyIf>,
}

/// What can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// In Japanese.
    pub text: String,
    /// In English; may be empty.
    pub text_en: String,
}

impl Choice {
    /// Those that stand in the lines of a text, and in those of the same in English.
    pub fn all(own: &str, english: &str) -> Vec<Self> {
        let mut english = english.lines();
        let mut choice = |text: &str| Self {
            text: text.to_owned(),
            text_en: english.next().unwrap_or_default().to_owned(),
        };
        own.lines().map(&mut choice).collect()
    }

    /// The same as lines again, in both languages.
    pub fn lines(all: &[Self]) -> [String; 2] {
        let lines = |of: fn(&Self) -> &str| {
            let lines: Vec<&str> = all.iter().map(of).collect();
            lines.join("\n").trim_end().to_owned()
        };
        [lines(|one| &one.text), lines(|one| &one.text_en)]
    }
}
