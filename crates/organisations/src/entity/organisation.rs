//! Organisations: businesses, groups and associations.

use kernel::Instant;
use sea_orm::{Condition, entity::prelude::*};

use super::{OrganisationId, category::Party};

/// An organisation. Nobody acts for it before reception has approved its first application.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "organisations")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: OrganisationId,
    /// 名称, as typed.
    pub name: String,
    /// フリガナ, as typed.
    pub kana: String,
    /// A business or a group.
    pub party: Party,
    /// 法人番号, 13 digits, if it has one.
    pub corporate_number: Option<String>,
    /// 登録番号, T and 13 digits, if it has one.
    pub registration_number: Option<String>,
    /// `153-0000`.
    pub postal_code: String,
    /// 所在地.
    pub address: String,
    /// In plain ASCII digits, however it was typed.
    pub telephone: String,
    /// 設立・開業の日, an ISO date, if told.
    pub founded_on: Option<String>,
    /// What a search is compared with; see `rules::likeness`.
    pub search_key: String,
    /// Its name, folded, without words for its legal form.
    pub name_key: String,
    /// Its reading, folded in the same way.
    pub kana_key: String,
    /// Where it is, folded.
    pub place_key: String,
    /// The digits of its telephone.
    pub telephone_key: String,
    /// When it was first entered.
    pub created_at: Instant,
    /// When reception first approved it.
    pub registered_at: Option<Instant>,
    /// Into which one it was merged, when it was a double.
    pub merged_into: Option<OrganisationId>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// The one of this identifier, and those that were merged into it.
    pub fn is_or_was(id: OrganisationId) -> Condition {
        Condition::any()
            .add(COLUMN.id.eq(id))
            .add(COLUMN.merged_into.eq(id))
    }

    /// Those that someone may act for.
    pub fn living() -> Select<Self> {
        Self::find()
            .filter(COLUMN.registered_at.is_not_null())
            .filter(COLUMN.merged_into.is_null())
    }
}
