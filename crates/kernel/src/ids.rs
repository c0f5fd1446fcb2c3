//! Typed identifiers: a booking's id cannot be passed where a person's is meant.

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

use uuid::Uuid;

extern crate self as kernel;

typed_id! {
    /// A human being the centre knows: a member, a guest without an account, an officer.
    PersonId
}
