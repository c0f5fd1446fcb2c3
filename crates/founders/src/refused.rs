//! Why something about the certificate did not happen.

use kernel::{Detail, Refusal, RefusalKind};
use serde_json::{Value, json};

use crate::rules::NoReissue;

/// Each says to people what to do next.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// One field or several are missing or wrong.
    #[error("the form has mistakes")]
    Invalid(Vec<Detail>),
    /// It is not there, or it is not for this person to know.
    #[error("not there")]
    NotThere,
    /// It is another's to do.
    #[error("not for this person")]
    MayNot,
    /// Somebody changed it in the meantime.
    #[error("it was changed")]
    Changed,
    /// It stands where this can no longer be done, or not yet.
    #[error("it does not stand so")]
    NotNow,
    /// Something is still missing of what the plan asks for, or they are no founder.
    #[error("not all conditions are met")]
    NotMet,
    /// There is an application of this person that is not over.
    #[error("applied already")]
    Already,
    /// They have a certificate, and there is no other for them.
    #[error("no other certificate: {0}")]
    NoOther(NoReissue),
    /// The ward has no certified plan on that day.
    #[error("there is no plan")]
    NoScheme,
    /// The seminar belongs to the plan already.
    #[error("the course is there")]
    CourseThere,
}

impl Refusal for Refused {
    fn kind(&self) -> RefusalKind {
        match self {
            Self::Invalid(_) => RefusalKind::Invalid,
            Self::NotThere => RefusalKind::NotFound,
            Self::MayNot => RefusalKind::Forbidden,
            _ => RefusalKind::Conflict,
        }
    }

    fn key(&self) -> &'static str {
        match self {
            Self::Invalid(_) => "founders-wrong",
            Self::NotThere => "founders-not-there",
            Self::MayNot => "founders-may-not",
            Self::Changed => "founders-changed",
            Self::NotNow => "founders-not-now",
            Self::NotMet => "founders-not-met",
            Self::Already => "founders-already",
            Self::NoOther(why) => why.key(),
            Self::NoScheme => "founders-plan-none",
            Self::CourseThere => "founders-course-there",
        }
    }

    fn args(&self) -> Value {
        match self {
            Self::NoOther(why) => why
                .day()
                .map_or(Value::Null, |day| json!({ "day": day.to_string() })),
            _ => Value::Null,
        }
    }

    fn details(&self) -> Vec<Detail> {
        match self {
            Self::Invalid(details) => details.clone(),
            _ => Vec::new(),
        }
    }
}
