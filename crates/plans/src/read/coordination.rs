//! The coordination log and what is to be done, as the ward and the manager see them.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};
use kernel::{Fault, PersonId};
use organisations::{entity::AgencyId, read::agency_names};
use sea_orm::{ExprTrait, QueryOrder, QuerySelect, QueryTrait, entity::prelude::*};

use super::agreements::like;
use crate::{
    entity::{
        CoordinationActionId, CoordinationEntryId, coordination_action, coordination_agency,
        coordination_entry,
    },
    rules::REMIND_DAYS,
};

/// Which entries are asked for.
#[derive(Clone, Debug, Default)]
pub struct EntryFilter {
    /// What they have in them; all of them when empty.
    pub asked: String,
    /// With which partner; with all when none is said.
    pub agency: Option<AgencyId>,
}

/// An entry with its partners.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The entry.
    pub row: coordination_entry::Model,
    /// With which partners, and what they are called.
    pub agencies: Vec<(AgencyId, String)>,
    /// Who wrote it last.
    pub by: String,
    /// How much of what came out of it is still to be done.
    pub open: usize,
}

/// An action with the entry out of which it came.
#[derive(Clone, Debug)]
pub struct Action {
    /// The action.
    pub row: coordination_action::Model,
    /// About what the entry is.
    pub subject: String,
}

/// The entries that a question finds, the latest first: at most `most`, after so many.
pub async fn entries(
    db: &impl ConnectionTrait,
    filter: &EntryFilter,
    after: u64,
    most: u64,
) -> Result<Vec<Entry>, Fault> {
    let mut query = coordination_entry::Entity::find()
        .order_by_desc(coordination_entry::COLUMN.held_on)
        .order_by_desc(coordination_entry::COLUMN.id)
        .offset(after)
        .limit(most);
    if let Some(like) = like(&filter.asked) {
        let key = (
            coordination_entry::Entity,
            coordination_entry::Column::SearchKey,
        );
        query = query.filter(Expr::col(key).like(like));
    }
    if let Some(agency) = filter.agency {
        let own = coordination_agency::Entity::find()
            .select_only()
            .column(coordination_agency::Column::EntryId)
            .filter(coordination_agency::COLUMN.agency_id.eq(agency))
            .into_query();
        query = query.filter(coordination_entry::Column::Id.in_subquery(own));
    }
    seen(db, query.all(db).await?).await
}

/// One entry.
pub async fn entry(
    db: &impl ConnectionTrait,
    id: CoordinationEntryId,
) -> Result<Option<Entry>, Fault> {
    let rows = coordination_entry::Entity::find_by_id(id).all(db).await?;
    Ok(seen(db, rows).await?.pop())
}

/// What came out of an entry, what is due first first.
pub async fn actions_of(
    db: &impl ConnectionTrait,
    id: CoordinationEntryId,
) -> Result<Vec<Action>, Fault> {
    let rows = coordination_action::Entity::find()
        .filter(coordination_action::COLUMN.entry_id.eq(id))
        .order_by_asc(coordination_action::COLUMN.due_on)
        .order_by_asc(coordination_action::COLUMN.id)
        .all(db)
        .await?;
    with_subjects(db, rows).await
}

/// What is still to be done, what is due first first.
pub async fn open_actions(db: &impl ConnectionTrait) -> Result<Vec<Action>, Fault> {
    let rows = coordination_action::Entity::find()
        .filter(coordination_action::COLUMN.done_on.is_null())
        .order_by_asc(coordination_action::COLUMN.due_on)
        .order_by_asc(coordination_action::COLUMN.id)
        .all(db)
        .await?;
    with_subjects(db, rows).await
}

/// What was done, the latest first: at most so many.
pub async fn done_actions(db: &impl ConnectionTrait, most: u64) -> Result<Vec<Action>, Fault> {
    let rows = coordination_action::Entity::find()
        .filter(coordination_action::COLUMN.done_on.is_not_null())
        .order_by_desc(coordination_action::COLUMN.done_on)
        .order_by_desc(coordination_action::COLUMN.id)
        .limit(most)
        .all(db)
        .await?;
    with_subjects(db, rows).await
}

/// One action.
pub async fn action(
    db: &impl ConnectionTrait,
    id: CoordinationActionId,
) -> Result<Option<Action>, Fault> {
    let rows = coordination_action::Entity::find_by_id(id).all(db).await?;
    Ok(with_subjects(db, rows).await?.pop())
}

/// What is due within some days and of which nobody was reminded yet.
pub async fn actions_to_remind(
    db: &impl ConnectionTrait,
    today: NaiveDate,
) -> Result<Vec<CoordinationActionId>, Fault> {
    let last = today
        .checked_add_days(Days::new(REMIND_DAYS))
        .unwrap_or(today);
    let rows = coordination_action::Entity::find()
        .filter(coordination_action::COLUMN.done_on.is_null())
        .filter(coordination_action::COLUMN.reminded_at.is_null())
        .filter(coordination_action::COLUMN.due_on.lte(last.to_string()))
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

async fn seen(
    db: &impl ConnectionTrait,
    rows: Vec<coordination_entry::Model>,
) -> Result<Vec<Entry>, Fault> {
    let ids: Vec<CoordinationEntryId> = rows.iter().map(|row| row.id).collect();
    let with = coordination_agency::Entity::find()
        .filter(coordination_agency::COLUMN.entry_id.is_in(ids.clone()))
        .all(db)
        .await?;
    let names = agency_names(db, with.iter().map(|row| row.agency_id).collect()).await?;
    let open = coordination_action::Entity::find()
        .filter(coordination_action::COLUMN.entry_id.is_in(ids))
        .filter(coordination_action::COLUMN.done_on.is_null())
        .all(db)
        .await?;
    let people = people(db, rows.iter().map(|row| row.written_by).collect()).await?;
    let one = |row: coordination_entry::Model| {
        let own = with.iter().filter(|one| one.entry_id == row.id);
        let called = |id: AgencyId| (id, names.get(&id).cloned().unwrap_or_default());
        let mut agencies: Vec<_> = own.map(|one| called(one.agency_id)).collect();
        agencies.sort_by(|one, other| one.1.cmp(&other.1));
        Entry {
            agencies,
            by: people.get(&row.written_by).cloned().unwrap_or_default(),
            open: open.iter().filter(|one| one.entry_id == row.id).count(),
            row,
        }
    };
    Ok(rows.into_iter().map(one).collect())
}

async fn with_subjects(
    db: &impl ConnectionTrait,
    rows: Vec<coordination_action::Model>,
) -> Result<Vec<Action>, Fault> {
    let mut subjects = HashMap::new();
    // SQLite takes some thousand values in one statement.
    for some in rows.chunks(1_000) {
        let ids: Vec<CoordinationEntryId> = some.iter().map(|row| row.entry_id).collect();
        let entries = coordination_entry::Entity::find();
        let entries = entries.filter(coordination_entry::COLUMN.id.is_in(ids));
        let entries = entries.all(db).await?.into_iter();
        subjects.extend(entries.map(|row| (row.id, row.subject)));
    }
    let one = |row: coordination_action::Model| Action {
        subject: subjects.get(&row.entry_id).cloned().unwrap_or_default(),
        row,
    };
    Ok(rows.into_iter().map(one).collect())
}

/// What people are called.
pub(super) async fn people(
    db: &impl ConnectionTrait,
    mut people: Vec<PersonId>,
) -> Result<HashMap<PersonId, String>, Fault> {
    people.sort_unstable();
    people.dedup();
    let contacts = accounts::read::contacts(db, people).await?.into_iter();
    Ok(contacts.map(|who| (who.person, who.name)).collect())
}
