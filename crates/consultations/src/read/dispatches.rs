//! Dispatches: of a case, in lists, and how many times are left.

use std::collections::HashMap;

use accounts::read::contacts;
use chrono::NaiveDate;
use japan::fiscal::FiscalYear;
use kernel::{Actor, Fault, Instant};
use sea_orm::{QueryOrder, QuerySelect, QueryTrait, entity::prelude::*};

use super::{cases, terms};
use crate::{
    entity::{
        CaseId, DispatchId, MeetingId, case,
        dispatch::{self, State},
        dispatch_meeting, dispatch_terms,
    },
    rules::{self, Reading, Size, Spent},
};

/// The terms of dispatches in force on a date.
pub async fn dispatch_terms(
    db: &impl ConnectionTrait,
    date: NaiveDate,
) -> Result<dispatch_terms::Model, Fault> {
    let found = dispatch_terms::Entity::on(date).one(db).await?;
    found.ok_or_else(|| Fault::broken("reading the terms of dispatches", "there are none"))
}

/// All terms of dispatches, the earliest first.
pub async fn all_dispatch_terms(
    db: &impl ConnectionTrait,
) -> Result<Vec<dispatch_terms::Model>, Fault> {
    let rows = dispatch_terms::Entity::find();
    let rows = rows.order_by_asc(dispatch_terms::COLUMN.valid_from);
    Ok(rows.all(db).await?)
}

/// One dispatch.
pub async fn dispatch_row(
    db: &impl ConnectionTrait,
    id: DispatchId,
) -> Result<Option<dispatch::Model>, Fault> {
    Ok(dispatch::Entity::find_by_id(id).one(db).await?)
}

/// The dispatches of a case, the earliest first, as far as whoever asks may read them.
pub async fn dispatches_of(
    db: &impl ConnectionTrait,
    case: CaseId,
    reading: Reading,
) -> Result<Vec<dispatch::Model>, Fault> {
    let rows = dispatch::Entity::find()
        .filter(dispatch::COLUMN.case_id.eq(case))
        .order_by_asc(dispatch::COLUMN.asked_at)
        .order_by_asc(dispatch::COLUMN.id);
    let mut rows = rows.all(db).await?;
    for row in &mut rows {
        withhold(row, reading);
    }
    Ok(rows)
}

/// Leaves out what whoever asks may not read.
fn withhold(row: &mut dispatch::Model, reading: Reading) {
    if !reading.asked() {
        row.place.clear();
        row.wish.clear();
        row.reason.clear();
    }
}

/// Which meetings of a case are one time of which dispatch, those that were called off left aside.
pub async fn dispatched(
    db: &impl ConnectionTrait,
    meetings: Vec<MeetingId>,
) -> Result<HashMap<MeetingId, DispatchId>, Fault> {
    let rows = dispatch_meeting::Entity::find()
        .filter(dispatch_meeting::COLUMN.meeting_id.is_in(meetings))
        .filter(dispatch_meeting::COLUMN.counts.eq(true))
        .all(db)
        .await?;
    let pair = |row: dispatch_meeting::Model| (row.meeting_id, row.dispatch_id);
    Ok(rows.into_iter().map(pair).collect())
}

/// How often whoever asked for a case had experts come in a fiscal year: as the organisation of the
/// directory, else as the person.
pub async fn spent(
    db: &impl ConnectionTrait,
    case: &case::Model,
    year: FiscalYear,
) -> Result<Spent, Fault> {
    let theirs = same_applicant(case)
        .select_only()
        .column(case::Column::Id)
        .into_query();
    let rows = dispatch::Entity::find()
        .filter(dispatch::Column::CaseId.in_subquery(theirs))
        .filter(dispatch::COLUMN.fiscal_year.eq(year.year()))
        .all(db)
        .await?;
    Ok(Spent::of(&rows))
}

/// The cases of the same applicant.
pub fn same_applicant(case: &case::Model) -> Select<case::Entity> {
    match case.organisation_id {
        Some(organisation) => {
            case::Entity::find().filter(case::Column::OrganisationId.eq(organisation))
        }
        None => case::Entity::find()
            .filter(case::COLUMN.organisation_id.is_null())
            .filter(case::COLUMN.person_id.eq(case.person_id)),
    }
}

/// How large the business of a case was for the law when it was asked.
pub async fn size_of(db: &impl ConnectionTrait, case: &case::Model) -> Result<Size, Fault> {
    let limit = terms::limit(db, case.industry, case.asked_at.date()).await?;
    Ok(rules::size(limit, case.capital_yen, case.employees))
}

/// A dispatch as lists have it.
#[derive(Clone, Debug)]
pub struct ListedDispatch {
    /// The dispatch; what whoever asks may not read is empty.
    pub row: dispatch::Model,
    /// Of which case.
    pub case: case::Model,
    /// Who asked.
    pub name: String,
    /// Whether its theme is for whoever asks to know.
    pub told: bool,
}

/// The dispatches in a state, those asked for first first, or all of a fiscal year, the latest first;
/// at most `most`, after so many.
pub async fn dispatches(
    db: &impl ConnectionTrait,
    (state, year): (Option<State>, Option<FiscalYear>),
    (actor, now): (&Actor, Instant),
    (after, most): (u64, u64),
) -> Result<Vec<ListedDispatch>, Fault> {
    let mut query = dispatch::Entity::find().offset(after).limit(most);
    query = match state {
        Some(state) => query
            .filter(dispatch::Column::State.eq(state))
            .order_by_asc(dispatch::COLUMN.asked_at),
        None => query.order_by_desc(dispatch::COLUMN.asked_at),
    };
    if let Some(year) = year {
        query = query.filter(dispatch::COLUMN.fiscal_year.eq(year.year()));
    }
    let rows = query.order_by_asc(dispatch::COLUMN.id).all(db).await?;
    let mut own = cases::rows(db, rows.iter().map(|row| row.case_id).collect()).await?;
    let people = own.values().map(|case| case.person_id).collect();
    let names: HashMap<_, _> = contacts(db, people)
        .await?
        .into_iter()
        .map(|contact| (contact.person, contact.name))
        .collect();
    let mut readings = HashMap::new();
    for case in own.values() {
        let standing = cases::standing(db, actor, case.id, now).await?;
        readings.insert(case.id, rules::may_read(actor, case, standing, now));
    }
    for case in own.values_mut() {
        case.about.clear();
    }
    let listed = rows.into_iter().filter_map(|mut row| {
        let case = own.get(&row.case_id)?.clone();
        let reading = *readings.get(&row.case_id)?;
        withhold(&mut row, reading);
        Some(ListedDispatch {
            name: names.get(&case.person_id).cloned().unwrap_or_default(),
            told: reading.asked() || !case.need_to_know,
            row,
            case,
        })
    });
    Ok(listed.collect())
}
