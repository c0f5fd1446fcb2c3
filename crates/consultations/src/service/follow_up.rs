//! Asking people again some months after.

use accounts::rules::Words;
use chrono::NaiveDate;
use kernel::{Failed, Fault, Work, events::Event};
use sea_orm::{ActiveValue::Set, QuerySelect, entity::prelude::*};
use surveys::service::Subject;

use super::{
    asked_after::ask_after,
    found::{case, remembered},
};
use crate::{
    Refused,
    entity::{CaseId, FollowUpId, follow_up},
    letters, read,
    rules::follow_ups,
};

/// Plans when people are asked again after a meeting; what was planned after an earlier one and not sent
/// yet comes later.
pub(super) async fn plan(work: &Work, id: CaseId, after: NaiveDate) -> Result<(), Fault> {
    let terms = read::terms(work.db(), work.now().date()).await?;
    let there = read::follow_ups_of(work.db(), id).await?;
    for (months, due_on) in follow_ups(after, &terms.months()) {
        let months = i32::try_from(months).unwrap_or(i32::MAX);
        let due_on = due_on.to_string();
        match there.iter().find(|row| row.months == months) {
            Some(row) if row.sent_at.is_some() || row.done_at.is_some() || due_on <= row.due_on => {
            }
            Some(row) => {
                let later = follow_up::ActiveModel {
                    id: Set(row.id),
                    due_on: Set(due_on),
                    ..Default::default()
                };
                later.update(work.db()).await?;
            }
            None => {
                let row = follow_up::ActiveModel {
                    id: Set(work.new_id::<FollowUpId>()),
                    case_id: Set(id),
                    months: Set(months),
                    due_on: Set(due_on),
                    sent_at: Set(None),
                    done_at: Set(None),
                    done_by: Set(None),
                    note: Set(String::new()),
                };
                follow_up::Entity::insert(row)
                    .exec_without_returning(work.db())
                    .await?;
            }
        }
    }
    work.record(Event::new("follow_up.planned", id));
    Ok(())
}

/// Nobody is asked again about this case.
pub(super) async fn drop_open(work: &Work, id: CaseId) -> Result<(), Fault> {
    follow_up::Entity::delete_many()
        .filter(follow_up::COLUMN.case_id.eq(id))
        .filter(follow_up::COLUMN.sent_at.is_null())
        .filter(follow_up::COLUMN.done_at.is_null())
        .exec(work.db())
        .await?;
    Ok(())
}

/// Sends the questionnaire of a follow-up that is due; nothing when another node has, or it was dropped.
pub async fn send_follow_up(work: &Work, id: FollowUpId) -> Result<(), Failed<Refused>> {
    let found = || follow_up::Entity::find_by_id(id);
    let Some(row) = found().one(work.db()).await? else {
        return Ok(());
    };
    // Whatever belongs to a case changes under its lock.
    let case = case(work, row.case_id).await?;
    let waits = |row: &follow_up::Model| row.sent_at.is_none() && row.done_at.is_none();
    let Some(row) = found().one(work.db()).await?.filter(waits) else {
        return Ok(());
    };
    let sent = follow_up::ActiveModel {
        id: Set(id),
        sent_at: Set(Some(work.now())),
        ..Default::default()
    };
    sent.update(work.db()).await?;
    work.record(Event::new("follow_up.sent", id).with("case", row.case_id.to_string()));
    let subject = Subject {
        kind: "case",
        id: case.id.0,
    };
    let asked = ask_after(work, "consultation_follow_up", subject, case.person_id).await?;
    Ok(letters::follow_up(work, &case, &row, asked.as_ref()).await?)
}

/// Writes down what came of following up.
///
/// # Errors
/// [`Refused::Unmet`] when somebody did already.
pub async fn follow_up(
    work: &Work,
    (id, follow_up): (CaseId, FollowUpId),
    note: &str,
) -> Result<(), Failed<Refused>> {
    let case = case(work, id).await?;
    let by = remembered(work, &case).await?;
    let row = follow_up::Entity::find_by_id(follow_up)
        .filter(follow_up::COLUMN.case_id.eq(id))
        .lock_exclusive()
        .one(work.db())
        .await?
        .ok_or(Refused::NotThere)?;
    if row.done_at.is_some() {
        return Err(Refused::Unmet("follow-ups-done-already").into());
    }
    if let Some(wrong) = Words::text("note", note, 4_000).or_missing("follow-ups-note-missing") {
        return Err(Refused::Invalid(vec![wrong]).into());
    }
    let done = follow_up::ActiveModel {
        id: Set(follow_up),
        done_at: Set(Some(work.now())),
        done_by: Set(Some(by)),
        note: Set(note.trim().to_owned()),
        ..Default::default()
    };
    done.update(work.db()).await?;
    work.record(Event::new("follow_up.done", follow_up).with("case", id.to_string()));
    Ok(())
}
