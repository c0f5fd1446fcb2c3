//! What each "no" is called, and how it is told.

use kernel::{Detail, Refusal, RefusalKind};
use serde_json::{Value, json};

use super::Refused;

impl Refusal for Refused {
    fn kind(&self) -> RefusalKind {
        match self {
            Self::Account(refused) => refused.kind(),
            Self::Paper(refused) => refused.kind(),
            Self::Invalid(_) | Self::KeyReused => RefusalKind::Invalid,
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
            Self::TooFew => "seminars-too-few",
            Self::NobodyChosen => "seminars-nobody-chosen",
            Self::Frozen => "seminars-frozen",
            Self::FrozenMode => "seminars-frozen-mode",
            Self::ChangedElsewhere => "seminars-changed-elsewhere",
            Self::NotOpen => "seminars-not-open",
            Self::Already => "seminars-already",
            Self::NoOffer => "seminars-no-offer",
            Self::NotStanding => "seminars-not-standing",
            Self::TooEarly => "seminars-too-early",
            Self::NotMarked => "seminars-not-marked",
            Self::NothingAnswered => "seminars-nothing-answered",
            Self::Paper(refused) => refused.key(),
            Self::Full => "seminars-full-now",
            Self::FullThere => "seminars-full-there",
            Self::KeyReused => "bookings-key-reused",
        }
    }

    fn of_constraint(name: &str) -> Option<Self> {
        (name == "enrolments_once").then_some(Self::Already)
    }

    fn args(&self) -> Value {
        match self {
            Self::Account(refused) => refused.args(),
            Self::PlacesTaken(taken) => json!({ "taken": taken }),
            Self::Occupied(_, at) => json!({ "date": at.rfc3339() }),
            Self::Paper(refused) => refused.args(),
            _ => Value::Null,
        }
    }

    fn field(&self) -> Option<&'static str> {
        matches!(self, Self::Paper(_)).then_some("papers")
    }

    fn details(&self) -> Vec<Detail> {
        match self {
            Self::Account(refused) => refused.details(),
            Self::Invalid(details) => details.clone(),
            _ => Vec::new(),
        }
    }
}
