//! Tariffs (料金表): what the same kind of use costs, by name.

use kernel::Instant;
use sea_orm::entity::prelude::*;

use super::TariffId;

/// A tariff; what it costs is in its dated rates.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "tariffs")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: TariffId,
    /// What staff and members call it.
    pub name: String,
    /// The same in English, or empty.
    pub name_en: String,
    /// When it was opened.
    pub made_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
