//! Why something cannot be waited for, or an offer not be accepted.

use chrono::NaiveDate;
use kernel::{Detail, RefusalKind};
use serde_json::{Value, json};

/// One such "no".
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unwaitable {
    /// It is free: it can be booked at once.
    #[error("it is free now")]
    Free,
    /// It begins in fewer than so many minutes: nothing would be offered any more, by the terms
    /// that hold since this date.
    #[error("it begins in less than {0} minutes")]
    TooSoon(i32, NaiveDate),
    /// The person stands in so many lines already, by the terms that hold since this date.
    #[error("the person stands in {0} lines already")]
    TooMany(i32, NaiveDate),
    /// The person waits for the very same already.
    #[error("the person waits for it already")]
    Already,
    /// There is no such entry, or it is another person's.
    #[error("no such waiting entry")]
    NoSuchEntry,
    /// There is no open offer: its time is over, or it was answered.
    #[error("no open offer")]
    NoOffer,
    /// The person is no longer in the line.
    #[error("no longer in the line")]
    Gone,
}

impl Unwaitable {
    pub(super) fn kind(self) -> RefusalKind {
        match self {
            Self::NoSuchEntry => RefusalKind::NotFound,
            _ => RefusalKind::Conflict,
        }
    }

    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Free => "bookings-waiting-free",
            Self::TooSoon(..) => "bookings-waiting-too-soon",
            Self::TooMany(..) => "bookings-waiting-too-many",
            Self::Already => "bookings-waiting-already",
            Self::NoSuchEntry => "bookings-waiting-no-such",
            Self::NoOffer => "bookings-waiting-no-offer",
            Self::Gone => "bookings-waiting-gone",
        }
    }

    pub(super) fn args(self) -> Value {
        match self {
            Self::TooSoon(minutes, since) => json!({ "minutes": minutes, "since": since }),
            Self::TooMany(most, since) => json!({ "most": most, "since": since }),
            _ => Value::Null,
        }
    }

    /// The sentence with what it needs.
    pub(super) fn detail(self) -> Detail {
        Detail {
            field: None,
            key: self.key(),
            args: self.args(),
        }
    }
}
