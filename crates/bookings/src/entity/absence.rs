//! Absences (無断不使用): who stayed away, or cancelled too late for another to come.

use kernel::{Instant, PersonId};
use organisations::entity::OrganisationId;
use sea_orm::entity::prelude::*;

use super::{BookingId, SpaceId};

/// One absence. Undoing it takes the row away; the event of the act remains.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "absences")]
pub struct Model {
    /// Of which booking.
    #[sea_orm(primary_key, auto_increment = false)]
    pub booking_id: BookingId,
    /// Who had booked.
    pub person_id: PersonId,
    /// As which organisation, if as one.
    pub organisation_id: Option<OrganisationId>,
    /// What was booked.
    pub space_id: SpaceId,
    /// The date of use.
    pub on_date: String,
    /// The date on which it was cancelled; none when nobody came and nobody called.
    pub asked_on: Option<String>,
    /// Who marked it; none when it follows from cancelling late.
    pub made_by: Option<PersonId>,
    /// When.
    pub made_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
