//! Who decides in the place of whom, from a day until another (代理). A row is never changed, only
//! ended.

use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;

use super::{DeputyId, approval::Side};

/// One naming.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "approval_deputies")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: DeputyId,
    /// For which side they decide.
    pub side: Side,
    /// Who is away.
    pub away_person: PersonId,
    /// Who decides meanwhile.
    pub deputy: PersonId,
    /// The first day.
    pub valid_from: String,
    /// The last day.
    pub valid_until: String,
    /// Who named them: whoever is away, or another who decides for the side.
    pub named_by: PersonId,
    /// When.
    pub named_at: Instant,
    /// When it was ended before its last day; none as long as it was not.
    pub ended_at: Option<Instant>,
}

impl ActiveModelBehavior for ActiveModel {}
