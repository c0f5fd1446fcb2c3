//! What experts are paid in a time.

use std::collections::HashMap;

use kernel::{Fault, Span};
use sea_orm::{QueryOrder, entity::prelude::*};

use super::{cases, experts};
use crate::{
    entity::{ExpertId, MeetingId, honorarium, meeting},
    rules,
};

/// What is paid for one meeting.
#[derive(Clone, Debug)]
pub struct Paid {
    /// What was kept.
    pub row: honorarium::Model,
    /// What the case is called.
    pub reference: String,
    /// What is paid, in yen.
    pub yen: i64,
}

/// What one expert is paid.
#[derive(Clone, Debug)]
pub struct Account {
    /// Who.
    pub expert: ExpertId,
    /// What they are called.
    pub name: String,
    /// For which meetings, the earliest first.
    pub rows: Vec<Paid>,
}

impl Account {
    /// What it comes to, in minutes and in yen.
    pub fn sum(&self) -> (i64, i64) {
        let minutes = self.rows.iter().map(|one| i64::from(one.row.minutes)).sum();
        (minutes, self.rows.iter().map(|one| one.yen).sum())
    }
}

/// What each expert is paid for meetings of a time whose record is finished: of dispatches, or of every
/// meeting. Nobody is paid for one to which nobody came.
pub async fn honoraria(
    db: &impl ConnectionTrait,
    span: Span,
    only_dispatches: bool,
) -> Result<Vec<Account>, Fault> {
    let mut query = honorarium::Entity::find()
        .filter(honorarium::COLUMN.starts_at.gte(span.from))
        .filter(honorarium::COLUMN.starts_at.lt(span.until));
    if only_dispatches {
        query = query.filter(honorarium::COLUMN.dispatch_id.is_not_null());
    }
    let rows = query
        .order_by_asc(honorarium::COLUMN.starts_at)
        .order_by_asc(honorarium::COLUMN.meeting_id)
        .all(db)
        .await?;
    let held = held(db, span).await?;
    let ids = held.values().map(|row| row.case_id).collect();
    let cases = cases::rows(db, ids).await?;
    let mut all: Vec<Account> = Vec::new();
    for card in experts::cards(db).await? {
        let own = rows.iter().filter(|row| row.expert_id == card.row.id);
        let paid = own.filter_map(|row| {
            let case = cases.get(&held.get(&row.meeting_id)?.case_id)?;
            Some(Paid {
                yen: rules::honorarium(row.rate_yen, row.minutes),
                reference: case.reference.clone(),
                row: row.clone(),
            })
        });
        let rows: Vec<Paid> = paid.collect();
        if !rows.is_empty() {
            all.push(Account {
                expert: card.row.id,
                name: card.name,
                rows,
            });
        }
    }
    Ok(all)
}

async fn held(
    db: &impl ConnectionTrait,
    span: Span,
) -> Result<HashMap<MeetingId, meeting::Model>, Fault> {
    let rows = meeting::Entity::find()
        .filter(meeting::COLUMN.starts_at.gte(span.from))
        .filter(meeting::COLUMN.starts_at.lt(span.until))
        .filter(meeting::COLUMN.absent.eq(false))
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}
