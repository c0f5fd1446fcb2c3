//! Invitations to act for an organisation.

use kernel::{Failed, Fault, Instant, Secret};
use sea_orm::{QueryOrder, entity::prelude::*};
use serde::Serialize;

use crate::{
    Refused,
    entity::{OrganisationId, invitation},
};

/// An invitation that waits, as those who act for the organisation see it.
#[derive(Clone, Debug, Serialize)]
pub struct Invited {
    /// To which address it was sent.
    pub email: String,
    /// When it ends.
    pub expires_at: Instant,
}

/// The invitation of this secret, as long as it can be accepted. Looking uses nothing up.
pub async fn invitation(
    db: &impl ConnectionTrait,
    presented: &str,
    now: Instant,
) -> Result<invitation::Model, Failed<Refused>> {
    let found = invitation::Entity::find()
        .filter(invitation::COLUMN.digest.eq(Secret::digest_of(presented)))
        .one(db)
        .await?
        .ok_or(Refused::NotThere)?;
    if found.used_at.is_some() || found.expires_at <= now {
        return Err(Refused::InvitationOver.into());
    }
    Ok(found)
}

/// The invitations of an organisation that wait, the oldest first.
pub async fn invitations(
    db: &impl ConnectionTrait,
    id: OrganisationId,
    now: Instant,
) -> Result<Vec<Invited>, Fault> {
    let rows = invitation::Entity::find()
        .filter(invitation::COLUMN.organisation_id.eq(id))
        .filter(invitation::COLUMN.used_at.is_null())
        .filter(invitation::COLUMN.expires_at.gt(now))
        .order_by_asc(invitation::COLUMN.created_at)
        .all(db)
        .await?;
    let told = rows.into_iter().map(|row| Invited {
        email: row.email,
        expires_at: row.expires_at,
    });
    Ok(told.collect())
}
