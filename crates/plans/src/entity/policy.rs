//! What the ward wants in one field of work in one fiscal year (方針).

use sea_orm::entity::prelude::*;

use super::PolicyId;

/// One policy; what it says stands in its versions.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "policies")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PolicyId,
    /// The fiscal year by the year in which it begins: 2027 is 令和9年度.
    pub fiscal_year: i32,
    /// The field of work (分野): `創業・起業`.
    pub field: String,
    /// The same folded, so that no field has two policies in a year.
    pub field_key: String,
}

impl ActiveModelBehavior for ActiveModel {}
