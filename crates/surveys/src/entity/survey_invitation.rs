//! Who was asked about what, and until when they can answer. The link is a secret of which only the
//! digest is kept.

use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;
use uuid::Uuid;

use super::{InvitationId, SurveyId, SurveyVersionId};

/// One person, asked once about one thing.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "survey_invitations")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: InvitationId,
    /// Which survey.
    pub survey_id: SurveyId,
    /// Which questions.
    pub version_id: SurveyVersionId,
    /// What sort of thing it is about: `case`.
    pub subject_kind: String,
    /// The thing, in the crate whose it is.
    pub subject: Uuid,
    /// Who was asked.
    pub person_id: PersonId,
    /// SHA-256 of the secret in the link.
    pub digest: Vec<u8>,
    /// When they were asked.
    pub sent_at: Instant,
    /// The first moment at which nothing can be answered any more.
    pub expires_at: Instant,
    /// Grows with every answer; 0 as long as there is none.
    pub edition: i32,
    /// When they first answered.
    pub answered_at: Option<Instant>,
    /// When they last changed their answer.
    pub changed_at: Option<Instant>,
}

impl ActiveModelBehavior for ActiveModel {}
