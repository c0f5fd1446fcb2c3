//! What was said in a meeting, and the whole of a case at a glance.

use accounts::rules::Words;
use bookings::entity::hold;
use kernel::{Failed, Fault, Instant, PersonId, Work, events::Event};
use sea_orm::{ActiveValue::Set, QuerySelect, entity::prelude::*};
use surveys::service::Subject;

use super::{
    asked_after::ask_after,
    dispatches,
    follow_up::plan,
    found::{self, Found, case, handler, keep_to_few, remembered},
};
use crate::{
    Refused,
    entity::{
        CaseId, CorrectionId, MeetingId, case, case_sheet, meeting_field, meeting_record,
        record_correction,
    },
    letters,
    rules::{RecordDraft, SheetDraft},
};

/// Saves the record of a meeting as it was seen (`0` when there was none): a draft, or finished. A
/// finished one stays as it is; what was wrong in it is corrected beside it.
///
/// # Errors
/// [`Refused::Changed`] when somebody saved it since; [`Refused::Finished`]; everything that is wrong.
pub async fn save_record(
    work: &Work,
    id: MeetingId,
    seen: i32,
    (draft, finishes): (&RecordDraft, bool),
) -> Result<i32, Failed<Refused>> {
    let Found {
        case,
        row: meeting,
        held,
    } = found::meeting(work, id).await?;
    let by = handler(work, &case).await?;
    if case.state == case::State::Closed {
        return Err(Refused::Closed.into());
    }
    if meeting.absent || !held.state.is_holding() || held.state == hold::State::Requested {
        return Err(Refused::NotStanding.into());
    }
    if work.now() < meeting.starts_at && meeting.arrived_at.is_none() {
        return Err(Refused::TooEarly.into());
    }
    let wrong = draft.wrong(finishes);
    if !wrong.is_empty() {
        return Err(Refused::Invalid(wrong).into());
    }
    let before = meeting_record::Entity::find_by_id(id).lock_exclusive();
    let before = before.one(work.db()).await?;
    if before.as_ref().is_some_and(|row| row.finished_at.is_some()) {
        return Err(Refused::Finished.into());
    }
    if before.as_ref().map_or(0, |row| row.edition) != seen {
        return Err(Refused::Changed.into());
    }
    let edition = seen + 1;
    let row = meeting_record::ActiveModel {
        meeting_id: Set(id),
        contact_minutes: Set(draft.contact_minutes.unwrap_or(0)),
        preparation_minutes: Set(draft.preparation_minutes.unwrap_or(0)),
        said: Set(draft.said.trim().to_owned()),
        advice: Set(draft.advice.trim().to_owned()),
        finished_at: Set(finishes.then(|| work.now())),
        edition: Set(edition),
        written_by: Set(by),
        written_at: Set(work.now()),
    };
    write(work, row, before.is_some()).await?;
    name_fields(work, id, draft).await?;
    if draft.fields.iter().any(|field| field.is_need_to_know()) {
        keep_to_few(work, &case).await?;
    }
    let verb = if finishes {
        "record.finished"
    } else {
        "record.saved"
    };
    work.record(Event::new(verb, id).with("edition", edition));
    if finishes {
        plan(work, case.id, meeting.starts_at.date()).await?;
        // Of a dispatch people are asked once, after its last time.
        if !dispatches::finished(work, &case, &meeting).await? {
            ask_how_it_was(work, &case, id).await?;
        }
    }
    Ok(edition)
}

async fn ask_how_it_was(work: &Work, case: &case::Model, id: MeetingId) -> Result<(), Fault> {
    let subject = Subject {
        kind: "meeting",
        id: id.0,
    };
    let asked = ask_after(work, "consultation_meeting", subject, case.person_id).await?;
    match asked {
        Some(asked) => letters::satisfaction(work, case, &asked).await,
        None => Ok(()),
    }
}

async fn write(
    work: &Work,
    row: meeting_record::ActiveModel,
    there: bool,
) -> Result<(), Failed<Refused>> {
    if there {
        row.update(work.db()).await?;
        return Ok(());
    }
    let first = meeting_record::Entity::insert(row);
    match first.exec_without_returning(work.db()).await {
        Ok(_) => Ok(()),
        Err(error) if kernel::violated_constraint(&error).is_some() => Err(Refused::Changed.into()),
        Err(error) => Err(error.into()),
    }
}

async fn name_fields(work: &Work, id: MeetingId, draft: &RecordDraft) -> Result<(), Fault> {
    meeting_field::Entity::delete_many()
        .filter(meeting_field::COLUMN.meeting_id.eq(id))
        .exec(work.db())
        .await?;
    let mut fields = draft.fields.clone();
    fields.sort_unstable();
    fields.dedup();
    if fields.is_empty() {
        return Ok(());
    }
    let row = |field| meeting_field::ActiveModel {
        meeting_id: Set(id),
        field: Set(field),
    };
    meeting_field::Entity::insert_many(fields.into_iter().map(row))
        .exec_without_returning(work.db())
        .await?;
    Ok(())
}

/// Adds a correction to a finished record, also of a case that is closed.
///
/// # Errors
/// [`Refused::Unfinished`] when the record can still be changed itself.
pub async fn correct(
    work: &Work,
    id: MeetingId,
    correction: &str,
) -> Result<CorrectionId, Failed<Refused>> {
    let Found { case, .. } = found::meeting(work, id).await?;
    let by = remembered(work, &case).await?;
    let words = Words::text("correction", correction, 10_000);
    if let Some(wrong) = words.or_missing("records-correction-missing") {
        return Err(Refused::Invalid(vec![wrong]).into());
    }
    let record = meeting_record::Entity::find_by_id(id)
        .one(work.db())
        .await?;
    if record.is_none_or(|row| row.finished_at.is_none()) {
        return Err(Refused::Unfinished.into());
    }
    let row: CorrectionId = work.new_id();
    record_correction::Entity::insert(record_correction::ActiveModel {
        id: Set(row),
        meeting_id: Set(id),
        correction: Set(correction.trim().to_owned()),
        written_by: Set(by),
        written_at: Set(work.now()),
    })
    .exec_without_returning(work.db())
    .await?;
    work.record(Event::new("record.corrected", id));
    Ok(row)
}

/// Saves the whole of a case at a glance, as it was seen (`0` when there was none).
///
/// # Errors
/// [`Refused::Changed`] when somebody saved it since; [`Refused::Closed`].
pub async fn save_sheet(
    work: &Work,
    id: CaseId,
    seen: i32,
    draft: &SheetDraft,
) -> Result<(), Failed<Refused>> {
    let found = case(work, id).await?;
    let by = handler(work, &found).await?;
    if found.state == case::State::Closed {
        return Err(Refused::Closed.into());
    }
    let wrong = draft.wrong();
    if !wrong.is_empty() {
        return Err(Refused::Invalid(wrong).into());
    }
    let before = case_sheet::Entity::find_by_id(id).one(work.db()).await?;
    if before.as_ref().map_or(0, |row| row.edition) != seen {
        return Err(Refused::Changed.into());
    }
    let row = sheet(id, (by, work.now()), seen + 1, draft);
    if before.is_some() {
        row.update(work.db()).await?;
    } else {
        // The case is locked: nobody else writes the first one meanwhile.
        case_sheet::Entity::insert(row)
            .exec_without_returning(work.db())
            .await?;
    }
    work.record(Event::new("case.sheet_saved", id).with("edition", seen + 1));
    Ok(())
}

fn sheet(
    id: CaseId,
    (by, at): (PersonId, Instant),
    edition: i32,
    draft: &SheetDraft,
) -> case_sheet::ActiveModel {
    let text = |text: &str| Set(text.trim().to_owned());
    case_sheet::ActiveModel {
        case_id: Set(id),
        strengths: text(&draft.strengths),
        problems: text(&draft.problems),
        plan: text(&draft.plan),
        edition: Set(edition),
        written_by: Set(by),
        written_at: Set(at),
    }
}
