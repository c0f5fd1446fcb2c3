//! What the manager carries out of its own beside the plan (自主事業).

use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;

use super::ProgrammeId;

/// One initiative. It is never changed: what is mended is proposed anew.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "initiatives")]
pub struct Model {
    /// Its identifier, among those of programmes.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ProgrammeId,
    /// In which fiscal year, by the year in which that begins.
    pub fiscal_year: i32,
    /// What it is called.
    pub name: String,
    /// What is done for whom, and who pays for it.
    pub summary: String,
    /// Who proposed it.
    pub proposed_by: PersonId,
    /// When.
    pub proposed_at: Instant,
    /// Whether it waits or has the ward's consent.
    pub stands: bool,
}

impl ActiveModelBehavior for ActiveModel {}
