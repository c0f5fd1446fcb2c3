//! Every "no" about the directory of partners.

use kernel::{Detail, Refusal, RefusalKind};
use serde_json::{Value, json};

use crate::entity::AgencyId;

/// Why an agency was not written down.
#[derive(Debug, thiserror::Error)]
pub enum AgencyRefused {
    /// One field or several are missing or wrong.
    #[error("the form has mistakes")]
    Invalid(Vec<Detail>),
    /// There is no such agency.
    #[error("no such agency")]
    NotThere,
    /// The directory is the manager's and the ward's.
    #[error("not for this person to write")]
    MayNot,
    /// One of that name stands there already.
    #[error("the agency is there already")]
    ThereAlready(Option<AgencyId>),
    /// Somebody edited it in the meantime.
    #[error("the agency was edited")]
    Changed,
}

impl Refusal for AgencyRefused {
    fn kind(&self) -> RefusalKind {
        match self {
            Self::Invalid(_) => RefusalKind::Invalid,
            Self::NotThere => RefusalKind::NotFound,
            Self::MayNot => RefusalKind::Forbidden,
            Self::ThereAlready(_) | Self::Changed => RefusalKind::Conflict,
        }
    }

    fn key(&self) -> &'static str {
        match self {
            Self::Invalid(_) => "agencies-wrong",
            Self::NotThere => "agencies-not-there",
            Self::MayNot => "agencies-may-not",
            Self::ThereAlready(_) => "agencies-there-already",
            Self::Changed => "agencies-changed",
        }
    }

    fn args(&self) -> Value {
        match self {
            Self::ThereAlready(id) => json!({ "agency": id }),
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
