//! When a certificate of completion is given.

use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;

use super::SeminarId;

/// The rule of one seminar; where there is none every lesson is needed.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "certificate_rules")]
pub struct Model {
    /// Of which seminar.
    #[sea_orm(primary_key, auto_increment = false)]
    pub seminar_id: SeminarId,
    /// So many lessons must be attended.
    pub lessons: i32,
    /// Whether a lesson counts to which somebody came late, or which they left early.
    pub partial: bool,
    /// Who said so.
    pub set_by: Option<PersonId>,
    /// When.
    pub set_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
