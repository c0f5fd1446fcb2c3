//! What each "no" is called, and how it is told.

use kernel::{Detail, Refusal, RefusalKind};
use serde_json::{Value, json};

use super::Refused;

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
            Self::OutsideTheRound(_) => "lotteries-outside-the-round",
            Self::Nobody => "lotteries-nobody-applies",
            Self::CalledOff => "lotteries-called-off",
            Self::GivenUp => "lotteries-given-up",
            Self::Announced => "lotteries-announced",
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
            Self::OutsideTheRound(tiers) => {
                let tier = |place: usize| tiers.get(place).map_or("none", |who| who.code());
                json!({ "first": tier(0), "second": tier(1), "third": tier(2) })
            }
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
