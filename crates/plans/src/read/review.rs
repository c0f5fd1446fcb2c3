//! What was said of a version in its review.

use approvals::read::names;
use kernel::{Actor, Fault, Instant, PersonId};
use sea_orm::{QueryOrder, entity::prelude::*};
use serde::Serialize;

use super::plans::Version;
use crate::{
    entity::{ProgrammeId, ReviewCommentId, review_comment},
    rules::plan as rules,
};

/// A comment as pages show it.
#[derive(Clone, Debug, Serialize)]
pub struct Comment {
    /// Which one.
    pub id: ReviewCommentId,
    /// About which programme; none for the plan as a whole.
    pub programme: Option<ProgrammeId>,
    /// What is said.
    pub body: String,
    /// Who says it.
    pub by: String,
    /// The same person.
    pub written_by: PersonId,
    /// When.
    pub at: Instant,
}

/// The comments on a version that this actor may read, the first first.
pub async fn comments(
    db: &impl ConnectionTrait,
    actor: &Actor,
    version: &Version,
) -> Result<Vec<Comment>, Fault> {
    if !rules::may_read_comments(actor, version.standing()) {
        return Ok(Vec::new());
    }
    let rows = review_comment::Entity::find()
        .filter(review_comment::COLUMN.version_id.eq(version.row.id))
        .order_by_asc(review_comment::COLUMN.written_at)
        .order_by_asc(review_comment::COLUMN.id)
        .all(db)
        .await?;
    let people = rows.iter().map(|row| row.written_by).collect();
    let names = names(db, people).await?;
    let comment = |row: review_comment::Model| Comment {
        by: names.get(&row.written_by).cloned().unwrap_or_default(),
        id: row.id,
        programme: row.programme_id,
        body: row.body,
        written_by: row.written_by,
        at: row.written_at,
    };
    Ok(rows.into_iter().map(comment).collect())
}
