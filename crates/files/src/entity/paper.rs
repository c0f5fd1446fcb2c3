//! Papers: what the centre knows of a file that someone handed in.

use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;

use super::PaperId;

/// A paper. Its content lies in the folder of papers under its digest.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "papers")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PaperId,
    /// SHA-256 of its content in hexadecimal.
    pub digest: String,
    /// How its owner named it.
    pub name: String,
    /// What its content is.
    pub kind: Kind,
    /// So many bytes.
    pub size: i64,
    /// Who handed it in; none for demonstration data.
    pub handed_in_by: Option<PersonId>,
    /// When.
    pub handed_in_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}

/// What a paper is, told by its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, serde::Serialize)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A PDF document.
    Pdf,
    /// A JPEG picture.
    Jpeg,
    /// A PNG picture.
    Png,
    /// A picture of a recent telephone (HEIC, HEIF).
    Heic,
    /// A WebP picture.
    Webp,
}
