//! Grounds of reduction.

use chrono::NaiveDate;
use kernel::Fault;
use organisations::rules::{Category, Selector};
use sea_orm::{Condition, QueryOrder, QuerySelect, QueryTrait, entity::prelude::*};

use super::{
    Bill, bills,
    tariffs::{unreadable, until},
};
use crate::entity::{ReductionKindId, bill, charge, reduction_grant, reduction_kind};

/// A ground, with its dates and whom it speaks of.
#[derive(Clone, Debug)]
pub struct Kind {
    /// Its row.
    pub row: reduction_kind::Model,
    /// Whom it speaks of.
    pub selector: Selector,
    /// The first day on which it holds.
    pub valid_from: NaiveDate,
    /// The last, if it has one.
    pub valid_until: Option<NaiveDate>,
}

/// Why a ground does not apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outside {
    /// It does not hold on that day.
    Time,
    /// It speaks of others.
    Category,
}

impl Kind {
    /// Whether it applies to this category on the day of use.
    pub fn applies(&self, category: Category, on: NaiveDate) -> Result<(), Outside> {
        if on < self.valid_from || self.valid_until.is_some_and(|until| until < on) {
            return Err(Outside::Time);
        }
        if self.selector.fits(category) {
            Ok(())
        } else {
            Err(Outside::Category)
        }
    }
}

/// The reduction of this bill as it would stand for a use on another day: the one that stands now,
/// as long as its ground applies to the payer then. The ward's own decision has no ground to check.
pub async fn kept<'bill>(
    db: &impl ConnectionTrait,
    bill: &'bill Bill,
    on: NaiveDate,
) -> Result<Option<(&'bill charge::Model, &'bill reduction_grant::Model)>, Fault> {
    let Some((line, grant)) = bill.reduced() else {
        return Ok(None);
    };
    let holds = match grant.kind_id {
        Some(kind) => fitting(db, bill, kind, on).await?.is_some(),
        None => true,
    };
    Ok(holds.then_some((line, grant)))
}

/// This ground, if it applies to the payer of a bill on the day of use.
pub async fn fitting(
    db: &impl ConnectionTrait,
    bill: &Bill,
    id: ReductionKindId,
    on: NaiveDate,
) -> Result<Option<Kind>, Fault> {
    let (person, organisation) = (bill.row.person_id, bill.row.organisation_id);
    let category = organisations::read::category(db, person, organisation, on).await?;
    let mut kinds = kinds(db).await?.into_iter();
    Ok(kinds.find(|kind| kind.row.id == id && kind.applies(category, on).is_ok()))
}

/// One ground.
pub async fn kind(db: &impl ConnectionTrait, id: ReductionKindId) -> Result<Option<Kind>, Fault> {
    let row = reduction_kind::Entity::find_by_id(id).one(db).await?;
    row.map(|row| read(row).ok_or_else(|| unreadable("reduction kind", &id)))
        .transpose()
}

/// So many bills that are open, or for uses from today on, are reduced on this ground.
pub async fn count_reduced(
    db: &impl ConnectionTrait,
    id: ReductionKindId,
    today: NaiveDate,
) -> Result<usize, Fault> {
    let lines = reduction_grant::Entity::find()
        .select_only()
        .column(reduction_grant::Column::ChargeId)
        .filter(reduction_grant::COLUMN.kind_id.eq(id))
        .into_query();
    let of = charge::Entity::find()
        .select_only()
        .column(charge::Column::BillId)
        .filter(charge::Column::Id.in_subquery(lines))
        .into_query();
    let open = Condition::any()
        .add(bill::COLUMN.open_amount.ne(0))
        .add(bill::COLUMN.used_on.gte(today.to_string()));
    let rows = bill::Entity::find()
        .filter(bill::Column::Id.in_subquery(of))
        .filter(open)
        .all(db)
        .await?;
    let all = bills(db, rows.into_iter().map(|row| row.id).collect()).await?;
    // One that was taken back stands no longer.
    let on_it = |bill: &&Bill| {
        let stands = bill.reduced();
        stands.is_some_and(|(_, grant)| grant.kind_id == Some(id))
    };
    Ok(all.iter().filter(on_it).count())
}

/// Every ground, the newest first.
pub async fn kinds(db: &impl ConnectionTrait) -> Result<Vec<Kind>, Fault> {
    let rows = reduction_kind::Entity::find()
        .order_by_desc(reduction_kind::COLUMN.valid_from)
        .order_by_asc(reduction_kind::COLUMN.name)
        .all(db)
        .await?;
    rows.into_iter()
        .map(|row| {
            let id = row.id;
            read(row).ok_or_else(|| unreadable("reduction kind", &id))
        })
        .collect()
}

fn read(row: reduction_kind::Model) -> Option<Kind> {
    Some(Kind {
        selector: Selector {
            locality: row.locality,
            party: row.party,
            stage: row.stage,
        },
        valid_from: row.valid_from.parse().ok()?,
        valid_until: until(row.valid_until.as_deref()).ok()?,
        row,
    })
}
