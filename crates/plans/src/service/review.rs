//! The ward says of a version that waits what it thinks, item by item.

use kernel::{Failed, Work, events::Event};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use super::written::{waiting, writer};
use crate::{
    Refused,
    entity::{PlanId, PlanVersionId, ProgrammeId, ReviewCommentId, review_comment},
    read::contents,
    rules::{plan as rules, review},
};

/// What the ward says of a version.
#[derive(Clone, Copy, Debug)]
pub struct Remark<'w> {
    /// Of which programme; none of the plan as a whole.
    pub programme: Option<ProgrammeId>,
    /// What is said.
    pub body: &'w str,
    /// Whether the plan is approved on this condition, if it is.
    pub is_condition: bool,
}

/// Writes a comment on a programme of the version that waits, or on the plan as a whole. The side
/// that wrote the plan reads it with the answer.
///
/// # Errors
/// [`Refused::Changed`] when the version moved on; a comment without words.
pub async fn comment(
    work: &Work,
    id: PlanId,
    seen: PlanVersionId,
    remark: Remark<'_>,
) -> Result<(), Failed<Refused>> {
    let (_, version) = waiting(work, id, seen).await?;
    if !rules::may_comment(work.actor(), version.standing()) {
        return Err(Refused::MayNot.into());
    }
    if let Some(programme) = remark.programme {
        let found = contents::programme(work.db(), seen, programme).await?;
        found.ok_or(Refused::NotThere)?;
    }
    if let Some(wrong) = review::wrong(remark.body) {
        return Err(Refused::Invalid(vec![wrong]).into());
    }
    if said_already(work, seen, remark).await? {
        return Ok(());
    }
    let comment: ReviewCommentId = work.new_id();
    review_comment::Entity::insert(review_comment::ActiveModel {
        id: Set(comment),
        version_id: Set(seen),
        programme_id: Set(remark.programme),
        body: Set(remark.body.trim().to_owned()),
        is_condition: Set(remark.is_condition),
        written_by: Set(writer(work)?),
        written_at: Set(work.now()),
    })
    .exec_without_returning(work.db())
    .await?;
    let event = Event::new("plan.commented", id).with("number", version.row.number);
    work.record(event.with("is_condition", remark.is_condition));
    Ok(())
}

/// Whether the same person has said just that: who presses a button twice says it once.
async fn said_already(
    work: &Work,
    version: PlanVersionId,
    remark: Remark<'_>,
) -> Result<bool, Failed<Refused>> {
    let same = review_comment::Entity::find()
        .filter(review_comment::COLUMN.version_id.eq(version))
        .filter(review_comment::COLUMN.written_by.eq(writer(work)?))
        .filter(review_comment::COLUMN.body.eq(remark.body.trim()))
        .all(work.db())
        .await?;
    let mut same = same.iter();
    Ok(same
        .any(|one| one.programme_id == remark.programme && one.is_condition == remark.is_condition))
}

/// Takes a comment back, as long as the version waits: whoever wrote it does.
///
/// # Errors
/// [`Refused::Changed`] when the version was answered; [`Refused::MayNot`] for another's comment.
pub async fn take_back(
    work: &Work,
    id: PlanId,
    seen: PlanVersionId,
    comment: ReviewCommentId,
) -> Result<(), Failed<Refused>> {
    let (_, version) = waiting(work, id, seen).await?;
    let found = review_comment::Entity::find_by_id(comment)
        .one(work.db())
        .await?;
    let of_this = |row: &review_comment::Model| row.version_id == seen;
    let row = found.filter(of_this).ok_or(Refused::NotThere)?;
    if !work.actor().is(row.written_by) {
        return Err(Refused::MayNot.into());
    }
    review_comment::Entity::delete_by_id(comment)
        .exec(work.db())
        .await?;
    work.record(Event::new("plan.comment_taken_back", id).with("number", version.row.number));
    Ok(())
}
