//! The ward writes down what its certified plan says from a day on, and which courses belong to it.

use std::collections::BTreeSet;

use accounts::rules::wrong_field;
use chrono::NaiveDate;
use kernel::{Failed, Work, events::Event, violated_constraint};
use sea_orm::{ActiveValue::Set, QuerySelect, entity::prelude::*};
use seminars::entity::SeminarId;

use crate::{
    Refused,
    entity::{SchemeId, scheme, scheme_course, stored},
    read,
    rules::{Area, SchemeDraft, may_keep_scheme},
};

/// Enters the version of the plan that is in force from a day on; what was before stays as it was.
///
/// # Errors
/// Everything that is wrong at once; [`Refused::Changed`] when a version begins on that day already.
pub async fn set_scheme(work: &Work, draft: &SchemeDraft) -> Result<SchemeId, Failed<Refused>> {
    if !may_keep_scheme(work.actor()) {
        return Err(Refused::MayNot.into());
    }
    let first = read::plan(work.db()).await?.versions.is_empty();
    let wrong = draft.wrong(work.now().date(), first);
    let (Some(from), true) = (draft.valid_from, wrong.is_empty()) else {
        return Err(Refused::Invalid(wrong).into());
    };
    let id: SchemeId = work.new_id();
    let text = |text: &str| Set(text.trim().to_owned());
    let number = |number: Option<i32>| Set(number.unwrap_or_default());
    let row = scheme::ActiveModel {
        id: Set(id),
        valid_from: Set(from.to_string()),
        source: text(&draft.source),
        issuer: text(&draft.issuer),
        ward: text(&draft.ward),
        areas: Set(codes(&draft.areas)),
        least_sessions: number(draft.least_sessions),
        distinct_by: text(&draft.distinct_by),
        month_rule: text(&draft.month_rule),
        month_count: number(draft.month_count),
        together: text(&draft.together),
        together_months: number(draft.together_months),
        course_least: number(draft.course_least),
        course_of: number(draft.course_of),
        counts: Set(counts(draft)),
        valid_months: number(draft.valid_months),
        answer_days: number(draft.answer_days),
        most_copies: number(draft.most_copies),
        again: Set(again(draft)),
        again_while_valid: Set(draft.again_while_valid),
        made_by: Set(work.actor().person),
        made_at: Set(work.now()),
    };
    match scheme::Entity::insert(row)
        .exec_without_returning(work.db())
        .await
    {
        Ok(_) => {}
        Err(error) if violated_constraint(&error).is_some() => return Err(Refused::Changed.into()),
        Err(error) => return Err(error.into()),
    }
    work.record(Event::new("scheme.set", id).with("valid_from", from.to_string()));
    Ok(id)
}

/// What counts beside being there in time.
fn counts(draft: &SchemeDraft) -> String {
    let all = [
        ("late", draft.late),
        ("left_early", draft.left_early),
        ("online", draft.online),
        ("consultations", draft.consultations),
    ];
    let own = all.into_iter().filter(|(_, counts)| *counts);
    own.map(|(code, _)| code).collect::<Vec<_>>().join(" ")
}

fn codes(areas: &BTreeSet<Area>) -> String {
    let codes: Vec<&str> = areas.iter().map(|area| area.code()).collect();
    codes.join(" ")
}

fn again(draft: &SchemeDraft) -> String {
    let codes = draft.again.iter().map(|one| stored(one.code()));
    codes.collect::<Vec<_>>().join(" ")
}

/// How a seminar belongs to the plan.
#[derive(Clone, Debug, Default)]
pub struct CourseDraft {
    /// Which.
    pub seminar: Option<SeminarId>,
    /// The first day whose lessons count.
    pub from: Option<NaiveDate>,
    /// The last day, if one is known.
    pub until: Option<NaiveDate>,
    /// What each lesson is about where the plan takes it as a whole; empty when each says it.
    pub areas: BTreeSet<Area>,
}

/// Lets a seminar count for the plan, or changes from when until when it does. `edition` is that of the
/// row that was seen; 0 when none was.
///
/// # Errors
/// Everything that is wrong at once; [`Refused::CourseThere`]; [`Refused::Changed`].
pub async fn add_course(
    work: &Work,
    draft: &CourseDraft,
    edition: i32,
) -> Result<SeminarId, Failed<Refused>> {
    if !may_keep_scheme(work.actor()) {
        return Err(Refused::MayNot.into());
    }
    let found = match draft.seminar {
        Some(id) => seminars::read::seminar(work.db(), id).await?,
        None => None,
    };
    let mut wrong = Vec::new();
    if found.is_none() {
        wrong.push(wrong_field("seminar", "founders-course-missing"));
    }
    if draft.from.is_none() {
        wrong.push(wrong_field("from", "founders-scheme-day-missing"));
    }
    if draft
        .until
        .zip(draft.from)
        .is_some_and(|(until, from)| until < from)
    {
        wrong.push(wrong_field("until", "founders-course-until"));
    }
    let (Some(one), Some(from), true) = (found, draft.from, wrong.is_empty()) else {
        return Err(Refused::Invalid(wrong).into());
    };
    let id = one.row.id;
    let before = scheme_course::Entity::find_by_id(id).lock_exclusive();
    let before = before.one(work.db()).await?;
    let row = scheme_course::ActiveModel {
        seminar_id: Set(id),
        counts_from: Set(from.to_string()),
        counts_until: Set(draft.until.map(|until| until.to_string())),
        areas: Set(codes(&draft.areas)),
        edition: Set(edition + 1),
        made_by: Set(work.actor().person),
        made_at: Set(work.now()),
    };
    match before {
        None => {
            let inserted = scheme_course::Entity::insert(row);
            match inserted.exec_without_returning(work.db()).await {
                Ok(_) => {}
                Err(error) if violated_constraint(&error).is_some() => {
                    return Err(Refused::CourseThere.into());
                }
                Err(error) => return Err(error.into()),
            }
        }
        Some(_) if edition == 0 => return Err(Refused::CourseThere.into()),
        Some(before) if before.edition != edition => return Err(Refused::Changed.into()),
        Some(_) => _ = scheme_course::Entity::update(row).exec(work.db()).await?,
    }
    work.record(Event::new("scheme.course_set", id).with("from", from.to_string()));
    Ok(id)
}
