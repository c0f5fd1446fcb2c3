//! The terms of seminars.

use kernel::{Failed, Work, events::Event, violated_constraint};
use sea_orm::{ActiveValue::Set, entity::prelude::*};
use uuid::Uuid;

use crate::{
    Refused,
    entity::seminar_terms,
    rules::{self, TermsDraft},
};

/// Sets the terms that hold from a day on.
///
/// # Errors
/// Everything that is wrong at once; [`Refused::Changed`] when there are terms from that day already.
pub async fn set_terms(work: &Work, draft: &TermsDraft) -> Result<(), Failed<Refused>> {
    if !rules::may_keep(work.actor()) {
        return Err(Refused::MayNot.into());
    }
    let wrong = draft.wrong(work.now().date());
    let (Some(from), true) = (draft.valid_from, wrong.is_empty()) else {
        return Err(Refused::Invalid(wrong).into());
    };
    let number = |number: Option<i64>| {
        let number = number.and_then(|number| i32::try_from(number).ok());
        Set(number.unwrap_or_default())
    };
    let row = seminar_terms::ActiveModel {
        valid_from: Set(from.to_string()),
        remind_hours: number(draft.remind_hours),
        answer_days: number(draft.answer_days),
        payment_days: number(draft.payment_days),
        free_days: number(draft.free_days),
    };
    let set = seminar_terms::Entity::insert(row);
    match set.exec_without_returning(work.db()).await {
        Ok(_) => {}
        Err(error) if violated_constraint(&error).is_some() => return Err(Refused::Changed.into()),
        Err(error) => return Err(error.into()),
    }
    let event = Event::new("seminar_terms.set", Uuid::nil());
    work.record(event.with("valid_from", from.to_string()));
    Ok(())
}
