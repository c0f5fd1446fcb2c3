//! What was last asked of a passkey in a browser: good once, and not for long.

use kernel::Instant;
use sea_orm::entity::prelude::*;

use super::BrowserId;

/// One challenge. It never leaves the centre but for the question itself.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "passkey_challenges")]
pub struct Model {
    /// Which browser was asked.
    #[sea_orm(primary_key, auto_increment = false)]
    pub browser: BrowserId,
    /// What the answer is compared with, as `crate::passkey` writes it.
    pub state: String,
    /// When it ends by itself.
    pub expires_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
