//! The terms of consultations.

use kernel::{Failed, Work, events::Event, violated_constraint};
use sea_orm::{ActiveValue::Set, entity::prelude::*};
use uuid::Uuid;

use crate::{
    Refused,
    entity::consultation_terms,
    rules::{self, TermsDraft},
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
    if let Err(error) = set.exec_without_returning(work.db()).await {
        return Err(match violated_constraint(&error).as_deref() {
            Some("consultation_terms_pkey" | "consultation_terms.valid_from") => {
                Refused::Changed.into()
            }
            _ => error.into(),
        });
    }
    let event = Event::new("consultation_terms.set", Uuid::nil());
    work.record(event.with("valid_from", from.to_string()));
    Ok(())
}
