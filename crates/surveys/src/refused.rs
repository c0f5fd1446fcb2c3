//! Every "no" of this crate.

use kernel::{Detail, Instant, Refusal, RefusalKind};
use serde_json::{Value, json};

/// Why somebody was not asked, an answer not taken, or a survey not edited.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Refused {
    /// One field or several are missing or wrong.
    #[error("the form has mistakes")]
    Invalid(Vec<Detail>),
    /// There is no such survey, or the link is none of ours.
    #[error("no such survey")]
    NotThere,
    /// Only the manager and coordinators edit surveys.
    #[error("not for this person to edit")]
    MayNot,
    /// Somebody edited the questions in the meantime.
    #[error("the survey has moved on")]
    Changed,
    /// This person can still answer about that; the link they were sent is theirs alone.
    #[error("asked already")]
    AskedAlready,
    /// The time in which it could be answered is over; since when.
    #[error("too late to answer")]
    Over(Instant),
    /// Another answer came in by this link since the form was opened.
    #[error("answered meanwhile")]
    AnsweredMeanwhile,
}

impl Refusal for Refused {
    fn kind(&self) -> RefusalKind {
        match self {
            Self::Invalid(_) => RefusalKind::Invalid,
            Self::NotThere => RefusalKind::NotFound,
            Self::MayNot => RefusalKind::Forbidden,
            Self::Changed | Self::AskedAlready | Self::Over(_) | Self::AnsweredMeanwhile => {
                RefusalKind::Conflict
            }
        }
    }

    fn key(&self) -> &'static str {
        match self {
            Self::Invalid(_) => "surveys-wrong",
            Self::NotThere => "surveys-not-there",
            Self::MayNot => "surveys-may-not",
            Self::Changed => "surveys-changed",
            Self::AskedAlready => "surveys-asked-already",
            Self::Over(_) => "surveys-over",
            Self::AnsweredMeanwhile => "surveys-answered-meanwhile",
        }
    }

    fn args(&self) -> Value {
        match self {
            Self::Over(since) => json!({ "until": since.rfc3339() }),
            _ => json!({}),
        }
    }

    fn details(&self) -> Vec<Detail> {
        match self {
            Self::Invalid(details) => details.clone(),
            _ => vec![Detail {
                field: None,
                key: self.key(),
                args: self.args(),
            }],
        }
    }
}
