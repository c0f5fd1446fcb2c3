//! Who opened a case, and who broke the glass.

use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;

use super::{AccessId, CaseId};

/// That somebody opened what is confidential of a case.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "case_accesses")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AccessId,
    /// Which case.
    pub case_id: CaseId,
    /// Who.
    pub person_id: PersonId,
    /// When.
    pub at: Instant,
    /// Why somebody who does not handle it had to read it; none for those who do.
    pub why: Option<String>,
    /// Until when they may read it for that reason.
    pub until: Option<Instant>,
}

impl ActiveModelBehavior for ActiveModel {}
