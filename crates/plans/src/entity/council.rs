//! Where the ward, the manager and their partners talk things over (協議の場).

use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;

use super::CouncilId;

/// One council.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "councils")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CouncilId,
    /// What it is called: `産業交流促進会議`.
    pub name: String,
    /// The same folded, so that none is entered twice.
    pub name_key: String,
    /// What it is there for.
    pub purpose: String,
    /// Grows with every change: two who change it do not overwrite each other.
    pub edition: i32,
    /// Who wrote it last.
    pub written_by: PersonId,
    /// When.
    pub written_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
