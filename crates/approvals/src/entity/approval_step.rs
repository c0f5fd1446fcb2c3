//! Every step of an approval: who, when, on which content, with which words.

use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;

use super::{ApprovalId, approval::State};

/// One step.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "approval_steps")]
pub struct Model {
    /// Of which approval.
    #[sea_orm(primary_key, auto_increment = false)]
    pub approval_id: ApprovalId,
    /// The first is 1.
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    /// How far it was after it.
    pub state: State,
    /// The content it was about.
    pub digest: String,
    /// Conditions, or what to mend, or why not; none where nothing was said.
    pub words: Option<String>,
    /// Who.
    pub made_by: PersonId,
    /// In whose place (代理); none for whoever decides by their own right.
    pub deputy_of: Option<PersonId>,
    /// When.
    pub made_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
