//! What was marked of one person, and by whom.

use std::collections::HashMap;

use accounts::read::contacts;
use kernel::{Fault, PersonId};
use sea_orm::entity::prelude::*;

use crate::entity::{EnrolmentId, LessonId, attendance};

/// A mark, with the name of who set it.
#[derive(Clone, Debug)]
pub struct Mark {
    /// The mark.
    pub row: attendance::Model,
    /// Who set it.
    pub by: Option<String>,
}

/// What was marked of somebody, by lesson.
pub async fn marks_of(
    db: &impl ConnectionTrait,
    who: EnrolmentId,
) -> Result<HashMap<LessonId, Mark>, Fault> {
    let rows = attendance::Entity::find()
        .filter(attendance::COLUMN.enrolment_id.eq(who))
        .all(db)
        .await?;
    let people: Vec<PersonId> = rows.iter().filter_map(|row| row.marked_by).collect();
    let names = contacts(db, people).await?;
    let mark = |row: attendance::Model| {
        let by = names.iter().find(|one| Some(one.person) == row.marked_by);
        let by = by.map(|one| one.name.clone());
        (row.lesson_id, Mark { row, by })
    };
    Ok(rows.into_iter().map(mark).collect())
}
