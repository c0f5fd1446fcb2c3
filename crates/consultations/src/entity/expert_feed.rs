//! From where an expert's calendar fetches their appointments.

use kernel::Instant;
use sea_orm::entity::prelude::*;

use super::ExpertId;

/// The address of one expert. The calendar knows the secret, the row its digest.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "expert_feeds")]
pub struct Model {
    /// Whose.
    #[sea_orm(primary_key, auto_increment = false)]
    pub expert_id: ExpertId,
    /// SHA-256 of the secret.
    pub digest: Vec<u8>,
    /// Since when.
    pub created_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
