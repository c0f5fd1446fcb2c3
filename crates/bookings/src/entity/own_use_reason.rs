//! The reasons (事由) for which the centre uses its spaces itself: words that the manager keeps.

use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;

use super::OwnUseReasonId;

/// One reason.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "own_use_reasons")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: OwnUseReasonId,
    /// `区の主催事業`.
    pub name: String,
    /// The first date of use for which it can be given.
    pub valid_from: String,
    /// The last one; none while nobody has ended it.
    pub valid_until: Option<String>,
    /// Who entered it.
    pub made_by: Option<PersonId>,
    /// When.
    pub made_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// Whether it can be given for a use on a date.
    pub fn is_given_on(&self, date: chrono::NaiveDate) -> bool {
        let date = date.to_string();
        self.valid_from <= date && !self.is_over(&date)
    }

    /// Whether its last date lies before this one.
    pub fn is_over(&self, date: &str) -> bool {
        self.valid_until
            .as_deref()
            .is_some_and(|last| last < date || last < self.valid_from.as_str())
    }
}
