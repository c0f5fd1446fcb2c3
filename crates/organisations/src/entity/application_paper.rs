//! Which papers belong to which application.

use files::PaperId;
use sea_orm::entity::prelude::*;

use super::ApplicationId;

/// One paper of one application.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "application_papers")]
pub struct Model {
    /// The application.
    #[sea_orm(primary_key, auto_increment = false)]
    pub application_id: ApplicationId,
    /// The paper.
    #[sea_orm(primary_key, auto_increment = false)]
    pub paper_id: PaperId,
}

impl ActiveModelBehavior for ActiveModel {}
