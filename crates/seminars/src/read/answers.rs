//! What somebody answered who enrolled. Whoever asks lets nobody read it who may not.

use std::collections::{HashMap, HashSet};

use kernel::{Fault, Instant};
use sea_orm::{QueryOrder, entity::prelude::*};

use super::{people::Own, questions::questions};
use crate::{
    entity::{EnrolmentId, SeminarId, answer, erased_answers},
    rules::{self, takes_answers},
};

/// What was answered with an enrolment, in the order of the questions.
pub async fn answers(
    db: &impl ConnectionTrait,
    id: EnrolmentId,
) -> Result<Vec<answer::Model>, Fault> {
    Ok(answer::Entity::of(vec![id]).all(db).await?)
}

/// The same of everybody of a seminar.
pub async fn all_answers(
    db: &impl ConnectionTrait,
    id: SeminarId,
) -> Result<HashMap<EnrolmentId, Vec<answer::Model>>, Fault> {
    let rows = answer::Entity::find()
        .filter(answer::COLUMN.seminar_id.eq(id))
        .order_by_asc(answer::COLUMN.number);
    let mut all: HashMap<EnrolmentId, Vec<answer::Model>> = HashMap::new();
    for row in rows.all(db).await? {
        all.entry(row.enrolment_id).or_default().push(row);
    }
    Ok(all)
}

/// How many questions each of these enrolments of one's own still has to answer, and can.
pub async fn unanswered(
    db: &impl ConnectionTrait,
    all: &[Own],
    now: Instant,
) -> Result<HashMap<EnrolmentId, usize>, Fault> {
    let mut open = HashMap::new();
    let takes = |own: &&Own| takes_answers(own.row.state, &own.seminar.row, (false, now));
    for own in all.iter().filter(takes) {
        let id = own.row.id;
        let asked = questions(db, own.row.seminar_id).await?;
        if asked.is_empty() || erased(db, id).await?.is_some() {
            continue;
        }
        let rows = answers(db, id).await?.into_iter();
        let said: Vec<_> = rows.map(|row| (row.number, row.value)).collect();
        open.insert(id, rules::open(&asked, &said).len());
    }
    Ok(open)
}

/// That what was answered with an enrolment was erased, if it was.
pub async fn erased(
    db: &impl ConnectionTrait,
    id: EnrolmentId,
) -> Result<Option<erased_answers::Model>, Fault> {
    Ok(erased_answers::Entity::find_by_id(id).one(db).await?)
}

/// Those of these enrolments whose answers were erased.
pub async fn erased_among(
    db: &impl ConnectionTrait,
    all: &[EnrolmentId],
) -> Result<HashSet<EnrolmentId>, Fault> {
    let mut erased = HashSet::new();
    for some in all.chunks(1_000) {
        let rows = erased_answers::Entity::find()
            .filter(erased_answers::COLUMN.enrolment_id.is_in(some.to_vec()));
        let rows = rows.all(db).await?;
        erased.extend(rows.into_iter().map(|row| row.enrolment_id));
    }
    Ok(erased)
}
