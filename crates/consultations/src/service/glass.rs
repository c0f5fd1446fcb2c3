//! Opening a case is written down; who does not handle it gives a reason first.

use accounts::rules::Words;
use chrono::TimeDelta;
use kernel::{Failed, Fault, PersonId, Role, Work, events::Event};
use sea_orm::{ActiveValue::Set, QueryOrder, entity::prelude::*};

use super::found::case;
use crate::{
    Refused,
    entity::{AccessId, CaseId, case_access},
    letters, read,
    rules::{self, Reading},
};

/// So long somebody who broke the glass may read.
const HOURS: TimeDelta = TimeDelta::hours(1);

/// Writes down that somebody opened a case, and says what they may read of it.
///
/// # Errors
/// [`Refused::NotThere`].
pub async fn open(work: &Work, id: CaseId) -> Result<Reading, Failed<Refused>> {
    let found = read::case_row(work.db(), id)
        .await?
        .ok_or(Refused::NotThere)?;
    let standing = read::standing(work.db(), work.actor(), id, work.now()).await?;
    let reading = rules::may_read(work.actor(), &found, standing, work.now());
    let person = work.actor().person.filter(|_| reading.asked());
    if let Some(person) = person {
        written(work, id, person).await?;
        work.record(Event::new("case.opened", id));
    }
    Ok(reading)
}

/// Writes down that somebody read what belongs to a case: with the reason, when they read by one.
pub(super) async fn written(work: &Work, id: CaseId, person: PersonId) -> Result<(), Fault> {
    let glass = glass(work, id, person).await?;
    case_access::Entity::insert(case_access::ActiveModel {
        id: Set(work.new_id::<AccessId>()),
        case_id: Set(id),
        person_id: Set(person),
        at: Set(work.now()),
        why: Set(glass.as_ref().and_then(|glass| glass.why.clone())),
        until: Set(glass.and_then(|glass| glass.until)),
    })
    .exec_without_returning(work.db())
    .await?;
    Ok(())
}

/// When and why somebody broke the glass, as long as they may read by it: what they read is listed with
/// the same reason.
async fn glass(
    work: &Work,
    id: CaseId,
    person: PersonId,
) -> Result<Option<case_access::Model>, Fault> {
    let broken = case_access::Entity::find()
        .filter(case_access::COLUMN.case_id.eq(id))
        .filter(case_access::COLUMN.person_id.eq(person))
        .filter(case_access::COLUMN.until.gt(work.now()))
        .order_by_desc(case_access::COLUMN.at);
    Ok(broken.one(work.db()).await?)
}

/// Somebody who does not handle a case has to read it (an emergency, a complaint, an audit): they say
/// why, whoever leads it and has it is told at once, and it is listed. For an hour they read it.
///
/// The manager and coordinators may; nobody of the ward, and not reception.
///
/// # Errors
/// [`Refused::MayNot`]; a reason that is missing.
pub async fn break_glass(work: &Work, id: CaseId, why: &str) -> Result<(), Failed<Refused>> {
    let actor = work.actor();
    let may = actor.roles.has(Role::Manager) || actor.roles.has(Role::Coordinator);
    let person = actor.person.filter(|_| may).ok_or(Refused::MayNot)?;
    if let Some(wrong) = Words::text("why", why, 1_000).or_missing("cases-glass-why-missing") {
        return Err(Refused::Invalid(vec![wrong]).into());
    }
    let found = case(work, id).await?;
    case_access::Entity::insert(case_access::ActiveModel {
        id: Set(work.new_id::<AccessId>()),
        case_id: Set(id),
        person_id: Set(person),
        at: Set(work.now()),
        why: Set(Some(why.trim().to_owned())),
        until: Set(Some(work.now() + HOURS)),
    })
    .exec_without_returning(work.db())
    .await?;
    work.record(Event::new("case.glass_broken", id).with("by", person.to_string()));
    Ok(letters::glass_broken(work, &found, person).await?)
}
