//! Who stands in for whom (代理).

use std::collections::HashMap;

use chrono::NaiveDate;
use kernel::{Fault, Instant, PersonId, Roles};
use sea_orm::{QueryOrder, QuerySelect, entity::prelude::*};
use serde::Serialize;

use super::names;
use crate::{
    entity::{DeputyId, approval::Side, approval_deputy},
    rules,
};

/// So many namings are listed, those to come and those of now first.
const LISTED: u64 = 100;

/// A naming as pages show it.
#[derive(Clone, Debug, Serialize)]
pub struct Naming {
    /// Which one.
    pub id: DeputyId,
    /// For which side.
    pub side: Side,
    /// Who is away.
    pub away: String,
    /// Who decides meanwhile.
    pub deputy: String,
    /// The first day.
    pub valid_from: String,
    /// The last day.
    pub valid_until: String,
    /// Who named them.
    pub by: String,
    /// When it was ended before its last day.
    pub ended_at: Option<Instant>,
}

/// Somebody who can be chosen.
#[derive(Clone, Debug)]
pub struct Choice {
    /// The person.
    pub person: PersonId,
    /// What they are called.
    pub name: String,
}

/// Whom this person stands in for on a day, as long as they are staff of the side and whoever is away
/// decides for it.
pub async fn deputyships(
    db: &impl ConnectionTrait,
    deputy: PersonId,
    roles: Roles,
    on: NaiveDate,
) -> Result<Vec<approval_deputy::Model>, Fault> {
    let rows = in_force(on).filter(approval_deputy::COLUMN.deputy.eq(deputy));
    let mut rows = rows.all(db).await?;
    rows.retain(|row| rules::may_stand_in(roles, row.side));
    still_decided(db, rows).await
}

/// Everybody who stands in for somebody of a side on a day, by the same rule.
pub async fn deputies(
    db: &impl ConnectionTrait,
    side: Side,
    on: NaiveDate,
) -> Result<Vec<approval_deputy::Model>, Fault> {
    let rows = in_force(on).filter(approval_deputy::COLUMN.side.eq(side));
    let mut rows = rows.all(db).await?;
    if rows.is_empty() {
        return Ok(rows);
    }
    let staff = staff(db, side).await?;
    rows.retain(|row| staff.contains(&row.deputy));
    still_decided(db, rows).await
}

/// Everybody who can be named of a side, each once.
pub async fn staff(db: &impl ConnectionTrait, side: Side) -> Result<Vec<PersonId>, Fault> {
    let mut people = Vec::new();
    for role in rules::staff_of(side) {
        people.extend(accounts::read::with_role(db, *role).await?);
    }
    people.sort_unstable();
    people.dedup();
    Ok(people)
}

/// Those who decide for a side, or its staff, to be chosen from.
pub async fn choices(
    db: &impl ConnectionTrait,
    side: Side,
    deciders: bool,
) -> Result<Vec<Choice>, Fault> {
    let people = if deciders {
        accounts::read::with_role(db, rules::decider(side)).await?
    } else {
        staff(db, side).await?
    };
    let contacts = accounts::read::contacts(db, people).await?.into_iter();
    let mut choices: Vec<Choice> = contacts
        .map(|who| Choice {
            person: who.person,
            name: who.name,
        })
        .collect();
    choices.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(choices)
}

/// A naming of this person that has a day in common with these, if there is one.
pub async fn overlapping(
    db: &impl ConnectionTrait,
    (side, away): (Side, PersonId),
    from: NaiveDate,
    until: NaiveDate,
) -> Result<Option<approval_deputy::Model>, Fault> {
    Ok(approval_deputy::Entity::find()
        .filter(approval_deputy::COLUMN.side.eq(side))
        .filter(approval_deputy::COLUMN.away_person.eq(away))
        .filter(approval_deputy::COLUMN.ended_at.is_null())
        .filter(approval_deputy::COLUMN.valid_from.lte(until.to_string()))
        .filter(approval_deputy::COLUMN.valid_until.gte(from.to_string()))
        .order_by_asc(approval_deputy::COLUMN.valid_from)
        .one(db)
        .await?)
}

/// Namings, the latest first.
pub async fn namings(db: &impl ConnectionTrait) -> Result<Vec<Naming>, Fault> {
    let rows = approval_deputy::Entity::find()
        .order_by_desc(approval_deputy::COLUMN.valid_until)
        .order_by_desc(approval_deputy::COLUMN.named_at)
        .limit(LISTED)
        .all(db)
        .await?;
    let people = rows
        .iter()
        .flat_map(|row| [row.away_person, row.deputy, row.named_by]);
    let names: HashMap<PersonId, String> = names(db, people.collect()).await?;
    let called = |person: PersonId| names.get(&person).cloned().unwrap_or_default();
    let naming = |row: approval_deputy::Model| Naming {
        away: called(row.away_person),
        deputy: called(row.deputy),
        by: called(row.named_by),
        id: row.id,
        side: row.side,
        valid_from: row.valid_from,
        valid_until: row.valid_until,
        ended_at: row.ended_at,
    };
    Ok(rows.into_iter().map(naming).collect())
}

fn in_force(on: NaiveDate) -> Select<approval_deputy::Entity> {
    let on = on.to_string();
    approval_deputy::Entity::find()
        .filter(approval_deputy::COLUMN.ended_at.is_null())
        .filter(approval_deputy::COLUMN.valid_from.lte(on.as_str()))
        .filter(approval_deputy::COLUMN.valid_until.gte(on.as_str()))
        .order_by_asc(approval_deputy::COLUMN.named_at)
}

/// Leaves out those who stand in for somebody who decides no longer.
async fn still_decided(
    db: &impl ConnectionTrait,
    mut rows: Vec<approval_deputy::Model>,
) -> Result<Vec<approval_deputy::Model>, Fault> {
    for side in [Side::Ward, Side::Manager] {
        if rows.iter().any(|row| row.side == side) {
            let deciders = accounts::read::with_role(db, rules::decider(side)).await?;
            rows.retain(|row| row.side != side || deciders.contains(&row.away_person));
        }
    }
    Ok(rows)
}
