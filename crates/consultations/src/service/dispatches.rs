//! Dispatches (専門家派遣): asked for, decided, arranged one by one, ended.

mod decide;
mod meet;

use accounts::service::present;
use japan::fiscal::FiscalYear;
use kernel::{Failed, Fault, Work, events::Event, violated_constraint};
use sea_orm::{ActiveValue::Set, QueryOrder, QuerySelect, entity::prelude::*};

pub use decide::{approve_dispatch, refuse_dispatch};
pub use meet::arrange_dispatch;

pub(super) use meet::{finished, give_back, minutes_of};

use super::{
    asked_after::ask_after,
    found::{case, handler},
};
use crate::{
    Refused,
    entity::{
        CaseId, DispatchId, case,
        dispatch::{self, State},
    },
    letters, read,
    rules::{self, DispatchDraft},
};

/// Asks for an expert to come several times about a field of an open case: the person, or staff for
/// them. It is decided afterwards; until then it counts for nothing.
///
/// # Errors
/// Everything that is wrong at once; [`Refused::Closed`]; [`Refused::Unmet`] when it was asked already.
pub async fn apply(
    work: &Work,
    id: CaseId,
    draft: &DispatchDraft,
) -> Result<DispatchId, Failed<Refused>> {
    let case = case(work, id).await?;
    let standing = read::standing(work.db(), work.actor(), id, work.now()).await?;
    let reading = rules::may_read(work.actor(), &case, standing, work.now());
    if !rules::may_apply(work.actor(), &case, reading) {
        return Err(Refused::MayNot.into());
    }
    if case.state == case::State::Closed {
        return Err(Refused::Closed.into());
    }
    let today = work.now().date();
    let year = FiscalYear::of(today);
    let terms = read::dispatch_terms(work.db(), today).await?;
    let spent = read::spent(work.db(), &case, year).await?;
    let fields = read::fields_of(work.db(), vec![id]).await?.remove(&id);
    let wrong = draft.wrong(&fields.unwrap_or_default(), |field| {
        spent.left(&terms, field)
    });
    let (Some(field), Some(times), true) = (draft.field, draft.times, wrong.is_empty()) else {
        return Err(Refused::Invalid(wrong).into());
    };
    let row = dispatch::Model {
        id: work.new_id(),
        case_id: id,
        fiscal_year: year.year(),
        field,
        place: draft.place.trim().to_owned(),
        wish: draft.wish.trim().to_owned(),
        times,
        state: State::Requested,
        approved_times: None,
        used: 0,
        reason: String::new(),
        note: String::new(),
        asked_at: work.now(),
        asked_by: work.actor().person.filter(|by| *by != case.person_id),
        decided_at: None,
        decided_by: None,
        edition: 1,
    };
    let active: dispatch::ActiveModel = row.clone().into();
    let inserted = dispatch::Entity::insert(active);
    if let Err(error) = inserted.exec_without_returning(work.db()).await {
        return Err(match violated_constraint(&error).as_deref() {
            Some("dispatches_asked_once" | "dispatches.case_id, dispatches.field") => {
                Refused::Unmet("dispatches-asked-already").into()
            }
            _ => error.into(),
        });
    }
    work.record(Event::new("dispatch.asked", row.id).with("case", id.to_string()));
    letters::dispatch(work, &case, &row).await?;
    Ok(row.id)
}

/// Takes a dispatch back before it is decided, or ends it before every time was used: the person theirs,
/// whoever handles the case, the manager and coordinators. What was not used counts no longer.
///
/// # Errors
/// [`Refused::Changed`]; [`Refused::MeetingAhead`] when one is still to come; a reason that is missing.
pub async fn withdraw_dispatch(
    work: &Work,
    id: DispatchId,
    seen: i32,
    reason: &str,
) -> Result<(), Failed<Refused>> {
    let (case, row) = locked(work, id).await?;
    let theirs = rules::is_theirs(&case, work.actor().person);
    if !theirs && !rules::may_decide(work.actor(), &case) {
        handler(work, &case).await?;
    }
    if row.edition != seen {
        return Err(Refused::Changed.into());
    }
    if !matches!(row.state, State::Requested | State::Approved) {
        return Err(Refused::Unmet("dispatches-over").into());
    }
    let wrong = rules::wrong_reason(reason).filter(|_| !theirs);
    if let Some(wrong) = wrong {
        return Err(Refused::Invalid(vec![wrong]).into());
    }
    if meet::is_ahead(work, &row).await? {
        return Err(Refused::MeetingAhead.into());
    }
    Ok(end(work, &case, row, reason.trim()).await?)
}

/// What was asked for or approved and not used ends with its case.
pub(super) async fn end_all(work: &Work, case: &case::Model) -> Result<(), Fault> {
    for row in dispatch::Entity::find()
        .filter(dispatch::COLUMN.case_id.eq(case.id))
        .all(work.db())
        .await?
    {
        if row.state == State::Requested || row.left() > 0 {
            end(work, case, row, "").await?;
        }
    }
    Ok(())
}

async fn end(
    work: &Work,
    case: &case::Model,
    row: dispatch::Model,
    reason: &str,
) -> Result<(), Fault> {
    let ended = dispatch::Model {
        state: State::Withdrawn,
        reason: reason.to_owned(),
        edition: row.edition + 1,
        ..row
    };
    let active = dispatch::ActiveModel {
        id: Set(ended.id),
        state: Set(ended.state),
        reason: Set(ended.reason.clone()),
        edition: Set(ended.edition),
        ..Default::default()
    };
    active.update(work.db()).await?;
    work.record(Event::new("dispatch.withdrawn", ended.id).with("used", ended.used));
    letters::dispatch(work, case, &ended).await?;
    if ended.used > 0 {
        evaluate(work, case, &ended).await?;
    }
    Ok(())
}

/// Asks the person how it was, once.
async fn evaluate(work: &Work, case: &case::Model, row: &dispatch::Model) -> Result<(), Fault> {
    let subject = surveys::service::Subject {
        kind: "dispatch",
        id: row.id.0,
    };
    let asked = ask_after(work, "dispatch_evaluation", subject, case.person_id).await?;
    match asked {
        Some(asked) => letters::evaluation(work, case, &asked).await,
        None => Ok(()),
    }
}

/// A dispatch and its case, the case locked first.
async fn locked(
    work: &Work,
    id: DispatchId,
) -> Result<(case::Model, dispatch::Model), Failed<Refused>> {
    let row = read::dispatch_row(work.db(), id).await?;
    let case = case(work, row.ok_or(Refused::NotThere)?.case_id).await?;
    let row = read::dispatch_row(work.db(), id).await?;
    Ok((case, row.ok_or(Refused::NotThere)?))
}

/// The same with every case of the same applicant locked: what is counted of them stays as it is. A
/// merge waits.
async fn locked_with_all(
    work: &Work,
    id: DispatchId,
) -> Result<(case::Model, dispatch::Model), Failed<Refused>> {
    let row = read::dispatch_row(work.db(), id).await?;
    let whose = row.ok_or(Refused::NotThere)?.case_id;
    let found = read::case_row(work.db(), whose).await?;
    let found = found.ok_or(Refused::NotThere)?;
    if !present(work, found.person_id).await? {
        return Err(Refused::Changed.into());
    }
    let all = read::same_applicant(&found)
        .order_by_asc(case::COLUMN.id)
        .lock_exclusive()
        .all(work.db())
        .await?;
    let case = all.into_iter().find(|case| case.id == whose);
    let row = read::dispatch_row(work.db(), id).await?;
    Ok((case.ok_or(Refused::Changed)?, row.ok_or(Refused::NotThere)?))
}
