//! Every "no" about agreements, the log, actions and councils.

use kernel::{Detail, Refusal, RefusalKind};

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
}

impl Refusal for CoordinationRefused {
    fn kind(&self) -> RefusalKind {
        match self {
            Self::Invalid(_) => RefusalKind::Invalid,
            Self::NotThere => RefusalKind::NotFound,
            Self::MayNot => RefusalKind::Forbidden,
            Self::Changed | Self::RenewedAlready => RefusalKind::Conflict,
        }
    }

    fn key(&self) -> &'static str {
        match self {
            Self::Invalid(_) => "coordination-wrong",
            Self::NotThere => "coordination-not-there",
            Self::MayNot => "coordination-may-not",
            Self::Changed => "coordination-changed",
            Self::RenewedAlready => "coordination-renewed-already",
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
