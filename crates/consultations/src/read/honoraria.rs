//! What experts are paid in a time.

use std::collections::HashMap;

use kernel::{Actor, Fault, Instant, Span};
use sea_orm::{QueryOrder, entity::prelude::*};

use super::{cases, experts};
use crate::{
    entity::{ExpertId, MeetingId, case, honorarium, meeting},
    rules::{self, Standing},
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
    /// For which meetings, the earliest first; without those of cases that are none of the reader's
    /// business (関係者限り).
    pub rows: Vec<Paid>,
    /// What those come to.
    pub withheld: Withheld,
}

/// Meetings that are paid and not named: the day would tell on the list of the day whose expert it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Withheld {
    /// How many.
    pub meetings: usize,
    /// So many minutes in all.
    pub minutes: i64,
    /// So many yen in all.
    pub yen: i64,
}

impl Withheld {
    fn add(&mut self, paid: &Paid) {
        self.meetings += 1;
        self.minutes += i64::from(paid.row.minutes);
        self.yen += paid.yen;
    }
}

impl Account {
    /// What it comes to, in minutes and in yen.
    pub fn sum(&self) -> (i64, i64) {
        let minutes: i64 = self.rows.iter().map(|one| i64::from(one.row.minutes)).sum();
        let yen: i64 = self.rows.iter().map(|one| one.yen).sum();
        (minutes + self.withheld.minutes, yen + self.withheld.yen)
    }

    /// How many meetings it is for.
    pub fn meetings(&self) -> usize {
        self.rows.len() + self.withheld.meetings
    }
}

/// What each expert is paid for meetings of a time whose record is finished: of dispatches, or of every
/// meeting. Nobody is paid for one to which nobody came. As this reader sees it now.
pub async fn honoraria(
    db: &impl ConnectionTrait,
    (span, only_dispatches): (Span, bool),
    (actor, now): (&Actor, Instant),
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
        let mut account = Account {
            expert: card.row.id,
            name: card.name,
            rows: Vec::new(),
            withheld: Withheld::default(),
        };
        let standing = Standing {
            has_it: card.row.works_as(actor.person, now.date()),
            glass: None,
        };
        let named = |case: &case::Model| {
            !case.need_to_know || rules::may_read(actor, case, standing, now).asked()
        };
        for row in rows.iter().filter(|row| row.expert_id == card.row.id) {
            let case = held.get(&row.meeting_id).map(|one| one.case_id);
            let Some(case) = case.and_then(|case| cases.get(&case)) else {
                continue;
            };
            let paid = Paid {
                yen: rules::honorarium(row.rate_yen, row.minutes),
                reference: case.reference.clone(),
                row: row.clone(),
            };
            if named(case) {
                account.rows.push(paid);
            } else {
                account.withheld.add(&paid);
            }
        }
        if account.meetings() > 0 {
            all.push(account);
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
