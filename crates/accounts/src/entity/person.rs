//! People: everyone the centre knows, with or without an account.

use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;

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
    /// Since when the centre knows them.
    pub created_at: Instant,
    /// When their name was erased, if it was.
    pub erased_at: Option<Instant>,
    /// How they sign in, if they do.
    #[sea_orm(has_one)]
    pub account: HasOne<super::account::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// 姓 and 名 with a space between.
    pub fn name(&self) -> String {
        format!("{} {}", self.family_name, self.given_name)
    }

    /// セイ and メイ with a space between.
    pub fn kana(&self) -> String {
        format!("{} {}", self.family_kana, self.given_kana)
    }
}
