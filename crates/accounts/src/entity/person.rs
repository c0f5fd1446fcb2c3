//! People: everyone the centre knows, with or without an account.

use kernel::{Instant, PersonId};
use sea_orm::{Condition, entity::prelude::*};

/// A human being. A guest is a person without an account.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "people")]
pub struct Model {
    /// Their identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PersonId,
    /// 姓, as typed.
    pub family_name: String,
    /// 名, as typed.
    pub given_name: String,
    /// セイ, as typed.
    pub family_kana: String,
    /// メイ, as typed.
    pub given_kana: String,
    /// `03-0000-0000`, or empty.
    pub telephone: String,
    /// What a search is compared with: reading, name and telephone, folded; see `rules::search_key`.
    pub search_key: String,
    /// The name, folded; see `rules::likeness`.
    pub name_key: String,
    /// The reading, folded.
    pub kana_key: String,
    /// The digits of the telephone.
    pub telephone_key: String,
    /// Since when the centre knows them.
    pub created_at: Instant,
    /// When their name was erased, if it was.
    pub erased_at: Option<Instant>,
    /// Into whom they were merged, when they were a double.
    pub merged_into: Option<PersonId>,
    /// How they sign in, if they do.
    #[sea_orm(has_one)]
    pub account: HasOne<super::account::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// The one of this identifier, and those that were merged into it.
    pub fn is_or_was(id: PersonId) -> Condition {
        Condition::any()
            .add(COLUMN.id.eq(id))
            .add(COLUMN.merged_into.eq(id))
    }

    /// Everyone the centre knows today: neither erased nor merged into another.
    pub fn living() -> Select<Self> {
        Self::find()
            .filter(COLUMN.erased_at.is_null())
            .filter(COLUMN.merged_into.is_null())
    }
}

impl Model {
    /// 姓 and 名 with a space between.
    pub fn name(&self) -> String {
        format!("{} {}", self.family_name, self.given_name)
    }

    /// セイ and メイ with a space between, in full-width katakana, however they were typed.
    pub fn kana(&self) -> String {
        japan::kana::katakana(&format!("{} {}", self.family_kana, self.given_kana))
    }
}
