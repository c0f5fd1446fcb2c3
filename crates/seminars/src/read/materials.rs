//! The papers of a seminar.

use files::{
    PaperId,
    read::{Paper, papers},
};
use kernel::Fault;
use sea_orm::entity::prelude::*;

use crate::entity::{SeminarId, material};

/// The materials of a seminar, in the order in which they came.
pub async fn materials(db: &impl ConnectionTrait, id: SeminarId) -> Result<Vec<Paper>, Fault> {
    let rows = material::Entity::find()
        .filter(material::COLUMN.seminar_id.eq(id))
        .all(db)
        .await?;
    let ids: Vec<PaperId> = rows.iter().map(|row| row.paper_id).collect();
    papers(db, ids).await
}
