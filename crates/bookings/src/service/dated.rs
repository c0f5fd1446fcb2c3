//! What the manager sets from a day on: what a space costs, by when bookings are paid and what
//! cancelling costs, how waiting goes. What has not begun is put right by entering its day again.

use chrono::NaiveDate;
use fees::{
    entity::TariffId,
    rules::{Clash, Seen, takes_place},
};
use kernel::{Failed, Role, Work};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use super::gate;
use crate::{
    entity::{SpaceId, cancellation_tier, payment_term, space_tariff, waiting_terms},
    events, read,
    refused::{Refused, Unfit, Unruled},
    rules::{
        charges::{PaymentDraft, begins},
        may_manage,
        waiting::WaitingDraft,
    },
};

/// Says by which tariff a space is used from a day on; none makes it free of charge. Bookings that
/// are made keep their charge. `seen` is what the page of the space showed; none for who sets the
/// centre up.
pub async fn set_tariff(
    work: &Work,
    space: SpaceId,
    tariff: Option<TariffId>,
    valid_from: NaiveDate,
    seen: Option<&Seen>,
) -> Result<(), Failed<Refused>> {
    let wrong = may_begin(work, Some(valid_from))?;
    // Whoever books is charged by the prices of before or of after, never by half of each.
    gate::shut(work).await?;
    let rows = space_tariff::Entity::find().filter(space_tariff::COLUMN.space_id.eq(space));
    let rows = rows.all(work.db()).await?;
    unchanged(seen, rows.len())?;
    if let Some(id) = tariff
        && fees::read::tariff(work.db(), id).await?.is_none()
    {
        return Err(Refused::Unfit(vec![Unfit::Missing("tariff")]).into());
    }
    let day = valid_from.to_string();
    let there = rows.iter().find(|row| row.valid_from == day);
    let mark = there.map(space_tariff::Model::mark);
    let replaces = placed(work, mark.as_deref(), valid_from, seen, wrong)?;
    if replaces {
        let planned = space_tariff::Entity::delete_by_id((space, day.clone()));
        planned.exec(work.db()).await?;
    }
    space_tariff::Entity::insert(space_tariff::ActiveModel {
        space_id: Set(space),
        valid_from: Set(day),
        tariff_id: Set(tariff),
    })
    .exec_without_returning(work.db())
    .await?;
    work.record(events::priced(space, tariff, valid_from, replaces));
    Ok(())
}

/// Says within how many days bookings are paid, and what cancelling costs, from a day on. `seen` is
/// what the page showed; none for who sets the centre up.
pub async fn set_payment(
    work: &Work,
    draft: &PaymentDraft,
    seen: Option<&Seen>,
) -> Result<(), Failed<Refused>> {
    let mut wrong = may_begin(work, draft.from)?;
    gate::shut(work).await?;
    let rows = read::payment_rows(work.db()).await?;
    unchanged(seen, rows.len())?;
    let allowed = draft.allowed();
    wrong.extend(allowed.as_ref().err().into_iter().flatten().cloned());
    let (Ok((days, tiers)), Some(from)) = (allowed, draft.from) else {
        return Err(Refused::Unfit(wrong).into());
    };
    let valid_from = from.to_string();
    let there = rows.iter().find(|row| row.valid_from == valid_from);
    let mark = there.map(read::PaymentTerms::mark);
    let replaces = placed(work, mark.as_deref(), from, seen, wrong)?;
    if replaces {
        let tiers = cancellation_tier::Entity::delete_many()
            .filter(cancellation_tier::COLUMN.valid_from.eq(&valid_from));
        tiers.exec(work.db()).await?;
        let planned = payment_term::Entity::delete_by_id(valid_from.clone());
        planned.exec(work.db()).await?;
    }
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
    work.record(events::dated(
        "payment.terms_set",
        work.new_id::<Uuid>(),
        from,
        replaces,
    ));
    Ok(())
}

/// Says how long an offer to someone who waits stands, and in how many lines one may stand, from a
/// day on. `seen` is what the page showed.
pub async fn set_waiting(
    work: &Work,
    draft: &WaitingDraft,
    seen: &Seen,
) -> Result<(), Failed<Refused>> {
    let mut wrong = may_begin(work, draft.from)?;
    gate::shut(work).await?;
    let rows = read::waiting_rows(work.db()).await?;
    unchanged(Some(seen), rows.len())?;
    let allowed = draft.allowed();
    wrong.extend(allowed.as_ref().err().into_iter().flatten().cloned());
    let (Ok(terms), Some(from)) = (allowed, draft.from) else {
        return Err(Refused::Unfit(wrong).into());
    };
    let there = rows.iter().find(|row| row.valid_from == terms.valid_from);
    let mark = there.map(waiting_terms::Model::mark);
    let replaces = placed(work, mark.as_deref(), from, Some(seen), wrong)?;
    if replaces {
        let planned = waiting_terms::Entity::delete_by_id(terms.valid_from.clone());
        planned.exec(work.db()).await?;
    }
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
    work.record(events::dated(
        "waiting.terms_set",
        work.new_id::<Uuid>(),
        from,
        replaces,
    ));
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

/// Whether it takes the place of what is planned for the same day, which is known by its mark.
/// Refuses a day on which something stays, and whatever else is wrong.
fn placed(
    work: &Work,
    mark: Option<&str>,
    from: NaiveDate,
    seen: Option<&Seen>,
    mut wrong: Vec<Unfit>,
) -> Result<bool, Refused> {
    let begun = from <= work.now().date();
    let replaces = match takes_place(mark, begun, seen) {
        Err(Clash::Changed) => return Err(Refused::SetUpChanged),
        Err(Clash::Taken) => {
            wrong.push(Unfit::DateTaken);
            false
        }
        Ok(replaces) => replaces,
    };
    if wrong.is_empty() {
        Ok(replaces)
    } else {
        Err(Refused::Unfit(wrong))
    }
}

/// Refuses what was typed into a form that no longer shows everything.
fn unchanged(seen: Option<&Seen>, known: usize) -> Result<(), Refused> {
    match seen {
        Some(seen) if seen.rows != known => Err(Refused::SetUpChanged),
        _ => Ok(()),
    }
}
