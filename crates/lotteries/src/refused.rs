//! Every "no" of this crate.

use kernel::{Detail, Failed, Instant, Refusal, RefusalKind};
use serde_json::{Value, json};

/// Why something about a lottery was not done.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// One field or several are missing or wrong.
    #[error("the form has mistakes")]
    Invalid(Vec<Detail>),
    /// A rule of booking stands against it.
    #[error(transparent)]
    Booking(bookings::refused::Refused),
    /// There is no such thing, or it is not for this person to know.
    #[error("not there")]
    NotThere,
    /// It is another's to do.
    #[error("not for this person")]
    MayNot,
    /// Somebody was faster, or it does not stand so.
    #[error("it does not stand so")]
    NotNow,
    /// People can apply from this moment on.
    #[error("applications are not taken yet")]
    NotYet(Instant),
    /// People could apply until this moment.
    #[error("applications are no longer taken")]
    Over(Instant),
    /// Only tiers are drawn in which the applicant is not.
    #[error("the applicant is in no tier")]
    OutsideTheRound,
    /// The time is none that is drawn: the centre is closed, or it is no band.
    #[error("no such slot")]
    NoSuchSlot,
    /// Others have it already.
    #[error("the slot is taken")]
    Taken,
    /// The person, or the organisation, has applied for it already.
    #[error("applied already")]
    Already,
    /// No more entries than this.
    #[error("at most {0} entries")]
    TooMany(i32),
    /// The time to answer was over at this moment.
    #[error("the time to answer is over")]
    TooLate(Instant),
    /// Another space that is drawn shares something with it.
    #[error("shares with a space that is drawn")]
    Shared,
}

impl Refused {
    /// A "no" of `bookings`, in its own words.
    pub(crate) fn of_booking(failed: Failed<bookings::refused::Refused>) -> Failed<Self> {
        match failed {
            Failed::Refused(refused) => Self::Booking(refused).into(),
            Failed::Fault(fault) => fault.into(),
        }
    }
}

impl Refusal for Refused {
    fn kind(&self) -> RefusalKind {
        match self {
            Self::Booking(refused) => refused.kind(),
            Self::Invalid(_) => RefusalKind::Invalid,
            Self::NotThere => RefusalKind::NotFound,
            Self::MayNot => RefusalKind::Forbidden,
            _ => RefusalKind::Conflict,
        }
    }

    fn key(&self) -> &'static str {
        match self {
            Self::Booking(refused) => refused.key(),
            Self::Invalid(_) => "lotteries-wrong",
            Self::NotThere => "lotteries-not-there",
            Self::MayNot => "lotteries-may-not",
            Self::NotNow => "lotteries-not-now",
            Self::NotYet(_) => "lotteries-not-yet",
            Self::Over(_) => "lotteries-over",
            Self::OutsideTheRound => "lotteries-outside-the-round",
            Self::NoSuchSlot => "lotteries-no-such-slot",
            Self::Taken => "lotteries-taken",
            Self::Already => "lotteries-already",
            Self::TooMany(_) => "lotteries-too-many",
            Self::TooLate(_) => "lotteries-too-late",
            Self::Shared => "lotteries-shared",
        }
    }

    fn args(&self) -> Value {
        match self {
            Self::Booking(refused) => refused.args(),
            Self::NotYet(at) | Self::Over(at) | Self::TooLate(at) => json!({ "at": at.rfc3339() }),
            Self::TooMany(most) => json!({ "most": most }),
            _ => Value::Null,
        }
    }

    fn details(&self) -> Vec<Detail> {
        match self {
            Self::Booking(refused) => refused.details(),
            Self::Invalid(details) => details.clone(),
            _ => vec![Detail {
                field: None,
                key: self.key(),
                args: self.args(),
            }],
        }
    }
}
