//! What does not go with a plan as it is.

use kernel::{Detail, RefusalKind};
use serde_json::json;

/// Why something about a plan did not happen.
#[derive(Debug, thiserror::Error)]
pub enum Unfit {
    /// The fiscal year has its annual plan already.
    #[error("there is an annual plan already")]
    ThereAlready,
    /// A draft is there to be edited, or a version waits for an answer.
    #[error("a version of the plan is open")]
    Open,
    /// Something is missing before the plan can be handed in.
    #[error("the plan is not complete")]
    Incomplete(Vec<Detail>),
    /// Another programme of this version has that number.
    #[error("the number is taken")]
    NumberTaken,
    /// No plan has so many programmes.
    #[error("too many programmes")]
    TooMany,
    /// Another plan carries this one on.
    #[error("another plan carries it on")]
    CarriedOn,
}

impl Unfit {
    pub(super) const fn kind(&self) -> RefusalKind {
        match self {
            Self::Incomplete(_) | Self::NumberTaken | Self::TooMany => RefusalKind::Invalid,
            Self::ThereAlready | Self::Open | Self::CarriedOn => RefusalKind::Conflict,
        }
    }

    pub(super) const fn key(&self) -> &'static str {
        match self {
            Self::ThereAlready => "plans-plan-there-already",
            Self::Open => "plans-plan-open",
            Self::Incomplete(_) => "plans-incomplete",
            Self::NumberTaken => "plans-number-taken",
            Self::TooMany => "plans-too-many",
            Self::CarriedOn => "plans-carried-on",
        }
    }

    pub(super) fn details(&self) -> Vec<Detail> {
        let field = match self {
            Self::Incomplete(missing) => return missing.clone(),
            Self::NumberTaken => Some("number"),
            _ => None,
        };
        vec![Detail {
            field,
            key: self.key(),
            args: json!({}),
        }]
    }
}
