//! The bands of a day that are drawn (区分).

use sea_orm::entity::prelude::*;

use super::TermsId;

/// One band, in minutes after midnight in Tokyo.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "lottery_bands")]
pub struct Model {
    /// Of which terms.
    #[sea_orm(primary_key, auto_increment = false)]
    pub terms_id: TermsId,
    /// It begins.
    #[sea_orm(primary_key, auto_increment = false)]
    pub opens: i32,
    /// It ends.
    pub closes: i32,
}

impl ActiveModelBehavior for ActiveModel {}
