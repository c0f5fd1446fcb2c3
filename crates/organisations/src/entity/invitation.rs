//! Invitations to act for an organisation, each sent by letter.

use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;

use super::{InvitationId, OrganisationId};

/// One invitation. The letter holds the secret, the row its digest.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "representative_invitations")]
pub struct Model {
    /// Its identifier, which opens nothing.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: InvitationId,
    /// To act for which organisation.
    pub organisation_id: OrganisationId,
    /// SHA-256 of the secret.
    pub digest: Vec<u8>,
    /// To which address it was sent.
    pub email: String,
    /// Who invites.
    pub invited_by: Option<PersonId>,
    /// When it was written.
    pub created_at: Instant,
    /// When it ends.
    pub expires_at: Instant,
    /// When it was used, or taken back.
    pub used_at: Option<Instant>,
}

impl ActiveModelBehavior for ActiveModel {}
