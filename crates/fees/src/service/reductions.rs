//! Reductions (減免): grounds are issued, and granted on a charge.

use chrono::NaiveDate;
use kernel::{Failed, Work};
use sea_orm::{ActiveValue::Set, QuerySelect, entity::prelude::*};

use super::{
    bills::{lock_one, settle},
    gate,
    reduced::{Reduction, reduce},
};
use crate::{
    entity::{
        BillId, ReductionKindId, charge, fee_terms::Regime, reduction_kind,
        reduction_kind::Authority,
    },
    events,
    read::{self, Bill, Kind},
    refused::{Refused, What, Wrong},
    rules::{
        NewKind, Way, check_kind, checked_reason, may_issue, may_propose, may_reduce, standing, way,
    },
};
use japan::money::Yen;

/// A reduction to be granted on what a bill comes to, or proposed.
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

/// A reduction that can be granted, or proposed.
#[derive(Clone, Debug)]
pub struct Granting {
    /// On which bill.
    pub bill: Bill,
    /// On which of its charges.
    pub charge: charge::Model,
    /// Whether it is granted at once or proposed to the ward.
    pub way: Way,
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
    let (regime, kind) = on_the_day(work, &bill, wish.kind).await?;
    let (actor, ground) = (work.actor(), kind.as_ref().map(|kind| kind.row.issued_by));
    let way = way(regime, ground).ok_or(Refused::AnotherDecides)?;
    if !may_reduce(actor, regime, ground) && !may_propose(actor, regime, ground) {
        return Err(Refused::AnotherDecides.into());
    }
    let (percent, reason) = checked(wish, kind.as_ref())?;
    let charge = reducible(&bill)?;
    if let Some(open) = read::open_proposal(work.db(), wish.bill).await? {
        return Err(Refused::Proposed(Some(open)).into());
    }
    Ok(Granting {
        bill,
        charge,
        way,
        kind,
        percent,
        reason,
    })
}

/// Grants it, by criteria.
///
/// # Errors
/// [`Refused::AnotherDecides`] for what the ward approves: see [`propose`](super::propose).
pub async fn grant(work: &Work, wish: &Grant) -> Result<Bill, Failed<Refused>> {
    let Granting {
        charge,
        way,
        kind,
        percent,
        reason,
        ..
    } = granting(work, wish).await?;
    if way != Way::Criteria {
        return Err(Refused::AnotherDecides.into());
    }
    let reduction = Reduction::new(work, kind.as_ref(), percent, Some(reason));
    reduce(work, wish.bill, &charge, reduction).await?;
    work.record(events::granted(wish.bill, charge.id, wish.kind, percent));
    settle(work, wish.bill).await
}

/// Whose the fees are on the day of use, and the ground, if one was chosen and applies then.
async fn on_the_day(
    work: &Work,
    bill: &Bill,
    kind: Option<ReductionKindId>,
) -> Result<(Regime, Option<Kind>), Failed<Refused>> {
    let on = bill.row.used_on.parse().unwrap_or(work.now().date());
    let terms = read::terms(work.db(), on).await?;
    let regime = terms.map_or(Regime::WardFee, |terms| terms.regime);
    let kind = match kind {
        None => None,
        Some(id) => Some(ground(work, bill, id, on).await?),
    };
    Ok((regime, kind))
}

/// The ground of a proposal, if it is still the ward that decides, and the ground still applies.
pub(super) async fn still_proposed(
    work: &Work,
    bill: &Bill,
    kind: Option<ReductionKindId>,
) -> Result<Option<Kind>, Failed<Refused>> {
    let (regime, kind) = on_the_day(work, bill, kind).await?;
    let ground = kind.as_ref().map(|kind| kind.row.issued_by);
    if way(regime, ground) == Some(Way::Approval) {
        Ok(kind)
    } else {
        Err(Refused::AnotherDecides.into())
    }
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
