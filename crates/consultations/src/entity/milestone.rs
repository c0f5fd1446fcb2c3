//! What somebody reached after they were advised (成果), with what shows it. Confidential.

use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;

use super::{CaseId, MilestoneId, case::coded};

/// One thing that was reached.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "milestones")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: MilestoneId,
    /// In which case.
    pub case_id: CaseId,
    /// What it was.
    pub kind: Kind,
    /// On which day, an ISO date.
    pub reached_on: String,
    /// What shows it: 登記簿を確認.
    pub evidence: String,
    /// Who wrote it down.
    pub written_by: PersonId,
    /// When.
    pub written_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}

/// What somebody can reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Kind {
    /// 開業・設立.
    Opened,
    /// 雇用.
    Hired,
    /// 売上の伸び.
    Sales,
    /// 融資・出資.
    Financed,
    /// 承継.
    Succeeded,
}

coded! {
    Kind {
        Opened => "opened", Hired => "hired", Sales => "sales", Financed => "financed",
        Succeeded => "succeeded",
    }
}
