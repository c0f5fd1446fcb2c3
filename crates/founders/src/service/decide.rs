//! The manager confirms and forwards; the ward refuses; either returns what has to be put right.

use accounts::rules::Words;
use chrono::NaiveDate;
use kernel::{Failed, Fault, Work, events::Event};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use super::found;
use crate::{
    Refused,
    entity::{ApplicationId, application},
    letters::{self, News},
    read::Came,
    rules::{Act, Evidence, Frozen, FrozenSession, Role, acts_as},
};

/// The longest reason, in characters.
const LONGEST: usize = 1_000;

/// The manager confirms that the evidence is whole; it is kept as it is today.
///
/// # Errors
/// [`Refused::NotMet`] when something is missing today; [`Refused::MayNot`] for anybody else.
pub async fn confirm(work: &Work, id: ApplicationId, edition: i32) -> Result<(), Failed<Refused>> {
    let row = decided(work, id, edition, Role::Manager).await?;
    let known = found::known(work, row.person_id).await?;
    let progress = found::progress(work, &known, found::founder(&row)?);
    let by = work.actor().person.ok_or(Refused::MayNot)?;
    let today = work.now().date();
    let Ok(evidence) = Evidence::of(&progress, &by.to_string(), today) else {
        return Err(Refused::NotMet.into());
    };
    let to = found::stepped(Role::Manager, &row, Act::Confirm(&evidence))?;
    let frozen = Frozen::of(&evidence, |session| told(&known.2, session));
    let kept =
        serde_json::to_string(&frozen).map_err(|error| Fault::broken("keeping evidence", error))?;
    let confirmed = application::ActiveModel {
        evidence: Set(Some(kept)),
        confirmed_by: Set(Some(by)),
        confirmed_at: Set(Some(work.now())),
        ..found::turned(&row, to)
    };
    application::Entity::update(confirmed)
        .exec(work.db())
        .await?;
    let event = Event::new("founder.confirmed", id).with("sessions", frozen.sessions.len());
    work.record(event);
    Ok(())
}

/// One session, as it is kept.
fn told(came: &[Came], session: &str) -> Option<FrozenSession> {
    let one = came.iter().find(|one| one.attendance.session == session)?;
    let named = [one.title.as_str(), one.lesson.as_str()];
    let named = named.into_iter().filter(|name| !name.is_empty());
    Some(FrozenSession {
        session: session.to_owned(),
        day: one.attendance.day,
        title: named.collect::<Vec<_>>().join("　"),
        areas: one
            .attendance
            .areas
            .iter()
            .map(|area| area.code().to_owned())
            .collect(),
        kind: one.attendance.kind.code().to_owned(),
    })
}

/// The manager forwards what was confirmed to the ward, which answers by a day.
///
/// # Errors
/// [`Refused::NotNow`] when it was not confirmed; [`Refused::NoScheme`].
pub async fn forward(work: &Work, id: ApplicationId, edition: i32) -> Result<(), Failed<Refused>> {
    let row = decided(work, id, edition, Role::Manager).await?;
    let to = found::stepped(Role::Manager, &row, Act::Forward)?;
    let today = work.now().date();
    let plan = crate::read::plan(work.db()).await?;
    let version = plan.scheme.on(today).ok_or(Refused::NoScheme)?;
    let due = version
        .answer_due(today)
        .map(|day: NaiveDate| day.to_string());
    let forwarded = application::ActiveModel {
        forwarded_by: Set(work.actor().person),
        forwarded_at: Set(Some(work.now())),
        answer_due: Set(due),
        ..found::turned(&row, to)
    };
    application::Entity::update(forwarded)
        .exec(work.db())
        .await?;
    work.record(Event::new("founder.forwarded", id));
    letters::application(work, id, News::Forwarded).await?;
    Ok(())
}

/// Returns an application to its founder, with what has to be put right: the manager before it is
/// forwarded, the ward's officer afterwards.
///
/// # Errors
/// A reason that is missing; [`Refused::NotNow`].
pub async fn give_back(
    work: &Work,
    id: ApplicationId,
    edition: i32,
    reason: &str,
) -> Result<(), Failed<Refused>> {
    let roles = work.actor().roles;
    if !roles.has(kernel::Role::Manager) && !roles.has(kernel::Role::WardOfficer) {
        return Err(Refused::MayNot.into());
    }
    let row = found::seen(work, id, edition).await?;
    let role = acts_as(work.actor(), found::state(&row)?).ok_or(Refused::NotNow)?;
    end(
        work,
        &row,
        (role, Act::Return(reason), reason),
        News::Returned,
    )
    .await
}

/// The ward refuses the certificate.
///
/// # Errors
/// A reason that is missing; [`Refused::NotNow`].
pub async fn refuse(
    work: &Work,
    id: ApplicationId,
    edition: i32,
    reason: &str,
) -> Result<(), Failed<Refused>> {
    let row = decided(work, id, edition, Role::Ward).await?;
    end(
        work,
        &row,
        (Role::Ward, Act::Refuse(reason), reason),
        News::Refused,
    )
    .await
}

async fn end(
    work: &Work,
    row: &application::Model,
    (role, act, reason): (Role, Act<'_>, &str),
    news: News,
) -> Result<(), Failed<Refused>> {
    let to = found::stepped(role, row, act)?;
    if let Some(wrong) = Words::text("reason", reason, LONGEST).wrong() {
        return Err(Refused::Invalid(vec![wrong]).into());
    }
    let ended = application::ActiveModel {
        reason: Set(reason.trim().to_owned()),
        decided_by: Set(work.actor().person),
        decided_at: Set(Some(work.now())),
        ..found::turned(row, to)
    };
    application::Entity::update(ended).exec(work.db()).await?;
    let kind = match news {
        News::Refused => "founder.refused",
        _ => "founder.returned",
    };
    work.record(Event::new(kind, row.id));
    letters::application(work, row.id, news).await?;
    Ok(())
}

/// An application that this role acts on; whoever has another role may not, wherever it stands.
pub(super) async fn decided(
    work: &Work,
    id: ApplicationId,
    edition: i32,
    role: Role,
) -> Result<application::Model, Failed<Refused>> {
    let own = match role {
        Role::Manager => kernel::Role::Manager,
        Role::Ward => kernel::Role::WardOfficer,
        Role::Founder => kernel::Role::Member,
    };
    if !work.actor().roles.has(own) {
        return Err(Refused::MayNot.into());
    }
    found::seen(work, id, edition).await
}
