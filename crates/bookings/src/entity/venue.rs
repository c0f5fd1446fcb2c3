//! Venues: a house with opening hours.

use sea_orm::entity::prelude::*;
use views::Lang;

use super::VenueId;

/// A house of the centre. Most wards have one.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "venues")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: VenueId,
    /// What it is called.
    pub name: String,
    /// The same in English.
    pub name_en: String,
    /// `153-0000`.
    pub postal_code: String,
    /// Where it is.
    pub address: String,
    /// Whom to call.
    pub telephone: String,
    /// When the counter answers, in words: `9:00〜20:30`.
    pub counter_hours: String,
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// How it is called in a language.
    pub fn name(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.name_en,
            Lang::Ja | Lang::Easy => &self.name,
        }
    }
}
