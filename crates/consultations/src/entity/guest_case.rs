//! What guests asked, until they open their letter.

use accounts::entity::GuestId;
use bookings::entity::{HoldId, SpaceId, hold};
use kernel::{Instant, Span};
use sea_orm::entity::prelude::*;

use super::{CaseId, ExpertId};

/// A request whose address is not known to be theirs. It becomes a case when they open the letter;
/// else it is removed with all its words when its time is over.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "guest_cases")]
pub struct Model {
    /// Of the case that it becomes.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CaseId,
    /// Of which guest.
    pub link_id: GuestId,
    /// What they ask: [`crate::rules::Request`] as JSON.
    pub request: String,
    /// Whose time is held for them; none when they left it to the centre.
    pub expert_id: Option<ExpertId>,
    /// The hold on it.
    pub hold_id: Option<HoldId>,
    /// In which room.
    pub space_id: Option<SpaceId>,
    /// When it begins.
    pub starts_at: Option<Instant>,
    /// When it ends.
    pub ends_at: Option<Instant>,
    /// When all of it goes.
    pub expires_at: Instant,
    /// The hold.
    #[sea_orm(belongs_to, from = "hold_id", to = "id")]
    pub hold: BelongsTo<Option<hold::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// The time that is held for them.
    pub fn span(&self) -> Option<Span> {
        let (from, until) = self.starts_at.zip(self.ends_at)?;
        Some(Span { from, until })
    }
}
