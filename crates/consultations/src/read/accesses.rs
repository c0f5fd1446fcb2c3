//! Who opened cases.

use kernel::{Fault, Instant};
use sea_orm::{QueryOrder, QuerySelect, entity::prelude::*};

use super::{case::names, cases};
use crate::entity::{CaseId, case_access};

/// That somebody opened a case.
#[derive(Clone, Debug)]
pub struct Access {
    /// The row.
    pub row: case_access::Model,
    /// Who.
    pub name: String,
    /// Of which case.
    pub reference: String,
}

/// Who opened a case, the latest first: at most so many.
pub async fn accesses(
    db: &impl ConnectionTrait,
    id: CaseId,
    most: u64,
) -> Result<Vec<Access>, Fault> {
    let rows = case_access::Entity::find().filter(case_access::COLUMN.case_id.eq(id));
    listed(db, rows, most).await
}

/// Who broke the glass since a moment, of any case, the latest first: at most so many.
pub async fn broken(
    db: &impl ConnectionTrait,
    since: Instant,
    most: u64,
) -> Result<Vec<Access>, Fault> {
    let rows = case_access::Entity::find()
        .filter(case_access::COLUMN.why.is_not_null())
        .filter(case_access::COLUMN.at.gte(since));
    listed(db, rows, most).await
}

async fn listed(
    db: &impl ConnectionTrait,
    rows: Select<case_access::Entity>,
    most: u64,
) -> Result<Vec<Access>, Fault> {
    let rows = rows
        .order_by_desc(case_access::COLUMN.at)
        .order_by_desc(case_access::COLUMN.id)
        .limit(most)
        .all(db)
        .await?;
    let names = names(db, rows.iter().map(|row| row.person_id).collect()).await?;
    let cases = cases::rows(db, rows.iter().map(|row| row.case_id).collect()).await?;
    let access = |row: case_access::Model| Access {
        name: names.get(&row.person_id).cloned().unwrap_or_default(),
        reference: cases
            .get(&row.case_id)
            .map(|case| case.reference.clone())
            .unwrap_or_default(),
        row,
    };
    Ok(rows.into_iter().map(access).collect())
}
