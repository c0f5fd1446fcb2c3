//! What a programme does when (日程).

use sea_orm::entity::prelude::*;

use super::{PlanVersionId, ProgrammeId};

/// One line of the schedule of a programme in one version.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "activities")]
pub struct Model {
    /// Of which version.
    #[sea_orm(primary_key, auto_increment = false)]
    pub version_id: PlanVersionId,
    /// Of which programme.
    #[sea_orm(primary_key, auto_increment = false)]
    pub programme_id: ProgrammeId,
    /// The first is 1.
    #[sea_orm(primary_key, auto_increment = false)]
    pub position: i32,
    /// What is done.
    pub name: String,
    /// From which month: `2027-04`.
    pub first_month: String,
    /// To which month.
    pub last_month: String,
}

impl ActiveModelBehavior for ActiveModel {}
