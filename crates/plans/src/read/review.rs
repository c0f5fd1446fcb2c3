//! What was said of a version in its review.

use std::collections::HashMap;

use kernel::{Actor, Fault, Instant, PersonId};
use sea_orm::{QueryOrder, entity::prelude::*};
use serde::Serialize;

use super::{contents::numbers, plans::Version};
use crate::{
    entity::{PlanVersionId, ProgrammeId, ReviewCommentId, review_comment},
    rules::plan as rules,
};

/// A comment as pages show it.
#[derive(Clone, Debug, Serialize)]
pub struct Comment {
    /// Which one.
    pub id: ReviewCommentId,
    /// About which version.
    pub version: PlanVersionId,
    /// About which programme; none for the plan as a whole.
    pub programme: Option<ProgrammeId>,
    /// What is said.
    pub body: String,
    /// Whether the plan is approved on this condition, if it is.
    pub is_condition: bool,
    /// Who says it.
    pub by: String,
    /// The same person.
    pub written_by: PersonId,
    /// When.
    pub at: Instant,
}

/// The comments on these versions that this actor may read, the first first.
pub async fn said(
    db: &impl ConnectionTrait,
    actor: &Actor,
    versions: &[&Version],
) -> Result<Vec<review_comment::Model>, Fault> {
    let readable = versions
        .iter()
        .filter(|one| rules::may_read_comments(actor, one.standing()));
    let ids: Vec<PlanVersionId> = readable.map(|one| one.row.id).collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    Ok(review_comment::Entity::find()
        .filter(review_comment::COLUMN.version_id.is_in(ids))
        .order_by_asc(review_comment::COLUMN.written_at)
        .order_by_asc(review_comment::COLUMN.id)
        .all(db)
        .await?)
}

impl Comment {
    /// A comment with the name of whoever wrote it.
    pub fn new(row: review_comment::Model, names: &HashMap<PersonId, String>) -> Self {
        Self {
            by: names.get(&row.written_by).cloned().unwrap_or_default(),
            id: row.id,
            version: row.version_id,
            programme: row.programme_id,
            body: row.body,
            is_condition: row.is_condition,
            written_by: row.written_by,
            at: row.written_at,
        }
    }
}

/// The numbers of the programmes of which a version says conditions, in their order; 0 stands for the
/// plan as a whole.
pub async fn conditions(
    db: &impl ConnectionTrait,
    version: PlanVersionId,
) -> Result<Vec<i32>, Fault> {
    let rows = review_comment::Entity::find()
        .filter(review_comment::COLUMN.version_id.eq(version))
        .filter(review_comment::COLUMN.is_condition.eq(true))
        .all(db)
        .await?;
    let numbers = numbers(db, version).await?;
    let number = |of: ProgrammeId| {
        let found = numbers.iter().find(|(_, id)| *id == of);
        found.map(|(number, _)| *number)
    };
    let of = rows
        .into_iter()
        .map(|row| row.programme_id.map_or(Some(0), number));
    let mut all: Vec<i32> = of.flatten().collect();
    all.sort_unstable();
    all.dedup();
    Ok(all)
}
