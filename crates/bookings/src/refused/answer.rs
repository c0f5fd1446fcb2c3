//! How a refusal is answered.

use kernel::{Detail, Refusal, RefusalKind};
use serde_json::{Value, json};

use super::{Refused, Unclosable, Unfit, Unowned, Unruly, Wrong};

impl Refusal for Refused {
    fn kind(&self) -> RefusalKind {
        match self {
            Self::Wrong(_)
            | Self::WrongBut(..)
            | Self::KeyReused
            | Self::Unclosable(_)
            | Self::Unruly(_)
            | Self::Unfit(_) => RefusalKind::Invalid,
            Self::SlotTaken(_)
            | Self::Clashes
            | Self::AlreadyBegun
            | Self::NoLongerStands
            | Self::NotToday
            | Self::Changed
            | Self::SetUpChanged
            | Self::Unseen(_)
            | Self::ClosedAlready
            | Self::EndsNoEarlier => RefusalKind::Conflict,
            Self::NoSuchSpace | Self::NoSuchBooking | Self::NoSuchPerson | Self::NoSuchClosure => {
                RefusalKind::NotFound
            }
            Self::ForAnother => RefusalKind::Forbidden,
            Self::Own(all) => all.first().map_or(RefusalKind::Invalid, Unowned::kind),
            Self::Ruled(why) => why.kind(),
            Self::Waiting(why) => why.kind(),
            Self::Feed(why) => why.kind(),
        }
    }

    fn of_constraint(name: &str) -> Option<Self> {
        (name == "allocations_no_overlap").then(|| Self::SlotTaken(Vec::new()))
    }

    fn key(&self) -> &'static str {
        match self {
            Self::Wrong(_)
            | Self::WrongBut(..)
            | Self::Unclosable(_)
            | Self::Unruly(_)
            | Self::Unfit(_) => "bookings-wrong",
            Self::SetUpChanged => "bookings-venue-changed-meanwhile",
            Self::SlotTaken(_) => "bookings-slot-taken",
            Self::Clashes => "bookings-series-clashes",
            Self::NoSuchSpace => "bookings-no-such-space",
            Self::NoSuchBooking => "bookings-no-such-booking",
            Self::NoSuchPerson => "bookings-no-such-person",
            Self::ForAnother => "bookings-for-another",
            Self::AlreadyBegun => "bookings-already-begun",
            Self::NoLongerStands => "bookings-no-longer-stands",
            Self::NotToday => "bookings-not-today",
            Self::KeyReused => "bookings-key-reused",
            Self::Unseen(why) => why.key(),
            Self::ClosedAlready => "bookings-closing-already",
            Self::NoSuchClosure => "bookings-no-such-closure",
            Self::EndsNoEarlier => "bookings-closing-no-earlier",
            Self::Own(all) => match all.as_slice() {
                [one] if one.kind() != RefusalKind::Invalid => one.detail().key,
                _ => "bookings-wrong",
            },
            Self::Ruled(why) => why.key(),
            Self::Changed => "bookings-changed-meanwhile",
            Self::Waiting(why) => why.key(),
            Self::Feed(why) => why.key(),
        }
    }

    fn args(&self) -> Value {
        match self {
            Self::SlotTaken(alternatives) | Self::WrongBut(_, alternatives) => {
                json!({ "alternatives": alternatives })
            }
            Self::Waiting(why) => why.args(),
            _ => Value::Null,
        }
    }

    fn details(&self) -> Vec<Detail> {
        match self {
            Self::Wrong(all) | Self::WrongBut(all, _) => all.iter().map(Wrong::detail).collect(),
            Self::Unclosable(all) => all.iter().map(Unclosable::detail).collect(),
            Self::Unfit(all) => all.iter().map(Unfit::detail).collect(),
            Self::Unruly(all) => all.iter().map(Unruly::detail).collect(),
            Self::Own(all) => all.iter().map(Unowned::detail).collect(),
            Self::Waiting(why) => vec![why.detail()],
            _ => vec![Detail {
                field: None,
                key: self.key(),
                args: Value::Null,
            }],
        }
    }
}
