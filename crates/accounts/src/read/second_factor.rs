//! What is known of a person's second factor; the secret itself only while a device is set up.

use kernel::{Fault, Instant, PersonId, Secret};
use sea_orm::{PaginatorTrait, entity::prelude::*};
use serde::Serialize;

use crate::{
    entity::{
        StepId, recovery_code, second_factor as factors,
        second_step::{self, Purpose},
    },
    rules::{self, SharedSecret},
};

/// A person's second factor, as they and the manager see it.
#[derive(Clone, Debug, Serialize)]
pub struct SecondFactor {
    /// Since when.
    pub enrolled_at: Instant,
    /// How many recovery codes are still good.
    pub recovery: u64,
}

/// A person's second factor; `None` when they have none.
pub async fn second_factor(
    db: &impl ConnectionTrait,
    person: PersonId,
) -> Result<Option<SecondFactor>, Fault> {
    let Some(found) = factors::Entity::find_by_id(person).one(db).await? else {
        return Ok(None);
    };
    let recovery = recovery_code::Entity::unused_of(person).count(db).await?;
    Ok(Some(SecondFactor {
        enrolled_at: found.enrolled_at,
        recovery,
    }))
}

/// Someone half-way in.
#[derive(Clone, Debug)]
pub struct Step {
    /// Its identifier.
    pub id: StepId,
    /// Whose password was right.
    pub person: PersonId,
    /// What a new device is to know; `None` when the digits of a known one are asked for.
    pub secret: Option<SharedSecret>,
    /// Where the person was going.
    pub onwards: String,
}

/// The step of this cookie, as long as it lasts.
pub async fn step(
    db: &impl ConnectionTrait,
    presented: &str,
    purpose: Purpose,
    now: Instant,
) -> Result<Option<Step>, Fault> {
    let found = second_step::Entity::find()
        .filter(second_step::COLUMN.digest.eq(Secret::digest_of(presented)))
        .filter(second_step::COLUMN.purpose.eq(purpose))
        .filter(second_step::COLUMN.expires_at.gt(now))
        .one(db)
        .await?;
    Ok(found.map(|row| Step {
        id: row.id,
        person: row.person_id,
        secret: row.secret.map(SharedSecret::new),
        onwards: row.onwards,
    }))
}

/// The digits a person's device would show, for the demonstration, where nobody has one: the
/// first of those that are good now and not used yet.
pub async fn demonstration_digits(
    db: &impl ConnectionTrait,
    person: PersonId,
    now: Instant,
) -> Result<Option<String>, Fault> {
    let Some(found) = factors::Entity::find_by_id(person).one(db).await? else {
        return Ok(None);
    };
    let this = rules::step_at(now);
    let next = this.max(found.last_step + 1);
    let good = next <= this + 1;
    Ok(good.then(|| SharedSecret::new(found.secret).digits_at(next)))
}
