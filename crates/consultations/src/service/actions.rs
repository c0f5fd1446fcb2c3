//! What is to be done after a meeting.

use chrono::NaiveDate;
use kernel::{Failed, Work, events::Event};
use sea_orm::{ActiveValue::Set, QuerySelect, entity::prelude::*};

use super::found::writer;
use crate::{
    Refused,
    entity::{ActionId, CaseId, case_action},
    rules::ActionDraft,
};

/// Writes down what is to be done, by whom and by when. The person sees what is theirs.
///
/// # Errors
/// Everything that is wrong at once; [`Refused::Closed`].
pub async fn add_action(
    work: &Work,
    id: CaseId,
    draft: &ActionDraft,
) -> Result<ActionId, Failed<Refused>> {
    let by = writer(work, id).await?;
    let wrong = draft.wrong(work.now().date());
    let (Some(owner), Some(due_on), true) = (draft.owner, draft.due_on, wrong.is_empty()) else {
        return Err(Refused::Invalid(wrong).into());
    };
    let action: ActionId = work.new_id();
    case_action::Entity::insert(case_action::ActiveModel {
        id: Set(action),
        case_id: Set(id),
        what: Set(draft.what.trim().to_owned()),
        owner: Set(owner),
        due_on: Set(due_on.to_string()),
        done_on: Set(None),
        edition: Set(1),
        written_by: Set(by),
        written_at: Set(work.now()),
    })
    .exec_without_returning(work.db())
    .await?;
    work.record(Event::new("case_action.entered", action).with("case", id.to_string()));
    Ok(action)
}

/// Says that it was done today, as it was seen.
///
/// # Errors
/// [`Refused::Changed`] when somebody changed it since, or it was done.
pub async fn complete_action(
    work: &Work,
    (id, action): (CaseId, ActionId),
    seen: i32,
) -> Result<(), Failed<Refused>> {
    set_done(work, (id, action), seen, Some(work.now().date())).await?;
    work.record(Event::new("case_action.completed", action).with("case", id.to_string()));
    Ok(())
}

/// Opens again what was said to be done, as it was seen.
///
/// # Errors
/// [`Refused::Changed`] when somebody changed it since, or it is open.
pub async fn reopen_action(
    work: &Work,
    (id, action): (CaseId, ActionId),
    seen: i32,
) -> Result<(), Failed<Refused>> {
    set_done(work, (id, action), seen, None).await?;
    work.record(Event::new("case_action.reopened", action).with("case", id.to_string()));
    Ok(())
}

async fn set_done(
    work: &Work,
    (id, action): (CaseId, ActionId),
    seen: i32,
    done_on: Option<NaiveDate>,
) -> Result<(), Failed<Refused>> {
    let by = writer(work, id).await?;
    let before = case_action::Entity::find_by_id(action)
        .filter(case_action::COLUMN.case_id.eq(id))
        .lock_exclusive()
        .one(work.db())
        .await?
        .ok_or(Refused::NotThere)?;
    if before.edition != seen || before.done_on.is_some() == done_on.is_some() {
        return Err(Refused::Changed.into());
    }
    let row = case_action::ActiveModel {
        id: Set(action),
        done_on: Set(done_on.map(|day| day.to_string())),
        edition: Set(seen + 1),
        written_by: Set(by),
        written_at: Set(work.now()),
        ..Default::default()
    };
    row.update(work.db()).await?;
    Ok(())
}
