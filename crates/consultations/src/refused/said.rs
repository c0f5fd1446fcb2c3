//! What each "no" is called, and how it is told.

use kernel::{Detail, Refusal, RefusalKind};
use serde_json::Value;

use super::Refused;

impl Refusal for Refused {
    fn kind(&self) -> RefusalKind {
        match self {
            Self::Account(refused) => refused.kind(),
            Self::Paper(refused) => refused.kind(),
            Self::Invalid(_) | Self::KeyReused => RefusalKind::Invalid,
            Self::NotThere => RefusalKind::NotFound,
            Self::MayNot => RefusalKind::Forbidden,
            _ => RefusalKind::Conflict,
        }
    }

    fn of_constraint(name: &str) -> Option<Self> {
        (name == "allocations_no_overlap").then_some(Self::SlotTaken)
    }

    fn key(&self) -> &'static str {
        match self {
            Self::Account(refused) => refused.key(),
            Self::Paper(refused) => refused.key(),
            Self::Invalid(_) => "consultations-wrong",
            Self::NotThere => "consultations-not-there",
            Self::MayNot => "consultations-may-not",
            Self::Changed => "consultations-changed",
            Self::SlotTaken => "consultations-slot-taken",
            Self::Barred("unsigned") => "cases-barred-unsigned",
            Self::Barred("conflict") => "cases-barred-conflict",
            Self::Barred(_) => "cases-barred-full",
            Self::KeyReused => "bookings-key-reused",
            Self::AlreadyExpert => "experts-already",
            Self::NotTheirs => "cases-not-theirs",
            Self::NotStanding => "meetings-not-standing",
            Self::TooEarly => "meetings-too-early",
            Self::MeetingAhead => "cases-meeting-ahead",
            Self::Closed => "cases-closed",
            Self::Open => "cases-open",
            Self::Unfinished => "cases-unfinished",
            Self::Finished => "records-finished",
            Self::Unmet(key) => key,
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Account(refused) => refused.field(),
            Self::Paper(_) => Some("papers"),
            _ => None,
        }
    }

    fn args(&self) -> Value {
        match self {
            Self::Account(refused) => refused.args(),
            Self::Paper(refused) => refused.args(),
            _ => Value::Null,
        }
    }

    fn details(&self) -> Vec<Detail> {
        match self {
            Self::Account(refused) => refused.details(),
            Self::Invalid(details) => details.clone(),
            _ => vec![Detail {
                field: self.field(),
                key: self.key(),
                args: self.args(),
            }],
        }
    }
}
