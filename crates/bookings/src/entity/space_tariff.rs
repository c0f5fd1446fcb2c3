//! Which tariff a space belongs to: dated rows.

use fees::entity::TariffId;
use sea_orm::entity::prelude::*;

use super::SpaceId;

/// What a space costs from a date on.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "space_tariffs")]
pub struct Model {
    /// Which space.
    #[sea_orm(primary_key, auto_increment = false)]
    pub space_id: SpaceId,
    /// The first day on which it holds.
    #[sea_orm(primary_key, auto_increment = false)]
    pub valid_from: String,
    /// By which tariff; none when it is free of charge.
    pub tariff_id: Option<TariffId>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// By what a page says which row it showed.
    pub fn mark(&self) -> String {
        let id = self.tariff_id.map(|id| id.to_string());
        id.unwrap_or_else(|| "free".to_owned())
    }
}
