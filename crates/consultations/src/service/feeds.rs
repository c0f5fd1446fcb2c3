//! The address from which an expert's calendar fetches their appointments.

use kernel::{Failed, Secret, Work, events::Event};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use crate::{
    Refused,
    entity::{expert, expert_feed},
    read,
};

/// Makes an expert's own address; the one they had tells nothing any more. Returns what only its answer
/// shows.
///
/// # Errors
/// [`Refused::MayNot`] for whoever is no expert.
pub async fn make_feed(work: &Work) -> Result<Secret, Failed<Refused>> {
    let expert = oneself(work).await?;
    expert_feed::Entity::delete_by_id(expert.id)
        .exec(work.db())
        .await?;
    let secret = Secret::random();
    expert_feed::Entity::insert(expert_feed::ActiveModel {
        expert_id: Set(expert.id),
        digest: Set(secret.digest()),
        created_at: Set(work.now()),
    })
    .exec_without_returning(work.db())
    .await?;
    work.record(Event::new("expert.feed_made", expert.id));
    Ok(secret)
}

/// Ends an expert's own address.
///
/// # Errors
/// [`Refused::NotThere`] when there is none.
pub async fn end_feed(work: &Work) -> Result<(), Failed<Refused>> {
    let expert = oneself(work).await?;
    let ended = expert_feed::Entity::delete_by_id(expert.id);
    if ended.exec(work.db()).await?.rows_affected == 0 {
        return Err(Refused::NotThere.into());
    }
    work.record(Event::new("expert.feed_ended", expert.id));
    Ok(())
}

async fn oneself(work: &Work) -> Result<expert::Model, Failed<Refused>> {
    let person = work.actor().person.ok_or(Refused::MayNot)?;
    let found = read::expert_on(work.db(), person, work.now().date()).await?;
    Ok(found.ok_or(Refused::MayNot)?)
}
