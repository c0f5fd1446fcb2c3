//! A certificate of completion (修了証): that somebody attended as many lessons as the rule asks for.

use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;

use super::{CertificateId, EnrolmentId};

/// One certificate. It is never changed, only revoked.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "certificates")]
pub struct Model {
    /// Its identifier: the end of the address that its square code opens.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CertificateId,
    /// Whose, and of which seminar.
    pub enrolment_id: EnrolmentId,
    /// In which fiscal year it was issued.
    pub fiscal_year: i32,
    /// Its number in that year.
    pub number: i32,
    /// Whose name stands on it.
    pub name: String,
    /// How many lessons were attended.
    pub attended: i32,
    /// Of how many.
    pub lessons: i32,
    /// Who issued it.
    pub issued_by: Option<PersonId>,
    /// When.
    pub issued_at: Instant,
    /// Who revoked it.
    pub revoked_by: Option<PersonId>,
    /// When, if it was.
    pub revoked_at: Option<Instant>,
    /// Why, or empty.
    pub why: String,
}

impl ActiveModelBehavior for ActiveModel {}
