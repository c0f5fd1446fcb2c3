//! Questions about papers.

use std::collections::HashSet;

use kernel::{Fault, Instant};
use sea_orm::{QueryOrder, QuerySelect, entity::prelude::*};
use serde::Serialize;

use crate::{
    PaperId,
    entity::paper::{COLUMN, Column, Entity, Kind, Model},
};

/// A paper as a page lists it.
#[derive(Clone, Debug, Serialize)]
pub struct Paper {
    /// Its identifier.
    pub id: PaperId,
    /// How its owner named it.
    pub name: String,
    /// What it is.
    pub kind: Kind,
    /// Its size in thousands of bytes, at least one.
    pub kilobytes: i64,
    /// When it was handed in.
    pub at: Instant,
}

/// The papers of these identifiers, in the order in which they came.
pub async fn papers(db: &impl ConnectionTrait, ids: Vec<PaperId>) -> Result<Vec<Paper>, Fault> {
    let rows = Entity::find()
        .filter(COLUMN.id.is_in(ids))
        .order_by_asc(COLUMN.handed_in_at)
        .order_by_asc(COLUMN.id)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(listed).collect())
}

fn listed(row: Model) -> Paper {
    Paper {
        id: row.id,
        name: row.name,
        kind: row.kind,
        kilobytes: (row.size / 1000).max(1),
        at: row.handed_in_at,
    }
}

/// One paper, for [`crate::attached`]; `None` when there is no such paper.
pub async fn paper(db: &impl ConnectionTrait, id: PaperId) -> Result<Option<Model>, Fault> {
    Ok(Entity::find_by_id(id).one(db).await?)
}

/// The digests that rows name, each once: what a backup must hold.
pub async fn digests(db: &impl ConnectionTrait) -> Result<Vec<String>, Fault> {
    Ok(Entity::find()
        .select_only()
        .column(Column::Digest)
        .distinct()
        .into_tuple()
        .all(db)
        .await?)
}

/// Which of these digests are named by a row.
pub async fn named(
    db: &impl ConnectionTrait,
    digests: Vec<String>,
) -> Result<HashSet<String>, Fault> {
    let known: Vec<String> = Entity::find()
        .select_only()
        .column(Column::Digest)
        .filter(COLUMN.digest.is_in(digests))
        .into_tuple()
        .all(db)
        .await?;
    Ok(known.into_iter().collect())
}
