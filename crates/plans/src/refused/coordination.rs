//! Every "no" about agreements, the log, actions and councils.

use kernel::{Detail, Refusal, RefusalKind};
use serde_json::Value;

/// Why something between the centre and its partners was not written down.
#[derive(Debug, thiserror::Error)]
pub enum CoordinationRefused {
    /// One field or several are missing or wrong.
    #[error("the form has mistakes")]
    Invalid(Vec<Detail>),
    /// There is no such thing.
    #[error("not there")]
    NotThere,
    /// All of it is the manager's and the ward's.
    #[error("not for this person")]
    MayNot,
    /// Somebody changed it in the meantime.
    #[error("it was changed")]
    Changed,
    /// The agreement was renewed already.
    #[error("the agreement was renewed already")]
    RenewedAlready,
    /// A council of that name is there.
    #[error("the council is there already")]
    CouncilThere,
    /// The council has a meeting of that number.
    #[error("the number is taken")]
    NumberTaken,
    /// The minutes are confirmed, and with them when and about what was met.
    #[error("the minutes are confirmed")]
    Confirmed,
    /// Minutes that are not confirmed are mended, not corrected.
    #[error("the minutes are not confirmed")]
    NotConfirmed,
    /// A paper was not taken.
    #[error(transparent)]
    Paper(#[from] files::Refused),
}

impl Refusal for CoordinationRefused {
    fn kind(&self) -> RefusalKind {
        match self {
            Self::Invalid(_) | Self::Paper(_) => RefusalKind::Invalid,
            Self::NotThere => RefusalKind::NotFound,
            Self::MayNot => RefusalKind::Forbidden,
            Self::Changed
            | Self::RenewedAlready
            | Self::CouncilThere
            | Self::NumberTaken
            | Self::Confirmed
            | Self::NotConfirmed => RefusalKind::Conflict,
        }
    }

    fn key(&self) -> &'static str {
        match self {
            Self::Invalid(_) => "coordination-wrong",
            Self::NotThere => "coordination-not-there",
            Self::MayNot => "coordination-may-not",
            Self::Changed => "coordination-changed",
            Self::RenewedAlready => "coordination-renewed-already",
            Self::CouncilThere => "council-there-already",
            Self::NumberTaken => "council-number-taken",
            Self::Confirmed => "council-confirmed",
            Self::NotConfirmed => "council-not-confirmed",
            Self::Paper(paper) => paper.key(),
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::CouncilThere => Some("name"),
            Self::NumberTaken => Some("number"),
            Self::Paper(_) => Some("papers"),
            _ => None,
        }
    }

    fn args(&self) -> Value {
        match self {
            Self::Paper(paper) => paper.args(),
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
