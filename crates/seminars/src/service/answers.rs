//! What somebody answers who enrols: kept with the enrolment, completed later, erased at last.

use std::collections::HashMap;

use files::{Handed, PaperId};
use kernel::{Detail, Failed, Fault, Work, events::Event};
use sea_orm::{ActiveValue::Set, entity::prelude::*};
use surveys::rules::FIELDS;

use super::{found, publish::reason};
use crate::{
    Refused,
    entity::{EnrolmentId, SeminarId, answer, enrolment, erased_answers},
    read,
    rules::{self, Answers, Leaves},
};

/// What is kept of answers, and what is wrong with them.
pub(super) async fn answered(
    work: &Work,
    (id, asks): (SeminarId, bool),
    answers: &Answers,
    leaves: Leaves,
) -> Result<(Vec<(i32, String)>, Vec<Detail>), Fault> {
    let asked = if asks {
        read::questions(work.db(), id).await?
    } else {
        Vec::new()
    };
    Ok(match answers.read(&asked, leaves) {
        Ok(kept) => (kept, Vec::new()),
        Err(wrong) => (Vec::new(), wrong),
    })
}

/// Keeps answers with each of these enrolments; a paper is kept once.
pub(super) async fn keep(
    work: &Work,
    id: SeminarId,
    enrolments: &[EnrolmentId],
    (answers, kept): (&Answers, Vec<(i32, String)>),
) -> Result<(), Fault> {
    if kept.is_empty() {
        return Ok(());
    }
    let papers = papers(work, answers, &kept).await?;
    let (by, now) = (work.actor().person, work.now());
    let mut rows = Vec::new();
    for enrolment in enrolments {
        let row = |(number, value): &(i32, String)| answer::ActiveModel {
            enrolment_id: Set(*enrolment),
            number: Set(*number),
            seminar_id: Set(id),
            value: Set(value.clone()),
            paper_id: Set(papers.get(number).copied()),
            given_by: Set(by),
            given_at: Set(now),
        };
        rows.extend(kept.iter().map(row));
    }
    // SQLite takes some thousand values in one statement.
    for some in rows.chunks(500) {
        work.put(answer::Entity::insert_many(some.to_vec()));
    }
    Ok(())
}

/// The papers of those questions that were asked.
async fn papers(
    work: &Work,
    answers: &Answers,
    kept: &[(i32, String)],
) -> Result<HashMap<i32, PaperId>, Fault> {
    let mut numbers = Vec::new();
    let mut handed: Vec<Handed> = Vec::new();
    for (number, field) in (1..).zip(FIELDS) {
        let own = answers.papers.iter().find(|(of, _)| of == field);
        if let Some((_, Ok(paper))) = own
            && kept.iter().any(|(at, _)| *at == number)
        {
            numbers.push(number);
            handed.push(paper.clone());
        }
    }
    let ids = files::service::keep(work, handed).await?;
    Ok(numbers.into_iter().zip(ids).collect())
}

/// Answers what was left open, until the seminar begins: by the person, or for them by those who keep
/// seminars, who may go on leaving some of it open. What was answered stays as it was.
///
/// # Errors
/// [`Refused::MayNot`]; [`Refused::NotStanding`]; what is missing or wrong; [`Refused::NothingAnswered`].
pub async fn complete(
    work: &Work,
    id: EnrolmentId,
    answers: &Answers,
) -> Result<(), Failed<Refused>> {
    let (one, row) = found::enrolment(work, id).await?;
    if !rules::may_read_answers(work.actor(), one.person_id) {
        return Err(Refused::MayNot.into());
    }
    let begun = row.starts_at.is_none_or(|begins| begins <= work.now());
    if !one.state.is_open() || begun || read::erased(work.db(), id).await?.is_some() {
        return Err(Refused::NotStanding.into());
    }
    let asked = read::questions(work.db(), row.id).await?;
    let before = read::answers(work.db(), id).await?;
    let before: Vec<_> = before
        .into_iter()
        .map(|one| (one.number, one.value))
        .collect();
    let leaves = if work.actor().is(one.person_id) {
        Leaves::Nothing
    } else {
        Leaves::Everything
    };
    let kept = answers.beside(&asked, &before, leaves);
    let kept = kept.map_err(Refused::Invalid)?;
    if kept.is_empty() {
        return Err(Refused::NothingAnswered.into());
    }
    let count = kept.len();
    keep(work, row.id, &[id], (answers, kept)).await?;
    work.record(Event::new("enrolment.answered", id).with("count", count));
    Ok(())
}

/// Erases what a person answered in a seminar, papers and all, because they asked for it. Their enrolments
/// stay, and so does who is counted.
///
/// # Errors
/// [`Refused::MayNot`] for whoever does not keep seminars; [`Refused::NotNow`] when it is erased already; a
/// reason that is missing.
pub async fn erase_answers(work: &Work, id: EnrolmentId, why: &str) -> Result<(), Failed<Refused>> {
    if !rules::may_keep(work.actor()) {
        return Err(Refused::MayNot.into());
    }
    reason(why)?;
    let (one, row) = found::enrolment(work, id).await?;
    if read::erased(work.db(), id).await?.is_some() {
        return Err(Refused::NotNow.into());
    }
    // Whom a company enrolled at once, the same answers stand with each.
    let all = enrolment::Entity::of(row.id).filter(enrolment::COLUMN.person_id.eq(one.person_id));
    let all: Vec<EnrolmentId> = all.all(work.db()).await?.iter().map(|one| one.id).collect();
    forget(work, &all).await?;
    for enrolment in all {
        if read::erased(work.db(), enrolment).await?.is_some() {
            continue;
        }
        let erased = erased_answers::ActiveModel {
            enrolment_id: Set(enrolment),
            why: Set(why.trim().to_owned()),
            erased_by: Set(work.actor().person),
            erased_at: Set(work.now()),
        };
        erased_answers::Entity::insert(erased)
            .exec_without_returning(work.db())
            .await?;
        work.record(Event::new("enrolment.answers_erased", enrolment));
    }
    Ok(())
}

async fn forget(work: &Work, all: &[EnrolmentId]) -> Result<(), Fault> {
    let rows = answer::Entity::of(all.to_vec()).all(work.db()).await?;
    let papers: Vec<PaperId> = rows.iter().filter_map(|row| row.paper_id).collect();
    let gone =
        answer::Entity::delete_many().filter(answer::COLUMN.enrolment_id.is_in(all.to_vec()));
    gone.exec(work.db()).await?;
    files::service::forget(work, papers).await
}
