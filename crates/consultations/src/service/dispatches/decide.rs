//! A dispatch is approved so many times, or refused.

use japan::fiscal::FiscalYear;
use kernel::{Failed, PersonId, Work, events::Event};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use super::{locked, locked_with_all};
use crate::{
    Refused,
    entity::{
        DispatchId, case,
        dispatch::{self, State},
    },
    letters, read,
    rules::{self, Approval, against},
};

/// Approves a dispatch so many times, as it was seen: from now on it counts in this fiscal year. Two
/// applications of one applicant are decided one after the other.
///
/// # Errors
/// Everything that is wrong at once; [`Refused::Changed`]; [`Refused::Closed`] when the case is.
pub async fn approve_dispatch(
    work: &Work,
    id: DispatchId,
    seen: i32,
    approval: &Approval,
) -> Result<(), Failed<Refused>> {
    let (case, row) = locked_with_all(work, id).await?;
    let by = decider(work, &case, &row, seen)?;
    if case.state == case::State::Closed {
        return Err(Refused::Closed.into());
    }
    let today = work.now().date();
    let year = FiscalYear::of(today);
    let terms = read::dispatch_terms(work.db(), today).await?;
    let left = read::spent(work.db(), &case, year).await?;
    let left = left.left(&terms, row.field);
    let size = read::size_of(work.db(), &case).await?;
    let wrong = approval.wrong(row.times, left, &against(size, case.in_ward));
    let (Some(times), true) = (approval.times, wrong.is_empty()) else {
        return Err(Refused::Invalid(wrong).into());
    };
    let approved = dispatch::Model {
        state: State::Approved,
        fiscal_year: year.year(),
        approved_times: Some(times),
        note: approval.note.trim().to_owned(),
        ..row
    };
    decided(work, &case, approved, by).await?;
    work.record(Event::new("dispatch.approved", id).with("times", times));
    Ok(())
}

/// Refuses a dispatch with a reason that the person is told, as it was seen.
///
/// # Errors
/// A reason that is missing; [`Refused::Changed`].
pub async fn refuse_dispatch(
    work: &Work,
    id: DispatchId,
    seen: i32,
    reason: &str,
) -> Result<(), Failed<Refused>> {
    let (case, row) = locked(work, id).await?;
    let by = decider(work, &case, &row, seen)?;
    if let Some(wrong) = rules::wrong_reason(reason) {
        return Err(Refused::Invalid(vec![wrong]).into());
    }
    let refused = dispatch::Model {
        state: State::Refused,
        reason: reason.trim().to_owned(),
        ..row
    };
    decided(work, &case, refused, by).await?;
    work.record(Event::new("dispatch.refused", id));
    Ok(())
}

fn decider(
    work: &Work,
    case: &case::Model,
    row: &dispatch::Model,
    seen: i32,
) -> Result<PersonId, Refused> {
    let may = rules::may_decide(work.actor(), case);
    let by = work.actor().person.filter(|_| may);
    let by = by.ok_or(Refused::MayNot)?;
    if row.edition != seen {
        return Err(Refused::Changed);
    }
    if row.state == State::Requested {
        Ok(by)
    } else {
        Err(Refused::Unmet("dispatches-decided-already"))
    }
}

async fn decided(
    work: &Work,
    case: &case::Model,
    row: dispatch::Model,
    by: PersonId,
) -> Result<(), Failed<Refused>> {
    let row = dispatch::Model {
        decided_at: Some(work.now()),
        decided_by: Some(by),
        edition: row.edition + 1,
        ..row
    };
    let active = dispatch::ActiveModel {
        id: Set(row.id),
        state: Set(row.state),
        fiscal_year: Set(row.fiscal_year),
        approved_times: Set(row.approved_times),
        reason: Set(row.reason.clone()),
        note: Set(row.note.clone()),
        decided_at: Set(row.decided_at),
        decided_by: Set(row.decided_by),
        edition: Set(row.edition),
        ..Default::default()
    };
    active.update(work.db()).await?;
    Ok(letters::dispatch(work, case, &row).await?)
}
