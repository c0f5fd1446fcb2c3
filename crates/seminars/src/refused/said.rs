//! What each "no" is called, and how it is told.

use kernel::{Detail, Refusal, RefusalKind};
use serde_json::{Value, json};

use super::Refused;

impl Refusal for Refused {
    fn kind(&self) -> RefusalKind {
        match self {
            Self::Account(refused) => refused.kind(),
            Self::Invalid(_) => RefusalKind::Invalid,
            Self::NotThere => RefusalKind::NotFound,
            Self::MayNot | Self::SamePerson => RefusalKind::Forbidden,
            _ => RefusalKind::Conflict,
        }
    }

    fn key(&self) -> &'static str {
        match self {
            Self::Account(refused) => refused.key(),
            Self::Invalid(_) => "seminars-wrong",
            Self::NotThere => "seminars-not-there",
            Self::MayNot => "seminars-may-not",
            Self::SamePerson => "seminars-same-person",
            Self::Changed => "seminars-changed",
            Self::NotNow => "seminars-not-now",
            Self::Lacking => "seminars-lacking",
            Self::PlacesTaken(_) => "seminars-places-taken",
            Self::Occupied("lecturer", _) => "seminars-lecturer-taken",
            Self::Occupied("closed", _) => "seminars-room-closed",
            Self::Occupied(..) => "seminars-room-taken",
            Self::Full => "seminars-full-now",
            Self::NobodyChosen => "seminars-nobody-chosen",
            Self::Frozen => "seminars-frozen",
            Self::NotOpen => "seminars-not-open",
            Self::Already => "seminars-already",
            Self::NoOffer => "seminars-no-offer",
            Self::NotStanding => "seminars-not-standing",
            Self::TooEarly => "seminars-too-early",
            Self::NotMarked => "seminars-not-marked",
        }
    }

    fn args(&self) -> Value {
        match self {
            Self::Account(refused) => refused.args(),
            Self::PlacesTaken(taken) => json!({ "taken": taken }),
            Self::Occupied(_, at) => json!({ "date": at.rfc3339() }),
            _ => Value::Null,
        }
    }

    fn details(&self) -> Vec<Detail> {
        match self {
            Self::Account(refused) => refused.details(),
            Self::Invalid(details) => details.clone(),
            _ => Vec::new(),
        }
    }
}
