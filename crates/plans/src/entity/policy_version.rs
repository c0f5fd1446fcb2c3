//! What a policy says, version by version.

use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;

use super::{PolicyId, PolicyVersionId};

/// One version. How far it is, its approval says; a draft has none.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "policy_versions")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PolicyVersionId,
    /// Of which policy.
    pub policy_id: PolicyId,
    /// 第1版 is 1.
    pub number: i32,
    /// What the ward wants.
    pub body: String,
    /// The first day on which it holds, once it is acknowledged.
    pub valid_from: String,
    /// Grows with every edit of the draft: two who edit it do not overwrite each other.
    pub edition: i32,
    /// Who wrote it last.
    pub written_by: PersonId,
    /// When.
    pub written_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
