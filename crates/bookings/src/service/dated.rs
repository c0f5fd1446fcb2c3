//! What the manager sets from a day on: what a space costs, by when bookings are paid and what
//! cancelling costs, how waiting goes.

use chrono::NaiveDate;
use fees::entity::TariffId;
use kernel::{Failed, Role, Work};
use sea_orm::{ActiveValue::Set, PaginatorTrait, entity::prelude::*};

use super::gate;
use crate::{
    entity::{SpaceId, cancellation_tier, payment_term, space_tariff, waiting_terms},
    events,
    refused::{Refused, Unfit, Unruled},
    rules::{
        charges::{PaymentDraft, begins},
        may_manage,
        waiting::WaitingDraft,
    },
};

/// Says by which tariff a space is used from a day on; none makes it free of charge. Bookings that
/// are made keep their charge. `seen` is how many rows of the space the manager saw; none for who
/// sets the centre up.
pub async fn set_tariff(
    work: &Work,
    space: SpaceId,
    tariff: Option<TariffId>,
    valid_from: NaiveDate,
    seen: Option<u64>,
) -> Result<(), Failed<Refused>> {
    let wrong = may_begin(work, Some(valid_from))?;
    // Whoever books is charged by the prices of before or of after, never by half of each.
    gate::shut(work).await?;
    let rows = space_tariff::Entity::find().filter(space_tariff::COLUMN.space_id.eq(space));
    unchanged(seen, rows.count(work.db()).await?)?;
    if let Some(id) = tariff
        && fees::read::tariff(work.db(), id).await?.is_none()
    {
        return Err(Refused::Unfit(vec![Unfit::Missing("tariff")]).into());
    }
    let same = space_tariff::Entity::find_by_id((space, valid_from.to_string()));
    free(same.one(work.db()).await?.is_some(), wrong)?;
    space_tariff::Entity::insert(space_tariff::ActiveModel {
        space_id: Set(space),
        valid_from: Set(valid_from.to_string()),
        tariff_id: Set(tariff),
    })
    .exec_without_returning(work.db())
    .await?;
    work.record(events::priced(space, tariff, valid_from));
    Ok(())
}

/// Says within how many days bookings are paid, and what cancelling costs, from a day on. `seen` is
/// how many rows the manager saw; none for who sets the centre up.
pub async fn set_payment(
    work: &Work,
    draft: &PaymentDraft,
    seen: Option<u64>,
) -> Result<(), Failed<Refused>> {
    let mut wrong = may_begin(work, draft.from)?;
    gate::shut(work).await?;
    let known = payment_term::Entity::find().count(work.db()).await?;
    unchanged(seen, known)?;
    let allowed = draft.allowed();
    wrong.extend(allowed.as_ref().err().into_iter().flatten().cloned());
    let (Ok((days, tiers)), Some(from)) = (allowed, draft.from) else {
        return Err(Refused::Unfit(wrong).into());
    };
    let valid_from = from.to_string();
    let same = payment_term::Entity::find_by_id(valid_from.clone());
    free(same.one(work.db()).await?.is_some(), wrong)?;
    payment_term::Entity::insert(payment_term::ActiveModel {
        valid_from: Set(valid_from.clone()),
        days: Set(days),
    })
    .exec_without_returning(work.db())
    .await?;
    let rows = tiers.iter().map(|tier| cancellation_tier::ActiveModel {
        valid_from: Set(valid_from.clone()),
        days_before: Set(tier.days_before),
        percent: Set(tier.percent),
    });
    if !tiers.is_empty() {
        cancellation_tier::Entity::insert_many(rows)
            .exec_without_returning(work.db())
            .await?;
    }
    work.record(events::payment_set(work.new_id(), from));
    Ok(())
}

/// Says how long an offer to someone who waits stands, and in how many lines one may stand, from a
/// day on.
pub async fn set_waiting(
    work: &Work,
    draft: &WaitingDraft,
    seen: u64,
) -> Result<(), Failed<Refused>> {
    let mut wrong = may_begin(work, draft.from)?;
    gate::shut(work).await?;
    let known = waiting_terms::Entity::find().count(work.db()).await?;
    unchanged(Some(seen), known)?;
    let allowed = draft.allowed();
    wrong.extend(allowed.as_ref().err().into_iter().flatten().cloned());
    let (Ok(terms), Some(from)) = (allowed, draft.from) else {
        return Err(Refused::Unfit(wrong).into());
    };
    let same = waiting_terms::Entity::find_by_id(terms.valid_from.clone());
    free(same.one(work.db()).await?.is_some(), wrong)?;
    waiting_terms::Entity::insert(waiting_terms::ActiveModel {
        valid_from: Set(terms.valid_from),
        longest_minutes: Set(terms.longest_minutes),
        shortest_minutes: Set(terms.shortest_minutes),
        last_call_minutes: Set(terms.last_call_minutes),
        lapses: Set(terms.lapses),
        most: Set(terms.most),
    })
    .exec_without_returning(work.db())
    .await?;
    work.record(events::waiting_set(work.new_id(), from));
    Ok(())
}

/// Whether the manager may let something begin then, and what is wrong with the day: tomorrow is
/// the first. Who sets the centre up begins on any day.
fn may_begin(work: &Work, from: Option<NaiveDate>) -> Result<Vec<Unfit>, Refused> {
    if !may_manage(work.actor()) {
        return Err(Refused::Ruled(Unruled::MayNotClose));
    }
    Ok(match from {
        Some(_) if work.actor().roles.has(Role::System) => None,
        from => begins(from, work.now().date()).err(),
    }
    .into_iter()
    .collect())
}

/// Refuses what begins on a day that is taken, and whatever else is wrong.
fn free(taken: bool, mut wrong: Vec<Unfit>) -> Result<(), Refused> {
    wrong.extend(taken.then_some(Unfit::DateTaken));
    if wrong.is_empty() {
        Ok(())
    } else {
        Err(Refused::Unfit(wrong))
    }
}

/// Refuses what was typed into a form that no longer shows everything.
fn unchanged(seen: Option<u64>, known: u64) -> Result<(), Refused> {
    match seen {
        Some(seen) if seen != known => Err(Refused::SetUpChanged),
        _ => Ok(()),
    }
}
