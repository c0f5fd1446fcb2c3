//! Calendar feeds: secret addresses from which calendars fetch bookings.

use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;

use super::{FeedId, SpaceId};

/// One address. The calendar knows the secret, the row its digest.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "calendar_feeds")]
pub struct Model {
    /// Its identifier, which opens nothing.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: FeedId,
    /// What it tells.
    pub kind: Kind,
    /// Who made it, and in whose right it tells.
    pub person_id: PersonId,
    /// Of which space, if of one.
    pub space_id: Option<SpaceId>,
    /// SHA-256 of the secret.
    pub digest: Vec<u8>,
    /// What was told last, as a tag; empty before the first time.
    pub etag: String,
    /// Since when that is told.
    pub changed_at: Instant,
    /// Since when.
    pub created_at: Instant,
    /// When a calendar last fetched it, to about ten minutes.
    pub used_at: Option<Instant>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// A person's own; another's are not there.
    pub fn of(person: PersonId) -> Select<Self> {
        Self::find().filter(COLUMN.person_id.eq(person))
    }
}

/// What a feed tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Kind {
    /// A person's own bookings.
    Own,
    /// When a space is taken; nobody's name.
    Space,
    /// Every booking, with names: for staff.
    Counter,
}

impl Kind {
    /// As forms and texts name it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Space => "space",
            Self::Counter => "counter",
        }
    }

    /// Reads what [`Kind::code`] writes.
    pub fn parse(code: &str) -> Option<Self> {
        [Self::Own, Self::Space, Self::Counter]
            .into_iter()
            .find(|kind| kind.code() == code)
    }
}
