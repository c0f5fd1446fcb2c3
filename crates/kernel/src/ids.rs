//! Typed identifiers: a booking's id cannot be passed where a person's is meant.

use std::sync::{Mutex, PoisonError};

use uuid::{ContextV7, Timestamp, Uuid};

use crate::Instant;

/// The identifiers of this program ascend, whichever work they are made in, so that rows of one moment
/// keep the order in which they were written.
static SERIES: Mutex<Series> = Mutex::new(Series {
    context: ContextV7::new(),
    last: 0,
});

/// So far a moment may lie behind the one before (works overlap) until the clock counts as set back; in
/// microseconds.
const OVERLAP: i64 = 60_000_000;

struct Series {
    context: ContextV7,
    last: i64,
}

/// The next identifier, with its moment in it.
pub(crate) fn next_id(now: Instant) -> Uuid {
    let micros = now.micros();
    let seconds = u64::try_from(micros / 1_000_000).unwrap_or(0);
    let nanos = u32::try_from(micros % 1_000_000).unwrap_or(0) * 1_000;
    let mut series = SERIES.lock().unwrap_or_else(PoisonError::into_inner);
    if micros < series.last - OVERLAP {
        series.context = ContextV7::new();
        series.last = micros;
    }
    series.last = series.last.max(micros);
    Uuid::new_v7(Timestamp::from_unix(&series.context, seconds, nanos))
}

/// Declares an identifier: a UUID that knows what it names.
///
/// Stored as `uuid` (PostgreSQL) or 16 bytes (SQLite), shown in URLs in the usual 36 characters.
/// New values come from [`Work::new_id`](crate::Work::new_id).
#[macro_export]
macro_rules! typed_id {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord,
            $crate::sea_orm::DeriveValueType,
            $crate::serde::Serialize, $crate::serde::Deserialize,
        )]
        #[serde(crate = "kernel::serde", transparent)]
        pub struct $name(pub Uuid);

        // SeaORM asks this of every key; an identifier never comes from a counter.
        impl $crate::sea_orm::TryFromU64 for $name {
            fn try_from_u64(_: u64) -> Result<Self, $crate::sea_orm::DbErr> {
                Err($crate::sea_orm::DbErr::ConvertFromU64(stringify!($name)))
            }
        }

        impl From<$crate::uuid::Uuid> for $name {
            fn from(id: $crate::uuid::Uuid) -> Self {
                Self(id)
            }
        }

        impl From<$name> for $crate::uuid::Uuid {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    };
}

extern crate self as kernel;

typed_id! {
    /// A human being the centre knows: a member, a guest without an account, an officer.
    PersonId
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;

    #[test]
    fn identifiers_ascend_and_follow_a_clock_that_is_set_back() {
        let now = Instant::parse("2026-12-08T09:00:00+09:00").unwrap();
        let made = |at: Instant| (0..1_000).map(|_| next_id(at)).collect::<Vec<_>>();
        let mut all = made(now);
        // A work that began a little earlier makes one still.
        all.extend(made(now - TimeDelta::seconds(1)));
        all.extend(made(now + TimeDelta::milliseconds(1)));
        assert!(all.is_sorted_by(|a, b| a < b));
        let earlier = made(now - TimeDelta::hours(1));
        assert!(earlier.iter().all(|id| *id < all[0]));
    }
}
