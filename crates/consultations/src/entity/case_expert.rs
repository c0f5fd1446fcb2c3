//! Who has a case (担当).

use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;

use super::{CaseExpertId, CaseId, ExpertId};

/// That an expert was given a case.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "case_experts")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CaseExpertId,
    /// The case.
    pub case_id: CaseId,
    /// The expert.
    pub expert_id: ExpertId,
    /// Since when.
    pub assigned_at: Instant,
    /// By whom; none when the person chose.
    pub assigned_by: Option<PersonId>,
    /// Until when; none while they have it.
    pub ended_at: Option<Instant>,
    /// Why they no longer have it.
    pub ended_why: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
