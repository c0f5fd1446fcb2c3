//! What guests enrol in, until they open their letter.

use accounts::entity::GuestId;
use kernel::Instant;
use sea_orm::entity::prelude::*;

use super::{EnrolmentId, SeminarId};

/// An enrolment whose address is not known to be theirs: it takes no place. It is made when they open
/// the letter; else it is removed with all its words when its time is over.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "guest_enrolments")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: EnrolmentId,
    /// Of which guest.
    pub link_id: GuestId,
    /// In which seminar.
    pub seminar_id: SeminarId,
    /// What they wish: [`crate::rules::Wish`] as JSON.
    pub wish: String,
    /// When all of it goes.
    pub expires_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
