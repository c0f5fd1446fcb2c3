//! Deputies are named, and their time ended early.

use kernel::{Failed, Work, events::Event, violated_constraint};
use sea_orm::{ActiveValue::Set, QuerySelect, entity::prelude::*};

use crate::{
    Refused,
    entity::{DeputyId, approval::Side, approval_deputy},
    letters, read,
    rules::{self, NewDeputy},
};

/// Names who decides in the place of somebody, from a day until another; the deputy gets a letter.
/// Whoever is away may decide nevertheless.
///
/// # Errors
/// Everything that is wrong with it; [`Refused::NotTheirSide`] for somebody who does not decide or is
/// of another side, [`Refused::DeputyThere`] when one is named for some of the days.
pub async fn name_deputy(work: &Work, new: &NewDeputy) -> Result<DeputyId, Failed<Refused>> {
    let Some(by) = work.actor().person else {
        return Err(Refused::MayNot.into());
    };
    let names_any = [Side::Ward, Side::Manager]
        .into_iter()
        .any(|side| rules::may_name(work.actor(), side));
    if !names_any
        || new
            .away
            .is_some_and(|(side, _)| !rules::may_name(work.actor(), side))
    {
        return Err(Refused::MayNot.into());
    }
    let wrong = new.wrong(work.now().date());
    let (Some((side, away)), Some(deputy), Some(from), Some(until), true) =
        (new.away, new.deputy, new.from, new.until, wrong.is_empty())
    else {
        return Err(Refused::Invalid(wrong).into());
    };
    let deciders = accounts::read::with_role(work.db(), rules::decider(side)).await?;
    let staff = read::staff(work.db(), side).await?;
    if !deciders.contains(&away) || !staff.contains(&deputy) {
        return Err(Refused::NotTheirSide.into());
    }
    if let Some(there) = read::overlapping(work.db(), (side, away), from, until).await? {
        return Err(Refused::DeputyThere(Some((there.valid_from, there.valid_until))).into());
    }
    let row = approval_deputy::ActiveModel {
        id: Set(work.new_id()),
        side: Set(side),
        away_person: Set(away),
        deputy: Set(deputy),
        valid_from: Set(from.to_string()),
        valid_until: Set(until.to_string()),
        named_by: Set(by),
        named_at: Set(work.now()),
        ended_at: Set(None),
    };
    let row = row.insert(work.db()).await.map_err(deputy_there)?;
    work.record(happened("approval_deputy.named", &row));
    letters::deputy(work, &row).await?;
    Ok(row.id)
}

/// Two may name a deputy of one person at once: the second is refused by the database.
fn deputy_there(error: DbErr) -> Failed<Refused> {
    match violated_constraint(&error).as_deref() {
        Some("approval_deputies_no_overlap") => Refused::DeputyThere(None).into(),
        _ => error.into(),
    }
}

/// Ends a naming before its last day, from this moment on; the deputy gets a letter.
///
/// # Errors
/// [`Refused::DeputyOver`] when it is over or was ended already.
pub async fn end_deputy(work: &Work, id: DeputyId) -> Result<(), Failed<Refused>> {
    let found = approval_deputy::Entity::find_by_id(id).lock_exclusive();
    let row = found.one(work.db()).await?.ok_or(Refused::NotThere)?;
    if !rules::may_name(work.actor(), row.side) {
        return Err(Refused::MayNot.into());
    }
    if row.ended_at.is_some() || row.valid_until < work.now().date().to_string() {
        return Err(Refused::DeputyOver.into());
    }
    let ended = approval_deputy::ActiveModel {
        id: Set(id),
        ended_at: Set(Some(work.now())),
        ..Default::default()
    };
    let row = ended.update(work.db()).await?;
    work.record(happened("approval_deputy.ended", &row));
    letters::deputy(work, &row).await?;
    Ok(())
}

fn happened(kind: &'static str, row: &approval_deputy::Model) -> Event {
    Event::new(kind, row.id)
        .with("side", row.side.code())
        .with("away_person", row.away_person.to_string())
        .with("deputy", row.deputy.to_string())
        .with("valid_from", row.valid_from.as_str())
        .with("valid_until", row.valid_until.as_str())
}
