//! The bands (時間区分) of a price by the band.

use sea_orm::entity::prelude::*;

use super::TariffRateId;

/// One band with its price.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "tariff_bands")]
pub struct Model {
    /// Of which price.
    #[sea_orm(primary_key, auto_increment = false)]
    pub rate_id: TariffRateId,
    /// Minutes after midnight in Tokyo.
    #[sea_orm(primary_key, auto_increment = false)]
    pub opens: i32,
    /// The first minute after it.
    pub closes: i32,
    /// In yen.
    pub amount: i64,
}

impl ActiveModelBehavior for ActiveModel {}
