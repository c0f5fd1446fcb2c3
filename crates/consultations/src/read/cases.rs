//! Cases in lists: the queue, an expert's own, a person's own.

use std::collections::HashMap;

use accounts::read::contacts;
use kernel::{Actor, Fault, Instant, PersonId, Role};
use sea_orm::{QueryOrder, QuerySelect, QueryTrait, entity::prelude::*};

use super::{desks, experts};
use crate::{
    entity::{
        CaseId, EmergencyDeskId, ExpertId, case, case_access, case_expert,
        case_field::{self, Field},
        expert,
    },
    rules::{self, Reading, Standing},
};

/// Which cases are asked for.
#[derive(Clone, Debug, Default)]
pub struct Queue {
    /// In which state; open ones when none is said.
    pub state: Option<case::State>,
    /// Those that an expert has or had.
    pub expert: Option<ExpertId>,
    /// Those that a coordinator leads.
    pub lead: Option<PersonId>,
    /// A reference number.
    pub reference: Option<String>,
}

/// A case as lists have it.
#[derive(Clone, Debug)]
pub struct Listed {
    /// The case.
    pub row: case::Model,
    /// Who asked.
    pub name: String,
    /// About what; empty when that is not for whoever asks to know.
    pub fields: Vec<Field>,
    /// Who has it; empty when not even its field is for whoever asks to know, which they would tell.
    pub experts: Vec<String>,
    /// Whether it goes on and everybody who has it is no longer with the centre: somebody is to be found.
    pub left: bool,
    /// By which special desk it came in.
    pub desk: Option<String>,
    /// What whoever asks may read of it.
    pub reading: Reading,
}

/// One case.
pub async fn case_row(db: &impl ConnectionTrait, id: CaseId) -> Result<Option<case::Model>, Fault> {
    Ok(case::Entity::find_by_id(id).one(db).await?)
}

/// The case with a reference, if there is one.
pub async fn with_reference(
    db: &impl ConnectionTrait,
    reference: &str,
) -> Result<Option<CaseId>, Fault> {
    let found = case::Entity::find().filter(case::COLUMN.reference.eq(reference));
    Ok(found.one(db).await?.map(|row| row.id))
}

/// Cases by their identifiers.
pub(super) async fn rows(
    db: &impl ConnectionTrait,
    ids: Vec<CaseId>,
) -> Result<HashMap<CaseId, case::Model>, Fault> {
    let rows = case::Entity::find().filter(case::COLUMN.id.is_in(ids));
    let rows = rows.all(db).await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// What somebody is to a case.
pub async fn standing(
    db: &impl ConnectionTrait,
    actor: &Actor,
    id: CaseId,
    now: Instant,
) -> Result<Standing, Fault> {
    let Some(person) = actor.person else {
        return Ok(Standing::default());
    };
    let has_it = actor.roles.has(Role::Expert) && {
        let own = experts_of(db, id).await?;
        own.iter()
            .any(|expert| expert.works_as(Some(person), now.date()))
    };
    let broken = case_access::Entity::find()
        .filter(case_access::COLUMN.case_id.eq(id))
        .filter(case_access::COLUMN.person_id.eq(person))
        .filter(case_access::COLUMN.until.gt(now))
        .order_by_desc(case_access::COLUMN.until)
        .one(db)
        .await?;
    Ok(Standing {
        has_it,
        glass: broken.and_then(|row| row.until),
    })
}

/// The experts who have a case, who was given it first first.
pub async fn experts_of(
    db: &impl ConnectionTrait,
    id: CaseId,
) -> Result<Vec<expert::Model>, Fault> {
    let given = case_expert::Entity::find()
        .filter(case_expert::COLUMN.case_id.eq(id))
        .filter(case_expert::COLUMN.ended_at.is_null())
        .order_by_asc(case_expert::COLUMN.assigned_at)
        .all(db)
        .await?;
    let ids: Vec<ExpertId> = given.iter().map(|row| row.expert_id).collect();
    let rows = expert::Entity::find()
        .filter(expert::COLUMN.id.is_in(ids.clone()))
        .all(db)
        .await?;
    let mut rows: HashMap<ExpertId, expert::Model> =
        rows.into_iter().map(|row| (row.id, row)).collect();
    Ok(ids.iter().filter_map(|id| rows.remove(id)).collect())
}

/// About what cases are.
pub async fn fields_of(
    db: &impl ConnectionTrait,
    ids: Vec<CaseId>,
) -> Result<HashMap<CaseId, Vec<Field>>, Fault> {
    let rows = case_field::Entity::find()
        .filter(case_field::COLUMN.case_id.is_in(ids))
        .all(db)
        .await?;
    let mut all: HashMap<CaseId, Vec<Field>> = HashMap::new();
    for row in rows {
        all.entry(row.case_id).or_default().push(row.field);
    }
    for own in all.values_mut() {
        own.sort_unstable();
    }
    Ok(all)
}

/// The cases that a question finds, as an actor may see them: what waits longest first among the open
/// ones, the latest first among the closed; at most `most`, after so many.
pub async fn listed(
    db: &impl ConnectionTrait,
    queue: &Queue,
    (actor, now): (&Actor, Instant),
    (after, most): (u64, u64),
) -> Result<Vec<Listed>, Fault> {
    let mut query = case::Entity::find().offset(after).limit(most);
    query = match queue.state {
        Some(state) => query.filter(case::Column::State.eq(state)),
        None if queue.reference.is_some() => query,
        None => query.filter(case::Column::State.ne(case::State::Closed)),
    };
    query = if queue.state == Some(case::State::Closed) {
        query.order_by_desc(case::COLUMN.closed_at)
    } else {
        query
            .order_by_desc(case::Column::DeskId.is_not_null())
            .order_by_desc(case::COLUMN.urgent)
            .order_by_asc(case::COLUMN.asked_at)
    };
    query = query.order_by_asc(case::COLUMN.id);
    if let Some(expert) = queue.expert {
        let own = case_expert::Entity::find()
            .select_only()
            .column(case_expert::Column::CaseId)
            .filter(case_expert::COLUMN.expert_id.eq(expert))
            .filter(case_expert::COLUMN.ended_at.is_null())
            .into_query();
        query = query.filter(case::Column::Id.in_subquery(own));
    }
    if let Some(lead) = queue.lead {
        query = query.filter(case::COLUMN.lead_id.eq(lead));
    }
    if let Some(reference) = &queue.reference {
        query = query.filter(case::COLUMN.reference.eq(reference.as_str()));
    }
    seen(db, query.all(db).await?, actor, now).await
}

/// How many cases somebody has.
pub async fn count_of_person(db: &impl ConnectionTrait, person: PersonId) -> Result<u64, Fault> {
    let own = case::Entity::find().filter(case::COLUMN.person_id.eq(person));
    Ok(own.count(db).await?)
}

/// A person's own cases, the latest first.
pub async fn of_person(
    db: &impl ConnectionTrait,
    person: PersonId,
) -> Result<Vec<case::Model>, Fault> {
    let rows = case::Entity::find()
        .filter(case::COLUMN.person_id.eq(person))
        .order_by_desc(case::COLUMN.asked_at)
        .order_by_desc(case::COLUMN.id);
    Ok(rows.all(db).await?)
}

async fn seen(
    db: &impl ConnectionTrait,
    rows: Vec<case::Model>,
    actor: &Actor,
    now: Instant,
) -> Result<Vec<Listed>, Fault> {
    let ids: Vec<CaseId> = rows.iter().map(|row| row.id).collect();
    let people = rows.iter().map(|row| row.person_id).collect();
    let names: HashMap<PersonId, String> = contacts(db, people)
        .await?
        .into_iter()
        .map(|contact| (contact.person, contact.name))
        .collect();
    let mut fields = fields_of(db, ids.clone()).await?;
    let cards: HashMap<ExpertId, experts::Card> = experts::cards(db)
        .await?
        .into_iter()
        .map(|card| (card.row.id, card))
        .collect();
    let given = case_expert::Entity::find()
        .filter(case_expert::COLUMN.case_id.is_in(ids))
        .filter(case_expert::COLUMN.ended_at.is_null())
        .order_by_asc(case_expert::COLUMN.assigned_at)
        .all(db)
        .await?;
    let desks: HashMap<EmergencyDeskId, String> = desks::desks(db)
        .await?
        .into_iter()
        .map(|desk| (desk.id, desk.name))
        .collect();
    let list = rows.into_iter().map(|row| {
        let own = given.iter().filter(|given| given.case_id == row.id);
        let own: Vec<&experts::Card> = own.filter_map(|own| cards.get(&own.expert_id)).collect();
        let standing = Standing {
            has_it: own
                .iter()
                .any(|card| card.row.works_as(actor.person, now.date())),
            glass: None,
        };
        let reading = rules::may_read(actor, &row, standing, now);
        let told = reading.asked() || !row.need_to_know;
        Listed {
            name: names.get(&row.person_id).cloned().unwrap_or_default(),
            fields: fields.remove(&row.id).filter(|_| told).unwrap_or_default(),
            left: row.state == case::State::Running
                && !own.is_empty()
                && own.iter().all(|card| card.row.has_left(now.date())),
            experts: own
                .iter()
                .filter(|_| told)
                .map(|card| card.name.clone())
                .collect(),
            desk: row
                .desk_id
                .filter(|_| told)
                .and_then(|desk| desks.get(&desk).cloned()),
            reading,
            row,
        }
    });
    Ok(list.collect())
}

/// The cases whose words were closed before a moment and are still there, the oldest first: at most so
/// many.
pub async fn closed_before(
    db: &impl ConnectionTrait,
    moment: Instant,
    most: u64,
) -> Result<Vec<CaseId>, Fault> {
    let rows = case::Entity::find()
        .filter(case::COLUMN.state.eq(case::State::Closed))
        .filter(case::COLUMN.closed_at.lt(moment))
        .filter(case::COLUMN.erased_at.is_null())
        .order_by_asc(case::COLUMN.closed_at)
        .limit(most);
    let rows = rows.all(db).await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}
