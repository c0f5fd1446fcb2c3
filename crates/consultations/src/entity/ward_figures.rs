//! The figures of a fiscal year as the ward has first seen them, and always sees them.

use kernel::Instant;
use sea_orm::entity::prelude::*;

use super::WardFiguresId;

/// The figures of one fiscal year.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "ward_figures")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: WardFiguresId,
    /// The western year in which the fiscal year begins.
    pub fiscal_year: i32,
    /// What the ward sees: `rules::Sums` as JSON. What is hidden is not in it.
    pub sums: String,
    /// When it was made.
    pub made_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
