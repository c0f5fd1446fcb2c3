//! What those who take part may take home (資料).

use files::PaperId;
use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;

use super::SeminarId;

/// One paper of a seminar.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "seminar_materials")]
pub struct Model {
    /// Of which seminar.
    #[sea_orm(primary_key, auto_increment = false)]
    pub seminar_id: SeminarId,
    /// Which paper.
    #[sea_orm(primary_key, auto_increment = false)]
    pub paper_id: PaperId,
    /// Who added it.
    pub added_by: Option<PersonId>,
    /// When.
    pub added_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
