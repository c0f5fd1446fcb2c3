//! Meetings that were held, with all by which they are told apart.

use std::collections::HashMap;

use kernel::{Fault, PersonId, Span};
use sea_orm::entity::prelude::*;

use super::{Asker, held, inside, of, within};
use crate::{
    entity::{
        CaseId, MeetingId,
        case_field::{self, Field},
        meeting, meeting_field,
    },
    read::terms::Limits,
    rules::{self, Counted},
};

/// The meetings of a time that were held, the earliest first; whose first they were is not known here.
pub(super) async fn counted(
    db: &impl ConnectionTrait,
    span: Span,
    askers: &HashMap<CaseId, Asker>,
    who: &impl Fn(PersonId) -> PersonId,
) -> Result<Vec<Counted>, Fault> {
    let rows = within(span).filter(held()).all(db).await?;
    let mut recorded = recorded_fields(db, span).await?;
    let asked = asked_fields(db, span).await?;
    let limits = Limits::read(db).await?;
    let one = |row: meeting::Model| {
        let own = askers.get(&row.case_id)?;
        let day = row.starts_at.date();
        let written = recorded.remove(&row.id);
        let fields = written.or_else(|| asked.get(&row.case_id).cloned());
        let limit = limits.on(own.industry, day);
        Some(Counted {
            meeting: row.id,
            case: row.case_id,
            person: who(own.person_id),
            day,
            expert: row.expert_id,
            mode: row.mode,
            // Every consultation is about something.
            fields: fields.unwrap_or_else(|| vec![Field::Other]),
            is_new: false,
            industry: own.industry,
            size: rules::size(limit, own.capital_yen, own.employees),
            in_ward: own.in_ward,
            stage: own.stage,
            outcome: own.outcome,
            desk: own.desk_id,
        })
    };
    Ok(rows.into_iter().filter_map(one).collect())
}

/// About what meetings were, as their records say.
async fn recorded_fields(
    db: &impl ConnectionTrait,
    span: Span,
) -> Result<HashMap<MeetingId, Vec<Field>>, Fault> {
    let met = of(
        meeting::Entity::find().filter(inside(span)),
        meeting::Column::Id,
    );
    let rows = meeting_field::Entity::find()
        .filter(meeting_field::Column::MeetingId.in_subquery(met))
        .all(db)
        .await?;
    let mut all: HashMap<MeetingId, Vec<Field>> = HashMap::new();
    for row in rows {
        all.entry(row.meeting_id).or_default().push(row.field);
    }
    Ok(all)
}

/// About what cases were asked, for meetings whose record says nothing of it.
async fn asked_fields(
    db: &impl ConnectionTrait,
    span: Span,
) -> Result<HashMap<CaseId, Vec<Field>>, Fault> {
    let met = of(
        meeting::Entity::find().filter(inside(span)),
        meeting::Column::CaseId,
    );
    let rows = case_field::Entity::find()
        .filter(case_field::Column::CaseId.in_subquery(met))
        .all(db)
        .await?;
    let mut all: HashMap<CaseId, Vec<Field>> = HashMap::new();
    for row in rows {
        all.entry(row.case_id).or_default().push(row.field);
    }
    Ok(all)
}
