//! About which seminars people were asked afterwards.

use kernel::Instant;
use sea_orm::entity::prelude::*;

use super::SeminarId;

/// Once for each seminar.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "seminars_asked_about")]
pub struct Model {
    /// About which.
    #[sea_orm(primary_key, auto_increment = false)]
    pub seminar_id: SeminarId,
    /// When.
    pub asked_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
