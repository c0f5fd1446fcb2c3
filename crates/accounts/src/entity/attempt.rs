//! How often something was tried lately, by a digest of who tried what.

use kernel::Instant;
use sea_orm::entity::prelude::*;

/// One count. Its key is a digest, so that the table tells no address and no name.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "attempts")]
pub struct Model {
    /// SHA-256 of what is counted.
    #[sea_orm(primary_key, auto_increment = false)]
    pub key: Vec<u8>,
    /// How often since then.
    pub count: i64,
    /// When the counting began.
    pub since: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
