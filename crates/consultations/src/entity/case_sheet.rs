//! The whole of a case at a glance: strengths, problems, plan. Confidential.

use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;

use super::CaseId;

/// The sheet of one case.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "case_sheets")]
pub struct Model {
    /// The case.
    #[sea_orm(primary_key, auto_increment = false)]
    pub case_id: CaseId,
    /// What they are good at (強み).
    pub strengths: String,
    /// What stands in their way (課題).
    pub problems: String,
    /// What is to be done about it (解決プログラム).
    pub plan: String,
    /// Grows with every save: two who write it do not overwrite each other.
    pub edition: i32,
    /// Who wrote it last.
    pub written_by: PersonId,
    /// When.
    pub written_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
