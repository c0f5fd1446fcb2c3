//! The register of experts.

use std::collections::{BTreeMap, HashMap, HashSet};

use accounts::read::contacts;
use chrono::NaiveDate;
use kernel::{Fault, Instant, PersonId};
use sea_orm::{QueryOrder, QuerySelect, QueryTrait, entity::prelude::*};

use crate::{
    entity::{
        CaseId, ExpertId, case, case_expert, case_field::Field, expert, expert_day, expert_field,
        expert_hours,
    },
    rules::Candidate,
};

/// An expert with their name, as lists have them.
#[derive(Clone, Debug)]
pub struct Card {
    /// The expert.
    pub row: expert::Model,
    /// What they are called.
    pub name: String,
    /// About what they advise.
    pub fields: Vec<Field>,
    /// How many open cases they have.
    pub open: i32,
}

/// Every expert with their fields.
pub(super) async fn all(
    db: &impl ConnectionTrait,
) -> Result<Vec<(expert::Model, Vec<Field>)>, Fault> {
    let rows = expert::Entity::find()
        .order_by_asc(expert::COLUMN.id)
        .all(db)
        .await?;
    let mut fields: HashMap<ExpertId, Vec<Field>> = HashMap::new();
    for row in expert_field::Entity::find().all(db).await? {
        fields.entry(row.expert_id).or_default().push(row.field);
    }
    let with = rows.into_iter().map(|row| {
        let mut own = fields.remove(&row.id).unwrap_or_default();
        own.sort_unstable();
        (row, own)
    });
    Ok(with.collect())
}

/// Every expert, as lists have them.
pub async fn cards(db: &impl ConnectionTrait) -> Result<Vec<Card>, Fault> {
    let rows = all(db).await?;
    let people = rows.iter().map(|(row, _)| row.person_id).collect();
    let names: HashMap<PersonId, String> = contacts(db, people)
        .await?
        .into_iter()
        .map(|contact| (contact.person, contact.name))
        .collect();
    let open = open_cases(db).await?;
    let card = |(row, fields): (expert::Model, Vec<Field>)| Card {
        name: names.get(&row.person_id).cloned().unwrap_or_default(),
        open: open.get(&row.id).copied().unwrap_or(0),
        row,
        fields,
    };
    Ok(rows.into_iter().map(card).collect())
}

/// One expert, if one is named.
pub async fn expert_row(
    db: &impl ConnectionTrait,
    id: Option<ExpertId>,
) -> Result<Option<expert::Model>, Fault> {
    match id {
        Some(id) => Ok(expert::Entity::find_by_id(id).one(db).await?),
        None => Ok(None),
    }
}

/// The expert that a person is.
pub async fn of_the_person(
    db: &impl ConnectionTrait,
    person: PersonId,
) -> Result<Option<expert::Model>, Fault> {
    let own = expert::Entity::find().filter(expert::COLUMN.person_id.eq(person));
    Ok(own.one(db).await?)
}

/// The expert that a person is on a day; none once they have left.
pub async fn expert_on(
    db: &impl ConnectionTrait,
    person: PersonId,
    day: NaiveDate,
) -> Result<Option<expert::Model>, Fault> {
    let own = of_the_person(db, person).await?;
    Ok(own.filter(|own| own.works_as(Some(person), day)))
}

/// An expert's week, and the days on which it does not hold.
pub async fn hours_of(
    db: &impl ConnectionTrait,
    id: ExpertId,
) -> Result<(Vec<expert_hours::Model>, Vec<expert_day::Model>), Fault> {
    let hours = expert_hours::Entity::find()
        .filter(expert_hours::COLUMN.expert_id.eq(id))
        .order_by_asc(expert_hours::COLUMN.weekday)
        .order_by_asc(expert_hours::COLUMN.from_minute)
        .all(db)
        .await?;
    let days = expert_day::Entity::find()
        .filter(expert_day::COLUMN.expert_id.eq(id))
        .order_by_asc(expert_day::COLUMN.day)
        .order_by_asc(expert_day::COLUMN.from_minute)
        .all(db)
        .await?;
    Ok((hours, days))
}

/// What is known of an expert by themselves: cases and hours left aside.
pub fn alone(row: &expert::Model) -> Candidate {
    Candidate {
        expert: row.id,
        fields: Vec::new(),
        languages: row.speaks().map(str::to_owned).collect(),
        conflicts: row.conflicts.clone(),
        is_client: false,
        advises: row.signed_on.is_some(),
        open: 0,
        caseload: row.caseload,
        known: false,
        free: 0,
    }
}

/// What is known of every expert when somebody is looked for who suits a case; `free` says how many
/// times each has left.
pub async fn candidates(
    db: &impl ConnectionTrait,
    case: &case::Model,
    free: &BTreeMap<ExpertId, usize>,
    now: Instant,
) -> Result<Vec<Candidate>, Fault> {
    let open = open_cases(db).await?;
    let known = known_to(db, case.person_id, case.id).await?;
    let rows = all(db).await?;
    let candidate = |(row, fields): (expert::Model, Vec<Field>)| Candidate {
        fields,
        advises: row.advises_on(now.date()),
        is_client: row.person_id == case.person_id,
        open: open.get(&row.id).copied().unwrap_or(0),
        known: known.contains(&row.id),
        free: free.get(&row.id).copied().unwrap_or(0),
        ..alone(&row)
    };
    Ok(rows.into_iter().map(candidate).collect())
}

/// The same of one expert.
pub async fn candidate(
    db: &impl ConnectionTrait,
    case: &case::Model,
    id: ExpertId,
    now: Instant,
) -> Result<Option<(expert::Model, Candidate)>, Fault> {
    let all = candidates(db, case, &BTreeMap::new(), now).await?;
    let row = expert_row(db, Some(id)).await?;
    let own = all.into_iter().find(|one| one.expert == id);
    Ok(row.zip(own))
}

/// How many open cases each expert has.
async fn open_cases(db: &impl ConnectionTrait) -> Result<HashMap<ExpertId, i32>, Fault> {
    let open = case::Entity::find()
        .select_only()
        .column(case::Column::Id)
        .filter(case::Column::State.ne(case::State::Closed))
        .into_query();
    let rows: Vec<(ExpertId, i64)> = case_expert::Entity::find()
        .select_only()
        .column(case_expert::Column::ExpertId)
        .column_as(case_expert::Column::Id.count(), "many")
        .filter(case_expert::COLUMN.ended_at.is_null())
        .filter(case_expert::Column::CaseId.in_subquery(open))
        .group_by(case_expert::Column::ExpertId)
        .into_tuple()
        .all(db)
        .await?;
    let many = |(expert, many): (ExpertId, i64)| (expert, i32::try_from(many).unwrap_or(i32::MAX));
    Ok(rows.into_iter().map(many).collect())
}

/// Which experts a person has had before.
async fn known_to(
    db: &impl ConnectionTrait,
    person: PersonId,
    but: CaseId,
) -> Result<HashSet<ExpertId>, Fault> {
    let theirs = case::Entity::find()
        .select_only()
        .column(case::Column::Id)
        .filter(case::COLUMN.person_id.eq(person))
        .filter(case::COLUMN.id.ne(but))
        // Who advised on what few may know is not told by a suggestion either.
        .filter(case::COLUMN.need_to_know.eq(false))
        .into_query();
    let rows: Vec<ExpertId> = case_expert::Entity::find()
        .select_only()
        .column(case_expert::Column::ExpertId)
        .filter(case_expert::Column::CaseId.in_subquery(theirs))
        .distinct()
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}
