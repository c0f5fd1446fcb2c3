//! Who takes part, who waits, and what somebody has enrolled in.

use std::collections::HashMap;

use accounts::read::{Contact, contact, contacts};
use kernel::{Fault, PersonId};
use sea_orm::{PaginatorTrait, QueryOrder, QuerySelect, entity::prelude::*};

use super::seminars::{Seminar, seminar, with_lessons};
use crate::entity::{
    EnrolmentId, SeminarId,
    enrolment::{self, State},
    seminar as seminar_table,
};

/// Somebody of a seminar, with how they are reached.
#[derive(Clone, Debug)]
pub struct Taking {
    /// The enrolment.
    pub row: enrolment::Model,
    /// Who it is.
    pub who: Option<Contact>,
}

impl Taking {
    /// Who comes: whom a company named, or whoever enrolled.
    pub fn name(&self) -> &str {
        match &self.who {
            Some(who) if self.row.attendee.is_empty() => &who.name,
            _ => &self.row.attendee,
        }
    }

    /// Their フリガナ.
    pub fn kana(&self) -> &str {
        match &self.who {
            Some(who) if self.row.attendee.is_empty() => &who.kana,
            _ => &self.row.attendee_kana,
        }
    }

    /// Who enrolled them, when they were named by a company.
    pub fn by(&self) -> Option<&str> {
        let named = !self.row.attendee.is_empty();
        self.who
            .as_ref()
            .filter(|_| named)
            .map(|who| who.name.as_str())
    }
}

/// What somebody has enrolled in.
#[derive(Clone, Debug)]
pub struct Own {
    /// The enrolment.
    pub row: enrolment::Model,
    /// In what.
    pub seminar: Seminar,
}

/// Everybody of a seminar, in the order of arrival.
pub async fn people(db: &impl ConnectionTrait, id: SeminarId) -> Result<Vec<Taking>, Fault> {
    let rows = enrolment::Entity::of(id).all(db).await?;
    let mut who: HashMap<PersonId, Contact> = HashMap::new();
    for some in rows.chunks(1_000) {
        let people = some.iter().map(|row| row.person_id).collect();
        let found = contacts(db, people).await?;
        who.extend(found.into_iter().map(|one| (one.person, one)));
    }
    let taking = |row: enrolment::Model| Taking {
        who: who.get(&row.person_id).cloned(),
        row,
    };
    Ok(rows.into_iter().map(taking).collect())
}

/// One enrolment with its seminar.
pub async fn enrolment(db: &impl ConnectionTrait, id: EnrolmentId) -> Result<Option<Own>, Fault> {
    let Some(row) = enrolment::Entity::find_by_id(id).one(db).await? else {
        return Ok(None);
    };
    let found = seminar(db, row.seminar_id).await?;
    Ok(found.map(|seminar| Own { row, seminar }))
}

/// Everything somebody has enrolled in, the latest first.
pub async fn of_person(db: &impl ConnectionTrait, person: PersonId) -> Result<Vec<Own>, Fault> {
    let rows = enrolment::Entity::find()
        .filter(enrolment::COLUMN.person_id.eq(person))
        .order_by_desc(enrolment::COLUMN.id)
        .all(db)
        .await?;
    let ids: Vec<SeminarId> = rows.iter().map(|row| row.seminar_id).collect();
    let found = seminar_table::Entity::find()
        .filter(seminar_table::COLUMN.id.is_in(ids))
        .all(db)
        .await?;
    let found = with_lessons(db, found).await?;
    let own = |row: enrolment::Model| {
        let seminar = found.iter().find(|one| one.row.id == row.seminar_id)?;
        Some(Own {
            seminar: seminar.clone(),
            row,
        })
    };
    Ok(rows.into_iter().filter_map(own).collect())
}

/// The enrolment of somebody in a seminar that is not over, if there is one; not those of employees whom
/// they named.
pub async fn own_of(
    db: &impl ConnectionTrait,
    id: SeminarId,
    person: PersonId,
) -> Result<Option<enrolment::Model>, Fault> {
    let open = enrolment::Entity::of(id)
        .filter(enrolment::COLUMN.person_id.eq(person))
        .filter(enrolment::COLUMN.attendee.eq(""))
        .filter(enrolment::Column::State.is_in(State::OPEN));
    Ok(open.one(db).await?)
}

/// How many wait before somebody who waits.
pub async fn ahead_of(db: &impl ConnectionTrait, row: &enrolment::Model) -> Result<u64, Fault> {
    let before = enrolment::Entity::line(row.seminar_id, row.mode)
        .filter(enrolment::Column::State.eq(State::Waiting))
        .filter(enrolment::COLUMN.turn.lt(row.turn));
    Ok(before.count(db).await?)
}

/// The seminars in which somebody waits or is offered a place.
pub async fn with_lines(db: &impl ConnectionTrait) -> Result<Vec<SeminarId>, Fault> {
    let found = enrolment::Entity::find()
        .select_only()
        .column(enrolment::Column::SeminarId)
        .distinct()
        .filter(enrolment::Column::State.is_in([State::Waiting, State::Offered]))
        .into_tuple()
        .all(db)
        .await?;
    Ok(found)
}

/// What somebody is called.
pub async fn name_of(db: &impl ConnectionTrait, id: PersonId) -> Result<Option<String>, Fault> {
    Ok(contact(db, id).await?.map(|who| who.name))
}
