//! Letters to be shown.

use kernel::{Fault, PersonId};
use sea_orm::{ConnectionTrait, QueryOrder, QuerySelect, entity::prelude::*};

use crate::{LetterId, entity::letter};

/// How many letters are on their way, and how many were given up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts {
    /// To be sent.
    pub waiting: u64,
    /// Given up; staff decide.
    pub dead: u64,
}

/// The letters of a person, newest first: the notices under マイページ.
pub async fn of_person(
    db: &impl ConnectionTrait,
    person: PersonId,
    limit: u64,
) -> Result<Vec<letter::Model>, Fault> {
    Ok(newest(letter::Entity::find())
        .filter(letter::COLUMN.person_id.eq(person))
        .limit(limit)
        .all(db)
        .await?)
}

/// One letter. Whether this reader may see it is the caller's to decide.
pub async fn one(db: &impl ConnectionTrait, id: LetterId) -> Result<Option<letter::Model>, Fault> {
    Ok(letter::Entity::find_by_id(id).one(db).await?)
}

/// What could not be delivered, newest first: for staff.
pub async fn dead(db: &impl ConnectionTrait) -> Result<Vec<letter::Model>, Fault> {
    Ok(newest(letter::Entity::dead()).all(db).await?)
}

/// All letters, newest first: for demonstrations.
pub async fn recent(db: &impl ConnectionTrait, limit: u64) -> Result<Vec<letter::Model>, Fault> {
    Ok(newest(letter::Entity::find()).limit(limit).all(db).await?)
}

/// How much waits, and how much is dead.
pub async fn counts(db: &impl ConnectionTrait) -> Result<Counts, Fault> {
    Ok(Counts {
        waiting: letter::Entity::waiting().count(db).await?,
        dead: letter::Entity::dead().count(db).await?,
    })
}

fn newest(letters: Select<letter::Entity>) -> Select<letter::Entity> {
    letters
        .order_by_desc(letter::COLUMN.created_at)
        .order_by_desc(letter::COLUMN.id)
}
