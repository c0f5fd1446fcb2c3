//! Applications, locked for whoever changes them, and what the rules ask about them.

use chrono::NaiveDate;
use kernel::{Failed, Fault, PersonId, Work};
use sea_orm::{ActiveValue::Set, QuerySelect, entity::prelude::*};

use crate::{
    Refused,
    entity::{self, ApplicationId, application},
    read::{self, Came, Laws, Plan},
    rules::{Act, Founder, Progress, Role, State, StepRefused, step},
};

/// An application, locked until the transaction ends, as somebody saw it.
pub(super) async fn seen(
    work: &Work,
    id: ApplicationId,
    edition: i32,
) -> Result<application::Model, Failed<Refused>> {
    let row = locked(work, id).await?;
    if row.edition == edition {
        Ok(row)
    } else {
        Err(Refused::Changed.into())
    }
}

/// An application, locked until the transaction ends.
pub(super) async fn locked(
    work: &Work,
    id: ApplicationId,
) -> Result<application::Model, Failed<Refused>> {
    let found = application::Entity::find_by_id(id).lock_exclusive();
    Ok(found.one(work.db()).await?.ok_or(Refused::NotThere)?)
}

/// Where an application stands.
pub(super) fn state(row: &application::Model) -> Result<State, Refused> {
    entity::state(&row.state).ok_or(Refused::NotNow)
}

/// Where it stands after an act of this role.
pub(super) fn stepped(role: Role, row: &application::Model, act: Act) -> Result<State, Refused> {
    step(role, state(row)?, act).map_err(|refused| match refused {
        StepRefused::NotAllowed { .. } => Refused::NotNow,
        StepRefused::NoReason => {
            let missing = accounts::rules::wrong_field("reason", "founders-reason-missing");
            Refused::Invalid(vec![missing])
        }
    })
}

/// The same application, where it stands from now on.
pub(super) fn turned(row: &application::Model, state: State) -> application::ActiveModel {
    application::ActiveModel {
        id: Set(row.id),
        state: Set(state.code().to_owned()),
        edition: Set(row.edition + 1),
        ..Default::default()
    }
}

/// Who an application says its founder is.
pub(super) fn founder(row: &application::Model) -> Result<Founder, Refused> {
    let standing = entity::standing(&row.standing).ok_or(Refused::NotNow)?;
    let day: NaiveDate = row.day.parse().ok().ok_or(Refused::NotNow)?;
    Ok(Founder { standing, day })
}

/// What the ward asks for, and what somebody came to.
pub(super) async fn known(work: &Work, person: PersonId) -> Result<(Plan, Laws, Vec<Came>), Fault> {
    let plan = read::plan(work.db()).await?;
    let laws = read::laws(work.db()).await?;
    let came = read::came(work.db(), &[person]).await?.remove(&person);
    Ok((plan, laws, came.unwrap_or_default()))
}

/// How far a founder is today.
pub(super) fn progress(
    work: &Work,
    (plan, laws, came): &(Plan, Laws, Vec<Came>),
    founder: Founder,
) -> Progress {
    read::progress_of(plan, laws, came, founder, work.now().date())
}
