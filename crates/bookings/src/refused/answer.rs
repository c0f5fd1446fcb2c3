//! How a refusal is answered.

use kernel::{Detail, Refusal, RefusalKind};
use serde_json::{Value, json};

use super::{Refused, Unclosable, Wrong};

impl Refusal for Refused {
    fn kind(&self) -> RefusalKind {
        match self {
            Self::Wrong(_) | Self::KeyReused | Self::Unclosable(_) => RefusalKind::Invalid,
            Self::SlotTaken { .. }
            | Self::Clashes
            | Self::AlreadyBegun
            | Self::NoLongerStands
            | Self::NotToday
            | Self::Changed
            | Self::MoreAffected
            | Self::ClosedAlready
            | Self::EndsNoEarlier => RefusalKind::Conflict,
            Self::NoSuchSpace | Self::NoSuchBooking | Self::NoSuchPerson | Self::NoSuchClosure => {
                RefusalKind::NotFound
            }
            Self::ForAnother | Self::MayNotClose => RefusalKind::Forbidden,
        }
    }

    fn key(&self) -> &'static str {
        match self {
            Self::Wrong(_) | Self::Unclosable(_) => "bookings-wrong",
            Self::SlotTaken { .. } => "bookings-slot-taken",
            Self::Clashes => "bookings-series-clashes",
            Self::NoSuchSpace => "bookings-no-such-space",
            Self::NoSuchBooking => "bookings-no-such-booking",
            Self::NoSuchPerson => "bookings-no-such-person",
            Self::ForAnother => "bookings-for-another",
            Self::AlreadyBegun => "bookings-already-begun",
            Self::NoLongerStands => "bookings-no-longer-stands",
            Self::NotToday => "bookings-not-today",
            Self::KeyReused => "bookings-key-reused",
            Self::MayNotClose => "bookings-may-not-close",
            Self::MoreAffected => "bookings-closing-more",
            Self::ClosedAlready => "bookings-closing-already",
            Self::NoSuchClosure => "bookings-no-such-closure",
            Self::EndsNoEarlier => "bookings-closing-no-earlier",
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
            Self::Unclosable(all) => all.iter().map(Unclosable::detail).collect(),
            _ => vec![Detail {
                field: None,
                key: self.key(),
                args: Value::Null,
            }],
        }
    }
}
