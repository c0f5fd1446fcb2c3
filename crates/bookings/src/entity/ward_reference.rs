//! The number that the ward's own facility system gives to a use of a shared space.

use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;

use super::{HoldId, SpaceId};

/// One number, as staff wrote it.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "ward_references")]
pub struct Model {
    /// The booking or the own use, for the ledger.
    #[sea_orm(primary_key, auto_increment = false)]
    pub hold_id: HoldId,
    /// The space it was given for; it says nothing about another.
    pub space_id: SpaceId,
    /// The number, to the letter.
    pub reference: String,
    /// The same however it is typed; once in a space.
    pub search_key: String,
    /// Who wrote it.
    pub written_by: Option<PersonId>,
    /// When.
    pub written_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
