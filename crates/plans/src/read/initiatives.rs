//! Initiatives of the manager with where they stand.

use approvals::read::{Standing, of_subjects};
use kernel::Fault;
use sea_orm::{QueryOrder, entity::prelude::*};

use crate::entity::{ProgrammeId, initiative};

/// What `approvals` calls an initiative.
pub const KIND: &str = "initiative";

/// An initiative with its approval.
#[derive(Clone, Debug)]
pub struct Initiative {
    /// Its row.
    pub row: initiative::Model,
    /// Where it stands.
    pub approval: Standing,
}

/// All of them, the latest years first.
pub async fn initiatives(db: &impl ConnectionTrait) -> Result<Vec<Initiative>, Fault> {
    let rows = initiative::Entity::find()
        .order_by_desc(initiative::COLUMN.fiscal_year)
        .order_by_desc(initiative::COLUMN.proposed_at)
        .order_by_desc(initiative::COLUMN.id);
    with_approvals(db, rows.all(db).await?).await
}

/// One of them.
pub async fn initiative(
    db: &impl ConnectionTrait,
    id: ProgrammeId,
) -> Result<Option<Initiative>, Fault> {
    let rows = initiative::Entity::find_by_id(id).all(db).await?;
    Ok(with_approvals(db, rows).await?.pop())
}

/// Those of these fiscal years that have the ward's consent.
pub(super) async fn consented(
    db: &impl ConnectionTrait,
    years: &[i32],
) -> Result<Vec<initiative::Model>, Fault> {
    let rows = initiative::Entity::find()
        .filter(initiative::COLUMN.fiscal_year.is_in(years.iter().copied()))
        .filter(initiative::COLUMN.stands.eq(true))
        .order_by_asc(initiative::COLUMN.name);
    let all = with_approvals(db, rows.all(db).await?).await?;
    let consented = all
        .into_iter()
        .filter(|one| one.approval.state.code() == "approved");
    Ok(consented.map(|one| one.row).collect())
}

async fn with_approvals(
    db: &impl ConnectionTrait,
    rows: Vec<initiative::Model>,
) -> Result<Vec<Initiative>, Fault> {
    let subjects = rows.iter().map(|row| row.id.into()).collect();
    let mut all = of_subjects(db, KIND, subjects).await?;
    let initiative = |row: initiative::Model| {
        let approval = all.remove(&row.id.into())?;
        Some(Initiative { row, approval })
    };
    Ok(rows.into_iter().filter_map(initiative).collect())
}
