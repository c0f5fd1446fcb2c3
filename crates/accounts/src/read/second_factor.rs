//! What is known of a person's second factor; the secret itself only while a device is set up.

use kernel::{Fault, Instant, PersonId, Secret};
use sea_orm::{PaginatorTrait, QueryOrder, entity::prelude::*};
use serde::Serialize;

use crate::{
    entity::{
        PasskeyId, StepId, passkey, recovery_code, second_factor as factors,
        second_step::{self, Purpose},
    },
    rules::{self, SharedSecret},
};

/// A person's second factor, as they and the manager see it: six digits, passkeys, or both.
#[derive(Clone, Debug, Serialize)]
pub struct SecondFactor {
    /// Since when there is one.
    pub enrolled_at: Instant,
    /// Since when six digits are asked for, if they are.
    pub digits_since: Option<Instant>,
    /// The passkeys, the oldest first.
    pub passkeys: Vec<Passkey>,
    /// How many recovery codes are still good.
    pub recovery: u64,
}

/// One passkey, as its owner sees it.
#[derive(Clone, Debug, Serialize)]
pub struct Passkey {
    /// Its identifier.
    pub id: PasskeyId,
    /// What the person calls it.
    pub name: String,
    /// Since when.
    pub created_at: Instant,
    /// When it was last used.
    pub used_at: Option<Instant>,
}

/// A person's second factor; `None` when they have none.
pub async fn second_factor(
    db: &impl ConnectionTrait,
    person: PersonId,
) -> Result<Option<SecondFactor>, Fault> {
    let device = factors::Entity::find_by_id(person).one(db).await?;
    let digits_since = device.map(|device| device.enrolled_at);
    let passkeys = passkeys(db, person).await?;
    let since = passkeys.iter().map(|key| key.created_at);
    let Some(enrolled_at) = since.chain(digits_since).min() else {
        return Ok(None);
    };
    let recovery = recovery_code::Entity::unused_of(person).count(db).await?;
    Ok(Some(SecondFactor {
        enrolled_at,
        digits_since,
        passkeys,
        recovery,
    }))
}

async fn passkeys(db: &impl ConnectionTrait, person: PersonId) -> Result<Vec<Passkey>, Fault> {
    let rows = passkey::Entity::of(person)
        .order_by_asc(passkey::COLUMN.created_at)
        .all(db)
        .await?;
    let listed = rows.into_iter().map(|row| Passkey {
        id: row.id,
        name: row.name,
        created_at: row.created_at,
        used_at: row.used_at,
    });
    Ok(listed.collect())
}

/// Someone half-way in.
#[derive(Clone, Debug)]
pub struct Step {
    /// Its identifier.
    pub id: StepId,
    /// Whose password was right.
    pub person: PersonId,
    /// What a new device is to know; `None` when a second factor that is set up is asked for.
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
