//! The centre's own uses (センター使用): a programme of the centre or the ward, without a person and
//! without a bill.

use kernel::{Instant, PersonId, Span};
use plans::entity::ProgrammeId;
use sea_orm::entity::prelude::*;

use super::{HoldId, OwnUseId, OwnUseReasonId, SpaceId, hold};

/// One own use. Whether it stands is the state of its hold.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "own_uses")]
pub struct Model {
    /// Its identifier, as in addresses.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: OwnUseId,
    /// What it is for the ledger.
    pub hold_id: HoldId,
    /// The first of those that were entered together, every week; none for one by itself.
    pub first_id: Option<OwnUseId>,
    /// Which space.
    pub space_id: SpaceId,
    /// Which unit of it; none for all of it.
    pub unit: Option<i32>,
    /// From when.
    pub starts_at: Instant,
    /// Until when, without clearing up.
    pub ends_at: Instant,
    /// Why, for the ward to read.
    pub reason_id: OwnUseReasonId,
    /// For which programme of the approved plan, or which initiative with the ward's consent; none of
    /// uses that were entered before plans were.
    pub programme_id: Option<ProgrammeId>,
    /// What that was called then (事業名).
    pub programme: String,
    /// What it is in particular, `創業塾 第3回`; empty where the programme says enough.
    pub title: String,
    /// The member of staff who entered it.
    pub made_by: Option<PersonId>,
    /// When.
    pub made_at: Instant,
    /// The member of staff who gave the space back.
    pub ended_by: Option<PersonId>,
    /// When it was given back; none while it stands.
    pub ended_at: Option<Instant>,
    /// The hold.
    #[sea_orm(belongs_to, from = "hold_id", to = "id")]
    pub hold: BelongsTo<hold::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// What boards and lists call it.
    pub fn called(&self) -> &str {
        if self.title.is_empty() {
            &self.programme
        } else {
            &self.title
        }
    }

    /// The time of use.
    pub const fn span(&self) -> Span {
        Span {
            from: self.starts_at,
            until: self.ends_at,
        }
    }
}
