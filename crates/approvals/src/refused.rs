//! Every "no" of this crate.

use kernel::{Detail, Refusal, RefusalKind};
use serde_json::{Value, json};

/// Why something was not handed in, decided or taken back.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Refused {
    /// One field or several are missing or wrong.
    #[error("the form has mistakes")]
    Invalid(Vec<Detail>),
    /// Terms begin on that day already.
    #[error("terms begin on that day already")]
    DateTaken,
    /// There is no such approval, or it is not for this person to know.
    #[error("no such approval")]
    NotThere,
    /// Another decides about it.
    #[error("not for this person to decide")]
    MayNot,
    /// Nobody decides about what they submitted.
    #[error("one's own submission")]
    Own,
    /// It was decided, taken back or handed in anew in the meantime.
    #[error("the approval has moved on")]
    Changed,
    /// Nobody is there who could answer but the one who hands it in.
    #[error("nobody decides about it")]
    NobodyDecides,
    /// Whoever is away does not decide for that side, or the deputy is not of it.
    #[error("not of that side")]
    NotTheirSide,
    /// A deputy is named for some of the days; from when until when, if that is known.
    #[error("a deputy is named already")]
    DeputyThere(Option<(String, String)>),
    /// The time of the deputy is over, or was ended.
    #[error("the deputy stands in no longer")]
    DeputyOver,
    /// It has not been said how long an answer may take.
    #[error("no terms of approval")]
    NoTerms,
}

impl Refusal for Refused {
    fn kind(&self) -> RefusalKind {
        match self {
            Self::Invalid(_) | Self::NotTheirSide => RefusalKind::Invalid,
            Self::NotThere => RefusalKind::NotFound,
            Self::MayNot | Self::Own => RefusalKind::Forbidden,
            Self::Changed
            | Self::NoTerms
            | Self::NobodyDecides
            | Self::DateTaken
            | Self::DeputyThere(_)
            | Self::DeputyOver => RefusalKind::Conflict,
        }
    }

    fn key(&self) -> &'static str {
        match self {
            Self::Invalid(_) => "approvals-wrong",
            Self::DateTaken => "approvals-date-taken",
            Self::NotThere => "approvals-not-there",
            Self::MayNot => "approvals-may-not",
            Self::Own => "approvals-own",
            Self::Changed => "approvals-changed",
            Self::NoTerms => "approvals-no-terms",
            Self::NobodyDecides => "approvals-nobody-decides",
            Self::NotTheirSide => "approvals-deputy-other-side",
            Self::DeputyThere(Some(_)) => "approvals-deputy-there",
            Self::DeputyThere(None) => "approvals-deputy-there-now",
            Self::DeputyOver => "approvals-deputy-over",
        }
    }

    fn field(&self) -> Option<&'static str> {
        matches!(self, Self::NotTheirSide).then_some("deputy")
    }

    fn args(&self) -> Value {
        match self {
            Self::DeputyThere(Some((from, until))) => json!({ "from": from, "until": until }),
            _ => Value::Null,
        }
    }

    fn details(&self) -> Vec<Detail> {
        match self {
            Self::Invalid(details) => details.clone(),
            _ => vec![Detail {
                field: self.field(),
                key: self.key(),
                args: self.args(),
            }],
        }
    }
}
