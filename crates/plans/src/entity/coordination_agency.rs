//! With which partners something was talked over.

use organisations::entity::AgencyId;
use sea_orm::entity::prelude::*;

use super::CoordinationEntryId;

/// One partner of one entry.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "coordination_agencies")]
pub struct Model {
    /// The entry.
    #[sea_orm(primary_key, auto_increment = false)]
    pub entry_id: CoordinationEntryId,
    /// The partner.
    #[sea_orm(primary_key, auto_increment = false)]
    pub agency_id: AgencyId,
}

impl ActiveModelBehavior for ActiveModel {}
