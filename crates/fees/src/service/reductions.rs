//! Reductions (減免): grounds are issued, and granted on a charge.

use chrono::NaiveDate;
use kernel::{Failed, Fault, Instant, PersonId, Work};
use sea_orm::{ActiveValue::Set, QuerySelect, entity::prelude::*};

use super::{
    bills::{NewLine, charge_again, insert, lock_one, settle},
    gate,
};
use crate::{
    entity::{
        BillId, ReductionKindId, charge, fee_terms::Regime, reduction_grant, reduction_kind,
        reduction_kind::Authority,
    },
    events,
    read::{self, Bill, Kind},
    refused::{Refused, What, Wrong},
    rules::{NewKind, check_kind, checked_reason, may_issue, may_reduce, standing, taken_off},
};
use japan::money::Yen;

/// A reduction to be granted on what a bill comes to.
#[derive(Clone, Debug)]
pub struct Grant {
    /// On which bill.
    pub bill: BillId,
    /// On which ground; none for a decision outside the criteria.
    pub kind: Option<ReductionKindId>,
    /// How much, in per cent, when it is outside the criteria.
    pub percent: Option<i32>,
    /// Why, and what was looked at.
    pub reason: String,
    /// What the screen showed as open.
    pub seen: Yen,
}

/// Issues a ground with its criteria.
pub async fn issue_kind(
    work: &Work,
    new: &NewKind,
    by: Authority,
) -> Result<ReductionKindId, Failed<Refused>> {
    if !may_issue(work.actor(), by) {
        return Err(Refused::MayNot.into());
    }
    check_kind(new, work.now().date()).map_err(Refused::Wrong)?;
    gate::one_by_one(work).await?;
    let (percent, from) = (new.percent.unwrap_or_default(), new.valid_from);
    let same = read::kinds(work.db()).await?.into_iter().any(|kind| {
        kind.row.issued_by == by
            && kind.row.name == new.name.trim()
            && Some(kind.valid_from) == from
            && kind.selector == new.selector
    });
    if same {
        return Err(Refused::ThereAlready.into());
    }
    let id: ReductionKindId = work.new_id();
    let date = |date: chrono::NaiveDate| date.to_string();
    reduction_kind::Entity::insert(reduction_kind::ActiveModel {
        id: Set(id),
        name: Set(new.name.trim().to_owned()),
        name_en: Set(new.name_en.trim().to_owned()),
        percent: Set(percent),
        criteria: Set(new.criteria.trim().to_owned()),
        issued_by: Set(by),
        locality: Set(new.selector.locality),
        party: Set(new.selector.party),
        stage: Set(new.selector.stage),
        valid_from: Set(from.map(date).unwrap_or_default()),
        valid_until: Set(new.valid_until.day().map(date)),
        made_by: Set(work.actor().person),
        made_at: Set(work.now()),
    })
    .exec_without_returning(work.db())
    .await?;
    work.record(events::kind_issued(id, by.code(), percent));
    Ok(id)
}

/// A reduction that can be granted.
#[derive(Clone, Debug)]
pub struct Granting {
    /// On which bill.
    pub bill: Bill,
    /// On which of its charges.
    pub charge: charge::Model,
    /// On which ground; none for a decision outside the criteria.
    pub kind: Option<Kind>,
    /// How much, in per cent.
    pub percent: i32,
    /// Why.
    pub reason: String,
}

/// What stands on a bill and would be reduced, once; nothing is written.
///
/// Whose the fees are on the day of use says who may; before anybody has said so they are taken for
/// the ward's, which is the stricter.
pub async fn granting(work: &Work, wish: &Grant) -> Result<Granting, Failed<Refused>> {
    let bill = lock_one(work, wish.bill).await?;
    if bill.balance().open() != wish.seen {
        return Err(Refused::OwedOtherwise.into());
    }
    let on = bill.row.used_on.parse().unwrap_or(work.now().date());
    let terms = read::terms(work.db(), on).await?;
    let regime = terms.map_or(Regime::WardFee, |terms| terms.regime);
    let kind = match wish.kind {
        None => None,
        Some(id) => Some(ground(work, &bill, id, on).await?),
    };
    let ground = kind.as_ref().map(|kind| kind.row.issued_by);
    if !may_reduce(work.actor(), regime, ground) {
        return Err(Refused::AnotherDecides.into());
    }
    let (percent, reason) = checked(wish, kind.as_ref())?;
    let charge = reducible(&bill)?;
    Ok(Granting {
        bill,
        charge,
        kind,
        percent,
        reason,
    })
}

/// Grants it.
pub async fn grant(work: &Work, wish: &Grant) -> Result<Bill, Failed<Refused>> {
    let Granting {
        charge,
        kind,
        percent,
        reason,
        ..
    } = granting(work, wish).await?;
    let (label, label_en) = kind.as_ref().map_or_else(
        || {
            (
                "減免（区の決定）".to_owned(),
                "Reduction by the ward".to_owned(),
            )
        },
        |kind| {
            (
                format!("減免（{}）", kind.row.name),
                kind.row.name_en.clone(),
            )
        },
    );
    let reduction = Reduction {
        label,
        label_en,
        kind: wish.kind,
        percent,
        reason: Some(reason),
        granted_by: work.actor().person,
        granted_at: work.now(),
    };
    reduce(work, wish.bill, &charge, reduction).await?;
    work.record(events::granted(wish.bill, charge.id, wish.kind, percent));
    settle(work, wish.bill).await
}

/// The ground, if it applies to the payer on the day of use; held until this work is done, so that
/// nobody ends it meanwhile.
async fn ground(
    work: &Work,
    bill: &Bill,
    id: ReductionKindId,
    on: NaiveDate,
) -> Result<Kind, Failed<Refused>> {
    if work.locks_rows() {
        let locked = reduction_kind::Entity::find_by_id(id).lock_shared();
        locked.one(work.db()).await?;
    }
    if let Some(kind) = read::fitting(work.db(), bill, id, on).await? {
        return Ok(kind);
    }
    let there = read::kind(work.db(), id).await?;
    let over = there.is_some_and(|kind| kind.valid_until.is_some_and(|until| until < on));
    Err(if over {
        Refused::KindOver.into()
    } else {
        Refused::NoSuchKind.into()
    })
}

/// A reduction as it is written on a bill.
struct Reduction {
    label: String,
    label_en: String,
    kind: Option<ReductionKindId>,
    percent: i32,
    reason: Option<String>,
    granted_by: Option<PersonId>,
    granted_at: Instant,
}

async fn reduce(
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

fn checked(wish: &Grant, kind: Option<&Kind>) -> Result<(i32, String), Refused> {
    let mut wrong = Vec::new();
    if kind.is_some() && wish.percent.is_some() {
        wrong.push(Wrong::new("percent", What::PercentOfItsOwn));
    }
    let percent = kind.map_or(wish.percent, |kind| Some(kind.row.percent));
    let percent = percent.filter(|percent| (1..=100).contains(percent));
    if percent.is_none() {
        wrong.push(Wrong::new("percent", What::Percent));
    }
    let reason = checked_reason(&wish.reason)
        .map_err(|why| wrong.extend(why))
        .ok();
    match percent.zip(reason) {
        Some(all) if wrong.is_empty() => Ok(all),
        _ => Err(Refused::Wrong(wrong)),
    }
}

/// The charge that stands and has not been reduced.
fn reducible(bill: &Bill) -> Result<charge::Model, Refused> {
    let reduced = standing(&bill.lines())
        .iter()
        .any(|line| line.reduces.is_some());
    match bill.stands() {
        Some(charge) if !reduced => Ok(charge.clone()),
        _ => Err(Refused::NotReducible),
    }
}
