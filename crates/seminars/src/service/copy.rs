//! Last year's seminar once more: the same words, the same lessons on other days.

use std::collections::HashMap;

use accounts::rules::wrong_field;
use bookings::rules::devices::Pick;
use chrono::{NaiveDate, TimeDelta};
use kernel::{Failed, Span, Work, events::Event};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use super::{ask::ask_again, found, lessons::enter, set_up::set_up, take::opened};
use crate::{
    Refused,
    entity::{LessonId, SeminarId, lesson, seminar},
    read,
    rules::{LessonDraft, SeminarDraft},
};

/// How a seminar is copied.
#[derive(Clone, Copy, Debug)]
pub struct Copied {
    /// The day of the first lesson; the others keep their distance from it.
    pub first_day: Option<NaiveDate>,
    /// Whether the lessons come with it, and take their rooms at once.
    pub with_lessons: bool,
    /// Whether it is one more of the same series, and listed with it.
    pub in_series: bool,
}

/// Copies a seminar as a draft. Rooms and lecturers are taken for all lessons together, or nothing is
/// copied.
///
/// # Errors
/// [`Refused::Occupied`] says which time is not free; a day that is missing or over.
pub async fn copy(work: &Work, from: SeminarId, how: Copied) -> Result<SeminarId, Failed<Refused>> {
    let lessons = if how.with_lessons {
        let lessons = found::lessons(work, from).await?;
        let lent = read::devices_of(work.db(), &lessons).await?;
        moved(&lessons, &lent, how, work)?
    } else {
        Vec::new()
    };
    opened(work, &lessons).await?;
    let before = found::kept(work, from).await?;
    let id = set_up(work, &draft(&before)).await?;
    let copied = seminar::ActiveModel {
        id: Set(id),
        copied_from: Set(Some(from)),
        series_id: Set(before.series_id.or(Some(from)).filter(|_| how.in_series)),
        ..Default::default()
    };
    let row = seminar::Entity::update(copied).exec(work.db()).await?;
    ask_again(work, from, id).await?;
    work.record(Event::new("seminar.copied", id).with("from", from.to_string()));
    if !lessons.is_empty() {
        enter(work, &row, &lessons).await?;
        found::dated(work, &row).await?;
    }
    Ok(id)
}

/// The lessons, so many days later that the first is on the day that is wished.
fn moved(
    lessons: &[lesson::Model],
    lent: &HashMap<LessonId, Vec<Pick>>,
    how: Copied,
    work: &Work,
) -> Result<Vec<LessonDraft>, Refused> {
    let wrong = |key| Refused::Invalid(vec![wrong_field("first_day", key)]);
    let first_day = how
        .first_day
        .ok_or_else(|| wrong("seminars-first-day-missing"))?;
    let Some(first) = lessons.first() else {
        return Ok(Vec::new());
    };
    let later = first_day - first.starts_at.date();
    let drafts: Vec<LessonDraft> = lessons
        .iter()
        .map(|lesson| {
            let devices = lent.get(&lesson.id).cloned().unwrap_or_default();
            lesson_draft(lesson, devices, later)
        })
        .collect();
    let mistakes = drafts.iter().find_map(|one| {
        let wrong = one.wrong(work.now());
        wrong.into_iter().next()
    });
    match mistakes {
        Some(mistake) => Err(wrong(mistake.key)),
        None => Ok(drafts),
    }
}

fn lesson_draft(lesson: &lesson::Model, devices: Vec<Pick>, later: TimeDelta) -> LessonDraft {
    LessonDraft {
        title: lesson.title.clone(),
        span: Some(Span {
            from: lesson.starts_at + later,
            until: lesson.ends_at + later,
        }),
        areas: lesson.areas(),
        space: lesson.space_id,
        link: lesson.link.clone(),
        lecturer_id: lesson.lecturer_id,
        lecturer: lesson.lecturer.clone(),
        devices,
    }
}

/// The words of a seminar; when one can enrol is to be said anew, and so is a programme of another year.
fn draft(row: &seminar::Model) -> SeminarDraft {
    SeminarDraft {
        title: row.title.clone(),
        title_en: row.title_en.clone(),
        purpose: row.purpose.clone(),
        contents: row.contents.clone(),
        contents_en: row.contents_en.clone(),
        audience: Some(row.audience),
        way: Some(row.way),
        fee_yen: Some(row.fee_yen),
        fee: row.fee.clone(),
        programme: row.programme_id,
        here: Some(row.here),
        online: Some(row.online),
        apply_from: None,
        apply_until: None,
    }
}
