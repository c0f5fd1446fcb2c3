//! The terms of consultations and of dispatches.

use kernel::{Failed, Work, events::Event, violated_constraint};
use sea_orm::{ActiveValue::Set, DbErr, entity::prelude::*};
use uuid::Uuid;

use crate::{
    Refused,
    entity::{consultation_terms, dispatch_terms},
    rules::{self, DispatchTermsDraft, TermsDraft},
};

/// Sets the terms that hold from a day on.
///
/// # Errors
/// Everything that is wrong at once; [`Refused::Changed`] when there are terms from that day already.
pub async fn set_terms(work: &Work, draft: &TermsDraft) -> Result<(), Failed<Refused>> {
    if !rules::may_keep_experts(work.actor()) {
        return Err(Refused::MayNot.into());
    }
    let wrong = draft.wrong(work.now().date());
    let (Some(from), Some(months), true) = (
        draft.valid_from,
        draft.follow_up_months.as_ref(),
        wrong.is_empty(),
    ) else {
        return Err(Refused::Invalid(wrong).into());
    };
    let number = |number: Option<i32>| Set(number.unwrap_or_default());
    let months: Vec<String> = months.iter().map(ToString::to_string).collect();
    let row = consultation_terms::ActiveModel {
        valid_from: Set(from.to_string()),
        meeting_minutes: number(draft.meeting_minutes),
        notice_hours: number(draft.notice_hours),
        days_ahead: number(draft.days_ahead),
        triage_days: number(draft.triage_days),
        first_reminder: number(draft.first_reminder),
        second_reminder: number(draft.second_reminder),
        follow_up_months: Set(months.join(",")),
        retention_years: number(draft.retention_years),
    };
    let set = consultation_terms::Entity::insert(row);
    kept(set.exec_without_returning(work.db()).await)?;
    let event = Event::new("consultation_terms.set", Uuid::nil());
    work.record(event.with("valid_from", from.to_string()));
    Ok(())
}

/// Sets the terms of dispatches that hold from a day on.
///
/// # Errors
/// Everything that is wrong at once; [`Refused::Changed`] when there are terms from that day already.
pub async fn set_dispatch_terms(
    work: &Work,
    draft: &DispatchTermsDraft,
) -> Result<(), Failed<Refused>> {
    if !rules::may_keep_experts(work.actor()) {
        return Err(Refused::MayNot.into());
    }
    let wrong = draft.wrong(work.now().date());
    let (Some(from), true) = (draft.valid_from, wrong.is_empty()) else {
        return Err(Refused::Invalid(wrong).into());
    };
    let number = |number: Option<i32>| Set(number.unwrap_or_default());
    let row = dispatch_terms::ActiveModel {
        valid_from: Set(from.to_string()),
        most_per_applicant: number(draft.most_per_applicant),
        most_per_theme: number(draft.most_per_theme),
        minutes: number(draft.minutes),
        source: Set(draft.source.trim().to_owned()),
    };
    let set = dispatch_terms::Entity::insert(row);
    kept(set.exec_without_returning(work.db()).await)?;
    let event = Event::new("dispatch_terms.set", Uuid::nil());
    work.record(event.with("valid_from", from.to_string()));
    Ok(())
}

/// There is one row of terms for a day.
fn kept<T>(set: Result<T, DbErr>) -> Result<(), Failed<Refused>> {
    match set {
        Ok(_) => Ok(()),
        Err(error) if violated_constraint(&error).is_some() => Err(Refused::Changed.into()),
        Err(error) => Err(error.into()),
    }
}
