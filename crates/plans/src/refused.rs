//! Every "no" of this crate.

mod coordination;
mod unfit;

use kernel::{Detail, Failed, Refusal, RefusalKind};
use serde_json::{Value, json};

use crate::entity::PolicyId;

pub use coordination::CoordinationRefused;
pub use unfit::Unfit;

/// Why something about a policy did not happen.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// One field or several are missing or wrong.
    #[error("the form has mistakes")]
    Invalid(Vec<Detail>),
    /// There is no such policy, or it is not for this person to know.
    #[error("no such policy")]
    NotThere,
    /// Only the ward writes policies.
    #[error("not for this person to write")]
    MayNot,
    /// The field has a policy for that year already.
    #[error("there is one already")]
    ThereAlready(Option<PolicyId>),
    /// Somebody edited or issued it in the meantime.
    #[error("the policy has moved on")]
    Changed,
    /// A draft is there to be edited, or a version waits to be acknowledged.
    #[error("a version is open")]
    Open,
    /// What does not go with a plan as it is.
    #[error(transparent)]
    Unfit(#[from] Unfit),
    /// What `approvals` refuses.
    #[error(transparent)]
    Approval(#[from] approvals::Refused),
}

impl Refused {
    /// What was asked of `approvals`, in this crate's words.
    pub(crate) fn of(failed: Failed<approvals::Refused>) -> Failed<Self> {
        match failed {
            Failed::Refused(refused) => Self::Approval(refused).into(),
            Failed::Fault(fault) => Failed::Fault(fault),
        }
    }
}

impl Refusal for Refused {
    fn kind(&self) -> RefusalKind {
        match self {
            Self::Invalid(_) => RefusalKind::Invalid,
            Self::NotThere => RefusalKind::NotFound,
            Self::MayNot => RefusalKind::Forbidden,
            Self::ThereAlready(_) | Self::Changed | Self::Open => RefusalKind::Conflict,
            Self::Unfit(unfit) => unfit.kind(),
            Self::Approval(refused) => refused.kind(),
        }
    }

    fn key(&self) -> &'static str {
        match self {
            Self::Invalid(_) => "plans-wrong",
            Self::NotThere => "plans-not-there",
            Self::MayNot => "plans-may-not",
            Self::ThereAlready(_) => "plans-there-already",
            Self::Changed => "plans-changed",
            Self::Open => "plans-open",
            Self::Unfit(unfit) => unfit.key(),
            Self::Approval(refused) => refused.key(),
        }
    }

    fn args(&self) -> Value {
        match self {
            Self::ThereAlready(id) => json!({ "policy": id }),
            _ => Value::Null,
        }
    }

    fn details(&self) -> Vec<Detail> {
        match self {
            Self::Invalid(details) => details.clone(),
            Self::Unfit(unfit) => unfit.details(),
            Self::Approval(refused) => refused.details(),
            _ => vec![Detail {
                field: None,
                key: self.key(),
                args: self.args(),
            }],
        }
    }
}
