//! Which papers belong to which case. Confidential as what was asked, or as what was said.

use files::PaperId;
use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;

use super::CaseId;

/// One paper of one case.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "case_papers")]
pub struct Model {
    /// The case.
    #[sea_orm(primary_key, auto_increment = false)]
    pub case_id: CaseId,
    /// The paper.
    #[sea_orm(primary_key, auto_increment = false)]
    pub paper_id: PaperId,
    /// Whether whoever asks handed it in, themselves or at the counter; else it is of those who handle
    /// the case, and for them only.
    pub from_client: bool,
    /// Who handed it in.
    pub handed_in_by: Option<PersonId>,
    /// When.
    pub handed_in_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
