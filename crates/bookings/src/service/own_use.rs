//! The centre uses a space itself: through the same ledger, and never over anybody.

use kernel::{Failed, Fault, Work, events::Event};
use sea_orm::{ActiveValue::Set, QuerySelect, entity::prelude::*};

use super::{gate, lend::lend, waiting};
use crate::{
    entity::{
        HoldId, OwnUseId,
        hold::{self, OWN_USE},
        own_use,
    },
    events,
    ledger::{self, Claim, Piece},
    read::{self, Catalogue, OwnPlan},
    refused::{Refused, Unowned},
    rules::own_uses::{OwnWish, may_use_own},
};

mod correct;
mod reasons;

pub use correct::correct_own_use;
pub use reasons::{add_reason, end_reason};

/// Takes a space for the centre, every week that is wished or none; says the first use.
///
/// Whoever waits for the space and can have it comes first, as before any other booking.
///
/// # Errors
/// Everything that is wrong at once; [`Unowned::Taken`] when any of it is not free.
pub async fn use_own(work: &Work, wish: &OwnWish) -> Result<OwnUseId, Failed<Refused>> {
    if !may_use_own(work.actor()) {
        return Err(Refused::ForAnother.into());
    }
    gate::keep_open(work).await?;
    let catalogue = Catalogue::known(work.db(), work.kept()).await?;
    let plan = read::own_plan(work.db(), &catalogue, wish, work.now()).await?;
    waiting::settle(work, &[plan.place.space.id]).await?;
    let ids: Vec<OwnUseId> = plan.spans.iter().map(|_| work.new_id()).collect();
    let holds = take(work, &plan, wish, &ids).await?;
    let Some(first) = ids.first().copied() else {
        return Err(Refused::Own(vec![Unowned::NothingLeft]).into());
    };
    let rows = ids.iter().zip(&holds).zip(&plan.spans);
    let rows = rows.map(|((id, hold), span)| own_use::ActiveModel {
        id: Set(*id),
        hold_id: Set(*hold),
        first_id: Set((ids.len() > 1).then_some(first)),
        space_id: Set(plan.place.space.id),
        unit: Set(plan.unit.as_ref().map(|unit| unit.number)),
        starts_at: Set(span.from),
        ends_at: Set(span.until),
        reason_id: Set(plan.reason.id),
        programme_id: Set(Some(plan.programme.0)),
        programme: Set(plan.programme.1.clone()),
        title: Set(wish.title.trim().to_owned()),
        made_by: Set(work.actor().person),
        made_at: Set(work.now()),
        ended_by: Set(None),
        ended_at: Set(None),
    });
    own_use::Entity::insert_many(rows)
        .exec_without_returning(work.db())
        .await?;
    for ((id, hold), span) in ids.iter().zip(&holds).zip(&plan.spans) {
        let event = Event::new("own_use.made", *id)
            .with("space", plan.place.space.id.to_string())
            .with("unit", plan.unit.as_ref().map(|unit| unit.number))
            .with("starts_at", span.from.rfc3339())
            .with("ends_at", span.until.rfc3339())
            .with("reason", plan.reason.id.to_string())
            .with("programme", plan.programme.0.to_string());
        work.record(events::with_devices(event, &wish.devices));
        if !wish.devices.is_empty() {
            lend(work, *hold, &wish.devices, &plan.place.space, *span).await?;
        }
    }
    Ok(first)
}

/// Takes every place in the ledger, or none.
async fn take(
    work: &Work,
    plan: &OwnPlan,
    wish: &OwnWish,
    ids: &[OwnUseId],
) -> Result<Vec<HoldId>, Failed<Refused>> {
    let (resources, times) = (plan.resources(), plan.occupied());
    let taken = || Failed::from(Refused::Own(vec![Unowned::Taken]));
    let label = match wish.title.trim() {
        "" => &plan.programme.1,
        title => title,
    };
    let standing = ledger::lock_and_look(work, &resources, &times, &[]).await?;
    if !standing.is_empty() {
        return Err(taken());
    }
    let pieces = ids.iter().zip(times).map(|(id, span)| Piece {
        claim: Ok(Claim {
            kind: OWN_USE,
            label: label.to_owned(),
            link: format!("/counter/own-uses/{id}"),
            state: hold::State::Confirmed,
            expires_at: None,
        }),
        resources: resources.clone(),
        span,
    });
    let holds = ledger::take_all(work, pieces.collect()).await?;
    holds.ok_or_else(taken)
}

/// Gives a space back before the centre's use of it is over, alone or with all that were entered
/// together and come after it; who waits for it is asked.
///
/// # Errors
/// [`Unowned::NotStanding`] when it was given back already, or is over.
pub async fn give_back(
    work: &Work,
    id: OwnUseId,
    and_following: bool,
) -> Result<(), Failed<Refused>> {
    if !may_use_own(work.actor()) {
        return Err(Refused::ForAnother.into());
    }
    gate::keep_open(work).await?;
    let gone = || Failed::from(Refused::Own(vec![Unowned::NotStanding]));
    let Some(own) = locked(work, id).await? else {
        return Err(Refused::Own(vec![Unowned::NoSuchUse]).into());
    };
    let stands = |(own, held): &(own_use::Model, Option<hold::Model>)| {
        let confirmed = held.as_ref().map(|held| held.state) == Some(hold::State::Confirmed);
        confirmed && work.now() < own.ends_at
    };
    let given: Vec<own_use::Model> = read::own_reached(&own, and_following)
        .find_also_related(hold::Entity)
        .all(work.db())
        .await?
        .into_iter()
        .filter(stands)
        .map(|(own, _)| own)
        .collect();
    if !given.iter().any(|one| one.id == id) {
        return Err(gone());
    }
    let holds = given.iter().map(|one| one.hold_id).collect();
    let from = [hold::State::Confirmed];
    if !ledger::turn_all(work, holds, &from, hold::State::Cancelled).await? {
        return Err(gone());
    }
    end(work, &given).await?;
    waiting::settle(work, &[own.space_id]).await?;
    Ok(())
}

/// An own use, with all that were entered together locked: two who give back come one after the
/// other.
async fn locked(work: &Work, id: OwnUseId) -> Result<Option<own_use::Model>, Fault> {
    let found = own_use::Entity::find_by_id(id).one(work.db()).await?;
    if let (Some(own), true) = (&found, work.locks_rows()) {
        own_use::Entity::find_by_id(own.first_id.unwrap_or(own.id))
            .lock_exclusive()
            .all(work.db())
            .await?;
    }
    Ok(found)
}

/// Writes down who gave them back, and when.
async fn end(work: &Work, given: &[own_use::Model]) -> Result<(), Fault> {
    use own_use::Column;
    own_use::Entity::update_many()
        .col_expr(Column::EndedBy, Expr::value(work.actor().person))
        .col_expr(Column::EndedAt, Expr::value(Some(work.now())))
        .filter(own_use::COLUMN.id.is_in(given.iter().map(|one| one.id)))
        .exec(work.db())
        .await?;
    for one in given {
        work.record(Event::new("own_use.ended", one.id).with("space", one.space_id.to_string()));
    }
    Ok(())
}
