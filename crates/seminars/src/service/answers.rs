//! What somebody answers who enrols: kept with the enrolment, completed later, erased at last.

use std::collections::HashMap;

use files::{Handed, PaperId};
use kernel::{Detail, Failed, Fault, Work, events::Event};
use sea_orm::{ActiveValue::Set, entity::prelude::*};
use surveys::rules::FIELDS;

use super::{found, publish::reason};
use crate::{
    Refused,
    entity::{
        EnrolmentId, SeminarId, answer,
        enrolment::{self, State},
        erased_answers,
    },
    read,
    rules::{self, Answers, Leaves, carried, takes_answers},
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

/// Answers what was left open: by the person until the seminar begins, or for them by those who keep
/// seminars until it is over, who may go on leaving some of it open. What was answered stays as it was. Of
/// those whom a company named, all are answered for who were answered for alike.
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
    let theirs = work.actor().is(one.person_id);
    let takes = takes_answers(one.state, &row, (!theirs, work.now()));
    if !takes || read::erased(work.db(), id).await?.is_some() {
        return Err(Refused::NotStanding.into());
    }
    let asked = read::questions(work.db(), row.id).await?;
    let before = pairs(&read::answers(work.db(), id).await?);
    let leaves = if theirs {
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
    let all = alike(work, &one, &before).await?;
    keep(work, row.id, &all, (answers, kept)).await?;
    for id in all {
        work.record(Event::new("enrolment.answered", id).with("count", count));
    }
    Ok(())
}

/// The enrolment itself; of somebody whom a company named, also those of the others it named for whom the
/// same is answered, and the same is open.
async fn alike(
    work: &Work,
    one: &enrolment::Model,
    before: &[(i32, String)],
) -> Result<Vec<EnrolmentId>, Fault> {
    let mut all = vec![one.id];
    if one.attendee.is_empty() {
        return Ok(all);
    }
    let others = enrolment::Entity::of(one.seminar_id)
        .filter(enrolment::COLUMN.person_id.eq(one.person_id))
        .filter(enrolment::COLUMN.attendee.ne(""))
        .filter(enrolment::COLUMN.id.ne(one.id))
        .filter(enrolment::Column::State.is_in(State::OPEN));
    let others = others.all(work.db()).await?.into_iter();
    let others: Vec<EnrolmentId> = others.map(|own| own.id).collect();
    let erased = read::erased_among(work.db(), &others).await?;
    let rows = answer::Entity::of(others.clone()).all(work.db()).await?;
    let said = |id: EnrolmentId| rows.iter().filter(move |row| row.enrolment_id == id);
    let same = |id: &EnrolmentId| {
        let own = said(*id).map(|row| (row.number, row.value.clone()));
        !erased.contains(id) && own.eq(before.iter().cloned())
    };
    all.extend(others.into_iter().filter(same));
    Ok(all)
}

/// Answers as the rules have them.
fn pairs(rows: &[answer::Model]) -> Vec<(i32, String)> {
    let pair = |row: &answer::Model| (row.number, row.value.clone());
    rows.iter().map(pair).collect()
}

/// What was answered with an enrolment that is given up, as two of one person become one, goes over to the
/// one that is kept: as far as it is open there, and fits what was answered. So does what is needed.
pub(super) async fn carry(
    work: &Work,
    from: &enrolment::Model,
    to: &enrolment::Model,
) -> Result<(), Fault> {
    if to.needs.is_empty() && !from.needs.is_empty() {
        let needs = enrolment::ActiveModel {
            id: Set(to.id),
            needs: Set(from.needs.clone()),
            edition: Set(to.edition + 1),
            ..Default::default()
        };
        enrolment::Entity::update(needs).exec(work.db()).await?;
    }
    let erased = read::erased_among(work.db(), &[from.id, to.id]).await?;
    let other = read::answers(work.db(), from.id).await?;
    if other.is_empty() || !erased.is_empty() {
        return Ok(());
    }
    let asked = read::questions(work.db(), to.seminar_id).await?;
    let before = read::answers(work.db(), to.id).await?;
    let numbers = carried(&asked, &pairs(&before), &pairs(&other));
    if numbers.is_empty() {
        return Ok(());
    }
    work.record(Event::new("enrolment.answered", to.id).with("count", numbers.len()));
    answer::Entity::update_many()
        .col_expr(answer::Column::EnrolmentId, Expr::value(to.id))
        .filter(answer::COLUMN.enrolment_id.eq(from.id))
        .filter(answer::COLUMN.number.is_in(numbers))
        .exec(work.db())
        .await?;
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
