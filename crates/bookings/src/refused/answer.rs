//! How a refusal is answered.

use kernel::{Detail, Refusal, RefusalKind};
use serde_json::{Value, json};

use super::{Refused, Wrong};

impl Refusal for Refused {
    fn kind(&self) -> RefusalKind {
        match self {
            Self::Wrong(_) | Self::KeyReused => RefusalKind::Invalid,
            Self::SlotTaken { .. }
            | Self::AlreadyBegun
            | Self::NoLongerStands
            | Self::NotToday
            | Self::Changed => RefusalKind::Conflict,
            Self::NoSuchSpace | Self::NoSuchBooking | Self::NoSuchPerson => RefusalKind::NotFound,
            Self::ForAnother => RefusalKind::Forbidden,
        }
    }

    fn key(&self) -> &'static str {
        match self {
            Self::Wrong(_) => "bookings-wrong",
            Self::SlotTaken { .. } => "bookings-slot-taken",
            Self::NoSuchSpace => "bookings-no-such-space",
            Self::NoSuchBooking => "bookings-no-such-booking",
            Self::NoSuchPerson => "bookings-no-such-person",
            Self::ForAnother => "bookings-for-another",
            Self::AlreadyBegun => "bookings-already-begun",
            Self::NoLongerStands => "bookings-no-longer-stands",
            Self::NotToday => "bookings-not-today",
            Self::KeyReused => "bookings-key-reused",
            Self::Changed => "bookings-changed-meanwhile",
        }
    }

    fn args(&self) -> Value {
        match self {
            Self::SlotTaken { alternatives } => json!({ "alternatives": alternatives }),
            _ => Value::Null,
        }
    }

    fn details(&self) -> Vec<Detail> {
        match self {
            Self::Wrong(all) => all.iter().map(Wrong::detail).collect(),
            _ => vec![Detail {
                field: None,
                key: self.key(),
                args: Value::Null,
            }],
        }
    }
}
