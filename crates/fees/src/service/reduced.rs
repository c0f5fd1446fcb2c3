//! A reduction as it stands on a bill, and what becomes of it when the bill is charged anew.

use japan::money::Yen;
use kernel::{Failed, Fault, Instant, PersonId, Work};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use super::bills::{NewLine, charge_again, insert, lock_one, settle};
use crate::{
    entity::{BillId, ReductionKindId, charge, reduction_grant},
    events,
    read::{self, Bill, Kind},
    refused::Refused,
    rules::taken_off,
};

/// A reduction as it is written on a bill.
pub(super) struct Reduction {
    label: String,
    label_en: String,
    kind: Option<ReductionKindId>,
    percent: i32,
    reason: Option<String>,
    granted_by: Option<PersonId>,
    granted_at: Instant,
}

impl Reduction {
    /// What the actor grants now: on a ground, or as the ward's decision.
    pub(super) fn new(
        work: &Work,
        kind: Option<&Kind>,
        percent: i32,
        reason: Option<String>,
    ) -> Self {
        let label = kind.map_or("区の決定", |kind| &kind.row.name);
        let label_en = kind.map_or("Reduction by the ward", |kind| &kind.row.name_en);
        Self {
            label: format!("減免（{label}）"),
            label_en: label_en.to_owned(),
            kind: kind.map(|kind| kind.row.id),
            percent,
            reason,
            granted_by: work.actor().person,
            granted_at: work.now(),
        }
    }
}

/// Writes a reduction on a bill.
pub(super) async fn reduce(
    work: &Work,
    bill: BillId,
    charge: &charge::Model,
    own: Reduction,
) -> Result<(), Fault> {
    let off = taken_off(Yen(charge.amount), own.percent);
    let id = insert(work, bill, own.label, own.label_en, |new| {
        new.amount = Set(-off.0);
        new.reduces = Set(Some(charge.id));
    })
    .await?;
    reduction_grant::Entity::insert(reduction_grant::ActiveModel {
        charge_id: Set(id),
        kind_id: Set(own.kind),
        percent: Set(own.percent),
        reason: Set(own.reason),
        granted_by: Set(own.granted_by),
        granted_at: Set(own.granted_at),
    })
    .exec_without_returning(work.db())
    .await?;
    Ok(())
}

/// Charges a bill again for a use that was changed. A reduction that stands on it holds for the new
/// charge too, by the same percentage, as long as its ground applies on the new day of use; it stays
/// the decision of whoever granted it.
pub async fn charge_changed(
    work: &Work,
    id: BillId,
    lines: &[NewLine],
    used_on: chrono::NaiveDate,
) -> Result<Bill, Failed<Refused>> {
    let before = lock_one(work, id).await?;
    let after = charge_again(work, id, lines).await?;
    let kept = read::kept(work.db(), &before, used_on).await?;
    let (Some((row, grant)), Some(charge)) = (kept, after.stands()) else {
        return Ok(after);
    };
    let reduction = Reduction {
        label: row.label.clone(),
        label_en: row.label_en.clone(),
        kind: grant.kind_id,
        percent: grant.percent,
        reason: grant.reason.clone(),
        granted_by: grant.granted_by,
        granted_at: grant.granted_at,
    };
    reduce(work, id, charge, reduction).await?;
    work.record(events::kept(id, charge.id, grant.percent));
    settle(work, id).await
}
