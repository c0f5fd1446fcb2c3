//! With what businesses that were visited need help. Confidential.

use sea_orm::entity::prelude::*;

use super::{VisitSheetId, case_field::Field};

/// One field of one sheet.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "visit_needs")]
pub struct Model {
    /// The sheet.
    #[sea_orm(primary_key, auto_increment = false)]
    pub sheet_id: VisitSheetId,
    /// The field.
    #[sea_orm(primary_key, auto_increment = false)]
    pub field: Field,
}

impl ActiveModelBehavior for ActiveModel {}
