//! What was seen and said at a visit, and what becomes of it.

use kernel::{Failed, Fault, PersonId, Work, events::Event};
use sea_orm::{ActiveValue::Set, QuerySelect, entity::prelude::*};

use crate::{
    Refused,
    entity::{
        CaseId, VisitSheetId, VisitTargetId, visit_need, visit_sheet,
        visit_target::{self, State},
    },
    read,
    rules::{self, Request, VisitDraft},
    service::{ask, glass},
};

/// Writes down that somebody opened what was said at a target.
///
/// # Errors
/// [`Refused::MayNot`] for those who may not read it.
pub async fn open_sheets(work: &Work, id: VisitTargetId) -> Result<(), Failed<Refused>> {
    let found = read::target_row(work.db(), id).await?;
    let found = found.ok_or(Refused::NotThere)?;
    let may = read::reads_visit(work.db(), work.actor(), &found, work.now()).await?;
    let by = work.actor().person.filter(|_| may).ok_or(Refused::MayNot)?;
    if let Some(case) = found.case_id {
        glass::written(work, case, by).await?;
    }
    work.record(Event::new("visit_sheets.opened", id).with("by", by.to_string()));
    Ok(())
}

/// Writes the sheet of a visit; the target stands where the last visit ended.
///
/// # Errors
/// Everything that is wrong at once; [`Refused::MayNot`].
pub async fn write_visit(
    work: &Work,
    id: VisitTargetId,
    draft: &VisitDraft,
) -> Result<VisitSheetId, Failed<Refused>> {
    let (target, by) = writer(work, id).await?;
    let sheet: VisitSheetId = work.new_id();
    let row = written(work, (sheet, by, 1), draft)?;
    visit_sheet::Entity::insert(visit_sheet::ActiveModel {
        target_id: Set(id),
        ..row
    })
    .exec_without_returning(work.db())
    .await?;
    name_needs(work, sheet, draft).await?;
    settle(work, &target).await?;
    work.record(Event::new("visit_sheet.written", sheet).with("target", id.to_string()));
    Ok(sheet)
}

/// Changes the sheet of a visit, as it was seen.
///
/// # Errors
/// [`Refused::Changed`] when somebody saved it since; everything that is wrong at once.
pub async fn rewrite_visit(
    work: &Work,
    id: VisitSheetId,
    seen: i32,
    draft: &VisitDraft,
) -> Result<VisitTargetId, Failed<Refused>> {
    let found = read::sheet_row(work.db(), id).await?;
    let (target, by) = writer(work, found.ok_or(Refused::NotThere)?.target_id).await?;
    // Whatever belongs to a target changes under its lock.
    let before = read::sheet_row(work.db(), id).await?;
    let before = before.ok_or(Refused::NotThere)?;
    if before.edition != seen {
        return Err(Refused::Changed.into());
    }
    let row = written(work, (id, by, seen + 1), draft)?;
    row.update(work.db()).await?;
    visit_need::Entity::delete_many()
        .filter(visit_need::COLUMN.sheet_id.eq(id))
        .exec(work.db())
        .await?;
    name_needs(work, id, draft).await?;
    settle(work, &target).await?;
    work.record(Event::new("visit_sheet.rewritten", id).with("edition", seen + 1));
    Ok(target.id)
}

/// A wish of a visit becomes a case of somebody (相談につなぐ): once for each target.
///
/// # Errors
/// As `ask`; [`Refused::Unmet`] when it became one already, or nobody was met.
pub async fn connect_visit(
    work: &Work,
    id: VisitTargetId,
    (person, wish): (PersonId, &Request),
) -> Result<CaseId, Failed<Refused>> {
    if !rules::may_arrange(work.actor()) {
        return Err(Refused::MayNot.into());
    }
    // The person is locked before the target, as when people are merged.
    let case = ask(work, person, wish, Vec::new()).await?;
    let (target, _) = writer(work, id).await?;
    if target.case_id.is_some() {
        return Err(Refused::Unmet("visits-connected-already").into());
    }
    if target.state != State::Visited {
        return Err(Refused::Unmet("visits-nobody-met").into());
    }
    let row = visit_target::ActiveModel {
        id: Set(id),
        case_id: Set(Some(case)),
        edition: Set(target.edition + 1),
        ..Default::default()
    };
    row.update(work.db()).await?;
    work.record(Event::new("visit_target.connected", id).with("case", case.to_string()));
    Ok(case)
}

/// The target, locked, for whoever may write about it.
async fn writer(
    work: &Work,
    id: VisitTargetId,
) -> Result<(visit_target::Model, PersonId), Failed<Refused>> {
    let found = visit_target::Entity::find_by_id(id).lock_exclusive();
    let found = found.one(work.db()).await?.ok_or(Refused::NotThere)?;
    let may = read::reads_visit(work.db(), work.actor(), &found, work.now()).await?;
    let by = work.actor().person.filter(|_| may).ok_or(Refused::MayNot)?;
    // What is written after the words of its case were erased would stay for ever.
    if let Some(case) = found.case_id {
        let case = read::case_row(work.db(), case).await?;
        if case.is_some_and(|case| case.erased_at.is_some()) {
            return Err(Refused::Closed.into());
        }
    }
    Ok((found, by))
}

fn written(
    work: &Work,
    (id, by, edition): (VisitSheetId, PersonId, i32),
    draft: &VisitDraft,
) -> Result<visit_sheet::ActiveModel, Refused> {
    let wrong = draft.wrong(work.now());
    let (Some(visited_at), Some(result), true) = (draft.visited_at, draft.result, wrong.is_empty())
    else {
        return Err(Refused::Invalid(wrong));
    };
    let text = |text: &str| Set(text.trim().to_owned());
    let next_on = draft.next_on.and_then(Result::ok);
    Ok(visit_sheet::ActiveModel {
        id: Set(id),
        visited_at: Set(visited_at),
        result: Set(result),
        met: text(&draft.met),
        situation: text(&draft.situation),
        wishes: text(&draft.wishes),
        next_step: text(&draft.next_step),
        next_on: Set(next_on.map(|day| day.to_string())),
        edition: Set(edition),
        written_by: Set(by),
        written_at: Set(work.now()),
        ..Default::default()
    })
}

async fn name_needs(work: &Work, id: VisitSheetId, draft: &VisitDraft) -> Result<(), Fault> {
    let mut fields = draft.needs.clone();
    fields.sort_unstable();
    fields.dedup();
    if fields.is_empty() {
        return Ok(());
    }
    let row = |field| visit_need::ActiveModel {
        sheet_id: Set(id),
        field: Set(field),
    };
    visit_need::Entity::insert_many(fields.into_iter().map(row))
        .exec_without_returning(work.db())
        .await?;
    Ok(())
}

/// The target stands where its last visit ended.
async fn settle(work: &Work, target: &visit_target::Model) -> Result<(), Fault> {
    let sheets = read::sheets_of(work.db(), target.id).await?;
    let last = sheets.first().map(|sheet| &sheet.row);
    let row = visit_target::ActiveModel {
        id: Set(target.id),
        state: Set(last.map_or(State::Open, |last| last.result)),
        next_on: Set(last.and_then(|last| last.next_on.clone())),
        edition: Set(target.edition + 1),
        ..Default::default()
    };
    row.update(work.db()).await?;
    Ok(())
}
